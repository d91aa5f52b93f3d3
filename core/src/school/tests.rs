//! What a school file reads as, and what it can and cannot do.
