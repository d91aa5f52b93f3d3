//! magdit for C, and for every language that can call C.
//!
//! Handles, status codes, JSON in and out. The entries hold no logic: they
//! look at pointers and lengths and call [`magdit::json`]. Their comments go
//! into `include/magdit.h`; `README.md` says how to use them.

mod guard;
mod handle;
mod input;
mod status;
mod text;

use std::ffi::c_char;
use std::sync::Arc;
#[cfg(feature = "embedded")]
use std::sync::OnceLock;

#[cfg(not(feature = "embedded"))]
use magdit::json::ErrorCode;
use magdit::json::{self, CallError};
use magdit::kb::key_file::MAX_KEY_FILE_BYTES;
use magdit::kb::limits::MAX_FILE_BYTES;
use magdit::{KnowledgeBase, School, Trust};

pub use handle::MAX_OPEN;
pub use status::Status;
pub use text::Text;

/// Number of this interface: it rises when an entry changes or goes. A new
/// entry or a new status leaves it. Compare `magdit_abi_version()` with the
/// `MAGDIT_ABI_VERSION` you compiled against before the first other call.
pub const ABI_VERSION: u32 = 2;

/// Number of the interface of this library.
#[unsafe(no_mangle)]
pub extern "C" fn magdit_abi_version() -> u32 {
    ABI_VERSION
}

/// Opens a knowledge base: the bytes of a file `magdit.kb`, at most 32 MiB,
/// that holders of these keys signed. `keys` is the text of the publisher's
/// key file, at most 16 KiB; carry it in your program, and never take it from
/// where the file comes from. Keys of developers are refused.
///
/// Every byte is verified. They are copied: free them afterwards.
///
/// `handle` gets the handle, or 0. `error` gets nothing, or the error as
/// JSON; it may be null.
///
/// # Safety
///
/// `length` bytes can be read at `bytes`, `keys_length` at `keys`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_open(
    bytes: *const c_char,
    length: usize,
    keys: *const c_char,
    keys_length: usize,
    handle: *mut u64,
    error: *mut Text,
) -> Status {
    let open = || {
        // SAFETY: the caller promises it.
        let bytes = unsafe { input::bytes(bytes, length, MAX_FILE_BYTES, "the knowledge base") }?;
        // SAFETY: the caller promises it.
        let keys = unsafe { input::text(keys, keys_length, MAX_KEY_FILE_BYTES, "the key file") }?;
        handle::open(Arc::new(json::open_signed(bytes.to_vec(), keys)?))
    };
    // SAFETY: the caller promises it.
    unsafe { guard::handle(handle, error, open) }
}

/// Opens a knowledge base that anybody may have made. Its checksums say that
/// it arrived whole, and nothing about who sent it: for files that your
/// program brought along, and for tests.
///
/// # Safety
///
/// As `magdit_open`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_open_unsigned(
    bytes: *const c_char,
    length: usize,
    handle: *mut u64,
    error: *mut Text,
) -> Status {
    let open = || {
        // SAFETY: the caller promises it.
        let bytes = unsafe { input::bytes(bytes, length, MAX_FILE_BYTES, "the knowledge base") }?;
        handle::open(Arc::new(json::open(bytes.to_vec(), &Trust::AllowUnsigned)?))
    };
    // SAFETY: the caller promises it.
    unsafe { guard::handle(handle, error, open) }
}

/// Opens the knowledge base inside this library: the one of its release. It
/// is verified once per process, so that opening it again costs next to
/// nothing.
///
/// # Safety
///
/// `handle` and `error` as in `magdit_open`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_open_embedded(handle: *mut u64, error: *mut Text) -> Status {
    // SAFETY: the caller promises it.
    unsafe { guard::handle(handle, error, || handle::open(embedded()?)) }
}

#[cfg(feature = "embedded")]
fn embedded() -> Result<Arc<KnowledgeBase>, CallError> {
    static EMBEDDED: OnceLock<Result<Arc<KnowledgeBase>, CallError>> = OnceLock::new();
    EMBEDDED.get_or_init(|| json::open_embedded(magdit_data::KNOWLEDGE_BASE).map(Arc::new)).clone()
}

#[cfg(not(feature = "embedded"))]
fn embedded() -> Result<Arc<KnowledgeBase>, CallError> {
    Err(CallError::new(ErrorCode::NotEmbedded, "this build carries no knowledge base; open the bytes of magdit.kb"))
}

/// Opens the same knowledge base with a school's own file over it: JSON, at
/// most 1 MiB. The handle is a new one; the other stays open and unchanged.
///
/// An entry that is not right is left out: `magdit_info` of the new handle
/// lists it under `school.problems`. Show these, for a refusal that was left
/// out may read as a yes.
///
/// # Safety
///
/// `length` bytes can be read at `file`; `with_school` and `error` as
/// `handle` and `error` in `magdit_open`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_with_school(
    handle: u64,
    file: *const c_char,
    length: usize,
    with_school: *mut u64,
    error: *mut Text,
) -> Status {
    let open = || {
        let library = handle::get(handle)?;
        // SAFETY: the caller promises it.
        let file = unsafe { input::bytes(file, length, School::MAX_BYTES, "the school's file") }?;
        handle::open(Arc::new(json::with_school(&library, file)?))
    };
    // SAFETY: the caller promises it.
    unsafe { guard::handle(with_school, error, open) }
}

/// Closes a handle. Closing it twice, or closing what is no handle, is an
/// error without consequences; calls that run on it in other threads end
/// well.
#[unsafe(no_mangle)]
pub extern "C" fn magdit_close(handle: u64) -> Status {
    guard::done(|| handle::close(handle))
}

