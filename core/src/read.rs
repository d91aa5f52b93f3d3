//! Reads values of this library from the records of a file and from the JSON
//! of callers.
//!
//! A type says which fields it has ([`readable`]); what is compiled for each
//! field is one call. serde's derive gives the same values, and the tests hold
//! the two together; its code for the same types is five times as large,
//! because every field has its own way out.
//!
//! A [`Source`] remembers the first thing that is wrong and gives nothing from
//! then on: empty texts and lists, first words of lists. So whoever reads asks
//! once, at the end, whether all of it was right.
//!
//! A record is MessagePack that was looked through before; a struct in it is
//! the list of its fields. JSON arrives as the MessagePack that
//! [`strict_json`](crate::strict_json) makes of it, where a struct is a map.
//! Its structs are strict: no field that is not known, none twice.

pub(crate) use error::ReadError;
use item::NOTHING;
pub(crate) use item::{FRACTION, Item, Items, NULL};

mod error;
mod item;

/// A type that can be read.
pub(crate) trait Read<'de>: Sized {
    /// Reads one; what is given is of no use if the source failed.
    fn read(source: &mut Source<'de>) -> Self;
}

/// A field of a struct.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
}

/// What is left to read.
pub(crate) struct Source<'de> {
    items: Items<'de>,
    is_json: bool,
    /// What was wrong first.
    error: Option<ReadError>,
    /// Where the fields of structs lie that are being read from maps.
    fields: Vec<Option<&'de [u8]>>,
}

/// A struct of which fields are still to come.
pub(crate) struct Open<'de> {
    /// Fields that are there, for a list of them.
    left: usize,
    /// Where the next one is noted, and the first one, for a map.
    noted: Option<(usize, usize)>,
    /// What follows, once it is known.
    after: Option<&'de [u8]>,
}

impl<'de> Source<'de> {
    /// Reads a record that was looked through.
    pub(crate) const fn record(bytes: &'de [u8]) -> Self {
        Self { items: Items::new(bytes), is_json: false, error: None, fields: Vec::new() }
    }

    /// Reads what was made of JSON.
    pub(crate) const fn json(bytes: &'de [u8]) -> Self {
        Self { items: Items::new(bytes), is_json: true, error: None, fields: Vec::new() }
    }

    /// What was wrong, if anything was.
    pub(crate) fn finish(self) -> Result<(), ReadError> {
        self.error.map_or(Ok(()), Err)
    }

    /// Whether something was wrong.
    pub(crate) const fn failed(&self) -> bool {
        self.error.is_some()
    }

    /// Notes what is wrong with the item that was read last.
    #[cold]
    #[inline(never)]
    pub(crate) fn fail(&mut self, what: String) {
        if self.error.is_none() {
            self.error = Some(ReadError { what, left: self.items.begin });
        }
    }

    /// Notes that something is wrong with all of what was read.
    #[cold]
    pub(crate) fn fail_whole(&mut self, what: &str) {
        self.items.begin = None;
        self.fail(what.to_owned());
    }

    #[cold]
    #[inline(never)]
    fn unexpected(&mut self, found: Item<'_>, expected: &str) {
        self.fail([found.name(), ", expected ", expected].concat());
    }

