//! A fact as it is written.

use magdit::{Date, FactKey, Jurisdiction, Route, UnknownReason, Value};

use crate::files::{At, Place};
use crate::record::Records;

/// A fact of a supplier, tool or edition.
#[derive(Debug)]
pub(crate) struct FactRecord {
    pub(crate) place: Place,
    pub(crate) key: Option<At<FactKey>>,
    pub(crate) routes: Vec<At<Route>>,
    pub(crate) state: Option<FactState>,
    pub(crate) correction: Option<CorrectionRecord>,
}

/// What a supplier or school says is wrong with a fact.
#[derive(Debug)]
pub(crate) struct CorrectionRecord {
    pub(crate) place: Place,
    pub(crate) by: Option<At<String>>,
    pub(crate) value: Option<At<Value>>,
    pub(crate) source: Option<At<String>>,
    pub(crate) heading: Option<At<String>>,
    pub(crate) checked_on: Option<At<Date>>,
}

/// Where something was read that is no fact.
#[derive(Debug)]
pub(crate) struct CitationRecord {
    pub(crate) source: Option<At<String>>,
    pub(crate) heading: Option<At<String>>,
    pub(crate) checked_on: Option<At<Date>>,
}

/// What is recorded.
#[derive(Debug)]
pub(crate) enum FactState {
    Known(Box<KnownRecord>),
    Unknown { reason: Option<At<UnknownReason>>, searched: Vec<At<String>>, checked_on: Option<At<Date>> },
    NotApplicable,
}

/// A value with its source.
#[derive(Debug)]
pub(crate) struct KnownRecord {
    pub(crate) value: Option<At<Value>>,
    pub(crate) source: Option<At<String>>,
    pub(crate) heading: Option<At<String>>,
    pub(crate) content_date: Option<At<Date>>,
    pub(crate) checked_on: Option<At<Date>>,
    pub(crate) jurisdiction: Option<At<Jurisdiction>>,
    pub(crate) review_by: Option<At<Date>>,
    /// Of the sentence or clause that was read; see [`crate::fingerprint`].
    pub(crate) fingerprint: Option<At<String>>,
}

impl FactRecord {
    /// The routes it holds for, sorted, each once; empty for all.
    pub(crate) fn route_list(&self) -> Vec<Route> {
        let mut routes: Vec<Route> = self.routes.iter().map(|route| route.value).collect();
        routes.sort();
        routes.dedup();
        routes
    }

    /// The value with its source, if it is known.
    pub(crate) fn known(&self) -> Option<&KnownRecord> {
        match &self.state {
            Some(FactState::Known(known)) => Some(known),
            _ => None,
        }
    }

    /// The day somebody read or searched.
    pub(crate) const fn checked_on(&self) -> Option<At<Date>> {
        match &self.state {
            Some(FactState::Known(known)) => known.checked_on,
            Some(FactState::Unknown { checked_on, .. }) => *checked_on,
            _ => None,
        }
    }
}

impl KnownRecord {
    /// The date of the content: its own, or the source's.
    pub(crate) fn content_date(&self, records: &Records) -> Option<Date> {
        let of_source = || records.source(&self.source.as_ref()?.value)?.content_date;
        self.content_date.or_else(of_source).map(|date| date.value)
    }

    /// Where the text applies: its own jurisdiction, or the source's.
    pub(crate) fn jurisdiction(&self, records: &Records) -> Option<Jurisdiction> {
        let of_source = || records.source(&self.source.as_ref()?.value)?.jurisdiction;
        self.jurisdiction.or_else(of_source).map(|found| found.value)
    }

    /// The last day on which the value counts as fresh: its own, or so many
    /// months after it was read as its key says.
    pub(crate) fn review_by(&self, key: FactKey) -> Option<Date> {
        let by_key = || self.checked_on?.value.add_months(key.review_months());
        self.review_by.map(|date| date.value).or_else(by_key)
    }

    /// First day on which the value counts.
    pub(crate) fn in_force_from(&self, records: &Records) -> Option<Date> {
        self.content_date(records).or(self.checked_on.map(|date| date.value))
    }
}
