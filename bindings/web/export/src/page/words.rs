//! Sentences of the knowledge base, and names in them kept apart.

use magdit::{Date, KnowledgeBase, Language, Register, Value};
use maud::{Markup, html};

/// The sentences of one language, as teachers read them.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) library: &'a KnowledgeBase,
    pub(super) language: Language,
}

impl Words<'_> {
    /// The sentence under a key; nothing where there is none.
    pub(super) fn say(&self, key: &str) -> String {
        self.library.text(self.language, key, Register::Teacher).unwrap_or_default().to_owned()
    }

    /// The sentence under a key with a blank filled.
    pub(super) fn with(&self, key: &str, blank: &str, value: &str) -> String {
        self.say(key).replace(&format!("{{{blank}}}"), value)
    }

    /// The name of a tool, or its id where the knowledge base has no such tool.
    pub(super) fn tool_name(&self, id: &str) -> String {
        self.library.tool(id).map_or_else(|_| id.to_owned(), |tool| tool.name)
    }

    /// A sentence about a day.
    pub(super) fn on(&self, key: &str, day: Date) -> String {
        self.with(key, "date", &self.library.date_in_words(day, self.language))
    }

    /// A value of a fact.
    pub(super) fn value(&self, value: &Value) -> String {
        let word = |word: &str| Some(self.say(&format!("value.{word}"))).filter(|text| !text.is_empty());
        let shown = |text: &str| word(text).unwrap_or_else(|| text.to_owned());
        match value {
            Value::YesNo(yes) => shown(if *yes { "yes" } else { "no" }),
            Value::Number(number) => number.to_string(),
            Value::Word(text) => shown(text),
            Value::Words(list) if list.is_empty() => shown("none"),
            Value::Words(list) => list.iter().map(|text| shown(text)).collect::<Vec<_>>().join(", "),
        }
    }
}

/// A name: kept apart from the text around it and never translated.
pub(super) fn named(name: &str) -> Markup {
    html! { bdi translate="no" { (name) } }
}

/// A sentence with these names in it kept apart, longer names first.
pub(super) fn sentence(text: &str, names: &[&str]) -> Markup {
    let found = names
        .iter()
        .filter(|name| !name.is_empty())
        .filter_map(|name| text.find(name).map(|at| (at, core::cmp::Reverse(name.len()), *name)))
        .min();
    let split = found.and_then(|(_, _, name)| Some((text.split_once(name)?, name)));
    html! {
        @match split {
            Some(((before, after), name)) => { (before) (named(name)) (sentence(after, names)) }
            None => (text)
        }
    }
}

/// A link to a document; an address that is none of the web is only text.
pub(super) fn link(address: &str, text: &Markup) -> Markup {
    let start = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    html! {
        @if start.starts_with("https://") || start.starts_with("http://") {
            a href=(address) rel="noopener noreferrer external" { (text) }
        } @else {
            span { (text) }
        }
    }
}
