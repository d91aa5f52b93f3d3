//! Bytes from the other side.

use std::ffi::c_char;

use magdit::json::{CallError, ErrorCode};

/// The bytes at an address. Their number is looked at before they are.
///
/// # Safety
///
/// If `length` is at most `limit` and `data` is not null, `length` bytes can
/// be read there, and nobody changes them for as long as `'a`.
pub(crate) unsafe fn bytes<'a>(
    data: *const c_char,
    length: usize,
    limit: usize,
    what: &'static str,
) -> Result<&'a [u8], CallError> {
    if data.is_null() {
        return Err(CallError::new(ErrorCode::NullPointer, format!("{what} is a null pointer; pass its address")));
    }
    if length > limit {
        return Err(CallError::too_large(what, limit));
    }
    // SAFETY: not null; the caller promises that so many bytes can be read.
    Ok(unsafe { std::slice::from_raw_parts(data.cast(), length) })
}

/// The text at an address.
///
/// # Safety
///
/// As [`bytes`].
pub(crate) unsafe fn text<'a>(
    data: *const c_char,
    length: usize,
    limit: usize,
    what: &'static str,
) -> Result<&'a str, CallError> {
    // SAFETY: the caller promises the same.
    let bytes = unsafe { bytes(data, length, limit, what) }?;
    std::str::from_utf8(bytes).map_err(|_| CallError::not_utf8(what))
}
