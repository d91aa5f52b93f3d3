//! Says what would lead to a yes, and until when it was one.

use crate::answer::{Brief, Change, Outcome, Was, WouldChange};
use crate::date::Date;
use crate::fact::{FactKey, Value};
use crate::question::{Account, Question};
use crate::text::Language;
use crate::tool::Route;

use super::wording::{Blanks, Wording};
use super::{Shelf, register};

/// Sets of changes that were tried, with their sentences.
pub(crate) fn would_change<S: Shelf>(
    shelf: &S,
    supplier: &str,
    question: &Question,
    language: Language,
    found: Vec<(Vec<Change>, Brief)>,
) -> Vec<WouldChange> {
    let words = Wording { shelf, language, register: register(question), tool: "", supplier, school: None };
    found
        .into_iter()
        .map(|(changes, brief)| {
            let parts: Vec<String> = changes.iter().map(|change| part(&words, change, brief.route)).collect();
            let together = parts.join(&format!(" {} ", words.say("change.and")));
            let text = words.fill("change.sentence", &Blanks { value: Some(&together), ..Blanks::default() });
            WouldChange { text, changes, outcome: brief.outcome, route: brief.route }
        })
        .collect()
}

/// The yes of an earlier day, with its sentence.
pub(crate) fn was<S: Shelf>(shelf: &S, question: &Question, language: Language, brief: &Brief, on: Date) -> Was {
    let words = Wording { shelf, language, register: register(question), tool: "", supplier: "", school: None };
    let key = match (brief.outcome, brief.route) {
        (_, Some(Route::TeacherOnly)) => "was.teacher_only",
        (Outcome::Allowed, _) => "was.allowed",
        _ => "was.conditional",
    };
    let text = words.fill(key, &Blanks { date: Some(on), ..Blanks::default() });
    Was { outcome: brief.outcome, route: brief.route, on, text }
}

/// A change as a part of the sentence. A decision of the school opens a private
/// account or one of parents only where it names it, and showing may use an
/// account or none, so both say which route the yes was found on.
fn part<S: Shelf>(words: &Wording<'_, S>, change: &Change, route: Option<Route>) -> String {
    match change {
        Change::Account(Account::None) => words.say("change.account_none"),
        Change::Account(Account::School) => words.say("change.account_school"),
        Change::Account(Account::Private) => String::new(),
        Change::AnyEdition => words.say("change.any_edition"),
        Change::NoPersonalData => words.say("change.no_personal_data"),
        Change::Voluntary => words.say("change.voluntary"),
        Change::OwnDevice => words.say("change.own_device"),
        Change::Contract => words.say("change.contract"),
        Change::TeacherShows => words.say(match route {
            Some(Route::NoAccount) => "change.teacher_shows_no_account",
            Some(Route::SchoolSso | Route::SchoolManaged) => "change.teacher_shows_school_account",
            Some(Route::PrivateAccount) => "change.teacher_shows_private_account",
            Some(Route::TeacherOnly | Route::ParentAccount) | None => "change.teacher_shows",
        }),
        Change::Fact(FactKey::ProcessingAgreement, _) => words.say("change.agreement"),
        Change::Fact(FactKey::MinimumAge, Value::Number(0)) => words.say("change.no_minimum_age"),
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
        Change::SchoolDecision => words.say(match route {
            Some(Route::PrivateAccount) => "change.school_decision_private_account",
            Some(Route::ParentAccount) => "change.school_decision_parent_account",
            _ => "change.school_decision",
        }),
        Change::ParentalConsent => words.say("change.parental_consent"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::register;
    use crate::explain::testing::NoSentences;
    use crate::question::Role;
    use crate::text::Register;

    #[test]
    fn showing_and_a_decision_say_with_which_account_and_no_kind_of_agreement_or_age_is_named() {
        let mut question = Question::on(Date::parse("2026-11-21").expect("a date"));
        question.role = Some(Role::Parent);
        let register = register(&question);
        assert_eq!(register, Register::Parent);
        let words =
            Wording { shelf: &NoSentences, language: Language::Nl, register, tool: "", supplier: "", school: None };
        let said = |change: &Change, route| part(&words, change, route).replacen("change.", "", 1);
        let of_route = |change: Change| Route::ALL.iter().map(|&route| said(&change, Some(route))).collect::<Vec<_>>();
        let shown = [
            "teacher_shows_no_account",
            "teacher_shows_school_account",
            "teacher_shows_school_account",
            "teacher_shows",
            "teacher_shows",
            "teacher_shows_private_account",
        ];
        assert_eq!(of_route(Change::TeacherShows), shown);
        let decided = [
            "school_decision",
            "school_decision",
            "school_decision",
            "school_decision",
            "school_decision_parent_account",
            "school_decision_private_account",
        ];
        assert_eq!(of_route(Change::SchoolDecision), decided);
        for &kind in FactKey::ProcessingAgreement.words() {
            let agreement = Change::Fact(FactKey::ProcessingAgreement, Value::Word(kind.to_owned()));
            assert_eq!(said(&agreement, None), "agreement", "{kind}");
        }
        let age = |years| said(&Change::Fact(FactKey::MinimumAge, Value::Number(years)), None);
        assert_eq!([age(0), age(13)], ["no_minimum_age", "fact"]);
    }
}
