//! One value of a table, read as the kind it should have.

use core::ops::RangeInclusive;

use magdit::{Country, Date};
use toml::Spanned;
use toml::de::DeValue;

use crate::check::{blank_text, empty_list, out_of_range, unknown_word, wrong_kind};
use crate::files::{At, Place};
use crate::read::table::{Context, Table};
use crate::read::word::Word;

/// A value that may be missing. Reading it as a kind it does not have
/// reports that and gives nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field<'t> {
    context: Context<'t>,
    key: &'static str,
    node: Option<&'t Spanned<DeValue<'t>>>,
}

impl<'t> Field<'t> {
    /// The value of a key, if it is there.
    pub(crate) const fn new(context: Context<'t>, key: &'static str, node: Option<&'t Spanned<DeValue<'t>>>) -> Self {
        Self { context, key, node }
    }

    /// True where the key is not there.
    pub(crate) const fn is_missing(&self) -> bool {
        self.node.is_none()
    }

    /// Where the value stands, if it is there.
    pub(crate) fn place(&self) -> Option<Place> {
        self.node.map(|node| self.context.place(node.span().start))
    }

    /// A text that says something.
    pub(crate) fn text(self) -> Option<At<String>> {
        let text = self.read("a text", |value| value.as_str().map(str::to_owned))?;
        blank_text::report(self.context.problems, text.place, self.key, &text.value);
        Some(text)
    }

    /// A date, written without quotes.
    pub(crate) fn date(self) -> Option<At<Date>> {
        self.read("a date without quotes, such as 2026-11-21", |value| {
            let date = value.as_datetime().filter(|found| found.time.is_none() && found.offset.is_none())?.date?;
            Date::new(date.year, date.month, date.day)
        })
    }

    /// `true` or `false`.
    pub(crate) fn yes_no(self) -> Option<At<bool>> {
        self.read("true or false", DeValue::as_bool)
    }

    /// A whole number within limits.
    pub(crate) fn number(self, limits: RangeInclusive<u64>) -> Option<At<u64>> {
        let number = self.read("a whole number", |value| {
            let digits = value.as_integer()?;
            Some(i128::from_str_radix(digits.as_str(), digits.radix()).unwrap_or(i128::MAX))
        })?;
        match u64::try_from(number.value).ok().filter(|value| limits.contains(value)) {
            Some(value) => Some(number.map(|_| value)),
            None => {
                out_of_range::report(self.context.problems, number.place, self.key, number.value, &limits);
                None
            }
        }
    }

    /// A country code.
    pub(crate) fn country(self) -> Option<At<Country>> {
        let code = self.text()?;
        let country = Country::from_code(&code.value);
        if country.is_none() {
            unknown_word::report_other(
                self.context.problems,
                code.place,
                &code.value,
                "a country code of two capitals, such as NL",
            );
        }
        country.map(|country| At::new(country, code.place))
    }

    /// A language code.
    pub(crate) fn language(self) -> Option<At<String>> {
        let code = self.text()?;
        if code.value.len() != 2 || !code.value.bytes().all(|byte| byte.is_ascii_lowercase()) {
            unknown_word::report_other(
                self.context.problems,
                code.place,
                &code.value,
                "a language code of two small letters, such as nl",
            );
        }
        Some(code)
    }

    /// One word of a closed list.
    pub(crate) fn word<W: Word>(self) -> Option<At<W>> {
        let word = self.read("a word in quotes", |value| value.as_str().map(str::to_owned))?;
        self.listed(&word, W::WORDS).and_then(|_| W::from_word(&word.value)).map(|value| At::new(value, word.place))
    }

    /// One word of a list that is only known while reading.
    pub(crate) fn word_of(self, words: &'static [&'static str]) -> Option<At<&'static str>> {
        let word = self.read("a word in quotes", |value| value.as_str().map(str::to_owned))?;
        self.listed(&word, words).map(|listed| At::new(listed, word.place))
    }

    /// A list of texts.
    pub(crate) fn texts(self) -> Vec<At<String>> {
        self.items().filter_map(Self::text).collect()
    }

    /// A list of words of a closed list.
    pub(crate) fn words<W: Word>(self) -> Vec<At<W>> {
        self.items().filter_map(Self::word).collect()
    }

    /// A list of words of a list that is only known while reading.
    pub(crate) fn words_of(self, words: &'static [&'static str]) -> Option<At<Vec<&'static str>>> {
        let place = self.place()?;
        let node = self.node?;
        if node.get_ref().as_array().is_none() {
            self.report_kind("a list of words");
            return None;
        }
        let found: Vec<Option<&'static str>> =
            self.items().map(|item| item.word_of(words).map(|word| word.value)).collect();
        found.into_iter().collect::<Option<Vec<_>>>().map(|words| At::new(words, place))
    }

    /// A table.
    pub(crate) fn table(self, what: &'static str) -> Option<Table<'t>> {
        let node = self.node?;
        let Some(entries) = node.get_ref().as_table() else {
            self.report_kind("a table");
            return None;
        };
        Some(Table::new(self.context, entries, self.context.place(node.span().start), what))
    }

    /// A list of tables.
    pub(crate) fn tables(self, what: &'static str) -> Vec<Table<'t>> {
        self.items().filter_map(|item| item.table(what)).collect()
    }

    /// The same value; a list without items is reported.
    pub(crate) fn with_items(self) -> Self {
        let is_empty = self.node.is_some_and(|node| node.get_ref().as_array().is_some_and(|list| list.is_empty()));
        if let Some(place) = self.place().filter(|_| is_empty) {
            empty_list::report(self.context.problems, place, self.key);
        }
        self
    }

    /// The items of a list; nothing where the key is missing, or after a
    /// report where it is no list.
    pub(crate) fn items(self) -> impl Iterator<Item = Self> {
        let list = self.node.and_then(|node| {
            let list = node.get_ref().as_array();
            if list.is_none() {
                self.report_kind("a list in square brackets");
            }
            list
        });
        list.into_iter().flat_map(|list| list.iter()).map(move |item| Self { node: Some(item), ..self })
    }

    fn listed(self, word: &At<String>, words: &'static [&'static str]) -> Option<&'static str> {
        let listed = words.iter().find(|&&listed| listed == word.value).copied();
        if listed.is_none() {
            unknown_word::report(self.context.problems, word.place, &word.value, words);
        }
        listed
    }

    fn read<T>(self, expected: &'static str, read: impl FnOnce(&DeValue<'t>) -> Option<T>) -> Option<At<T>> {
        let place = self.place()?;
        let value = read(self.node?.get_ref());
        if value.is_none() {
            self.report_kind(expected);
        }
        value.map(|value| At::new(value, place))
    }

    fn report_kind(self, expected: &'static str) {
        if let (Some(place), Some(node)) = (self.place(), self.node) {
            wrong_kind::report(self.context.problems, place, self.key, node.get_ref(), expected);
        }
    }
}
