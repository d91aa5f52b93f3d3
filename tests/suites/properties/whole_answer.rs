//! The whole answer says what the short one says, and leaves nothing unsaid.

use magdit::{Account, Answer, ConsentKind, Language, Outcome, Question, Route};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::space::Space;

/// Every so many questions of the whole space are answered in full. A prime,
/// so that every value of every part comes by.
const EVERY: usize = 1999;
/// Among these, every so many are answered twice to compare the bytes.
const TWICE: usize = 10;

fn sample(space: &Space) -> impl Iterator<Item = (usize, Question)> + '_ {
    (0..space.len()).step_by(EVERY).enumerate().map(|(count, index)| (count, space.question(index)))
}

fn sampled(space: &Space) -> u64 {
    space.len().div_ceil(EVERY) as u64
}

fn answer(subject: &Subject, question: &Question, count: usize) -> Answer {
    let language = if count.is_multiple_of(2) { Language::Nl } else { Language::En };
    let question = of_edition(subject, question);
    subject.knowledge_base.check(&subject.tool.id, &question, language).expect("a question of the space is answered")
}

fn of_edition(subject: &Subject, question: &Question) -> Question {
    let edition = subject.tool.editions.first().map(|edition| edition.id.clone());
    Question { edition, ..question.clone() }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn the_short_answer_is_the_whole_one_which_gives_its_reasons_sources_and_next_step() {
    let space = Space::whole();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        for (count, question) in sample(&space) {
            let brief = subject.knowledge_base.brief(&subject.tool, &question).expect("answered");
            let whole = answer(subject, &question, count);
            let same = whole.outcome == brief.outcome
                && whole.route == brief.route
                && whole.consent == brief.consent
                && whole.edition.as_ref() == Some(&brief.edition);
            ledger.look(same, || {
                format!("{}: {brief:?}, but {:?} by {:?}", asked(&question), whole.outcome, whole.route)
            });
            let complaint = complaint(&whole);
            ledger.look(complaint.is_none(), || format!("{}: {}", asked(&question), complaint.unwrap_or_default()));
        }
    };
    let property = "the short answer is the whole one, which gives reasons, sources and a next step";
    hold(property, |_| 2 * sampled(&space), look);
}

/// What an answer leaves unsaid.
fn complaint(answer: &Answer) -> Option<String> {
    if answer.outcome != Outcome::Allowed && answer.conditions.is_empty() {
        return Some(format!("{} without anything to do", answer.outcome));
    }
    if answer.reasons.is_empty() {
        return Some("no reason".to_owned());
    }
    if let Some(condition) = answer.conditions.iter().find(|condition| condition.sources.is_empty()) {
        return Some(format!("the condition {} has no source", condition.id));
    }
    if let Some(reason) = answer.reasons.iter().find(|reason| reason.cites.is_empty() || reason.sources.is_empty()) {
        return Some(format!("the reason {} cites nothing", reason.rule));
    }
    let young_alone = answer.by_case.iter().find(|case| {
        case.age.youngest() < 16
            && case.route == Some(Route::PrivateAccount)
            && case.consent.kind != ConsentKind::ParentalConsent
    });
    if let Some(case) = young_alone {
        return Some(format!("{} on a private account without the parents", case.age));
    }
    sentences(answer).into_iter().find(|text| is_unfinished(text)).map(|text| format!("the sentence `{text}`"))
}

/// Every text in an answer that people read.
fn sentences(answer: &Answer) -> Vec<&str> {
    let mut texts: Vec<&str> =
        vec![&answer.headline, &answer.route_text, &answer.why, &answer.consent_text, &answer.standing];
    texts.extend(answer.routes.iter().map(|route| route.because.as_str()));
    texts.extend(answer.unknowns.iter().map(|unknown| unknown.label.as_str()));
    for condition in &answer.conditions {
        texts.extend([condition.text.as_str(), &condition.because, &condition.who_text]);
        texts.extend(condition.applies_to.as_deref());
    }
    for reason in &answer.reasons {
        texts.push(&reason.text);
        texts.extend(reason.facts.iter().map(|fact| fact.label.as_str()));
    }
    texts
}

/// Empty, with a blank that was not filled, or a key instead of a sentence.
fn is_unfinished(text: &str) -> bool {
    let is_key = text.contains('.')
        && !text.contains(char::is_whitespace)
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "._-".contains(letter));
    text.trim().is_empty() || text.contains(['{', '}']) || text.contains("  ") || text.contains(" .") || is_key
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn the_same_question_gives_the_same_bytes() {
    let space = Space::whole();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        for (count, question) in sample(&space).filter(|(count, _)| count.is_multiple_of(TWICE)) {
            let bytes = || serde_json::to_vec(&answer(subject, &question, count)).expect("an answer is JSON");
            ledger.look(bytes() == bytes(), || asked(&question));
        }
    };
    hold("the same question gives the same bytes", |_| sampled(&space).div_ceil(TWICE as u64), look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn the_sample_has_every_value_of_every_part() {
    let space = Space::whole();
    let questions: Vec<Question> = sample(&space).map(|(_, question)| question).collect();
    let has = |found: &dyn Fn(&Question) -> bool| questions.iter().any(found);
    for account in std::iter::once(None).chain(Account::ALL.iter().copied().map(Some)) {
        assert!(has(&|question| question.account == account));
    }
    for &age in &space.ages {
        assert!(has(&|question| question.age == age));
    }
    for &data in &space.data {
        assert!(has(&|question| question.data == data && question.compulsory == Some(true)));
    }
    println!("{:>11} questions per tool are answered in full, 1 of every {EVERY}", questions.len());
}
