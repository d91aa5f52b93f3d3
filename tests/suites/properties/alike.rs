//! Parts of a question that make no difference, so that the other properties
//! may leave them out.

use magdit::{Data, Question, Role};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::space::{Seen, Space};

/// Real tools are asked every so many questions of the whole space; invented
/// ones every question. A prime, so that every value of every part comes by.
const EVERY: usize = 101;

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
    if subject.real { EVERY } else { 7 }
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
    hold(
        "what makes no difference makes none",
        |subject| whole.len().div_ceil(step(subject)) as u64,
        look,
    );
}
