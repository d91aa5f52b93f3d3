//! The catalogue of conditions: what people must do, and when it applies.

use serde::{Deserialize, Serialize};

use crate::fact::{FactKey, SourceId, Value};
use crate::question::{Data, Device, Purpose, Role, Sector};
use crate::read::readable;
use crate::tool::{Kind, Plan, Route};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who has to act.
    Who {
        /// The teacher.
        Teacher = "teacher",
        /// The pupil.
        Pupil = "pupil",
        /// The parents.
        Parent = "parent",
        /// The head of the school.
        SchoolLeader = "school_leader",
        /// The school board, which is the controller.
        SchoolBoard = "school_board",
        /// The IT administrator.
        ItAdministrator = "it_administrator",
        /// The privacy officer or the data protection officer.
        PrivacyOfficer = "privacy_officer",
    }
}

vocabulary! {
    /// How binding a condition is.
    Strength {
        /// Law, contract or binding policy.
        Must = "must",
        /// Advice of a public body.
        Should = "should",
        /// Makes life easier.
        Tip = "tip",
    }
}

/// A fact that a trigger looks at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactTest {
    /// The fact.
    pub key: FactKey,
    /// The values that trigger; for a list of words, one in common is enough.
    pub is: Vec<Value>,
    /// Whether not knowing it triggers too.
    #[serde(default)]
    pub or_unknown: bool,
}

readable! { FactTest { key, is, or_unknown [default], } }

/// When a condition is shown without a rule asking for it. Every part must
/// hold; an empty part always holds.
///
/// Role, age and sector hold when the question leaves them open. Purpose,
/// data, device and procurement hold only when the question names them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trigger {
    /// Kinds of tool.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// Plans of the edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Plan>,
    /// Routes of the answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// Roles of who asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Sectors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// Purposes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
    /// Data entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<Data>,
    /// Devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<Device>,
    /// Bought by the school or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procured: Option<bool>,
    /// Users younger than this age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_below: Option<u8>,
    /// Facts of the edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactTest>,
}

readable! {
    Trigger {
        kinds [default], plans [default], routes [default], roles [default], sectors [default], purposes [default],
        data [default], devices [default], procured [default], age_below [default], facts [default],
    }
}

/// One entry of the catalogue. Its sentences stand in the texts, under
/// `condition.<id>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Permanent id.
    pub id: String,
    /// Who has to act.
    pub who: Who,
    /// How binding it is.
    pub strength: Strength,
    /// The law or policy it comes from, such as "AVG art. 28".
    pub cites: String,
    /// The documents in which that was read.
    pub sources: Vec<SourceId>,
    /// The rows of the seed documents it carries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seeds: Vec<String>,
    /// When it is shown by itself; `None` where only a rule asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Trigger>,
}

readable! { Condition { id, who, strength, cites, sources, seeds [default], when [default], } }
