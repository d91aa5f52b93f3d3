//! The facts that can decide, from the best to the worst value.

use crate::fact::{FactKey, Value};

use super::answers::{Answers, Given};
use super::key::AskKey;

/// A value as it is written in a table.
#[derive(Debug, Clone, Copy)]
pub(super) enum Plain {
    YesNo(bool),
    Age(u16),
    Word(&'static str),
}

impl Plain {
    pub(super) fn value(self) -> Value {
        match self {
            Self::YesNo(yes) => Value::YesNo(yes),
            Self::Age(age) => Value::Number(age),
            Self::Word(word) => Value::Word(word.to_owned()),
        }
    }
}

/// A fact that can decide, with the question it is an answer to, and with its
/// best and its worst value.
pub(super) struct Deciding {
    /// The fact.
    pub(super) key: FactKey,
    /// The question.
    pub(super) ask: AskKey,
    best: Plain,
    worst: Plain,
}

const fn route(key: FactKey) -> Deciding {
    Deciding { key, ask: AskKey::Routes, best: Plain::YesNo(true), worst: Plain::YesNo(false) }
}

const fn yes_or_no(key: FactKey) -> Deciding {
    Deciding { key, ask: AskKey::Fact(key), best: Plain::YesNo(true), worst: Plain::YesNo(false) }
}

const fn word(key: FactKey, best: &'static str, worst: &'static str) -> Deciding {
    Deciding { key, ask: AskKey::Fact(key), best: Plain::Word(best), worst: Plain::Word(worst) }
}

const fn age(key: FactKey, best: u16, worst: u16) -> Deciding {
    Deciding { key, ask: AskKey::Fact(key), best: Plain::Age(best), worst: Plain::Age(worst) }
}

impl Deciding {
    /// The best value, and the worst where another value can matter.
    ///
    /// A supplier that is the controller takes the question to the school,
    /// whether it offers an agreement or not. That is worse than a processor
    /// with an agreement and better than one without, so that the role is
    /// looked at after the agreement.
    pub(super) fn range(&self, answers: &Answers) -> (Plain, Option<Plain>) {
        if self.key != FactKey::DataRole {
            return (self.best, Some(self.worst));
        }
        match answers.fact(FactKey::ProcessingAgreement) {
            None => (self.best, None),
            Some(Given::Value(Value::Word(word))) if word == "none" => (self.worst, Some(self.best)),
            Some(_) => (self.best, Some(self.worst)),
        }
    }
}

/// Every fact that can decide.
pub(super) const DECIDING: [Deciding; 13] = [
    route(FactKey::NoAccount),
    route(FactKey::SchoolSso),
    route(FactKey::SchoolManaged),
    route(FactKey::ParentAccount),
    route(FactKey::PrivateAccount),
    yes_or_no(FactKey::UsableWithoutPupilData),
    age(FactKey::MinimumAge, 0, 18),
    yes_or_no(FactKey::PupilUseAllowed),
    word(FactKey::ProcessingAgreement, "covenant_model", "none"),
    word(FactKey::DataRole, "processor", "controller"),
    word(FactKey::AiKind, "none", "emotion_recognition"),
    word(FactKey::TrainsOnInput, "no", "yes"),
    yes_or_no(FactKey::RunsInBrowser),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_role_is_looked_at_after_the_agreement_and_without_one_the_controller_is_better() {
        let role = DECIDING.iter().find(|deciding| deciding.key == FactKey::DataRole).expect("it can decide");
        let range = |agreement: Option<&str>| {
            let mut answers = Answers::about("Rekenraket").expect("a name");
            let key = AskKey::Fact(FactKey::ProcessingAgreement);
            let value = agreement.map(|word| Value::Word(word.to_owned()));
            value.into_iter().for_each(|value| answers.give(key, value).expect("an answer"));
            let (best, worst) = role.range(&answers);
            (best.value().to_string(), worst.map(|worst| worst.value().to_string()))
        };
        let (processor, controller) = ("processor".to_owned(), "controller".to_owned());
        assert_eq!(range(None), (processor.clone(), None));
        assert_eq!(range(Some("own")), (processor.clone(), Some(controller.clone())));
        assert_eq!(range(Some("do_not_know")), (processor.clone(), Some(controller.clone())));
        assert_eq!(range(Some("none")), (controller, Some(processor)));
    }
}
