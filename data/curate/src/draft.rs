//! A request to look at a tool, as the draft of a record.
//!
//! Nothing that somebody answered in a dialogue is a fact: no document was
//! read. So the draft is a tool that is known by name only, which is found and
//! whose answers ask the school, and what was said stands in its comments as
//! what to look for.

use std::fmt::Write as _;
use std::path::Path;

use magdit::search::MAX_NAME_CHARS;
use magdit::{Answers, AskKey, Date, Given, Kind, Purpose, Question, Value};
use serde::Deserialize;
use serde_json::Value as Json;

use crate::check::hidden_character;
use crate::names::folded;
use crate::problems::Problems;
use crate::read;
use crate::record::Records;

/// Most bytes of a request.
pub const MAX_REQUEST_BYTES: usize = 1 << 20;

/// Longest id of a record.
const LONGEST_ID: usize = 64;

/// A file of a draft: its place below the folder of records, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// Such as `tools/rekenraket.toml`.
    pub path: String,
    /// The text.
    pub text: String,
}

/// The draft of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Id of the tool.
    pub id: String,
    /// The tool, and its supplier where there is no record of it yet.
    pub files: Vec<DraftFile>,
    /// What somebody has to read before it can be recorded.
    pub to_read: Vec<AskKey>,
}

/// Why a request leads to no draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftError {
    /// More bytes than a request has.
    TooLarge,
    /// It is not the JSON of `magdit ask --json`.
    NoRequest {
        /// Line, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// The name holds a character that cannot be seen.
    Hidden,
    /// The name is longer than a record's may be.
    LongName,
    /// The name has no letter or digit that an id can be made of.
    NoId,
    /// There is a record of this tool.
    Recorded {
        /// Its id.
        id: String,
    },
}

impl core::fmt::Display for DraftError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "the request is larger than {MAX_REQUEST_BYTES} bytes; give the file that `magdit ask --json` printed"
            ),
            Self::NoRequest { line, what } => {
                write!(f, "no request at line {line}: {what}; give the file that `magdit ask --json` printed")
            }
            Self::Hidden => f.write_str("the name holds a character that cannot be seen; type it again in the request"),
            Self::LongName => {
                write!(f, "the name is longer than {MAX_NAME_CHARS} characters; shorten it in the request")
            }
            Self::NoId => f.write_str("the name has no letter a–z or digit to make an id of; write the record by hand"),
            Self::Recorded { id } => {
                write!(f, "there is a record of this tool: tools/{id}.toml; correct that one where it is wrong")
            }
        }
    }
}

impl std::error::Error for DraftError {}

/// The part of a request that a draft is made from. What else stands in it is
/// for people to read.
#[derive(Deserialize)]
struct Request {
    date: Date,
    question: Question,
    answers: Answers,
}

/// Makes the draft of a record out of a request: the JSON that `magdit ask
/// --json` prints, or the `request` in it. `dir` is the folder of records it
/// is meant for; what is there is looked at and not changed.
///
/// # Errors
///
/// [`DraftError`] says what is wrong with the request.
pub fn draft(request: &[u8], dir: &Path) -> Result<Draft, DraftError> {
    let request = read_request(request)?;
    let records = read::read_folder(dir, &Problems::default());
    let (name, supplier) = (request.answers.name(), request.answers.supplier());
    let names = [Some(name), supplier];
    if names.iter().flatten().any(|name| name.chars().count() > MAX_NAME_CHARS) {
        return Err(DraftError::LongName);
    }
    let is_hidden = |text: &str| {
        let problems = Problems::default();
        hidden_character::look_at(0, text, &problems);
        problems.stop_the_build()
    };
    if names.into_iter().flatten().any(is_hidden) {
        return Err(DraftError::Hidden);
    }
    let id = id_of(name).ok_or(DraftError::NoId)?;
    if let Some(recorded) = recorded(&records, &id, name) {
        return Err(DraftError::Recorded { id: recorded });
    }
    let (supplier_id, supplier_file) = supplier_of(&records, &id, name, supplier);
    let to_read = to_read(&request.answers);
    let tool = DraftFile { path: format!("tools/{id}.toml"), text: tool_text(&request, &id, &supplier_id) };
    Ok(Draft { files: [Some(tool), supplier_file].into_iter().flatten().collect(), id, to_read })
}

fn read_request(bytes: &[u8]) -> Result<Request, DraftError> {
    if bytes.len() > MAX_REQUEST_BYTES {
        return Err(DraftError::TooLarge);
    }
    let refused = |error: serde_json::Error| {
        let said = error.to_string();
        let what = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said).to_owned();
        DraftError::NoRequest { line: error.line().max(1), what }
    };
    let mut json: Json = serde_json::from_slice(bytes).map_err(refused)?;
    let inner = json.get_mut("request").map(Json::take);
    serde_json::from_value(inner.unwrap_or(json)).map_err(refused)
}

/// An id made of a name: its letters a–z and digits, the rest as hyphens.
fn id_of(name: &str) -> Option<String> {
    let spaced: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    let words = spaced.split(' ').map(folded);
    let words: Vec<String> = words
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let id: String = words.join("-").chars().take(LONGEST_ID).collect();
    let id = id.trim_end_matches('-').to_owned();
    (!id.is_empty()).then_some(id)
}

/// The tool that has this id or name already.
fn recorded(records: &Records, id: &str, name: &str) -> Option<String> {
    if records.has_file("tools", id) {
        return Some(id.to_owned());
    }
    let same = |other: &str| folded(other) == folded(name);
    let tool = records.tools.iter().find(|tool| tool.names().any(|other| same(&other.value)))?;
    tool.id.as_ref().map(|id| id.value.clone())
}

