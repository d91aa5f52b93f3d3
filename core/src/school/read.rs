//! Reads a school's file: strict JSON, one entry at a time.

use super::find::OwnNames;
use super::plain::{self, for_message, look_at, look_at_all};
use super::{Contacts, School, SchoolDecision, SchoolError, SchoolList, SchoolProblem, UndecidedTools, own_tool};
use crate::answer::Decision;
use crate::date::Date;
use crate::question::Sector;
use crate::read::readable;
use crate::strict_json::{Entry, Json, JsonError};
use crate::tool::{Route, Tool};

/// The file as it is written. Entries are read one by one, so that one that
/// is not right leaves the others alone.
struct FileRow<'a> {
    name: String,
    date: Date,
    contacts: Contacts,
    sector: Option<Sector>,
    undecided_free_tools: Option<UndecidedTools>,
    decisions: Vec<Entry<'a>>,
    tools: Vec<Entry<'a>>,
}

readable! {
    FileRow<'de> {
        name, date, contacts [default], sector [default], undecided_free_tools [default], decisions [default],
        tools [default],
    }
}

/// The knowledge base that a file lies over, as far as reading looks at it.
pub(crate) struct National<'a> {
    /// The record of a tool.
    pub(crate) tool: &'a dyn Fn(&str) -> Option<Tool>,
    /// The id of the tool that a text comes closest to.
    pub(crate) nearest: &'a dyn Fn(&str) -> Option<String>,
}

