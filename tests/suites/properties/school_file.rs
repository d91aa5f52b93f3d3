//! A school's own file supplies a decision or tightens. It never relaxes.

use magdit::{Answer, Brief, KnowledgeBase, Language, Outcome, Question};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::schools::{Entries, pairs, single};
use crate::space::Space;

/// Questions that each edition is asked under each file: one by one, at six
/// ages, under pairs of entries, and with whole answers.
const QUESTIONS: usize = 49;
const AT_AGES: usize = 10;
const UNDER_PAIRS: usize = 10;
const WHOLE: usize = 12;
/// Every so many files are looked at with whole answers.
const FILES: usize = 5;

fn questions(count: usize, subject: &Subject) -> Vec<Question> {
    Space::whole().sample(count, &subject.salt())
}

fn brief(library: &KnowledgeBase, subject: &Subject, question: &Question) -> Brief {
    library.brief(&subject.tool, question).expect("a question of the space is answered")
}

/// Looks at every question under every file, beside the national answer.
fn under_each(
    subject: &Subject,
    ledger: &mut Ledger,
    (files, count): (&[Entries], usize),
    mut look: impl FnMut(&Entries, &KnowledgeBase, &Question, &Brief) -> Option<String>,
) {
    let national: Vec<(Question, Brief)> = questions(count, subject)
        .into_iter()
        .map(|question| (question.clone(), brief(&subject.knowledge_base, subject, &question)))
        .collect();
    for file in files {
        let library = file.over(subject);
        for (question, before) in &national {
            let complaint = look(file, &library, question, before);
            ledger.look(complaint.is_none(), || {
                format!("{file:?} {}: {}", asked(question), complaint.unwrap_or_default())
            });
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn no_file_lifts_a_stop_lowers_an_age_or_reads_an_error_as_a_yes() {
    let look = |subject: &Subject, ledger: &mut Ledger| {
        under_each(subject, ledger, (single(), QUESTIONS), |file, library, question, before| {
            let after = brief(library, subject, question);
            let lifted = before.outcome == Outcome::NotAllowed && after.outcome != Outcome::NotAllowed;
            let same_route = before.route.is_some() && before.route == after.route;
            let younger = same_route && after.consent.until_age < before.consent.until_age;
            let less = same_route && after.consent.kind < before.consent.kind;
            let read = file.unreadable() && after.outcome <= Outcome::Conditional;
            (lifted || younger || less || read).then(|| format!("{before:?} became {after:?}"))
        });
    };
    let expected = single().len() * QUESTIONS;
    hold("no school file lifts a stop, lowers an age, or reads an error as a yes", |_| expected as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn no_file_gives_the_younger_a_freer_answer() {
    const AGES: [u8; 6] = [4, 12, 13, 15, 16, 18];
    let look = |subject: &Subject, ledger: &mut Ledger| {
        under_each(subject, ledger, (single(), AT_AGES), |_, library, question, _| {
            let at = |age: u8| brief(library, subject, &Question { age: Some(age), ..question.clone() }).outcome;
            let outcomes = AGES.map(at);
            (!outcomes.is_sorted_by(|younger, older| younger >= older)).then(|| format!("{AGES:?}: {outcomes:?}"))
        });
    };
    let expected = single().len() * AT_AGES;
    hold("under no school file are the younger freer", |_| expected as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn taking_out_an_entry_never_makes_a_yes_out_of_a_no() {
    let look = |subject: &Subject, ledger: &mut Ledger| {
        for file in pairs() {
            let all = file.over(subject);
            let fewer: Vec<KnowledgeBase> = file.with_one_less().iter().map(|file| file.over(subject)).collect();
            for question in questions(UNDER_PAIRS, subject) {
                let national = brief(&subject.knowledge_base, subject, &question).outcome;
                let is_yes = |outcome| outcome <= Outcome::Conditional;
                let refused = brief(&all, subject, &question).outcome == Outcome::NotAllowed && !is_yes(national);
                let opened = fewer.iter().any(|library| is_yes(brief(library, subject, &question).outcome));
                ledger.look(!(refused && opened), || format!("{file:?} {}", asked(&question)));
            }
        }
    };
    let expected = pairs().len() * UNDER_PAIRS;
    hold("without one of its entries no school file makes a yes of a no", |_| expected as u64, look);
}

/// Conditions that follow from an outcome alone and go with it.
const NEXT_STEPS: [&str; 2] = ["ask-school", "choose-other-tool"];

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn every_national_condition_of_a_route_is_shown_under_every_file() {
    let whole = |library: &KnowledgeBase, subject: &Subject, question: &Question| -> Answer {
        let edition = subject.tool.editions.first().map(|edition| edition.id.clone());
        let question = Question { edition, ..question.clone() };
        library.check(&subject.tool.id, &question, Language::Nl).expect("a question of the space is answered")
    };
    let files: Vec<Entries> = single().iter().step_by(FILES).cloned().collect();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let mut without: Vec<(Question, Answer)> = Vec::with_capacity(WHOLE);
        under_each(subject, ledger, (&files, WHOLE), |_, library, question, before| {
            let after = brief(library, subject, question);
            if before.route.is_none() || before.route != after.route {
                return None;
            }
            if !without.iter().any(|(other, _)| other == question) {
                without.push((question.clone(), whole(&subject.knowledge_base, subject, question)));
            }
            let national = without.iter().find(|(other, _)| other == question).map(|(_, answer)| answer)?;
            let shown = whole(library, subject, question);
            let routes = |answer: &Answer| answer.by_case.iter().map(|case| case.route).collect::<Vec<_>>();
            if routes(national) != routes(&shown) {
                return None;
            }
            let lost =
                national.conditions.iter().filter(|one| !NEXT_STEPS.contains(&one.id.as_str())).find(|one| {
                    !shown.conditions.iter().any(|other| other.id == one.id && other.strength == one.strength)
                });
            lost.map(|lost| format!("{} is gone", lost.id))
        });
    };
    let expected = files.len() * WHOLE;
    hold("national conditions of a route stay under every school file", |_| expected as u64, look);
}
