//! What is recorded of a tool, in order of time.

use serde::Serialize;

use crate::answer::SourceShown;
use crate::date::Date;
use crate::fact::{Fact, FactKey, Jurisdiction, SourceId, UnknownReason, Value};
use crate::tool::{Assessment, AssessmentOutcome, Edition, FactEntry, Plan, Route, Status, Tool};

/// Something that is recorded with a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Happening {
    /// A value counts from this day.
    Fact {
        /// What it is about.
        key: FactKey,
        /// The routes it holds for; empty for all.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        routes: Vec<Route>,
        /// The value.
        value: Value,
        /// The other value it takes the place of, in the same edition.
        #[serde(skip_serializing_if = "Option::is_none")]
        before: Option<Value>,
        /// Where the text applies.
        jurisdiction: Jurisdiction,
    },
    /// Somebody looked and did not find it.
    NotFound {
        /// What was looked for.
        key: FactKey,
        /// The routes it would hold for; empty for all.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        routes: Vec<Route>,
        /// Why it is not known.
        reason: UnknownReason,
        /// What was searched.
        searched: Vec<String>,
    },
    /// A central assessment was published.
    Assessment {
        /// Who made it.
        by: String,
        /// What it advises.
        outcome: AssessmentOutcome,
    },
    /// The tool is gone.
    Discontinued {
        /// Id of the tool to use instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        replaced_by: Option<String>,
    },
    /// The tool goes on under another name.
    Renamed {
        /// Id of the record with that name.
        to: String,
    },
}

/// A happening with its day and its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryEvent {
    /// The day; nothing where the source gives none.
    pub on: Option<Date>,
    /// Whether the day is that of the content, and not the day somebody read
    /// a document that carries none.
    pub dated: bool,
    /// Ids of the editions it holds for; empty for the tool as a whole.
    pub editions: Vec<String>,
    /// What happened.
    #[serde(flatten)]
    pub what: Happening,
    /// The document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Heading or clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The day it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
}

/// An edition as a history names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryEdition {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who it is made for.
    pub plan: Plan,
}

/// What is recorded of a tool, in order of time.
///
/// It holds what the record holds: a record that was corrected shows the
/// corrected value only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct History {
    /// Id of the tool.
    pub tool: String,
    /// Its name.
    pub name: String,
    /// Names it had before; no day is recorded with them.
    pub former_names: Vec<String>,
    /// Its editions.
    pub editions: Vec<HistoryEdition>,
    /// What happened, oldest first; what has no day stands last.
    pub events: Vec<HistoryEvent>,
    /// Every document named, by id.
    pub sources: Vec<SourceShown>,
}

/// What happened to a tool, oldest first.
pub(crate) fn events(tool: &Tool) -> Vec<HistoryEvent> {
    let mut events: Vec<HistoryEvent> = Vec::new();
    for edition in &tool.editions {
        let facts = edition.facts.iter().filter_map(|entry| of_fact(edition, entry));
        for event in facts.chain(edition.assessments.iter().map(|assessment| of_assessment(edition, assessment))) {
            match events.iter_mut().find(|other| is_same(other, &event)) {
                Some(other) => other.editions.extend(event.editions),
                None => events.push(event),
            }
        }
    }
    events.extend(of_status(&tool.status));
    events.sort_by_key(|event| (event.on.is_none(), event.on));
    events
}

/// Whether two events differ in their edition alone.
fn is_same(one: &HistoryEvent, other: &HistoryEvent) -> bool {
    (one.on, one.dated, one.checked_on) == (other.on, other.dated, other.checked_on)
        && (&one.what, &one.source, &one.place) == (&other.what, &other.source, &other.place)
}

fn of_assessment(edition: &Edition, assessment: &Assessment) -> HistoryEvent {
    HistoryEvent {
        on: Some(assessment.date),
        dated: true,
        editions: vec![edition.id.clone()],
        what: Happening::Assessment { by: assessment.by.clone(), outcome: assessment.outcome },
        source: Some(assessment.source.clone()),
        place: Some(assessment.place.clone()),
        checked_on: Some(assessment.checked_on),
    }
}

