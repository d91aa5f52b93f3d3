//! A tool and its editions as they are written.

use magdit::{AssessmentOutcome, Data, Date, Kind, NameKind, OutsideScope, Plan, Purpose, Role, Sector, Store, Usage};

use crate::files::{At, Place};
use crate::record::fact::{CitationRecord, FactRecord};

/// A tool.
#[derive(Debug)]
pub(crate) struct ToolRecord {
    pub(crate) file: usize,
    pub(crate) id: Option<At<String>>,
    pub(crate) name: Option<At<String>>,
    pub(crate) supplier: Option<At<String>>,
    pub(crate) kind: Option<At<Kind>>,
    pub(crate) purposes: Option<At<Vec<Purpose>>>,
    pub(crate) usage: Option<At<Usage>>,
    pub(crate) other_names: Vec<(NameKind, At<String>)>,
    pub(crate) domains: Vec<At<String>>,
    pub(crate) stores: Vec<StoreRecord>,
    pub(crate) status: Option<StatusRecord>,
    pub(crate) status_cited: Option<CitationRecord>,
    pub(crate) facts: Vec<FactRecord>,
    pub(crate) editions: Vec<EditionRecord>,
}

impl ToolRecord {
    /// The id, or an empty text where it is missing.
    pub(crate) fn id(&self) -> &str {
        self.id.as_ref().map_or("", |id| id.value.as_str())
    }

    /// Name and further names, in the order of the file.
    pub(crate) fn names(&self) -> impl Iterator<Item = &At<String>> {
        self.name.iter().chain(self.other_names.iter().map(|(_, name)| name))
    }
}

/// An id in a store.
#[derive(Debug)]
pub(crate) struct StoreRecord {
    pub(crate) store: Store,
    pub(crate) id: At<String>,
}

/// Whether the tool still exists.
#[derive(Debug)]
pub(crate) enum StatusRecord {
    Active,
    Discontinued { on: Option<At<Date>>, replaced_by: Option<At<String>>, source: Option<At<String>> },
    Renamed { on: Option<At<Date>>, to: Option<At<String>>, source: Option<At<String>> },
}

impl StatusRecord {
    /// Where the status was read.
    pub(crate) const fn source(&self) -> Option<&At<String>> {
        match self {
            Self::Active => None,
            Self::Discontinued { source, .. } | Self::Renamed { source, .. } => source.as_ref(),
        }
    }

    /// The tool that goes on in its place.
    pub(crate) const fn successor(&self) -> Option<&At<String>> {
        match self {
            Self::Active => None,
            Self::Discontinued { replaced_by, .. } => replaced_by.as_ref(),
            Self::Renamed { to, .. } => to.as_ref(),
        }
    }
}

/// One way in which a tool is offered.
#[derive(Debug)]
pub(crate) struct EditionRecord {
    pub(crate) place: Place,
    pub(crate) id: Option<At<String>>,
    pub(crate) name: Option<At<String>>,
    pub(crate) plan: Option<At<Plan>>,
    pub(crate) domains: Vec<At<String>>,
    pub(crate) facts: Vec<FactRecord>,
    pub(crate) assessments: Vec<AssessmentRecord>,
}

impl EditionRecord {
    /// The id, or an empty text where it is missing.
    pub(crate) fn id(&self) -> &str {
        self.id.as_ref().map_or("", |id| id.value.as_str())
    }
}

/// A central assessment.
#[derive(Debug)]
pub(crate) struct AssessmentRecord {
    pub(crate) by: Option<At<String>>,
    pub(crate) date: Option<At<Date>>,
    pub(crate) outcome: Option<At<AssessmentOutcome>>,
    pub(crate) outside_scope: Option<At<OutsideScope>>,
    pub(crate) measures: Vec<At<String>>,
    pub(crate) source: Option<At<String>>,
    pub(crate) heading: Option<At<String>>,
    pub(crate) checked_on: Option<At<Date>>,
    pub(crate) review_by: Option<At<Date>>,
    pub(crate) scope: ScopeRecord,
    /// Of the sentence or clause that was read; see [`crate::fingerprint`].
    pub(crate) fingerprint: Option<At<String>>,
}

/// Months after which an assessment should be read again, unless the record
/// says otherwise.
const REVIEW_MONTHS: u16 = 12;

impl AssessmentRecord {
    /// The last day on which the assessment counts as fresh.
    pub(crate) fn review_by(&self) -> Option<Date> {
        let by_default = || self.checked_on?.value.add_months(REVIEW_MONTHS);
        self.review_by.map(|date| date.value).or_else(by_default)
    }
}

/// For whom and what an assessment holds.
#[derive(Debug, Default)]
pub(crate) struct ScopeRecord {
    pub(crate) minimum_age: Option<At<u64>>,
    pub(crate) roles: Vec<At<Role>>,
    pub(crate) sectors: Vec<At<Sector>>,
    pub(crate) data: Vec<At<Data>>,
}