    #[inline(never)]
    fn item(&mut self) -> Item<'de> {
        if self.failed() {
            return Item::Nothing;
        }
        self.items.next().unwrap_or_else(|| {
            self.fail("the bytes were not looked through".to_owned());
            Item::Nothing
        })
    }

    /// A text; `expected` is what it was to be.
    #[inline(never)]
    pub(crate) fn text(&mut self, expected: &str) -> &'de str {
        match self.item() {
            Item::Text(text) => text,
            found => {
                self.unexpected(found, expected);
                ""
            }
        }
    }

    /// A whole number.
    #[inline(never)]
    fn number(&mut self, most: u64) -> u64 {
        match self.item() {
            Item::Unsigned(number) if number <= most => return number,
            Item::Unsigned(_) | Item::Signed(_) => self.fail("invalid value, expected a whole number".to_owned()),
            found => self.unexpected(found, "a whole number"),
        }
        0
    }

    #[inline(never)]
    fn yes_no(&mut self) -> bool {
        match self.item() {
            Item::YesNo(yes) => yes,
            Item::Nothing => false,
            found => {
                self.unexpected(found, "true or false");
                false
            }
        }
    }

    /// The number of items of a list.
    #[inline(never)]
    fn list(&mut self) -> usize {
        match self.item() {
            Item::List(items) => items,
            Item::Nothing => 0,
            found => {
                self.unexpected(found, "a list");
                0
            }
        }
    }

    /// The number of pairs of a map.
    pub(crate) fn map(&mut self, expected: &str) -> usize {
        match self.item() {
            Item::Map(pairs) => pairs,
            Item::Nothing => 0,
            found => {
                self.unexpected(found, expected);
                0
            }
        }
    }

    /// One more, unless something was wrong.
    pub(crate) fn one<T: Read<'de>>(&mut self) -> Option<T> {
        (!self.failed()).then(|| T::read(self))
    }

    /// What comes next, where a type decides by that.
    pub(crate) fn any(&mut self) -> Item<'de> {
        self.item()
    }

    /// Notes that something else was found.
    pub(crate) fn refuse(&mut self, found: Item<'_>, expected: &str) {
        self.unexpected(found, expected);
    }

    /// The place of a word in a list: the word in JSON, its place in a record.
    #[inline(never)]
    pub(crate) fn one_of(&mut self, words: &[&str]) -> usize {
        let expected = || ["one of ", &words.join(", ")].concat();
        let place = match (self.item(), self.is_json) {
            (Item::Text(word), true) => words.iter().position(|listed| *listed == word),
            (Item::Unsigned(place), false) => usize::try_from(place).ok().filter(|&place| place < words.len()),
            (found, _) => {
                self.unexpected(found, &expected());
                return 0;
            }
        };
        place.unwrap_or_else(|| {
            self.fail(["expected ", &expected()].concat());
            0
        })
    }

    /// Whether words stand there, or numbers for them.
    pub(crate) const fn is_json(&self) -> bool {
        self.is_json
    }

    /// One item as it is, with everything in it.
    pub(crate) fn raw(&mut self) -> &'de [u8] {
        if self.failed() {
            return &[];
        }
        self.items.raw().unwrap_or_default()
    }

    /// Whether nothing, or null, comes next; it is then taken.
    #[inline(never)]
    fn nothing(&mut self) -> bool {
        self.failed() || self.items.nothing()
    }

    /// Whether a field was left out; it is then taken.
    pub(crate) fn left_out(&mut self) -> bool {
        let left_out = self.items.rest == NOTHING;
        if left_out {
            self.items.rest = &[];
        }
        left_out
    }

    /// Begins a struct.
    #[inline(never)]
    pub(crate) fn open(&mut self, fields: &[Field]) -> Open<'de> {
        let mut open = Open { left: 0, noted: None, after: None };
        let found = self.item();
        let begin = self.items.begin;
        let lacks = match (found, self.is_json) {
            (Item::List(items), false) => {
                open.left = items;
                fields.iter().skip(items).find(|field| field.required)
            }
            (Item::Nothing, _) => fields.iter().find(|field| field.required),
            (Item::Map(pairs), true) => {
                let first = self.fields.len();
                open.noted = Some((first, first));
                self.find(pairs, fields, first);
                open.after = Some(self.items.rest);
                let found = self.fields.get(first..).unwrap_or_default();
                fields
                    .iter()
                    .zip(found)
                    .find(|(field, found)| field.required && found.is_none())
                    .map(|(field, _)| field)
            }
            (found, is_json) => {
                self.unexpected(found, if is_json { "an object" } else { "a list" });
                None
            }
        };
        if let Some(field) = lacks {
            self.items.begin = begin;
            self.fail(["missing field `", field.name, "`"].concat());
        }
        open
    }

    /// Passes over a map and notes where its fields lie.
    fn find(&mut self, pairs: usize, fields: &[Field], first: usize) {
        self.fields.resize(first.saturating_add(fields.len()), None);
        for _ in 0..pairs {
            let name = self.text("the name of a field");
            if self.failed() {
                break;
            }
            let Some(place) = fields.iter().position(|field| field.name == name) else {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                self.fail(["unknown field, expected one of `", &names.join("`, `"), "`"].concat());
                break;
            };
            match self.fields.get_mut(first.saturating_add(place)) {
                Some(field @ None) => *field = Some(self.items.rest),
                _ => self.fail(["duplicate field `", fields.get(place).map_or("", |field| field.name), "`"].concat()),
            }
            if self.items.raw().is_none() {
                break;
            }
        }
    }

    /// Goes to the next field of a struct.
    #[inline(never)]
    fn go(&mut self, open: &mut Open<'de>) {
        if let Some((next, _)) = &mut open.noted {
            let field = self.fields.get(*next).copied().flatten();
            *next = next.saturating_add(1);
            self.items.rest = field.unwrap_or(NOTHING);
        } else if let Some(left) = open.left.checked_sub(1) {
            open.left = left;
        } else {
            if open.after.is_none() {
                open.after = Some(self.items.rest);
            }
            self.items.rest = NOTHING;
        }
    }

    /// The next field of a struct. One that was left out reads as nothing.
    pub(crate) fn field<T: Read<'de>>(&mut self, open: &mut Open<'de>) -> T {
        self.go(open);
        T::read(self)
    }

    /// Ends a struct. Fields of a record that this reader does not know come
    /// after those it knows.
    #[inline(never)]
    pub(crate) fn close(&mut self, open: &Open<'de>) {
        if self.failed() {
            return;
        }
        for _ in 0..open.left {
            if self.items.raw().is_none() {
                self.fail("the bytes were not looked through".to_owned());
            }
        }
        if let Some(after) = open.after {
            self.items.rest = after;
        }
        if let Some((_, first)) = open.noted {
            self.fields.truncate(first);
        }
        self.items.begin = None;
    }
}