/// What is wrong with one entry, and what to do.
pub(super) type Fault = (String, &'static str);

const COMPARE: &str = "compare it with examples/school.toml";

/// Most entries that name no tool for which the nearest one is looked up.
const MAX_NEAREST: usize = 20;

impl School {
    /// Reads a file that lies over a knowledge base.
    pub(crate) fn read(bytes: &[u8], national: &National<'_>) -> Result<Self, SchoolError> {
        if bytes.len() > Self::MAX_BYTES {
            return Err(SchoolError::TooLarge { found: bytes.len() });
        }
        let text = core::str::from_utf8(bytes).map_err(|error| no_text(bytes, error.valid_up_to()))?;
        let json = Json::of(text).map_err(refused)?;
        let row: FileRow<'_> = json.read().map_err(refused)?;
        let found = row.decisions.len().saturating_add(row.tools.len());
        if found > Self::MAX_ENTRIES {
            return Err(SchoolError::TooMany { found });
        }
        head(&row)?;
        let mut school = Self {
            name: row.name,
            date: row.date,
            contacts: row.contacts,
            sector: row.sector,
            undecided_free_tools: row.undecided_free_tools.unwrap_or(UndecidedTools::AskSchool),
            decisions: Vec::new(),
            tools: Vec::new(),
            names: OwnNames::default(),
            unreadable: Vec::new(),
            problems: Vec::new(),
        };
        for (number, entry) in (1..).zip(row.tools) {
            match own_tool::read(entry, &school.tools, national.tool) {
                Ok(tool) => {
                    let at = school.tools.partition_point(|other| other.id < tool.id);
                    school.tools.insert(at, tool);
                }
                Err(fault) => school.report(SchoolList::Tools, number, entry, fault),
            }
        }
        school.index_own_tools();
        let mut numbered: Vec<(usize, SchoolDecision)> = Vec::new();
        for (number, entry) in (1..).zip(row.decisions) {
            let tool_of = |id: &str| school.tool(id).cloned().or_else(|| (national.tool)(id));
            match decision(entry, &tool_of) {
                Ok(decision) => numbered.push((number, decision)),
                Err(fault) => school.report_decision(number, entry, fault, national),
            }
        }
        school.unreadable.sort_unstable();
        school.unreadable.dedup();
        numbered.sort_by(|(one, first), (other, second)| order(first).cmp(&order(second)).then(one.cmp(other)));
        school.report_contradictions(&numbered);
        school.decisions = numbered.into_iter().map(|(_, decision)| decision).collect();
        school.problems.sort_by_key(|problem| (problem.list, problem.number));
        Ok(school)
    }

    fn report(&mut self, list: SchoolList, number: usize, entry: Entry<'_>, (what, remedy): Fault) {
        let tool = names_in(entry).first().map(|name| for_message(name));
        self.problems.push(SchoolProblem { list, number, tool, what, remedy, skipped: true, asks_school: false });
    }

    /// Leaves a decision out. What it says is not known, so that answers on
    /// the tools it names ask the school.
    fn report_decision(&mut self, number: usize, entry: Entry<'_>, fault: Fault, national: &National<'_>) {
        let names = names_in(entry);
        let known = |id: &str| self.tool(id).is_some() || (national.tool)(id).is_some();
        let mut meant: Vec<String> = names.iter().map(|name| name.trim().to_lowercase()).collect();
        meant.retain(|id| known(id));
        let (mut what, remedy) = fault;
        let look_up = meant.is_empty() && self.unreadable_names() < MAX_NEAREST;
        if let Some(id) = names.first().filter(|_| look_up).and_then(|name| (national.nearest)(name)) {
            what = format!("{what}; the nearest one is `{id}`");
        }
        let tool = names.first().map(|name| for_message(name));
        let asks_school = !meant.is_empty();
        let list = SchoolList::Decisions;
        self.problems.push(SchoolProblem { list, number, tool, what, remedy, skipped: true, asks_school });
        self.unreadable.extend(meant);
    }

    /// How many decisions so far name no tool.
    fn unreadable_names(&self) -> usize {
        self.problems.iter().filter(|problem| problem.list == SchoolList::Decisions && !problem.asks_school).count()
    }

    /// Makes the own tools findable. Each was looked at on its own; should
    /// they not go together, their ids still lead to them.
    fn index_own_tools(&mut self) {
        match OwnNames::of(&self.tools) {
            Ok(names) => self.names = names,
            Err(error) => self.problems.push(SchoolProblem {
                list: SchoolList::Tools,
                number: 1,
                tool: None,
                what: for_message(&error.to_string()),
                remedy: "until then own tools are found by their id alone",
                skipped: false,
                asks_school: false,
            }),
        }
    }

    /// Decisions on the same use that hold on the same day, of which one
    /// opens and the other closes. They stay: answers ask the school.
    fn report_contradictions(&mut self, numbered: &[(usize, SchoolDecision)]) {
        for of_tool in numbered.chunk_by(|(_, one), (_, other)| one.tool == other.tool) {
            let closing = || of_tool.iter().filter(|(_, decision)| decision.decision.closes());
            for (number, opening) in of_tool.iter().filter(|(_, decision)| decision.decision.opens()) {
                if let Some((other, _)) = closing().find(|(_, closing)| meet(opening, closing)) {
                    self.problems.push(SchoolProblem {
                        list: SchoolList::Decisions,
                        number: *number,
                        tool: Some(opening.tool.clone()),
                        what: format!("it contradicts decision {other}, so answers ask the school"),
                        remedy: "give the earlier one a last day (valid_until), or name the edition or route of each",
                        skipped: false,
                        asks_school: true,
                    });
                }
            }
        }
    }
}

/// The tools that an entry names, also when it is not right: every text under
/// `tool`, or `id`, however often it stands there.
fn names_in(entry: Entry<'_>) -> Vec<&str> {
    entry.texts_under(&["tool", "id"])
}

fn order(decision: &SchoolDecision) -> (&str, Option<&str>, Option<Route>, Date) {
    (&decision.tool, decision.edition.as_deref(), decision.route, decision.date)
}

fn meet(one: &SchoolDecision, other: &SchoolDecision) -> bool {
    let open = |one: Option<&str>, other: Option<&str>| one.is_none() || other.is_none() || one == other;
    let days = |one: &SchoolDecision, other: &SchoolDecision| one.valid_until.is_none_or(|last| other.date <= last);
    open(one.edition.as_deref(), other.edition.as_deref())
        && open(one.route.map(Route::as_str), other.route.map(Route::as_str))
        && days(one, other)
        && days(other, one)
}

/// Looks at the texts above the entries.
fn head(row: &FileRow<'_>) -> Result<(), SchoolError> {
    let contacts = &row.contacts;
    let texts: [(&'static str, Option<&String>); 5] = [
        ("name", Some(&row.name)),
        ("contacts.privacy_officer", contacts.privacy_officer.as_ref()),
        ("contacts.it_administrator", contacts.it_administrator.as_ref()),
        ("contacts.data_protection_officer", contacts.data_protection_officer.as_ref()),
        ("contacts.incidents", contacts.incidents.as_ref()),
    ];
    for (field, text) in texts {
        if let Some(Err((what, remedy))) = text.map(|text| look_at(text)) {
            return Err(SchoolError::Text { field, what, remedy });
        }
    }
    Ok(())
}

/// Reads one decision.
fn decision(entry: Entry<'_>, tool_of: &dyn Fn(&str) -> Option<Tool>) -> Result<SchoolDecision, Fault> {
    let entry: SchoolDecision = entry.read().map_err(|what| (for_message(&what), COMPARE))?;
    let tool = tool_of(&entry.tool).ok_or_else(|| {
        ("there is no tool with this id".to_owned(), "search for the tool and use its id, or add it under tools")
    })?;
    if entry.edition.as_ref().is_some_and(|edition| tool.edition(edition).is_none()) {
        let editions: Vec<&str> = tool.editions.iter().map(|edition| edition.id.as_str()).collect();
        return Err((
            format!("the tool has no such edition; it has: {}", editions.join(", ")),
            "use the id of an edition, or leave it out for all of them",
        ));
    }
    if entry.valid_until.is_some_and(|last| last < entry.date) {
        return Err(("its last day lies before its date".to_owned(), "correct one of the two"));
    }
    let with_conditions = matches!(entry.decision, Decision::ApprovedWithConditions | Decision::Pilot);
    if !entry.conditions.is_empty() && !with_conditions {
        return Err((
            format!("a decision `{}` has no conditions of its own", entry.decision),
            "use approved_with_conditions, or leave the conditions out",
        ));
    }
    if entry.conditions.is_empty() && entry.decision == Decision::ApprovedWithConditions {
        return Err(("it names no condition".to_owned(), "write the conditions, or use approved"));
    }
    let lists = entry.conditions.iter().chain(&entry.settings).map(String::as_str);
    look_at_all(lists.chain([entry.decided_by.as_str()]).chain(entry.alternative.as_deref()))
        .map_err(|(what, remedy)| (format!("one of its texts {what}"), remedy))?;
    Ok(entry)
}

/// Why the file as a whole is refused.
fn refused(error: JsonError) -> SchoolError {
    let (line, column) = error.place.unwrap_or((1, 1));
    match error.what {
        Some(what) => SchoolError::Shape { line, column, what },
        None => SchoolError::NotJson { line, column },
    }
}

/// Bytes that are no text from a place on.
fn no_text(bytes: &[u8], valid: usize) -> SchoolError {
    let before = bytes.get(..valid).unwrap_or_default();
    let line = before.iter().filter(|&&byte| byte == b'\n').count().saturating_add(1);
    let column = before.rsplit(|&byte| byte == b'\n').next().unwrap_or_default().len().saturating_add(1);
    SchoolError::NotJson { line, column }
}

/// Whether ids or names occur more than once.
pub(super) fn repeats<'t>(words: impl IntoIterator<Item = &'t str>) -> bool {
    let mut words: Vec<&str> = words.into_iter().collect();
    words.sort_unstable();
    words.iter().zip(words.iter().skip(1)).any(|(one, next)| one == next)
}

/// Whether a word can be an id: small letters, digits and hyphens.
pub(super) fn is_id(word: &str) -> bool {
    const LONGEST: usize = 64;
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST).contains(&word.len()) && word.bytes().all(fits) && !word.chars().any(plain::is_hidden)
}
