//! How answers look in a terminal.

use std::io::Write;

use magdit::{Correction, Country, Date, KnowledgeBase, Language, Question, Register, Role};
use serde::Serialize;

use crate::failure::Failure;

pub(crate) mod answer;
pub(crate) mod candidates;
pub(crate) mod diff;
pub(crate) mod explained;
pub(crate) mod grid;
pub(crate) mod history;
pub(crate) mod matches;
pub(crate) mod tool;
pub(crate) mod trace;

/// Prints text; styles are left out where the terminal has none.
pub(crate) fn out(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|source| Failure::system("standard output".as_ref(), source)),
    }
}

/// Prints JSON: one line, the bytes that every binding gives.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    let text = magdit::json::write(value)
        .map_err(|error| Failure::system("standard output".as_ref(), std::io::Error::other(error)))?;
    out(&format!(
        "{text}
"
    ))
}

/// Bold, where the terminal can.
pub(crate) fn bold(text: &str) -> String {
    let style = anstyle::Style::new().bold();
    format!("{style}{text}{style:#}")
}

/// Faint, where the terminal can.
pub(crate) fn faint(text: &str) -> String {
    let style = anstyle::Style::new().dimmed();
    format!("{style}{text}{style:#}")
}

/// Sentences and labels in the language and register of a question.
pub(crate) struct Words<'a> {
    library: &'a KnowledgeBase,
    language: Language,
    register: Register,
}

impl<'a> Words<'a> {
    pub(crate) fn new(library: &'a KnowledgeBase, language: Language, question: &Question) -> Self {
        let register = if question.role == Some(Role::Parent) { Register::Parent } else { Register::Teacher };
        Self { library, language, register }
    }

    pub(crate) fn plain(library: &'a KnowledgeBase, language: Language) -> Self {
        Self { library, language, register: Register::Teacher }
    }

    /// The sentence under a key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.library.text(self.language, key, self.register).unwrap_or(key).to_owned()
    }

    /// The sentence under a key, with one blank filled in.
    pub(crate) fn with(&self, key: &str, blank: &str, value: &str) -> String {
        self.say(key).replace(&format!("{{{blank}}}"), value)
    }

    /// A date as people write it.
    pub(crate) fn date(&self, date: Date) -> String {
        self.library.date_in_words(date, self.language)
    }
}

/// What somebody says is wrong with a fact.
pub(super) fn correction(words: &Words<'_>, said: &Correction) -> String {
    words.with("ui.correction", "name", &said.by).replace("{value}", &tool::value(words, &said.value))
}

/// What was asked, in a few words.
pub(crate) fn question(words: &Words<'_>, question: &Question) -> String {
    let yes_no = |label: &str, yes: bool| format!("{label}.{}", if yes { "yes" } else { "no" });
    let keys = [
        question.role.map(|role| format!("role.{role}")),
        question.sector.map(|sector| format!("sector.{sector}")),
        question.purpose.map(|purpose| format!("purpose.{purpose}")),
        question.account.map(|account| format!("account.{account}")),
        question.data.map(|data| format!("data.{data}")),
        question.device.map(|device| format!("device.{device}")),
        question.procured.map(|procured| yes_no("procured", procured)),
        question.compulsory.map(|compulsory| yes_no("compulsory", compulsory)),
    ];
    let mut parts: Vec<String> = keys.into_iter().flatten().map(|key| words.say(&key)).collect();
    if let Some(age) = question.age {
        parts.push(words.with("ui.pupil_of", "age", &age.to_string()));
    }
    if question.country != Country::NL {
        parts.push(question.country.as_str().to_owned());
    }
    if parts.is_empty() {
        parts.push(words.say("ui.everyone"));
    }
    parts.join(", ")
}