impl Read<'_> for bool {
    fn read(source: &mut Source<'_>) -> Self {
        source.yes_no()
    }
}

macro_rules! numbers {
    ($($number:ident)*) => {
        $(impl Read<'_> for $number {
            fn read(source: &mut Source<'_>) -> Self {
                Self::try_from(source.number(Self::MAX.into())).unwrap_or_default()
            }
        })*
    };
}

numbers! { u8 u16 u32 }

impl Read<'_> for String {
    #[inline(never)]
    fn read(source: &mut Source<'_>) -> Self {
        source.text("a text").to_owned()
    }
}

impl<'de, T: Read<'de>> Read<'de> for Option<T> {
    fn read(source: &mut Source<'de>) -> Self {
        if source.nothing() { None } else { Some(T::read(source)) }
    }
}

impl<'de, T: Read<'de>> Read<'de> for Vec<T> {
    fn read(source: &mut Source<'de>) -> Self {
        /// Most items for which there is room before they are read.
        const ROOM: usize = 64;
        let items = source.list();
        let mut list = Self::with_capacity(items.min(ROOM));
        for _ in 0..items {
            if source.failed() {
                break;
            }
            list.push(T::read(source));
        }
        list
    }
}

/// Says which fields a struct has, in the order of their declaration, and
/// which of them may be left out.
macro_rules! readable {
    ($name:ident $(<$life:lifetime>)? { $($field:ident $([$default:ident])?,)+ }) => {
        impl<'de> crate::read::Read<'de> for $name $(<$life>)? {
            #[inline(never)]
            fn read(source: &mut crate::read::Source<'de>) -> Self {
                let mut open = source.open(&[
                    $(crate::read::Field {
                        name: stringify!($field),
                        required: crate::read::readable!(@required $($default)?),
                    },)+
                ]);
                let read = Self { $($field: source.field(&mut open),)+ };
                source.close(&open);
                read
            }
        }
    };
    (@required) => { true };
    (@required default) => { false };
}

pub(crate) use readable;

#[cfg(test)]
mod tests;
