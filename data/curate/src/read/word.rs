//! The closed word lists of the library, as something a reader can ask for.

use magdit::{
    AssessmentOutcome, Data, Device, FactKey, Jurisdiction, Kind, OutsideScope, ParameterId, Plan, Purpose, Role,
    Route, Sector, SourceKind, Store, Strength, UnknownReason, Usage, Who,
};

/// A closed list of words.
pub(crate) trait Word: Copy + Ord {
    /// Every spelling, in the library's order.
    const WORDS: &'static [&'static str];

    /// The value with this spelling.
    fn from_word(word: &str) -> Option<Self>;
}

macro_rules! words {
    ($($name:ident),+ $(,)?) => { $(
        impl Word for $name {
            const WORDS: &'static [&'static str] = $name::WORDS;

            fn from_word(word: &str) -> Option<Self> {
                $name::from_word(word)
            }
        }
    )+ };
}

words!(
    AssessmentOutcome,
    Data,
    Device,
    FactKey,
    Jurisdiction,
    Kind,
    OutsideScope,
    ParameterId,
    Plan,
    Purpose,
    Role,
    Route,
    Sector,
    SourceKind,
    Store,
    Strength,
    UnknownReason,
    Usage,
    Who,
);
