//! Mirrors of `core/src/condition.rs`.

use magdit::{Strength, Who};

/// Who has to act.
#[uniffi::remote(Enum)]
pub enum Who {
    /// The teacher.
    Teacher,
    /// The pupil.
    Pupil,
    /// The parents.
    Parent,
    /// The head of the school.
    SchoolLeader,
    /// The school board, which is the controller.
    SchoolBoard,
    /// The IT administrator.
    ItAdministrator,
    /// The privacy officer or the data protection officer.
    PrivacyOfficer,
}

/// How binding a condition is.
#[uniffi::remote(Enum)]
pub enum Strength {
    /// Law, contract or binding policy.
    Must,
    /// Advice of a public body.
    Should,
    /// Makes life easier.
    Tip,
}