fn of_fact(edition: &Edition, entry: &FactEntry) -> Option<HistoryEvent> {
    let routes = entry.routes.clone();
    let editions = vec![edition.id.clone()];
    match &entry.fact {
        Fact::Known(known) => {
            let same = |other: &&FactEntry| other.key == entry.key && other.routes == entry.routes;
            let earlier = edition.facts.iter().filter(same).filter_map(|other| other.fact.known());
            let before = earlier
                .filter(|other| other.in_force_from() < known.in_force_from())
                .filter(|other| other.jurisdiction == known.jurisdiction)
                .max_by_key(|other| other.in_force_from());
            Some(HistoryEvent {
                on: Some(known.in_force_from()),
                dated: known.content_date.is_some(),
                editions,
                what: Happening::Fact {
                    key: entry.key,
                    routes,
                    value: known.value.clone(),
                    before: before.map(|before| before.value.clone()).filter(|before| *before != known.value),
                    jurisdiction: known.jurisdiction,
                },
                source: Some(known.source.clone()),
                place: Some(known.place.clone()),
                checked_on: Some(known.checked_on),
            })
        }
        Fact::Unknown { reason, searched, checked_on } => Some(HistoryEvent {
            on: Some(*checked_on),
            dated: false,
            editions,
            what: Happening::NotFound { key: entry.key, routes, reason: *reason, searched: searched.clone() },
            source: None,
            place: None,
            checked_on: Some(*checked_on),
        }),
        Fact::NotApplicable => None,
    }
}

fn of_status(status: &Status) -> Option<HistoryEvent> {
    let (on, what, source) = match status {
        Status::Active => return None,
        Status::Discontinued { on, replaced_by, source } => {
            (*on, Happening::Discontinued { replaced_by: replaced_by.clone() }, source)
        }
        Status::Renamed { on, to, source } => (*on, Happening::Renamed { to: to.clone() }, source),
    };
    let source = Some(source.clone());
    Some(HistoryEvent { on, dated: on.is_some(), editions: Vec::new(), what, source, place: None, checked_on: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Known;
    use crate::question::Purpose;
    use crate::tool::{Kind, Usage};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn age(value: u16, content: Option<&str>, jurisdiction: Jurisdiction) -> FactEntry {
        let known = Known {
            value: Value::Number(value),
            source: SourceId("terms".to_owned()),
            place: "4".to_owned(),
            content_date: content.map(day),
            checked_on: day("2026-11-21"),
            review_by: day("2027-05-21"),
            jurisdiction,
        };
        FactEntry::new(FactKey::MinimumAge, Vec::new(), Fact::Known(known))
    }

    fn tool(editions: &[(&str, Vec<FactEntry>)], status: Status) -> Tool {
        let edition = |(id, facts): &(&str, Vec<FactEntry>)| Edition {
            id: (*id).to_owned(),
            name: (*id).to_owned(),
            plan: Plan::Consumer,
            domains: Vec::new(),
            facts: facts.clone(),
            assessments: Vec::new(),
        };
        Tool {
            id: "tool".to_owned(),
            name: "Tool".to_owned(),
            other_names: Vec::new(),
            supplier: "maker".to_owned(),
            kind: Kind::Quiz,
            purposes: vec![Purpose::Practise],
            domains: Vec::new(),
            stores: Vec::new(),
            status,
            status_cited: None,
            usage: Usage::Rare,
            editions: editions.iter().map(edition).collect(),
        }
    }

    #[test]
    fn a_later_text_says_what_stood_there_before() {
        let facts = vec![
            age(13, Some("2020-01-01"), Jurisdiction::Eea),
            age(16, Some("2024-01-01"), Jurisdiction::Eea),
            age(5, Some("2022-01-01"), Jurisdiction::Us),
        ];
        let events = events(&tool(&[("free", facts)], Status::Active));
        let shown: Vec<(u16, Option<u16>)> = events
            .iter()
            .map(|event| match &event.what {
                Happening::Fact { value: Value::Number(value), before, .. } => {
                    (*value, before.as_ref().map(|before| if let Value::Number(age) = before { *age } else { 0 }))
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(shown, [(13, None), (5, None), (16, Some(13))]);
        assert!(events.iter().all(|event| event.dated));
    }

    #[test]
    fn what_holds_for_two_editions_is_told_once_and_what_has_no_day_last() {
        let source = SourceId("news".to_owned());
        let status = Status::Discontinued { on: None, replaced_by: Some("other".to_owned()), source };
        let facts = || vec![age(13, None, Jurisdiction::Eea)];
        let events = events(&tool(&[("free", facts()), ("school", facts())], status));
        assert_eq!(events.len(), 2);
        assert_eq!(events[0].editions, ["free", "school"]);
        assert!(!events[0].dated && events[0].on == Some(day("2026-11-21")));
        assert!(matches!(events[1].what, Happening::Discontinued { .. }) && events[1].on.is_none());
    }
}
