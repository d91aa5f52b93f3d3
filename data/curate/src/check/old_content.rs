//! A text that is years old may say what is no longer so.

use std::collections::BTreeSet;

use magdit::{Date, FactKey};

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{FactRecord, Records, fact_lists, is_superseded};

/// When a text was read says nothing about its age: somebody reads a contract
/// of years ago today, and its value counts as fresh. So the age of the text
/// itself is looked at, for what suppliers change: agreements, ages, roles,
/// places of data, advertising and training. Whether there is a way to sign
/// in is left out; a page on that is right or wrong, not old. A text that an
/// archive follows is what the supplier says today, however long it stands;
/// `stale-archive` looks at those.
pub(super) const CHECK: Check =
    Check::warning("old-content", "a fact that suppliers change does not rest on a text of years ago", run);

/// Years after which a text counts as old. Agreements in schools are made for
/// a school year and mostly renewed within three; the texts of large suppliers
/// change every year.
const YEARS: u16 = 4;

fn run(records: &Records, problems: &Problems) {
    let Some(issued) = records.issued() else {
        return;
    };
    let mut seen = BTreeSet::new();
    for list in fact_lists(records) {
        for fact in list.iter().filter(|fact| !is_superseded(records, list, fact)) {
            if let Some((source, content)) = old_text(fact, issued, records)
                && seen.insert((fact.place.file, source.value.as_str(), content))
            {
                problems.add(
                    &CHECK,
                    source.place,
                    format!("a text of {content} behind what decides"),
                    format!("one that changed in the {YEARS} years before {issued}"),
                    "look for a later text; without one, add an exception that says where you looked",
                );
            }
        }
    }
}

/// The source of a fact and the date of its text, where that is old.
fn old_text<'r>(fact: &'r FactRecord, issued: Date, records: &Records) -> Option<(&'r At<String>, Date)> {
    let known = fact.known().filter(|_| fact.key.is_some_and(|key| can_change(key.value)))?;
    let source = known.source.as_ref()?;
    let content = known.content_date(records)?;
    let is_followed = records.source(&source.value).is_some_and(|source| source.archive_url.is_some());
    (!is_followed && content.add_months(YEARS * 12)? < issued).then_some((source, content))
}

const fn can_change(key: FactKey) -> bool {
    matches!(
        key,
        FactKey::MinimumAge
            | FactKey::ParentalPermissionAge
            | FactKey::PupilUseAllowed
            | FactKey::ProcessingAgreement
            | FactKey::DataRole
            | FactKey::Hosting
            | FactKey::Advertising
            | FactKey::TrainsOnInput
    )
}
