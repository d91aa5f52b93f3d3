//! How facts and states are written down: flat, with the same names as in the
//! records, in JSON and in the knowledge-base file alike.

use serde::{Deserialize, Serialize};

use super::{FactEntry, Route, Status};
use crate::date::Date;
use crate::fact::{Correction, Fact, FactKey, Jurisdiction, Known, SourceId, UnknownReason, Value};
use crate::read::{Read, Source, readable};

/// A fact as it is written down: with a value, as unknown, or as not
/// applicable.
#[derive(Serialize, Deserialize)]
pub(super) struct FactRow {
    key: FactKey,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    routes: Vec<Route>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    jurisdiction: Option<Jurisdiction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    content_date: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    checked_on: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review_by: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unknown: Option<UnknownReason>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    searched: Vec<String>,
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    not_applicable: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    correction: Option<Correction>,
}

readable! {
    FactRow {
        key, routes [default], value [default], source [default], place [default], jurisdiction [default],
        content_date [default], checked_on [default], review_by [default], unknown [default], searched [default],
        not_applicable [default], correction [default],
    }
}

impl<'de> Read<'de> for FactEntry {
    fn read(source: &mut Source<'de>) -> Self {
        let row = FactRow::read(source);
        let key = row.key;
        Self::try_from(row).unwrap_or_else(|what| {
            source.fail_whole(what);
            Self::new(key, Vec::new(), Fact::NotApplicable)
        })
    }
}

impl FactRow {
    fn empty(key: FactKey, routes: Vec<Route>, correction: Option<Correction>) -> Self {
        Self {
            key,
            routes,
            value: None,
            source: None,
            place: None,
            jurisdiction: None,
            content_date: None,
            checked_on: None,
            review_by: None,
            unknown: None,
            searched: Vec::new(),
            not_applicable: false,
            correction,
        }
    }
}

impl From<FactEntry> for FactRow {
    fn from(entry: FactEntry) -> Self {
        let row = Self::empty(entry.key, entry.routes, entry.correction);
        match entry.fact {
            Fact::Known(known) => Self {
                value: Some(known.value),
                source: Some(known.source),
                place: Some(known.place),
                jurisdiction: Some(known.jurisdiction),
                content_date: known.content_date,
                checked_on: Some(known.checked_on),
                review_by: Some(known.review_by),
                ..row
            },
            Fact::Unknown { reason, searched, checked_on } => {
                Self { unknown: Some(reason), searched, checked_on: Some(checked_on), ..row }
            }
            Fact::NotApplicable => Self { not_applicable: true, ..row },
        }
    }
}

impl TryFrom<FactRow> for FactEntry {
    type Error = &'static str;

    fn try_from(row: FactRow) -> Result<Self, Self::Error> {
        const EXPECTED: &str = "expected a fact with a value and its source, or unknown, or not applicable";
        let cited = row.source.is_some()
            || row.place.is_some()
            || row.jurisdiction.is_some()
            || row.content_date.is_some()
            || row.review_by.is_some();
        let searched = !row.searched.is_empty();
        let fact = match (row.value, row.unknown, row.not_applicable) {
            (Some(value), None, false) if !searched => Fact::Known(Known {
                value,
                source: row.source.ok_or(EXPECTED)?,
                place: row.place.ok_or(EXPECTED)?,
                content_date: row.content_date,
                checked_on: row.checked_on.ok_or(EXPECTED)?,
                review_by: row.review_by.ok_or(EXPECTED)?,
                jurisdiction: row.jurisdiction.ok_or(EXPECTED)?,
            }),
            (None, Some(reason), false) if !cited => {
                Fact::Unknown { reason, searched: row.searched, checked_on: row.checked_on.ok_or(EXPECTED)? }
            }
            (None, None, true) if !cited && !searched && row.checked_on.is_none() => Fact::NotApplicable,
            _ => return Err(EXPECTED),
        };
        Ok(Self { key: row.key, routes: row.routes, fact, correction: row.correction })
    }
}

/// The states of a tool.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    Active,
    Discontinued,
    Renamed,
}

impl Read<'_> for State {
    fn read(source: &mut Source<'_>) -> Self {
        // Records hold this word as it is.
        match source.text("a state") {
            "active" => Self::Active,
            "discontinued" => Self::Discontinued,
            "renamed" => Self::Renamed,
            _ => {
                source.fail("unknown word, expected one of active, discontinued, renamed".to_owned());
                Self::Active
            }
        }
    }
}

/// The state of a tool as it is written down.
#[derive(Serialize, Deserialize)]
pub(super) struct StatusRow {
    state: State,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on: Option<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaced_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<SourceId>,
}

readable! { StatusRow { state, on [default], replaced_by [default], to [default], source [default], } }

impl<'de> Read<'de> for Status {
    fn read(source: &mut Source<'de>) -> Self {
        let row = StatusRow::read(source);
        Self::try_from(row).unwrap_or_else(|what| {
            source.fail_whole(what);
            Self::Active
        })
    }
}

impl From<Status> for StatusRow {
    fn from(status: Status) -> Self {
        let (state, on, replaced_by, to, source) = match status {
            Status::Active => (State::Active, None, None, None, None),
            Status::Discontinued { on, replaced_by, source } => {
                (State::Discontinued, on, replaced_by, None, Some(source))
            }
            Status::Renamed { on, to, source } => (State::Renamed, on, None, Some(to), Some(source)),
        };
        Self { state, on, replaced_by, to, source }
    }
}

impl TryFrom<StatusRow> for Status {
    type Error = &'static str;

    fn try_from(row: StatusRow) -> Result<Self, Self::Error> {
        const EXPECTED: &str = "expected a state with its source, and a new id where it is renamed";
        match (row.state, row.source, row.replaced_by, row.to) {
            (State::Active, None, None, None) if row.on.is_none() => Ok(Self::Active),
            (State::Discontinued, Some(source), replaced_by, None) => {
                Ok(Self::Discontinued { on: row.on, replaced_by, source })
            }
            (State::Renamed, Some(source), None, Some(to)) => Ok(Self::Renamed { on: row.on, to, source }),
            _ => Err(EXPECTED),
        }
    }
}
