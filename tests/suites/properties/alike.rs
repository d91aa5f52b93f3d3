//! Parts of a question that make no difference, so that the other properties
//! may leave them out.

use magdit::{Data, Question, Role};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::space::{Seen, Space};

/// Every so many questions of the whole space are asked: of real tools, of
/// invented ones, and of tools with all their editions. Primes, so that every
/// value of every part comes by.
const REAL: usize = 101;
const INVENTED: usize = 17;
const TOGETHER: usize = 499;

/// The question of the distinct space that has the same answer.
fn plain(question: &Question) -> Question {
    let mut plain = question.clone();
    plain.role = match question.role {
        None | Some(Role::Teacher | Role::Staff) => Some(Role::Teacher),
        Some(role @ (Role::Pupil | Role::Parent)) => Some(role),
    };
    plain.data = Some(question.data.unwrap_or(Data::None));
    plain.compulsory = Some(question.compulsory.unwrap_or(false));
    plain
}

fn step(subject: &Subject) -> usize {
    if subject.real { REAL } else { INVENTED }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn staff_open_data_and_open_compulsion_are_answered_as_their_plain_question() {
    let whole = Space::whole();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let brief = |question: &Question| {
            Seen::of(&subject.knowledge_base.brief(&subject.tool, question).expect("a question that is answered"))
        };
        for index in (0..whole.len()).step_by(step(subject)) {
            let question = whole.question(index);
            let plain = plain(&question);
            ledger.look(brief(&question) == brief(&plain), || {
                format!("{} and {} have other answers", asked(&question), asked(&plain))
            });
        }
    };
    hold("what makes no difference makes none", |subject| whole.len().div_ceil(step(subject)) as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn of_several_editions_the_mildest_answers() {
    let whole = Space::whole();
    let scratch = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("several-editions");
    let mut looked_at = 0;
    let mut several = 0;
    for knowledge_base in [magdit_tests::embedded(), magdit_tests::synthetic(&scratch)] {
        for tool in magdit_tests::tools(&knowledge_base).into_iter().filter(|tool| tool.editions.len() > 1) {
            several += 1;
            for question in (0..whole.len()).step_by(TOGETHER).map(|index| whole.question(index)) {
                let asked_of = |id: Option<&str>| {
                    let question = Question { edition: id.map(str::to_owned), ..question.clone() };
                    knowledge_base.brief(&tool, &question).expect("a question that is answered")
                };
                let editions = tool.editions.iter().map(|edition| asked_of(Some(&edition.id)));
                let mildest = editions.min_by_key(|brief| brief.outcome);
                assert_eq!(Some(asked_of(None)), mildest, "{} {}", tool.id, asked(&question));
                looked_at += 1;
            }
        }
    }
    assert!(several >= 25, "only {several} tools with several editions");
    assert_eq!(looked_at, several * whole.len().div_ceil(TOGETHER));
    println!("{looked_at:>11} questions about {several} tools are answered for the mildest edition");
}
