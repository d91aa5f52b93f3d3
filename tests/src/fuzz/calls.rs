//! What people and hosts pass: texts to search for, questions, answers of the
//! questionnaire, a school's file.

use std::sync::OnceLock;

use magdit::json::{self, CallError};
use magdit::search::folded;
use magdit::{KnowledgeBase, Trust};
use serde_json::Value;

use crate::{TODAY, embedded};

/// The knowledge base of the conformance file: invented tools, all texts.
fn fixture() -> &'static KnowledgeBase {
    static FIXTURE: OnceLock<KnowledgeBase> = OnceLock::new();
    FIXTURE.get_or_init(|| {
        let bytes: &'static [u8] = include_bytes!("../../conformance/fixture.kb");
        let library = json::open(bytes, &Trust::AllowUnsigned).expect("the fixture opens");
        // Kept with it, and with every copy that a school's file is laid over.
        let _ = library.sha256();
        library
    })
}

/// The one that the library carries: as many names as there are.
fn all_names() -> &'static KnowledgeBase {
    static EMBEDDED: OnceLock<KnowledgeBase> = OnceLock::new();
    EMBEDDED.get_or_init(embedded)
}

/// Whatever comes back is JSON, and an error has a code.
fn answered(result: Result<String, CallError>) -> bool {
    let text = match &result {
        Ok(text) => text.clone(),
        Err(error) => error.to_json(),
    };
    let value: Value = serde_json::from_str(&text).expect("every answer is JSON");
    let code = value.get("code").and_then(Value::as_str);
    assert_ne!(code, Some("internal"), "a mistake in the library");
    assert!(result.is_ok() || code.is_some(), "an error without a code");
    result.is_ok()
}

/// A text to search for, in both knowledge bases; its folded form is stable.
pub(super) fn query(data: &[u8]) -> bool {
    let text = String::from_utf8_lossy(data);
    let key = folded(&text);
    assert_eq!(folded(&key), key, "folding twice is folding once");
    let mut taken = false;
    for library in [fixture(), all_names()] {
        if let Ok(found) = library.search(&text, 5) {
            assert!(found.matches.len() <= 5);
            assert!(!found.certain() || !found.matches.is_empty(), "certain of nothing");
            taken = true;
        }
        answered(json::search(library, &text, 50));
    }
    taken
}

/// One of the calls, chosen by the first byte; a zero stands between what is
/// passed.
pub(super) fn calls(data: &[u8]) -> bool {
    let Some((&call, rest)) = data.split_first() else {
        return false;
    };
    let text = String::from_utf8_lossy(rest);
    let mut fields = text.split('\0');
    let mut field = || fields.next().unwrap_or_default();
    let (first, second, language) = (field(), field(), ["nl", "en"][usize::from(call / 8) % 2]);
    let library = fixture();
    answered(match call % 5 {
        0 => json::check(library, first, second, language),
        1 => json::questionnaire(library, first, second, language),
        2 => json::questionnaire(library, first, &format!(r#"{{"as_of":"{TODAY}"}}"#), language),
        3 => json::texts(library, first, second, "parent"),
        _ => json::info(library, Some(first)).and(json::tool(library, second)),
    })
}

/// A school's own file, laid over the fixture: then asked about its tools.
pub(super) fn school(data: &[u8]) -> bool {
    let library = match fixture().with_school(data) {
        Ok(library) => library,
        Err(error) => {
            answered(Err(error.into()));
            return false;
        }
    };
    answered(json::info(&library, Some(TODAY)));
    let school = library.school().expect("it was laid over");
    let own = school.tools().iter().map(|tool| tool.id.as_str());
    let question = format!(r#"{{"as_of":"{TODAY}"}}"#);
    for id in own.take(3).chain(["voorbeeld-quiz"]) {
        answered(json::check(&library, id, &question, "nl"));
        answered(json::search(&library, id, 5));
    }
    true
}
