//! What became of each place.

use std::collections::{BTreeMap, BTreeSet};

use magdit::{Date, Language};

use super::archive::{Archive, Cited};
use super::document::Document;
use super::edit::{Edit, Table};
use super::spots::{self, Spot};
use super::{Changes, DocumentLooked, Looked, PlaceState, Refresh, RefreshError};
use crate::record::{Records, SourceRecord};

/// Months after which a copy that did not change may be one of a page that
/// the archive lost.
const STANDING_STILL_MONTHS: u16 = 12;

/// A cited document with what the archive has of it.
#[derive(Debug)]
struct Copy {
    looked: DocumentLooked,
    /// The day until which the archive knows it.
    day: Option<Date>,
    cited: Option<Document>,
    cited_fingerprints: BTreeSet<String>,
    fingerprints: BTreeSet<String>,
}

pub(super) fn judge(
    records: &Records,
    archives: &[Archive],
    today: Date,
    language: Language,
) -> Result<Refresh, RefreshError> {
    let mut copies: BTreeMap<&str, Copy> = BTreeMap::new();
    for source in &records.sources {
        let cited = source.archive_url.as_ref().and_then(|address| Cited::parse(&address.value));
        if let (Some(id), Some(cited)) = (&source.id, cited) {
            copies.insert(&id.value, look_at(source, &id.value, &cited, archives)?);
        }
    }
    let mut found = Refresh {
        today,
        issued: records.issued(),
        documents: Vec::new(),
        places: Vec::new(),
        due: Vec::new(),
        changes: Changes::default(),
        edits: Vec::new(),
    };
    for spot in spots::all(records) {
        look_at_spot(&spot, records, &copies, language, &mut found);
    }
    for source in &records.sources {
        let copy = source.id.as_ref().and_then(|id| copies.get(id.value.as_str()));
        found.edits.extend(copy.and_then(|copy| source_edit(source, copy, records, &found.places)));
    }
    let superseded = spots::superseded_sources(records);
    let counts = |looked: &DocumentLooked| {
        let source = looked.source.as_str();
        !superseded.contains(source) || found.places.iter().any(|place| place.source == source)
    };
    found.documents = copies.into_values().map(|copy| copy.looked).filter(counts).collect();
    found.changes = Changes {
        dates: found.edits.iter().filter(|edit| edit.checked_on.is_some()).count(),
        fingerprints: found.edits.iter().filter(|edit| edit.fingerprint.is_some()).count(),
        files: found.edits.iter().map(|edit| edit.file.as_str()).collect::<BTreeSet<_>>().len(),
    };
    Ok(found)
}

fn look_at(source: &SourceRecord, id: &str, cited: &Cited, archives: &[Archive]) -> Result<Copy, RefreshError> {
    let looked =
        |state, changed_on| DocumentLooked { source: id.to_owned(), path: cited.path.clone(), state, changed_on };
    let mut copy = Copy {
        looked: looked(PlaceState::NotInArchive, None),
        day: None,
        cited: None,
        cited_fingerprints: BTreeSet::new(),
        fingerprints: BTreeSet::new(),
    };
    for archive in archives {
        if !archive.holds(cited)? {
            continue;
        }
        copy.day = Some(archive.day);
        copy.cited = archive.cited(cited)?.map(|text| Document::parse(&text));
        copy.cited_fingerprints = copy.cited.as_ref().map(Document::fingerprints).unwrap_or_default();
        let current = archive.current(cited)?.map(|text| Document::parse(&text));
        copy.looked = match (&current, &copy.cited) {
            (None, _) => looked(PlaceState::Gone, None),
            (Some(current), Some(before)) if current.words() == before.words() => {
                let content = source.content_date.map(|date| date.value);
                let until = content.and_then(|date| date.add_months(STANDING_STILL_MONTHS));
                let stands_still = until.is_some_and(|until| until < archive.day);
                looked(if stands_still { PlaceState::StoodStill } else { PlaceState::Unchanged }, None)
            }
            (Some(_), _) => looked(PlaceState::ChangedElsewhere, archive.changed_on(cited)?),
        };
        copy.fingerprints = current.as_ref().map(Document::fingerprints).unwrap_or_default();
        break;
    }
    Ok(copy)
}

