//! Second readings of facts that decide.

use magdit::{Date, FactKey, Route, Value};

use crate::files::{At, Place};
use crate::record::{FactRecord, KnownRecord, Records, ToolRecord};

/// The keys that decide most answers: the ways in, who may use it, the
/// contract, the place of the data, advertising and training.
pub(crate) const DECIDING: [FactKey; 13] = [
    FactKey::NoAccount,
    FactKey::SchoolSso,
    FactKey::SchoolManaged,
    FactKey::ParentAccount,
    FactKey::PrivateAccount,
    FactKey::ProcessingAgreement,
    FactKey::Hosting,
    FactKey::Advertising,
    FactKey::PupilUseAllowed,
    FactKey::MinimumAge,
    FactKey::ParentalPermissionAge,
    FactKey::DataRole,
    FactKey::TrainsOnInput,
];

/// What somebody found who read the source of a fact after it was recorded.
#[derive(Debug)]
pub(crate) struct ReadingRecord {
    pub(crate) place: Place,
    /// Id of the tool.
    pub(crate) tool: At<String>,
    /// The edition, or nothing for a fact of the whole tool.
    pub(crate) edition: Option<String>,
    pub(crate) key: Option<At<FactKey>>,
    pub(crate) routes: Vec<At<Route>>,
    pub(crate) value: Option<At<Value>>,
    pub(crate) source: Option<At<String>>,
    pub(crate) heading: Option<At<String>>,
    pub(crate) on: Option<At<Date>>,
    /// True where the source could not be opened again.
    pub(crate) not_reopened: bool,
}

impl ReadingRecord {
    /// Whether it was this fact of the edition that was read: the same value
    /// at the same place.
    pub(crate) fn is_of(&self, tool: &ToolRecord, edition: Option<&str>, fact: &FactRecord) -> bool {
        let mut routes: Vec<Route> = self.routes.iter().map(|route| route.value).collect();
        routes.sort();
        routes.dedup();
        let is_same = |known: &KnownRecord| {
            value(known.value.as_ref()) == value(self.value.as_ref())
                && value(known.source.as_ref()) == value(self.source.as_ref())
                && value(known.heading.as_ref()) == value(self.heading.as_ref())
        };
        self.tool.value == tool.id()
            && self.edition.as_deref() == edition
            && value(self.key.as_ref()) == value(fact.key.as_ref())
            && routes == fact.route_list()
            && fact.known().is_some_and(is_same)
    }
}

fn value<T>(found: Option<&At<T>>) -> Option<&T> {
    found.map(|found| &found.value)
}

/// Every known fact of a deciding key, with its tool and edition.
pub(crate) fn deciding_facts(records: &Records) -> impl Iterator<Item = (&ToolRecord, Option<&str>, &FactRecord)> {
    let of_tool = |tool| {
        let tool: &ToolRecord = tool;
        let own = tool.facts.iter().map(move |fact| (tool, None, fact));
        let of_editions = tool
            .editions
            .iter()
            .flat_map(move |edition| edition.facts.iter().map(move |fact| (tool, Some(edition.id()), fact)));
        own.chain(of_editions)
    };
    let decides = |fact: &FactRecord| fact.key.is_some_and(|key| DECIDING.contains(&key.value));
    records.tools.iter().flat_map(of_tool).filter(move |(_, _, fact)| decides(fact) && fact.known().is_some())
}
