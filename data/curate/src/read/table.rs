//! A TOML table that knows which keys it was asked for.

use core::cell::RefCell;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::check::{missing_key, unknown_key};
use crate::files::Place;
use crate::problems::Problems;
use crate::read::field::Field;

/// Where a table stands and what it is called in messages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'p> {
    /// The file.
    pub(crate) file: usize,
    /// Where problems go.
    pub(crate) problems: &'p Problems,
}

impl Context<'_> {
    /// A place in the file.
    pub(crate) const fn place(self, offset: usize) -> Place {
        Place { file: self.file, offset }
    }
}

/// A table being read. Every key that is asked for is a key that may be
/// there; [`Table::done`] reports the others.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    context: Context<'t>,
    entries: &'t DeTable<'t>,
    place: Place,
    what: &'static str,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t> Table<'t> {
    /// A table that begins at `place`; `what` is its name in messages.
    pub(crate) const fn new(context: Context<'t>, entries: &'t DeTable<'t>, place: Place, what: &'static str) -> Self {
        Self { context, entries, place, what, asked: RefCell::new(Vec::new()) }
    }

    /// Where the table begins.
    pub(crate) const fn place(&self) -> Place {
        self.place
    }

    /// True where the key is there. The key counts as asked for.
    pub(crate) fn has(&self, key: &'static str) -> bool {
        self.asked.borrow_mut().push(key);
        self.entries.contains_key(key)
    }

    /// A key that must be there.
    pub(crate) fn required(&self, key: &'static str) -> Field<'t> {
        let field = self.optional(key);
        if field.is_missing() {
            missing_key::report(self.context.problems, self.place, self.what, key);
        }
        field
    }

    /// A key that may be there.
    pub(crate) fn optional(&self, key: &'static str) -> Field<'t> {
        self.asked.borrow_mut().push(key);
        let found: Option<(&'t Spanned<_>, &'t Spanned<DeValue<'t>>)> = self.entries.get_key_value(key);
        Field::new(self.context, key, found.map(|(_, value)| value))
    }

    /// The tables below this one, each with its name and where that stands.
    /// Every key is one that may be there.
    pub(crate) fn named(&self, what: &'static str) -> Vec<((String, usize), Table<'t>)> {
        let entries: Vec<_> = self.entries.iter().collect();
        let table = |(name, node): (&'t Spanned<_>, &'t Spanned<DeValue<'t>>)| {
            let name: &Spanned<toml::de::DeString<'_>> = name;
            let below = Field::new(self.context, what, Some(node)).table(what)?;
            Some(((name.get_ref().to_string(), name.span().start), below))
        };
        entries.into_iter().filter_map(table).collect()
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn done(self) {
        let asked = self.asked.into_inner();
        for key in self.entries.keys() {
            if !asked.contains(&key.get_ref().as_ref()) {
                let place = self.context.place(key.span().start);
                unknown_key::report(self.context.problems, place, self.what, key.get_ref(), &asked);
            }
        }
    }
}
