//! MessagePack as a tree, to change records that a later library would write.

/// A value of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Nil,
    Bool(bool),
    Number(u64),
    /// Shorter values that no test changes: kept as their bytes.
    Other(Vec<u8>),
    Text(String),
    List(Vec<Self>),
    Map(Vec<(Self, Self)>),
}

impl Item {
    /// The value in these bytes, which must be one and nothing else.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut rest = bytes;
        let item = Self::next(&mut rest);
        assert!(rest.is_empty(), "{} bytes after a record", rest.len());
        item
    }

    fn next(rest: &mut &[u8]) -> Self {
        let first = take(rest, 1)[0];
        let mut count = |bytes: usize| take(rest, bytes).iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
        match first {
            0..=0x7f => Self::Number(u64::from(first)),
            0x80..=0x8f => Self::map(rest, usize::from(first & 0xf)),
            0x90..=0x9f => Self::list(rest, usize::from(first & 0xf)),
            0xa0..=0xbf => Self::text(rest, usize::from(first & 0x1f)),
            0xc0 => Self::Nil,
            0xc2 | 0xc3 => Self::Bool(first == 0xc3),
            0xcc..=0xcf => Self::Number(count(1 << (first - 0xcc))),
            0xd0..=0xd3 => Self::Other([&[first], take(rest, 1 << (first - 0xd0))].concat()),
            0xe0..=0xff => Self::Other(vec![first]),
            0xd9 => {
                let length = count(1);
                Self::text(rest, small(length))
            }
            0xda => {
                let length = count(2);
                Self::text(rest, small(length))
            }
            0xdc => {
                let length = count(2);
                Self::list(rest, small(length))
            }
            0xde => {
                let length = count(2);
                Self::map(rest, small(length))
            }
            _ => panic!("no record holds {first:#x}"),
        }
    }

    fn text(rest: &mut &[u8], length: usize) -> Self {
        Self::Text(String::from_utf8(take(rest, length).to_vec()).expect("text"))
    }

    fn list(rest: &mut &[u8], length: usize) -> Self {
        Self::List((0..length).map(|_| Self::next(rest)).collect())
    }

    fn map(rest: &mut &[u8], length: usize) -> Self {
        Self::Map((0..length).map(|_| (Self::next(rest), Self::next(rest))).collect())
    }

    /// The bytes, each number and length in its shortest form.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        match self {
            Self::Nil => vec![0xc0],
            Self::Bool(value) => vec![0xc2 + u8::from(*value)],
            Self::Other(bytes) => bytes.clone(),
            Self::Number(number) => match number {
                0..=0x7f => vec![number.to_be_bytes()[7]],
                0..=0xff => [&[0xcc], &number.to_be_bytes()[7..]].concat(),
                0..=0xffff => [&[0xcd], &number.to_be_bytes()[6..]].concat(),
                0..=0xffff_ffff => [&[0xce], &number.to_be_bytes()[4..]].concat(),
                _ => [&[0xcf][..], &number.to_be_bytes()].concat(),
            },
            Self::Text(text) => [head(text.len(), 0xa0, 0x1f, Some(0xd9), 0xda), text.clone().into_bytes()].concat(),
            Self::List(items) => {
                let bytes: Vec<u8> = items.iter().flat_map(Self::to_bytes).collect();
                [head(items.len(), 0x90, 0xf, None, 0xdc), bytes].concat()
            }
            Self::Map(fields) => {
                let bytes: Vec<u8> =
                    fields.iter().flat_map(|(key, value)| [key.to_bytes(), value.to_bytes()].concat()).collect();
                [head(fields.len(), 0x80, 0xf, None, 0xde), bytes].concat()
            }
        }
    }

    /// Calls `change` on every number in turn, each time in a copy of the
    /// whole, and gives back the copies.
    pub(crate) fn with_each_number(&self, change: fn(u64) -> Option<u64>) -> Vec<Self> {
        let mut copies = Vec::new();
        for at in 0.. {
            let mut copy = self.clone();
            let mut left = at;
            let Some(number) = copy.number(&mut left) else { break };
            if let Some(changed) = change(*number) {
                *number = changed;
                copies.push(copy);
            }
        }
        copies
    }

    fn number(&mut self, left: &mut usize) -> Option<&mut u64> {
        match self {
            Self::Number(number) if *left == 0 => Some(number),
            Self::Number(_) => {
                *left -= 1;
                None
            }
            Self::List(items) => items.iter_mut().find_map(|item| item.number(left)),
            Self::Map(fields) => fields.iter_mut().find_map(|(_, value)| value.number(left)),
            _ => None,
        }
    }
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> &'a [u8] {
    let (taken, after) = rest.split_at(count);
    *rest = after;
    taken
}

fn small(length: u64) -> usize {
    usize::try_from(length).expect("64 bits")
}

fn head(length: usize, short: u8, most: u8, one: Option<u8>, two: u8) -> Vec<u8> {
    match (u8::try_from(length), u16::try_from(length)) {
        (Ok(length), _) if length <= most => vec![short | length],
        (Ok(length), _) if one.is_some() => vec![one.unwrap_or_default(), length],
        (_, Ok(length)) => [&[two][..], &length.to_be_bytes()].concat(),
        _ => panic!("no record is that long"),
    }
}
