//! Every limit of the library in one list, to show and to compare.

use serde::Serialize;

use crate::json;
use crate::kb::{key_file, limits as file};
use crate::pack;
use crate::question::Question;
use crate::questionnaire::Answers;
use crate::school::School;
use crate::search;

/// How large or how many something may be. Beyond it there is a refusal that
/// says so, never a part of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// Permanent name.
    pub name: &'static str,
    /// The most that is accepted.
    pub most: u64,
    /// What is counted.
    pub unit: &'static str,
    /// What it limits.
    pub of: &'static str,
}

const fn limit(name: &'static str, most: usize, unit: &'static str, of: &'static str) -> Limit {
    Limit { name, most: most as u64, unit, of }
}

/// Every limit of the library, in the order of the way a file and then a
/// question take.
///
/// ```
/// let file = magdit::LIMITS.iter().find(|limit| limit.name == "file").unwrap();
/// assert_eq!((file.most, file.unit), (32 * 1024 * 1024, "bytes"));
/// ```
pub const LIMITS: &[Limit] = &[
    limit("file", file::MAX_FILE_BYTES, "bytes", "a knowledge-base file"),
    limit("sections", file::MAX_SECTIONS as usize, "sections", "a file"),
    limit("signatures", file::MAX_SIGNATURES as usize, "signatures", "a file"),
    limit("keys", file::MAX_KEYS, "keys", "a key set"),
    limit("key_changes", file::MAX_KEY_CHANGES, "changes of keys", "a file"),
    limit("key_file", key_file::MAX_KEY_FILE_BYTES, "bytes", "a key file"),
    limit("packed_file", pack::MAX_PACKED_BYTES, "bytes", "a packed knowledge base"),
    limit("packed_tools", pack::MAX_PACKED_TOOLS, "tools", "a packed knowledge base without its index of names"),
    limit(
        "packed_names",
        pack::MAX_PACKED_NAMES,
        "names, hosts and store ids",
        "the same; as many words that name no tool",
    ),
    limit("records", file::MAX_RECORDS, "records", "a section"),
    limit("record_key", file::MAX_KEY_BYTES, "bytes", "the key of a record"),
    limit("record", file::MAX_RECORD_BYTES, "bytes", "a record"),
    limit("record_items", file::MAX_RECORD_ITEMS, "MessagePack items", "a record"),
    limit("record_depth", file::MAX_RECORD_DEPTH, "levels", "a record"),
    limit("text", search::MAX_TEXT_CHARS, "characters", "a text to search with, before anything is done with it"),
    limit("name", search::MAX_NAME_CHARS, "characters", "a name that is searched as a whole, after normalisation too"),
    limit("name_bytes", search::MAX_NAME_BYTES, "bytes", "a name that is searched as a whole, after normalisation too"),
    limit("sentence", search::MAX_SENTENCE_BYTES, "bytes", "the beginning of a long text that is read as a sentence"),
    limit("sentence_words", search::MAX_SENTENCE_WORDS, "words", "a sentence"),
    limit("links", search::MAX_LINKS, "links", "a text"),
    limit("matches", search::MAX_MATCHES, "matches", "a search result"),
    limit("age", Question::MAX_AGE as usize, "years", "the age in a question"),
    limit("answers_name", Answers::LONGEST_NAME, "characters", "a name in the answers to a questionnaire"),
    limit("json_question", json::MAX_QUESTION_BYTES, "bytes", "a question as JSON"),
    limit("json_answers", json::MAX_ANSWERS_BYTES, "bytes", "the answers to a questionnaire as JSON"),
    limit("json_text", json::MAX_TEXT_BYTES, "bytes", "a text to search with in a call as text"),
    limit("json_word", json::MAX_WORD_BYTES, "bytes", "an id, a language or a day in a call as text"),
    limit("school_file", School::MAX_BYTES, "bytes", "a school's own file"),
    limit("school_entries", School::MAX_ENTRIES, "entries", "a school's own file"),
    limit("school_text", School::MAX_TEXT, "characters", "a text in a school's own file"),
];
