//! Name search alone, for WebAssembly.
//!
//! The host asks for room, writes an index or a query into it, and reads the
//! ids of what was found, one per line, from the room it is told. All calls
//! come from one thread.

use std::cell::RefCell;

use magdit::search::IndexLayout;

thread_local! {
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static INDEX: RefCell<Option<(Vec<u8>, IndexLayout)>> = const { RefCell::new(None) };
}

/// Makes room for so many bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    ROOM.with_borrow_mut(|room| {
        room.clear();
        room.resize(length, 0);
        room.as_mut_ptr()
    })
}

/// Opens the index in the room; 1 if it is one.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    let bytes = ROOM.take();
    let layout = IndexLayout::read(&bytes).ok();
    INDEX.set(layout.map(|layout| (bytes, layout)));
    INDEX.with_borrow(|index| u32::from(index.is_some()))
}

/// Searches for the text in the room and puts the ids there, one per line;
/// the result is how many bytes they take.
#[unsafe(no_mangle)]
pub extern "C" fn search(limit: usize) -> usize {
    let query = String::from_utf8(ROOM.take()).unwrap_or_default();
    let mut ids = String::new();
    INDEX.with_borrow(|index| {
        let Some((bytes, layout)) = index else { return };
        let Ok(result) = layout.view(bytes).search(&query, limit) else { return };
        for found in &result.matches {
            ids.push_str(&found.id);
            ids.push('\n');
        }
    });
    let length = ids.len();
    ROOM.set(ids.into_bytes());
    length
}

/// Where the room is.
#[unsafe(no_mangle)]
pub extern "C" fn place() -> *const u8 {
    ROOM.with_borrow(|room| room.as_ptr())
}