impl Copy {
    /// What became of a place, and the fingerprint it should have.
    fn at(&self, spot: &Spot<'_>) -> (PlaceState, Option<String>) {
        let own = spot.fingerprint.map(str::to_owned);
        let all_in = |known: &BTreeSet<String>, list: &str| list.split(' ').all(|one| known.contains(one));
        if own.as_deref().is_some_and(|own| self.cited.is_some() && !all_in(&self.cited_fingerprints, own)) {
            return (PlaceState::Mismatch, None);
        }
        let made = || self.cited.as_ref()?.at(spot.heading?, spot.value);
        let fingerprint = own.or_else(made);
        let state = match self.looked.state {
            PlaceState::ChangedElsewhere => match &fingerprint {
                None => PlaceState::NotLocated,
                Some(list) if all_in(&self.fingerprints, list) => PlaceState::ChangedElsewhere,
                Some(_) => PlaceState::ChangedAtPlace,
            },
            whole => whole,
        };
        (state, fingerprint.filter(|_| spot.fingerprint.is_none()))
    }
}

fn look_at_spot(
    spot: &Spot<'_>,
    records: &Records,
    copies: &BTreeMap<&str, Copy>,
    language: Language,
    found: &mut Refresh,
) {
    let archived: Vec<&Copy> = spot.sources.iter().filter_map(|source| copies.get(source)).collect();
    let is_read = spot.heading.is_some();
    let (state, fingerprint, copy) = match archived.as_slice() {
        [copy] if is_read => {
            let (state, fingerprint) = copy.at(spot);
            (Some(state), fingerprint, Some(*copy))
        }
        // What was looked for in vain may stand in any part that changed.
        [] => (None, None, None),
        searched => {
            let changed = searched.iter().find(|copy| copy.looked.state != PlaceState::Unchanged);
            let state = changed.map_or(PlaceState::Unchanged, |copy| match copy.looked.state {
                PlaceState::ChangedElsewhere => PlaceState::ChangedSinceSearch,
                other => other,
            });
            (Some(state), None, changed.or(searched.first()).copied())
        }
    };
    let all_archived = archived.len() == spot.sources.len();
    let day = archived.iter().filter_map(|copy| copy.day).min().filter(|_| all_archived);
    let seen_until = day.filter(|&day| state.is_some_and(PlaceState::holds) && day > spot.checked_on);
    let source = copy.map_or_else(|| spot.sources.first().copied().unwrap_or_default(), |copy| &copy.looked.source);
    let file = records.files.get(spot.at.file);
    let path = file.map_or("", |file| file.path.as_str());
    let looked = Looked {
        file: path.to_owned(),
        line: file.map_or(1, |file| file.line_and_column(spot.at.offset).0),
        what: spot.what().to_owned(),
        value: spot.value.map(ToString::to_string),
        source: source.to_owned(),
        url: records.source(source).and_then(|record| record.url.as_ref()).map_or(source, |url| &url.value).to_owned(),
        place: spot.heading.map(str::to_owned),
        question: question(spot, records, language),
        checked_on: spot.checked_on,
        seen_until,
        state,
    };
    if seen_until.is_some() || fingerprint.is_some() {
        found.edits.push(Edit { file: path.to_owned(), table: spot.table, checked_on: seen_until, fingerprint });
    }
    let is_due = spot.review_by.is_some_and(|date| date < found.today);
    let is_archived = state.is_some_and(|state| all_archived || !state.holds());
    if is_due && (!is_archived || state == Some(PlaceState::NotInArchive)) {
        found.due.push(looked.clone());
    }
    if is_archived {
        found.places.push(looked);
    }
}

/// A source was opened again where everything that was read in it holds.
fn source_edit(source: &SourceRecord, copy: &Copy, records: &Records, places: &[Looked]) -> Option<Edit> {
    let day = copy.day.filter(|_| copy.looked.state.holds())?;
    let of_source = || places.iter().filter(|place| place.source == copy.looked.source);
    let holds = of_source().all(|place| place.state.is_some_and(PlaceState::holds));
    let is_told = copy.looked.state == PlaceState::Unchanged || of_source().next().is_some();
    let is_later = source.checked_on.is_some_and(|before| before.value < day);
    (holds && is_told && is_later).then(|| Edit {
        file: records.files.get(source.file).map(|file| file.path.clone()).unwrap_or_default(),
        table: Table::Root,
        checked_on: Some(day),
        fingerprint: None,
    })
}

/// What to find out, in the words that teachers are asked with where there
/// are such.
fn question(spot: &Spot<'_>, records: &Records, language: Language) -> String {
    let texts = records.texts.iter().find(|file| file.language == language);
    let say = |key: String| Some(texts?.texts.get(&key)?.teacher.value.as_str());
    let what = spot.what();
    let asked = say(format!("ask.{what}"));
    let asked = asked.or_else(|| say(format!("fact.{what}"))).unwrap_or(what);
    asked.replace("{tool}", spot.tool).replace("{supplier}", spot.supplier)
}
