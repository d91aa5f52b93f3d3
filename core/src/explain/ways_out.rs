//! Says what would lead to a yes.

use crate::answer::{Brief, Change, WouldChange};
use crate::fact::Value;
use crate::question::{Account, Question, Role};
use crate::text::{Language, Register};

use super::Shelf;
use super::wording::{Blanks, Wording};

/// Sets of changes that were tried, with their sentences.
pub(crate) fn would_change<S: Shelf>(
    shelf: &S,
    supplier: &str,
    question: &Question,
    language: Language,
    found: Vec<(Vec<Change>, Brief)>,
) -> Vec<WouldChange> {
    let register = if question.role == Some(Role::Parent) { Register::Parent } else { Register::Teacher };
    let words = Wording { shelf, language, register, tool: "", supplier };
    found
        .into_iter()
        .map(|(changes, brief)| {
            let sentences: Vec<String> = changes.iter().map(|change| sentence(&words, change)).collect();
            WouldChange { text: sentences.join(" "), changes, outcome: brief.outcome, route: brief.route }
        })
        .collect()
}

fn sentence<S: Shelf>(words: &Wording<'_, S>, change: &Change) -> String {
    match change {
        Change::Account(Account::None) => words.say("change.account_none"),
        Change::Account(Account::School) => words.say("change.account_school"),
        Change::Account(Account::Private) => String::new(),
        Change::AnyEdition => words.say("change.any_edition"),
        Change::NoPersonalData => words.say("change.no_personal_data"),
        Change::Voluntary => words.say("change.voluntary"),
        Change::OwnDevice => words.say("change.own_device"),
        Change::Contract => words.say("change.contract"),
        Change::TeacherShows => words.say("change.teacher_shows"),
        Change::Fact(key, value) => {
            let fact = words.say(&format!("fact.{key}"));
            let value = match value {
                Value::YesNo(yes) => words.say(if *yes { "value.yes" } else { "value.no" }),
                Value::Number(number) => number.to_string(),
                Value::Word(word) => words.say(&format!("value.{word}")),
                Value::Words(list) => list.join(", "),
            };
            let blanks = Blanks { fact: Some(&fact), value: Some(&value), ..Blanks::default() };
            words.fill("change.fact", &blanks)
        }
    }
}
