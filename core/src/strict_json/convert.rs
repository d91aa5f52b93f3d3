//! JSON (RFC 8259) as the MessagePack that [`Source`] reads, without
//! recursion: how deep a text is nested is no matter.
//!
//! Every length is written with 32 bits, so that it can be counted up in
//! place. Of a number that is not whole, or too large for 64 bits, nothing
//! stays but that it is one.
//!
//! [`Source`]: crate::read::Source

use crate::read::{FRACTION, NULL};

const LIST: u8 = 0xdd;
const MAP: u8 = 0xdf;
const TEXT: u8 = 0xdb;

/// The text as MessagePack. What is no JSON is an error, and so is the item
/// that begins at byte `stop` of what is made: with the byte of the text.
pub(super) fn packed(text: &str, stop: usize) -> Result<Vec<u8>, usize> {
    let mut converter = Converter { text: text.as_bytes(), at: 0, packed: Vec::with_capacity(text.len()), stop };
    match converter.run() {
        Some(()) => Ok(converter.packed),
        None => Err(converter.at),
    }
}

struct Converter<'t> {
    text: &'t [u8],
    /// The next byte; where it stays is where the text is wrong.
    at: usize,
    packed: Vec<u8>,
    stop: usize,
}

impl Converter<'_> {
    fn run(&mut self) -> Option<()> {
        // Where the lists and maps begin that are not closed yet.
        let mut open: Vec<usize> = Vec::new();
        loop {
            self.item_begins()?;
            let begin = self.packed.len();
            match self.peek()? {
                first @ (b'[' | b'{') => {
                    self.step();
                    let (kind, end) = if first == b'[' { (LIST, b']') } else { (MAP, b'}') };
                    self.begin(kind);
                    self.blank();
                    if self.peek() == Some(end) {
                        self.step();
                    } else {
                        open.push(begin);
                        self.next_in(begin)?;
                        continue;
                    }
                }
                b'"' => self.string()?,
                b'-' | b'0'..=b'9' => self.number()?,
                b't' => self.word(b"true", 0xc3)?,
                b'f' => self.word(b"false", 0xc2)?,
                b'n' => self.word(b"null", NULL)?,
                _ => return None,
            }
            // After a value: the next one, or the end of what it lies in.
            loop {
                self.blank();
                let Some(&begin) = open.last() else {
                    return (self.at == self.text.len()).then_some(());
                };
                let end = if self.packed.get(begin) == Some(&LIST) { b']' } else { b'}' };
                match self.peek()? {
                    b',' => {
                        self.step();
                        self.next_in(begin)?;
                        break;
                    }
                    byte if byte == end => {
                        self.step();
                        open.pop();
                    }
                    _ => return None,
                }
            }
        }
    }

    /// Goes to where an item begins, and stops if it is the one looked for.
    fn item_begins(&mut self) -> Option<()> {
        self.blank();
        (self.packed.len() < self.stop).then_some(())
    }

    /// Counts one more in a list or map, and reads the name it has in a map.
    fn next_in(&mut self, begin: usize) -> Option<()> {
        let length = self.packed.get_mut(begin.saturating_add(1)..)?.first_chunk_mut::<4>()?;
        *length = u32::from_be_bytes(*length).checked_add(1)?.to_be_bytes();
        if self.packed.get(begin) == Some(&MAP) {
            self.item_begins()?;
            self.string()?;
            self.blank();
            self.take(b':')?;
        }
        Some(())
    }

    /// A list, map or text of which nothing is there yet.
    fn begin(&mut self, kind: u8) {
        self.packed.extend_from_slice(&[kind, 0, 0, 0, 0]);
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// Takes this byte and no other.
    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.step())
    }

    fn blank(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.step();
        }
    }

    fn word(&mut self, word: &[u8], marker: u8) -> Option<()> {
        word.iter().try_for_each(|&byte| self.take(byte))?;
        self.packed.push(marker);
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        let is_negative = self.take(b'-').is_some();
        let leading_zero = self.peek() == Some(b'0');
        let digits = self.digits()?;
        if leading_zero && digits.0 > 1 {
            return None;
        }
        let mut whole = digits.1;
        if self.take(b'.').is_some() {
            self.digits()?;
            whole = None;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.step();
            if let Some(b'+' | b'-') = self.peek() {
                self.step();
            }
            self.digits()?;
            whole = None;
        }
        match (whole, is_negative) {
            (Some(small @ 0..=0x7f), false) => self.packed.push(small.to_le_bytes()[0]),
            (Some(number), false) => self.large(0xcf, number),
            (Some(number), true) => match 0_i64.checked_sub_unsigned(number) {
                // Minus nothing has no place among whole numbers.
                Some(number @ ..=-1) => self.large(0xd3, number.cast_unsigned()),
                _ => self.packed.push(FRACTION),
            },
            (None, _) => self.packed.push(FRACTION),
        }
        Some(())
    }

    fn large(&mut self, marker: u8, bits: u64) {
        self.packed.push(marker);
        self.packed.extend_from_slice(&bits.to_be_bytes());
    }

    /// One digit or more: how many, and their value if it has 64 bits.
    fn digits(&mut self) -> Option<(usize, Option<u64>)> {
        let begin = self.at;
        let mut value = Some(0_u64);
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            let digit = u64::from(digit.wrapping_sub(b'0'));
            value = value.and_then(|value| value.checked_mul(10)?.checked_add(digit));
            self.step();
        }
        let count = self.at.saturating_sub(begin);
        (count > 0).then_some((count, value))
    }

    fn string(&mut self) -> Option<()> {
        self.take(b'"')?;
        let begin = self.packed.len();
        self.begin(TEXT);
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => {
                    self.step();
                    self.escape()?;
                }
                // Control characters are written as escapes.
                0..=0x1f => return None,
                byte => {
                    self.packed.push(byte);
                    self.step();
                }
            }
        }
        self.step();
        let length = self.packed.len().checked_sub(begin)?.checked_sub(5)?;
        let place = self.packed.get_mut(begin.saturating_add(1)..)?.first_chunk_mut::<4>()?;
        *place = u32::try_from(length).ok()?.to_be_bytes();
        Some(())
    }

    fn escape(&mut self) -> Option<()> {
        let byte = match self.peek()? {
            byte @ (b'"' | b'\\' | b'/') => byte,
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                self.step();
                let letter = self.letter()?;
                self.packed.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
                return Some(());
            }
            _ => return None,
        };
        self.step();
        self.packed.push(byte);
        Some(())
    }

    /// A character after `\u`, of one unit of UTF-16 or of two.
    fn letter(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first);
        }
        self.take(b'\\')?;
        self.take(b'u')?;
        let second = self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        char::from_u32((first & 0x3ff).wrapping_shl(10).wrapping_add(0x1_0000).wrapping_add(second))
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut unit: u32 = 0;
        for _ in 0..4 {
            let digit = char::from(self.peek()?).to_digit(16)?;
            unit = unit.wrapping_shl(4) | digit;
            self.step();
        }
        Some(unit)
    }
}
