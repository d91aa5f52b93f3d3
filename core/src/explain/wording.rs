//! Finds sentences and fills in what they leave open.

use crate::answer::Outcome;
use crate::date::Date;
use crate::school::School;
use crate::text::{Language, Register};

use super::Shelf;

/// A language, a register, and the names every sentence may use.
pub(super) struct Wording<'a, S> {
    pub(super) shelf: &'a S,
    pub(super) language: Language,
    pub(super) register: Register,
    pub(super) tool: &'a str,
    pub(super) supplier: &'a str,
    pub(super) school: Option<&'a School>,
}

/// What one sentence may use besides the names.
#[derive(Default)]
pub(super) struct Blanks<'a> {
    pub(super) age: Option<u8>,
    pub(super) ages: Option<&'a str>,
    pub(super) by: Option<&'a str>,
    pub(super) date: Option<Date>,
    pub(super) fact: Option<&'a str>,
    pub(super) value: Option<&'a str>,
}

impl<S: Shelf> Wording<'_, S> {
    /// The sentence under a key. A key without a sentence shows as itself;
    /// the checks on the data see to it that there is none.
    pub(super) fn say(&self, key: &str) -> String {
        self.fill(key, &Blanks::default())
    }

    /// The sentence under a key, with an age.
    pub(super) fn with_age(&self, key: &str, age: Option<u8>) -> String {
        self.fill(key, &Blanks { age, ..Blanks::default() })
    }

    /// The sentence under a key, with everything filled in.
    pub(super) fn fill(&self, key: &str, blanks: &Blanks<'_>) -> String {
        let Some(text) = self.shelf.text(self.language, key, self.register) else {
            return key.to_owned();
        };
        let mut sentence = String::with_capacity(text.len().saturating_add(32));
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            sentence.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                break;
            };
            self.push_blank(&mut sentence, name, blanks);
            rest = match behind.strip_prefix('.') {
                Some(after_stop) if sentence.ends_with('.') => after_stop,
                _ => behind,
            };
        }
        sentence.push_str(rest);
        sentence
    }

    fn push_blank(&self, sentence: &mut String, name: &str, blanks: &Blanks<'_>) {
        match name {
            "tool" => sentence.push_str(self.tool),
            "supplier" => sentence.push_str(self.supplier),
            "school" => self.push_of_school(sentence, "blank.school", |school| Some(&school.name)),
            "incidents" => {
                self.push_of_school(sentence, "blank.incidents", |school| school.contacts.incidents.as_deref());
            }
            "by" => sentence.push_str(blanks.by.unwrap_or_default()),
            "fact" => sentence.push_str(blanks.fact.unwrap_or_default()),
            "value" => sentence.push_str(blanks.value.unwrap_or_default()),
            "ages" => sentence.push_str(blanks.ages.unwrap_or_default()),
            "age" => sentence.extend(blanks.age.map(|age| age.to_string())),
            "date" => sentence.extend(blanks.date.map(|date| date_in_words(date, self.language))),
            _ => {}
        }
    }
}

impl<S: Shelf> Wording<'_, S> {
    /// What the school's own file says, or a neutral word.
    fn push_of_school(&self, sentence: &mut String, key: &str, of: impl Fn(&School) -> Option<&str>) {
        let neutral = || self.shelf.text(self.language, key, self.register).unwrap_or(key);
        sentence.push_str(self.school.and_then(of).unwrap_or_else(neutral));
    }
}

/// A date as people write it.
pub(crate) fn date_in_words(date: Date, language: Language) -> String {
    const NL: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let months = match language {
        Language::Nl => NL,
        Language::En => EN,
    };
    let month = months.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
    format!("{} {month} {}", date.day(), date.year())
}

/// The key of an outcome's sentence.
pub(super) const fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Allowed => "outcome.allowed",
        Outcome::Conditional => "outcome.conditional",
        Outcome::AskSchool => "outcome.ask_school",
        Outcome::NotAllowed => "outcome.not_allowed",
    }
}
