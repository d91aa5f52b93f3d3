//! What people have to look at.

use core::fmt::{self, Write as _};

use super::{Looked, PlaceState, Refresh};

/// The list in Markdown, with a box to tick for each.
pub(super) fn render(found: &Refresh) -> String {
    let mut list = format!("# To look at, {}\n", found.today);
    for state in PlaceState::ALL.into_iter().filter(|state| is_work(*state)) {
        let of_state = found.places.iter().filter(|place| place.state == Some(state));
        section(&mut list, state.as_str(), of_state.map(line).collect());
    }
    section(&mut list, PlaceState::StoodStill.as_str(), standing_still(found));
    section(&mut list, "past its review date", found.due.iter().map(line).collect());
    list
}

/// Whether each place with this state is work of its own. A copy that stood
/// still is compared once, and one that is in no archive is read when it is
/// due.
fn is_work(state: PlaceState) -> bool {
    !state.holds() && !matches!(state, PlaceState::StoodStill | PlaceState::NotInArchive)
}

/// A line for each document that stood still.
fn standing_still(found: &Refresh) -> Vec<String> {
    let still = found.documents.iter().filter(|document| document.state == PlaceState::StoodStill);
    let line = |document: &super::DocumentLooked| {
        let mut read = found.places.iter().filter(|place| place.source == document.source);
        let count = read.clone().count();
        let url = read.next().map_or("", |place| place.url.as_str());
        format!("- [ ] `{}`, read for {count} facts: {url}\n", document.source)
    };
    still.map(line).collect()
}

fn section(list: &mut String, title: &str, items: Vec<String>) {
    if !items.is_empty() {
        list.push_str(&format!("\n## {}: {}\n\n{}", capitalised(title), items.len(), items.concat()));
    }
}

fn capitalised(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn line(item: &Looked) -> String {
    let said = match &item.value {
        Some(value) => format!("`{}` = {value}", item.what),
        None if item.place.is_some() => format!("`{}`", item.what),
        None => format!("`{}`, not found", item.what),
    };
    let mut line = format!("- [ ] `{}:{}` {said}, of {}", item.file, item.line, item.checked_on);
    if let Some(place) = &item.place {
        let _ = write!(line, ", at *{place}*");
    }
    let _ = writeln!(line, ": {}\n      `{}` {}", item.question, item.source, item.url);
    line
}

impl fmt::Display for Refresh {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changed = self.documents.iter().filter(|document| document.state == PlaceState::ChangedElsewhere).count();
        writeln!(f, "{} archived documents, {changed} changed since they were cited", self.documents.len())?;
        writeln!(f, "{} facts and assessments read in them:", self.places.len())?;
        for state in PlaceState::ALL {
            writeln!(f, "{:>6} {}", self.count(state), state.as_str())?;
        }
        writeln!(f, "{} others are past their review date on {}", self.due.len(), self.today)?;
        let changes = &self.changes;
        write!(
            f,
            "to write: {} later dates and {} fingerprints in {} files",
            changes.dates, changes.fingerprints, changes.files
        )?;
        let latest = self.places.iter().filter_map(|place| place.seen_until).max();
        if let Some(day) = latest.filter(|&day| self.issued.is_some_and(|issued| issued < day)) {
            write!(
                f,
                "\nset `issued` in edition.toml to {day} or later: records are never younger than their edition"
            )?;
        }
        Ok(())
    }
}
