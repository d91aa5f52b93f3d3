//! Texts that were handed out and not given back yet.

use std::collections::BTreeMap;
use std::ffi::c_char;
use std::ptr;
use std::sync::{Mutex, PoisonError};

use magdit::json::ErrorCode;

use crate::handle::next_number;

/// A text that the library made: UTF-8, with a zero after it that does not
/// count. Give every one back with `magdit_text_free`, that of an error too.
#[repr(C)]
#[derive(Debug)]
pub struct Text {
    /// Its first byte; null once it is given back.
    pub data: *const c_char,
    /// Its bytes, the zero not counted.
    pub length: usize,
    /// By what the library knows it. Leave it as it is.
    pub id: u64,
}

impl Text {
    pub(crate) const NONE: Self = Self { data: ptr::null(), length: 0, id: 0 };
}

/// By number. A number is never used twice, so that giving a text back twice
/// cannot free another one.
static LENT: Mutex<BTreeMap<u64, Box<[u8]>>> = Mutex::new(BTreeMap::new());

/// Hands out a text.
pub(crate) fn lend(text: String) -> Text {
    let length = text.len();
    let mut bytes = text.into_bytes();
    bytes.push(0);
    let bytes = bytes.into_boxed_slice();
    let (data, id) = (bytes.as_ptr().cast(), next_number());
    LENT.lock().unwrap_or_else(PoisonError::into_inner).insert(id, bytes);
    Text { data, length, id }
}

/// Takes a text back.
pub(crate) fn take_back(id: u64) -> Result<(), ErrorCode> {
    let bytes = LENT.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    bytes.map(drop).ok_or(ErrorCode::ClosedHandle)
}
