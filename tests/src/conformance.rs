//! The conformance file: calls with the bytes they give, which every binding
//! replays. `tests/conformance/README.md` describes it.

use std::fs;
use std::path::PathBuf;

use magdit::json::{self, CallError};
use magdit::{KnowledgeBase, Trust};
use serde::{Deserialize, Serialize};

use crate::{files, root, text};

/// One call with what it gives. Which fields a call has, says the README.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Case {
    /// Unique in its file.
    pub name: String,
    /// The call.
    pub call: String,
    /// The school file to lay over the knowledge base before the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// What to search for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Most matches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
    /// The id of a tool.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// The answers so far, as they are passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<String>,
    /// The question, as it is passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// The language, as it is passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Today, as it is passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub today: Option<String>,
    /// Bytes to open as a knowledge base, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<String>,
    /// 0, or the number of the error.
    pub status: u8,
    /// `ok`, or the code of the error.
    pub code: String,
    /// The JSON that comes back, byte for byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Instead of the bytes: the names of the fields, in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fields: Option<Vec<String>>,
}

/// A file of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// `fixture.kb`, or `embedded`.
    pub knowledge_base: String,
    /// How many cases there are.
    pub count: usize,
    /// The cases.
    pub cases: Vec<Case>,
}

/// The folder of the conformance file.
#[must_use]
pub fn folder() -> PathBuf {
    root("tests/conformance")
}

/// The frozen knowledge base that the cases ask.
///
/// # Panics
///
/// When it cannot be read.
#[must_use]
pub fn fixture() -> Vec<u8> {
    let path = folder().join("fixture.kb");
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file of cases with its name, sorted.
///
/// # Panics
///
/// When one cannot be read, or counts other cases than it has.
#[must_use]
pub fn case_files() -> Vec<(String, CaseFile)> {
    let read = |path: &PathBuf| {
        let file: CaseFile =
            serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(file.count, file.cases.len(), "{} counts other cases than it has", path.display());
        (crate::stem(path), file)
    };
    files(&folder(), ".json").iter().map(read).collect()
}

/// The bytes of a school file of the conformance file.
///
/// # Panics
///
/// When there is no such file.
#[must_use]
pub fn school_file(name: &str) -> Vec<u8> {
    let path = folder().join("schools").join(format!("{name}.json"));
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Makes the call of a case: what every binding has to give.
///
/// # Errors
///
/// What the call gives instead.
///
/// # Panics
///
/// When the case lacks a field that its call needs.
pub fn call(library: &KnowledgeBase, case: &Case) -> Result<String, CallError> {
    let field = |field: &Option<String>| field.clone().unwrap_or_else(|| panic!("{}: a field is missing", case.name));
    if case.call == "open" {
        let opened = json::open(unhex(&field(&case.bytes)), &Trust::AllowUnsigned)?;
        return json::info(&opened, None);
    }
    let at_school;
    let library = match &case.school {
        Some(name) => {
            at_school = json::with_school(library, &school_file(name))?;
            &at_school
        }
        None => library,
    };
    match case.call.as_str() {
        "info" | "with_school" => json::info(library, case.today.as_deref()),
        "search" => json::search(library, &field(&case.text), case.limit.expect("a limit") as usize),
        "tool" => json::tool(library, &field(&case.tool)),
        "check" => json::check(library, &field(&case.tool), &field(&case.question), &field(&case.language)),
        "questionnaire" => {
            json::questionnaire(library, &field(&case.answers), &field(&case.question), &field(&case.language))
        }
        other => panic!("{}: there is no call {other}", case.name),
    }
}

/// The names of the fields of a JSON object, in their order.
///
/// # Panics
///
/// When it is none.
#[must_use]
pub fn fields(answer: &str) -> Vec<String> {
    struct Names(Vec<String>);
    impl<'de> Deserialize<'de> for Names {
        fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;
            impl<'de> serde::de::Visitor<'de> for Visitor {
                type Value = Names;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                    let mut names = Vec::new();
                    while let Some((name, _)) = map.next_entry::<String, serde::de::IgnoredAny>()? {
                        names.push(name);
                    }
                    Ok(Names(names))
                }
            }
            deserializer.deserialize_map(Visitor)
        }
    }
    serde_json::from_str::<Names>(answer).unwrap_or_else(|error| panic!("{error}: {answer}")).0
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).expect("hexadecimal") as u8).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}
