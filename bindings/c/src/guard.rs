//! Nothing that happens in a call reaches the host but a status and a text.

use std::panic::{AssertUnwindSafe, catch_unwind};

use magdit::json::{CallError, ErrorCode};

use crate::status::Status;
use crate::text::{self, Text};

/// Runs a call; a panic in it becomes an error.
fn caught<T>(call: impl FnOnce() -> Result<T, CallError>) -> Result<T, CallError> {
    // What a call looks at never changes, so a panic leaves nothing half done.
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|payload| {
        // To drop what was thrown may panic in turn; what that throws is left.
        if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(again);
        }
        Err(CallError::internal())
    })
}

/// A call that gives a text.
///
/// # Safety
///
/// `out` is null, or a [`Text`] can be written there.
pub(crate) unsafe fn answer(out: *mut Text, call: impl FnOnce() -> Result<String, CallError>) -> Status {
    if out.is_null() {
        return Status::NullPointer;
    }
    // SAFETY: not null; the caller promises that it can be written.
    unsafe { out.write_unaligned(Text::NONE) };
    let answered = caught(|| {
        let (status, shown) = match caught(call) {
            Ok(answer) => (Status::Ok, answer),
            Err(error) => (error.code.into(), error.to_json()),
        };
        Ok((status, text::lend(shown)))
    });
    match answered {
        Ok((status, shown)) => {
            // SAFETY: as above.
            unsafe { out.write_unaligned(shown) };
            status
        }
        Err(_) => Status::Internal,
    }
}

/// A call that gives a handle, or the text of an error.
///
/// # Safety
///
/// `handle` is null, or a number can be written there; `error` is null, or a
/// [`Text`] can be written there.
pub(crate) unsafe fn handle(
    handle: *mut u64,
    error: *mut Text,
    call: impl FnOnce() -> Result<u64, CallError>,
) -> Status {
    let opened = caught(|| match handle.is_null() {
        true => Err(CallError::new(ErrorCode::NullPointer, "there is no place for the handle; pass its address")),
        false => call(),
    });
    let (status, opened, shown) = match opened {
        Ok(opened) => (Status::Ok, opened, Text::NONE),
        Err(found) if error.is_null() => (found.code.into(), 0, Text::NONE),
        Err(found) => (found.code.into(), 0, caught(|| Ok(text::lend(found.to_json()))).unwrap_or(Text::NONE)),
    };
    if !handle.is_null() {
        // SAFETY: not null; the caller promises that it can be written.
        unsafe { handle.write_unaligned(opened) };
    }
    if !error.is_null() {
        // SAFETY: as above.
        unsafe { error.write_unaligned(shown) };
    }
    status
}

/// A call that gives nothing.
pub(crate) fn done(call: impl FnOnce() -> Result<(), CallError>) -> Status {
    caught(call).map_or_else(|error| error.code.into(), |()| Status::Ok)
}
