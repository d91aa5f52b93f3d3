//! Tools as the library holds them: every edition with all its facts.

use magdit::{
    Assessment, Correction, Edition, Fact, FactEntry, FactKey, Known, OtherName, Plan, Scope, SourceId, Status,
    StoreId, Tool,
};

use crate::compile::source::citation;
use crate::files::At;
use crate::record::{
    AssessmentRecord, CorrectionRecord, EditionRecord, FactRecord, FactState, KnownRecord, Records, ScopeRecord,
    StatusRecord, ToolRecord, merged_facts,
};

/// Every tool, with its file.
pub(super) fn tools(records: &Records) -> Option<Vec<(usize, Tool)>> {
    records.tools.iter().map(|record| Some((record.file, tool(records, record)?))).collect()
}

fn tool(records: &Records, record: &ToolRecord) -> Option<Tool> {
    let mut other_names: Vec<OtherName> =
        record.other_names.iter().map(|(kind, name)| OtherName { text: name.value.clone(), kind: *kind }).collect();
    other_names.sort();
    let mut stores: Vec<StoreId> =
        record.stores.iter().map(|entry| StoreId { store: entry.store, id: entry.id.value.clone() }).collect();
    stores.sort();
    let mut editions: Vec<Edition> =
        record.editions.iter().map(|edition| compile_edition(records, record, edition)).collect::<Option<_>>()?;
    if editions.is_empty() {
        editions.push(not_recorded(record.name.as_ref()?.value.clone()));
    }
    Some(Tool {
        id: record.id.as_ref()?.value.clone(),
        name: record.name.as_ref()?.value.clone(),
        other_names,
        supplier: record.supplier.as_ref()?.value.clone(),
        kind: record.kind?.value,
        purposes: record.purposes.as_ref()?.value.clone(),
        domains: sorted(&record.domains),
        stores,
        status: status(record.status.as_ref()?)?,
        status_cited: record.status_cited.as_ref().and_then(citation),
        usage: record.usage?.value,
        editions,
    })
}

fn sorted(texts: &[At<String>]) -> Vec<String> {
    let mut texts: Vec<String> = texts.iter().map(|text| text.value.clone()).collect();
    texts.sort();
    texts
}

fn status(record: &StatusRecord) -> Option<Status> {
    let source = || Some(SourceId(record.source()?.value.clone()));
    let successor = || record.successor().map(|id| id.value.clone());
    Some(match record {
        StatusRecord::Active => Status::Active,
        StatusRecord::Discontinued { on, .. } => {
            Status::Discontinued { on: on.map(|date| date.value), replaced_by: successor(), source: source()? }
        }
        StatusRecord::Renamed { on, .. } => {
            Status::Renamed { on: on.map(|date| date.value), to: successor()?, source: source()? }
        }
    })
}

/// The edition of a tool that is known by name only. It has no facts, so that
/// every answer about it asks the school.
fn not_recorded(name: String) -> Edition {
    let plan = Plan::NotRecorded;
    let (domains, facts, assessments) = (Vec::new(), Vec::new(), Vec::new());
    Edition { id: plan.as_str().to_owned(), name, plan, domains, facts, assessments }
}

fn compile_edition(records: &Records, tool: &ToolRecord, record: &EditionRecord) -> Option<Edition> {
    let facts: Option<Vec<FactEntry>> =
        merged_facts(records, tool, record).into_iter().map(|fact| fact_entry(records, fact)).collect();
    let mut facts = facts?;
    facts.sort_by_cached_key(sort_key);
    let assessments: Option<Vec<Assessment>> = record.assessments.iter().map(assessment).collect();
    let mut assessments = assessments?;
    assessments.sort_by(|left, right| (left.date, &left.by, &left.source).cmp(&(right.date, &right.by, &right.source)));
    Some(Edition {
        id: record.id.as_ref()?.value.clone(),
        name: record.name.as_ref()?.value.clone(),
        plan: record.plan?.value,
        domains: sorted(&record.domains),
        facts,
        assessments,
    })
}

/// Key, routes and first day; then what keeps two facts of one day apart, so
/// that the order never depends on the order in the file.
fn sort_key(entry: &FactEntry) -> impl Ord + use<> {
    let (day, rest) = match &entry.fact {
        Fact::Known(known) => (
            Some(known.in_force_from()),
            format!("known {} {} {} {}", known.source.as_str(), known.place, known.value, known.checked_on),
        ),
        Fact::Unknown { reason, searched, checked_on } => {
            (Some(*checked_on), format!("unknown {reason} {}", searched.join(" ")))
        }
        Fact::NotApplicable => (None, String::new()),
    };
    (entry.key, entry.routes.clone(), day, rest)
}

fn fact_entry(records: &Records, record: &FactRecord) -> Option<FactEntry> {
    let key = record.key?.value;
    let fact = match record.state.as_ref()? {
        FactState::Known(known) => Fact::Known(compile_known(records, key, known)?),
        FactState::Unknown { reason, searched, checked_on } => Fact::Unknown {
            reason: (*reason)?.value,
            searched: searched.iter().map(|searched| searched.value.clone()).collect(),
            checked_on: (*checked_on)?.value,
        },
        FactState::NotApplicable => Fact::NotApplicable,
    };
    let correction = record.correction.as_ref().and_then(compile_correction);
    Some(FactEntry { key, routes: record.route_list(), fact, correction })
}

fn compile_correction(record: &CorrectionRecord) -> Option<Correction> {
    Some(Correction {
        by: record.by.as_ref()?.value.clone(),
        value: record.value.as_ref()?.value.clone(),
        source: SourceId(record.source.as_ref()?.value.clone()),
        place: record.heading.as_ref()?.value.clone(),
        checked_on: record.checked_on?.value,
    })
}

fn compile_known(records: &Records, key: FactKey, record: &KnownRecord) -> Option<Known> {
    Some(Known {
        value: record.value.as_ref()?.value.clone(),
        source: SourceId(record.source.as_ref()?.value.clone()),
        place: record.heading.as_ref()?.value.clone(),
        content_date: record.content_date(records),
        checked_on: record.checked_on?.value,
        review_by: record.review_by(key)?,
        jurisdiction: record.jurisdiction(records)?,
    })
}

fn assessment(record: &AssessmentRecord) -> Option<Assessment> {
    Some(Assessment {
        by: record.by.as_ref()?.value.clone(),
        date: record.date?.value,
        outcome: record.outcome?.value,
        scope: scope(&record.scope)?,
        outside_scope: record.outside_scope?.value,
        measures: sorted(&record.measures),
        source: SourceId(record.source.as_ref()?.value.clone()),
        place: record.heading.as_ref()?.value.clone(),
        checked_on: record.checked_on?.value,
        review_by: record.review_by()?,
    })
}

fn scope(record: &ScopeRecord) -> Option<Scope> {
    let minimum_age = match record.minimum_age {
        Some(age) => Some(u8::try_from(age.value).ok()?),
        None => None,
    };
    Some(Scope {
        minimum_age,
        roles: sorted_words(&record.roles),
        sectors: sorted_words(&record.sectors),
        data: sorted_words(&record.data),
    })
}

fn sorted_words<T: Copy + Ord>(words: &[At<T>]) -> Vec<T> {
    let mut words: Vec<T> = words.iter().map(|word| word.value).collect();
    words.sort();
    words.dedup();
    words
}
