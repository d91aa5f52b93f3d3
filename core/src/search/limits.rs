//! How much a query may ask, in one place.
//!
//! Every limit is checked before the text is looked at any further, so the
//! time a query takes is bounded whatever is typed, pasted or spoken.

/// Longest name or sentence that is searched as a whole, in characters, both
/// as typed and after normalisation.
pub const MAX_NAME_CHARS: usize = 64;

/// The same limit in bytes of UTF-8.
pub const MAX_NAME_BYTES: usize = 256;

/// Longest text accepted at all, in characters. Of a text longer than a name
/// only the links and the words at its start are looked at.
pub const MAX_TEXT_CHARS: usize = 5_000;

/// How many bytes at the start of a long text are read as a sentence.
pub const MAX_SENTENCE_BYTES: usize = 512;

/// Most words of a sentence that are looked up.
pub const MAX_SENTENCE_WORDS: usize = 32;

/// Most links of a text that are looked at.
pub const MAX_LINKS: usize = 8;

/// Most matches returned, whatever was asked for.
pub const MAX_MATCHES: usize = 50;

/// Most index nodes one query may visit, whatever the index holds.
pub(super) const MAX_STEPS: u32 = 30_000;

/// Longest key in an index, in bytes.
pub(super) const MAX_KEY_BYTES: usize = 256;
