//! What a file is that is no knowledge base.

use core::fmt;

use super::header::MAGIC;

/// What the first bytes of a foreign file look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// HTML: often the sign-in page of a network instead of the download.
    WebPage,
    /// A zip archive, or a format built on it.
    Zip,
    /// A gzip stream.
    Gzip,
    /// A program for Linux, Windows or macOS.
    Program,
    /// Text, such as a JSON error message of a server.
    Text,
    /// Anything else.
    Unknown,
}

impl Foreign {
    /// Looks at the first bytes of a file.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
        let known = STARTS.iter().find(|(start, _)| head.starts_with(start));
        if let Some((_, kind)) = known {
            return *kind;
        }
        let printable = |&byte: &u8| byte >= 0x20 || byte.is_ascii_whitespace();
        if head.is_empty() || !head.iter().all(printable) {
            return Self::Unknown;
        }
        let trimmed = head.trim_ascii_start();
        let page = [&b"<!doctype"[..], b"<html"]
            .iter()
            .any(|start| trimmed.get(..start.len()).is_some_and(|first| first.eq_ignore_ascii_case(start)));
        let text = match core::str::from_utf8(head) {
            Ok(_) => true,
            Err(error) => error.error_len().is_none(),
        };
        match (page, text) {
            (true, _) => Self::WebPage,
            (false, true) => Self::Text,
            (false, false) => Self::Unknown,
        }
    }
}

/// Bytes that are looked at.
const HEAD_BYTES: usize = 64;

const STARTS: [(&[u8], Foreign); 7] = [
    (b"PK\x03\x04", Foreign::Zip),
    (b"\x1f\x8b", Foreign::Gzip),
    (b"\x7fELF", Foreign::Program),
    (b"MZ", Foreign::Program),
    (b"\xcf\xfa\xed\xfe", Foreign::Program),
    (b"\xce\xfa\xed\xfe", Foreign::Program),
    (b"\xca\xfe\xba\xbe", Foreign::Program),
];

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::WebPage => "a web page",
            Self::Zip => "a zip archive",
            Self::Gzip => "a gzip file",
            Self::Program => "a program",
            Self::Text => "text",
            Self::Unknown => "something else",
        })
    }
}

/// Whether these bytes began as a knowledge base and were then changed by a
/// transfer that took them for text: line ends rewritten, the eighth bit
/// dropped, or bytes re-encoded as UTF-8.
pub(super) fn is_text_mode_damage(bytes: &[u8]) -> bool {
    const LETTERS: &[u8] = b"MDT";
    let intact = bytes.starts_with(&MAGIC);
    let starts: [&[u8]; 4] = [b"\x89", b"\x09", b"\xc2\x89", b"\xef\xbf\xbd"];
    !intact
        && starts.iter().any(|start| {
            bytes.strip_prefix(*start).is_some_and(|rest| {
                rest.strip_prefix(LETTERS).is_some_and(|ends| matches!(ends.first(), Some(b'\r' | b'\n')))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_files_are_named() {
        let cases: [(&[u8], &str); 14] = [
            (b"", "something else"),
            (b"<!DOCTYPE html><html>", "a web page"),
            (b"\r\n  <HTML lang=nl>", "a web page"),
            (b"PK\x03\x04\x14\0", "a zip archive"),
            (b"\x1f\x8b\x08\0", "a gzip file"),
            (b"\x7fELF\x02\x01", "a program"),
            (b"MZ\x90\0", "a program"),
            (b"\xcf\xfa\xed\xfe", "a program"),
            (b"{\"error\": 404}", "text"),
            (b"MDT", "text"),
            ("één regel".as_bytes(), "text"),
            (b"\x00\x01\x02", "something else"),
            (b"caf\xe9 au lait", "something else"),
            (b"SQLite format 3\0", "something else"),
        ];
        for (bytes, name) in cases {
            assert_eq!(Foreign::of(bytes).to_string(), name, "{bytes:?}");
        }
    }

    #[test]
    fn text_cut_inside_a_letter_is_still_text() {
        let text = "x".repeat(63) + "é";
        assert_eq!(Foreign::of(text.as_bytes()), Foreign::Text);
    }

    #[test]
    fn text_mode_damage_is_told_from_other_files() {
        let damaged: [&[u8]; 6] = [
            b"\x89MDT\n\x1a\n\x01",
            b"\x89MDT\r\r\n\x1a\r\n",
            b"\x89MDT\r\x1a\r",
            b"\x09MDT\r\n\x1a\n",
            b"\xc2\x89MDT\r\n\x1a\n",
            b"\xef\xbf\xbdMDT\r\n\x1a\n",
        ];
        for bytes in damaged {
            assert!(is_text_mode_damage(bytes), "{bytes:?}");
        }
        let others: [&[u8]; 4] = [&MAGIC, b"MDT\r\n", b"\x89PNG\r\n\x1a\n", b"\x89MDTX"];
        for bytes in others {
            assert!(!is_text_mode_damage(bytes), "{bytes:?}");
        }
    }
}
