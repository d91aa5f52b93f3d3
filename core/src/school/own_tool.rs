//! Tools of the school that the national knowledge base lacks.

use super::plain::{for_message, look_at_all};
use super::read::{Fault, is_id, repeats};
use super::{School, find};
use crate::fact::Fact;
use crate::search;
use crate::strict_json::Entry;
use crate::tool::{Status, Tool};

const COMPARE: &str = "compare it with the tool in examples/school.toml";

/// Reads one tool. It has the shape of a record; what would make it look
/// like more than a school's own word is refused.
pub(super) fn read(entry: Entry<'_>, before: &[Tool], national: &dyn Fn(&str) -> Option<Tool>) -> Result<Tool, Fault> {
    let mut tool: Tool = entry.read().map_err(|what| (for_message(&what), COMPARE))?;
    if !is_id(&tool.id) || tool.editions.iter().any(|edition| !is_id(&edition.id)) {
        return Err(("an id is not right".to_owned(), "use small letters, digits and hyphens, at most 64"));
    }
    if national(&tool.id).is_some() {
        return Err(("the knowledge base has this tool".to_owned(), "leave it out; a decision on it is enough"));
    }
    if before.iter().any(|other| other.id == tool.id) {
        return Err(("the file has two tools with this id".to_owned(), "leave one of them out"));
    }
    if tool.editions.is_empty() || repeats(tool.editions.iter().map(|edition| edition.id.as_str())) {
        return Err(("it has no edition, or two with one id".to_owned(), "give each edition an id of its own"));
    }
    if tool.editions.iter().any(|edition| !edition.assessments.is_empty()) {
        return Err(("it has a central assessment".to_owned(), "leave it out; those are in the knowledge base"));
    }
    if tool.status != Status::Active {
        return Err(("it is not active".to_owned(), "leave the tool out"));
    }
    let mut entries = tool.editions.iter().flat_map(|edition| &edition.facts);
    if tool.status_cited.is_some() || entries.any(|entry| entry.correction.is_some()) {
        return Err((
            "it cites a document or a correction".to_owned(),
            "leave them out; the school's file is the source",
        ));
    }
    look_at_all(texts(&tool)).map_err(|(what, remedy)| (format!("one of its texts {what}"), remedy))?;
    search::look_at(&find::entry(&tool)).map_err(|error| {
        (for_message(&error.to_string()), "a name is at most 64 characters; a host looks like quiz.example.org")
    })?;
    facts(&tool)?;
    for edition in &mut tool.editions {
        edition.facts.sort_by(|one, other| (one.key, &one.routes).cmp(&(other.key, &other.routes)));
    }
    Ok(tool)
}

fn facts(tool: &Tool) -> Result<(), Fault> {
    let known = || tool.editions.iter().flat_map(|edition| &edition.facts);
    for entry in known() {
        let Fact::Known(known) = &entry.fact else {
            continue;
        };
        if !known.value.fits(entry.key) {
            return Err((format!("the value of `{}` is not one it can have", entry.key), COMPARE));
        }
        if known.source.as_str() != School::SOURCE {
            return Err((
                format!("the source of `{}` is not this file", entry.key),
                "write source = \"school\", and say in place where it was read",
            ));
        }
    }
    Ok(())
}

fn texts(tool: &Tool) -> impl Iterator<Item = &str> {
    let names = tool.other_names.iter().map(|name| name.text.as_str());
    let domains = tool.domains.iter().map(String::as_str);
    let stores = tool.stores.iter().map(|store| store.id.as_str());
    let editions = tool.editions.iter().flat_map(|edition| {
        let places = edition.facts.iter().filter_map(|entry| Some(entry.fact.known()?.place.as_str()));
        edition.domains.iter().map(String::as_str).chain([edition.name.as_str()]).chain(places)
    });
    [tool.name.as_str(), tool.supplier.as_str()].into_iter().chain(names).chain(domains).chain(stores).chain(editions)
}