/// Says which knowledge base this is. `today` is a day such as 2026-11-21 and
/// decides `freshness`; null leaves that out.
///
/// `out` gets JSON, that of the error too.
///
/// # Safety
///
/// `today_length` bytes can be read at `today` where that is not null.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_info(handle: u64, today: *const c_char, today_length: usize, out: *mut Text) -> Status {
    let info = || {
        let library = handle::get(handle)?;
        let today = match today.is_null() {
            true => None,
            // SAFETY: the caller promises it.
            false => Some(unsafe { input::text(today, today_length, json::MAX_WORD_BYTES, "today") }?),
        };
        json::info(&library, today)
    };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, info) }
}

/// Finds tools by name, with typing errors, by the beginning of a name, or by
/// a link; at most `limit` of them, and never more than 50.
///
/// Answer only for a match that somebody chose, or when `certain` is true.
///
/// # Safety
///
/// `length` bytes can be read at `text`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_search(
    handle: u64,
    text: *const c_char,
    length: usize,
    limit: u32,
    out: *mut Text,
) -> Status {
    let search = || {
        let library = handle::get(handle)?;
        // SAFETY: the caller promises it.
        let text = unsafe { input::text(text, length, json::MAX_TEXT_BYTES, "the text") }?;
        json::search(&library, text, usize::try_from(limit).unwrap_or(usize::MAX))
    };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, search) }
}

/// The record of a tool, with its supplier and sources.
///
/// # Safety
///
/// `length` bytes can be read at `id`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_tool(handle: u64, id: *const c_char, length: usize, out: *mut Text) -> Status {
    let tool = || {
        let library = handle::get(handle)?;
        // SAFETY: the caller promises it.
        let id = unsafe { input::text(id, length, json::MAX_WORD_BYTES, "the id") }?;
        json::tool(&library, id)
    };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, tool) }
}

/// Whether a tool may be used. `question` is JSON, such as
/// {"role":"teacher","age":11,"as_of":"2026-11-21"}, at most 4096 bytes;
/// `language` is nl or en.
///
/// # Safety
///
/// As many bytes as each length says can be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_check(
    handle: u64,
    id: *const c_char,
    id_length: usize,
    question: *const c_char,
    question_length: usize,
    language: *const c_char,
    language_length: usize,
    out: *mut Text,
) -> Status {
    let check = || {
        let library = handle::get(handle)?;
        // SAFETY: the caller promises it.
        let id = unsafe { input::text(id, id_length, json::MAX_WORD_BYTES, "the id") }?;
        // SAFETY: the caller promises it.
        let question = unsafe { input::text(question, question_length, json::MAX_QUESTION_BYTES, "the question") }?;
        // SAFETY: the caller promises it.
        let language = unsafe { input::text(language, language_length, json::MAX_WORD_BYTES, "the language") }?;
        json::check(&library, id, question, language)
    };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, check) }
}

/// What to ask next about a tool that nobody recorded, or, when no answer can
/// change the outcome any more, the provisional answer. `answers` is JSON,
/// {"name":"Rekenraket"} before the first question, at most 16384 bytes.
///
/// # Safety
///
/// As many bytes as each length says can be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_questionnaire(
    handle: u64,
    answers: *const c_char,
    answers_length: usize,
    question: *const c_char,
    question_length: usize,
    language: *const c_char,
    language_length: usize,
    out: *mut Text,
) -> Status {
    let questionnaire = || {
        let library = handle::get(handle)?;
        // SAFETY: the caller promises it.
        let answers = unsafe { input::text(answers, answers_length, json::MAX_ANSWERS_BYTES, "the answers") }?;
        // SAFETY: the caller promises it.
        let question = unsafe { input::text(question, question_length, json::MAX_QUESTION_BYTES, "the question") }?;
        // SAFETY: the caller promises it.
        let language = unsafe { input::text(language, language_length, json::MAX_WORD_BYTES, "the language") }?;
        json::questionnaire(&library, answers, question, language)
    };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, questionnaire) }
}

/// Gives a text back and empties it. A text that is empty, null or given back
/// already is left alone.
///
/// # Safety
///
/// `text` is null, or a `magdit_text` can be read and written there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_text_free(text: *mut Text) -> Status {
    if text.is_null() {
        return Status::Ok;
    }
    // SAFETY: not null; the caller promises that it can be read and written.
    let Text { id, .. } = unsafe { text.read_unaligned() };
    // SAFETY: as above.
    unsafe { text.write_unaligned(Text::NONE) };
    match id {
        0 => Status::Ok,
        id => {
            guard::done(|| text::take_back(id).map_err(|code| CallError::new(code, "the text was given back already")))
        }
    }
}

/// Panics. It shows that a panic becomes an error.
///
/// cbindgen:ignore
///
/// # Safety
///
/// `out` as in every call.
#[cfg(feature = "test-panic")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn magdit_test_panic(out: *mut Text) -> Status {
    #[expect(clippy::panic, reason = "that is what it is for")]
    let panics = || -> Result<String, CallError> { panic!("a deliberate panic") };
    // SAFETY: the caller promises it.
    unsafe { guard::answer(out, panics) }
}

#[cfg(all(test, not(feature = "embedded")))]
mod tests {
    use super::*;

    #[test]
    fn a_build_without_a_knowledge_base_says_so() {
        let (mut handle, mut error) = (7, Text::NONE);
        // SAFETY: both are places of this test.
        let status = unsafe { magdit_open_embedded(&raw mut handle, &raw mut error) };
        assert_eq!((status, handle), (Status::NotEmbedded, 0));
        assert!(error.length > 0);
        // SAFETY: as above.
        assert_eq!(unsafe { magdit_text_free(&raw mut error) }, Status::Ok);
    }
}
