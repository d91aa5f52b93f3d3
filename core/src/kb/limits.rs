//! How large anything in a knowledge base may be.
//!
//! Reader and writer hold to the same numbers, so that what can be written
//! can be read.

/// Bytes of a whole file.
pub const MAX_FILE_BYTES: usize = 32 * 1024 * 1024;

/// Sections of a file, known and unknown ones together.
pub const MAX_SECTIONS: u16 = 32;

/// Slots for signatures.
pub const MAX_SIGNATURES: u16 = 8;

/// Records of one table.
pub const MAX_RECORDS: usize = 100_000;

/// Bytes of a record's key.
pub const MAX_KEY_BYTES: usize = 128;

/// Bytes of one record. A tool of five editions with sixty sourced facts each
/// takes about this much.
pub const MAX_RECORD_BYTES: usize = 64 * 1024;

/// MessagePack items of one record: every key, value, list and map counts as
/// one. A sourced fact takes about 25.
pub const MAX_RECORD_ITEMS: usize = 8192;

/// Lists and maps inside each other in one record.
pub const MAX_RECORD_DEPTH: usize = 8;

/// Keys of one key set.
pub const MAX_KEYS: usize = 16;

/// Changes of keys that one file shows.
pub const MAX_KEY_CHANGES: usize = 16;
