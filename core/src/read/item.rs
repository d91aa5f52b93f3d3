//! One item of MessagePack after the other.

/// One item, with the number of items in it where it is a list or a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Item<'de> {
    /// A field that was left out.
    Nothing,
    /// The null of JSON.
    Null,
    YesNo(bool),
    Unsigned(u64),
    Signed(i64),
    /// A number that is not whole or too large.
    Fraction,
    Text(&'de str),
    List(usize),
    Map(usize),
}

impl Item<'_> {
    /// What it is, as a message says it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Item::Nothing => "found nothing",
            Item::Null => "found null",
            Item::YesNo(_) => "found true or false",
            Item::Unsigned(_) | Item::Signed(_) => "found a number",
            Item::Fraction => "found a number that is not whole or too large",
            Item::Text(_) => "found a text",
            Item::List(_) => "found a list",
            Item::Map(_) => "found an object",
        }
    }
}

/// The null of JSON. MessagePack never uses this marker.
pub(crate) const NULL: u8 = 0xc1;

/// A number of JSON that is not whole or too large, without its digits: no
/// type takes one.
pub(crate) const FRACTION: u8 = 0xca;

/// A field that was left out.
pub(super) const NOTHING: &[u8] = &[0xc0];

/// The items that are left.
#[derive(Clone, Copy)]
pub(crate) struct Items<'de> {
    pub(super) rest: &'de [u8],
    /// Bytes that were left where the last item began.
    pub(super) begin: Option<usize>,
}

impl<'de> Items<'de> {
    pub(crate) const fn new(bytes: &'de [u8]) -> Self {
        Self { rest: bytes, begin: None }
    }

    /// The next item. Lengths of 32 bits, nulls and fractions stand in what
    /// was made of JSON; a look through a record refuses them.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> Option<Item<'de>> {
        self.begin = Some(self.rest.len());
        let [marker] = self.take()?;
        let low = |mask: u8| usize::from(marker & mask);
        Some(match marker {
            0x00..=0x7f => Item::Unsigned(u64::from(marker)),
            0x80..=0x8f => Item::Map(low(0x0f)),
            0x90..=0x9f => Item::List(low(0x0f)),
            0xa0..=0xbf => Item::Text(self.text(low(0x1f))?),
            0xc0 => Item::Nothing,
            NULL => Item::Null,
            FRACTION => Item::Fraction,
            0xc2 => Item::YesNo(false),
            0xc3 => Item::YesNo(true),
            0xcc..=0xcf => Item::Unsigned(self.unsigned(1_usize << (marker & 3))?),
            0xd0 => Item::Signed(i64::from(i8::from_be_bytes(self.take()?))),
            0xd1 => Item::Signed(i64::from(i16::from_be_bytes(self.take()?))),
            0xd2 => Item::Signed(i64::from(i32::from_be_bytes(self.take()?))),
            0xd3 => Item::Signed(i64::from_be_bytes(self.take()?)),
            0xd9..=0xdb => {
                let length = self.length(1_usize << (marker.wrapping_sub(0xd9) & 3))?;
                Item::Text(self.text(length)?)
            }
            0xdc => Item::List(self.length(2)?),
            0xdd => Item::List(self.length(4)?),
            0xde => Item::Map(self.length(2)?),
            0xdf => Item::Map(self.length(4)?),
            0xe0..=0xff => Item::Signed(i64::from(marker.cast_signed())),
            _ => return None,
        })
    }

    /// One item with everything in it.
    #[inline(never)]
    pub(crate) fn raw(&mut self) -> Option<&'de [u8]> {
        let before = self.rest;
        let mut left: usize = 1;
        while left > 0 {
            let inside = match self.next()? {
                Item::List(items) => items,
                Item::Map(pairs) => pairs.saturating_mul(2),
                _ => 0,
            };
            left = left.saturating_sub(1).saturating_add(inside);
        }
        before.get(..before.len().saturating_sub(self.rest.len()))
    }

    /// Whether nothing, or null, comes next; it is then taken.
    pub(crate) fn nothing(&mut self) -> bool {
        match self.rest {
            [0xc0 | NULL, rest @ ..] => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn length(&mut self, bytes: usize) -> Option<usize> {
        usize::try_from(self.unsigned(bytes)?).ok()
    }

    fn unsigned(&mut self, bytes: usize) -> Option<u64> {
        let (digits, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(digits.iter().fold(0, |number, &digit| number << 8 | u64::from(digit)))
    }

    fn text(&mut self, length: usize) -> Option<&'de str> {
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        core::str::from_utf8(text).ok()
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (chunk, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*chunk)
    }
}