/// The id of the supplier, and its record where there is none.
fn supplier_of(records: &Records, id: &str, name: &str, supplier: Option<&str>) -> (String, Option<DraftFile>) {
    let named = supplier.unwrap_or(name);
    let known = records.suppliers.iter().find(|other| {
        let its = other.name.as_ref().map(|its| folded(&its.value));
        its.is_some_and(|its| its == folded(named))
    });
    if let Some(known) = known.and_then(|known| known.id.as_ref()) {
        return (known.value.clone(), None);
    }
    let mut its_id = id_of(named).unwrap_or_else(|| id.to_owned());
    if records.has_file("suppliers", &its_id) {
        its_id = format!("{id}-supplier").chars().take(LONGEST_ID).collect();
    }
    let mut text = String::from("# Draft. Nobody has read yet who offers this: look it up in the terms of use.\n");
    if supplier.is_none() {
        text.push_str("# The request names no supplier: the name below is that of the tool. Correct it.\n");
    }
    let _ = writeln!(text, "id = {}\nname = {}", quoted(&its_id), quoted(named));
    (its_id.clone(), Some(DraftFile { path: format!("suppliers/{its_id}.toml"), text }))
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn tool_text(request: &Request, id: &str, supplier: &str) -> String {
    let answers = &request.answers;
    let mut text = format!(
        "# Draft, from a request of {}. Nobody has read a document about this tool.\n\
         # What stands under \"Said\" was answered by who asked and is no fact: record it\n\
         # only with the document it is read in. CONTRIBUTING.md says how.\n",
        request.date
    );
    let said = |wanted: &dyn Fn(&Given) -> bool| answers.iter().filter(|(_, given)| wanted(given)).collect::<Vec<_>>();
    let known = said(&|given| given.value().is_some());
    section(
        &mut text,
        "Said",
        known.iter().map(|(key, given)| format!("{key}{}", given.value().map_or_else(String::new, shown))),
    );
    section(
        &mut text,
        "Not known to who asked",
        said(&|given| given.value().is_none()).iter().map(|(key, _)| key.to_string()),
    );
    let open = AskKey::EVER_ASKED.into_iter().filter(|&key| answers.get(key).is_none());
    section(&mut text, "Not asked, and still to be read", open.map(|key| key.to_string()));
    let kind = match answers.get(AskKey::Kind).and_then(Given::value) {
        Some(Value::Word(word)) => Kind::from_word(word),
        _ => None,
    };
    let (kind, kind_note) = match kind {
        Some(kind) => (kind, "# said: look for yourself"),
        None => (Kind::General, "# not known: look for yourself"),
    };
    let (purpose, purpose_note) = match request.question.purpose {
        Some(purpose) => (purpose, "# what it was asked for; add what else schools use it for"),
        None => (purpose_of(kind), "# guessed from its kind: correct it"),
    };
    let _ = write!(
        text,
        "id = {}\nname = {}\nsupplier = {}\nkind = \"{kind}\"  {kind_note}\npurposes = [\"{purpose}\"]  {purpose_note}\n\
         usage = \"rare\"\n\n[status]\nstate = \"active\"\n",
        quoted(id),
        quoted(answers.name()),
        quoted(supplier),
    );
    text
}

fn section(text: &mut String, title: &str, lines: impl Iterator<Item = String>) {
    let mut lines = lines.peekable();
    if lines.peek().is_some() {
        let _ = writeln!(text, "#\n# {title}:");
        lines.for_each(|line| {
            let _ = writeln!(text, "#   {line}");
        });
    }
}

/// A value behind its key.
fn shown(value: &Value) -> String {
    match value {
        Value::YesNo(yes) => format!(" = {yes}"),
        Value::Number(number) => format!(" = {number}"),
        Value::Word(word) => format!(" = \"{word}\""),
        Value::Words(words) => {
            format!(" = [{}]", words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Every fact that an answer turns on or that was asked about.
fn to_read(answers: &Answers) -> Vec<AskKey> {
    let asked = AskKey::EVER_ASKED.into_iter().chain(answers.iter().map(|(key, _)| key));
    let mut keys: Vec<AskKey> = asked.filter(|key| !matches!(key, AskKey::Kind | AskKey::Plan)).collect();
    keys.sort();
    keys.dedup();
    keys
}

/// What tools of a kind are used for most.
const fn purpose_of(kind: Kind) -> Purpose {
    match kind {
        Kind::Messaging | Kind::ParentCommunication | Kind::VideoCall | Kind::Email | Kind::SocialMedium => {
            Purpose::Communicate
        }
        Kind::PupilTrackingSystem => Purpose::Track,
        Kind::Assessment | Kind::Proctoring => Purpose::Assess,
        Kind::VideoPlatform => Purpose::Show,
        Kind::GenerativeAi | Kind::Creation | Kind::Board | Kind::OfficeSuite | Kind::CloudStorage => Purpose::Create,
        _ => Purpose::Practise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_of_the_letters_and_digits_of_a_name() {
        let cases = [
            ("Rekenraket", Some("rekenraket")),
            ("Één & Twee 3!", Some("een-twee-3")),
            ("a.b", Some("a-b")),
            ("!?", None),
            ("Ωμ", None),
        ];
        for (name, id) in cases {
            assert_eq!(id_of(name).as_deref(), id, "{name}");
        }
        assert_eq!(id_of(&"a".repeat(65)).map(|id| id.len()), Some(64));
        assert_eq!(id_of(&format!("{} b", "a".repeat(63))).map(|id| id.len()), Some(63));
    }
}
