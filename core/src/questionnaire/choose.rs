//! Chooses the question to ask next.
//!
//! Of every key the best and the worst value for the outcome are known, and
//! for one kind of tool a better value never makes the outcome worse. So the
//! outcome lies between the one with every open answer at its best and the
//! one with every open answer at its worst. When the two are the same,
//! nothing that is still open can change it.

use crate::answer::Outcome;
use crate::check::{self, Ground};
use crate::fact::{Fact, FactKey, Value};
use crate::tool::{Edition, Kind, Plan, Tool};

use super::answers::{Answers, AskKey};
use super::record;

/// Most questions in one dialogue.
pub(super) const AT_MOST: u8 = 10;

/// A value as it is written in the table of questions.
#[derive(Debug, Clone, Copy)]
pub(super) enum Plain {
    /// Yes or no.
    YesNo(bool),
    /// An age.
    Age(u16),
    /// A word.
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

/// A fact that can decide, with its best and its worst value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deciding {
    /// The fact.
    pub(super) key: FactKey,
    best: Plain,
    worst: Plain,
}

const fn yes_or_no(key: FactKey) -> Deciding {
    Deciding { key, best: Plain::YesNo(true), worst: Plain::YesNo(false) }
}

const fn word(key: FactKey, best: &'static str, worst: &'static str) -> Deciding {
    Deciding { key, best: Plain::Word(best), worst: Plain::Word(worst) }
}

/// Every fact that can decide. Where two are worth the same, the first is
/// asked first: the order of Kennisnet's Appchecker, then what is easiest to
/// find.
pub(super) const DECIDING: [Deciding; 13] = [
    yes_or_no(FactKey::NoAccount),
    yes_or_no(FactKey::UsableWithoutPupilData),
    Deciding { key: FactKey::MinimumAge, best: Plain::Age(0), worst: Plain::Age(18) },
    yes_or_no(FactKey::PupilUseAllowed),
    yes_or_no(FactKey::SchoolSso),
    word(FactKey::ProcessingAgreement, "covenant_model", "none"),
    word(FactKey::DataRole, "processor", "controller"),
    yes_or_no(FactKey::SchoolManaged),
    word(FactKey::AiKind, "none", "emotion_recognition"),
    word(FactKey::TrainsOnInput, "no", "yes"),
    yes_or_no(FactKey::ParentAccount),
    yes_or_no(FactKey::PrivateAccount),
    yes_or_no(FactKey::RunsInBrowser),
];

/// The plans at their best and their worst for the outcome.
const PLANS: (Plan, Plan) = (Plan::Education, Plan::Consumer);

/// Kinds of which each stands for those that the rules weigh in the same way.
const KINDS: [Kind; 8] = [
    Kind::General,
    Kind::GenerativeAi,
    Kind::VideoCall,
    Kind::SocialMedium,
    Kind::ParentCommunication,
    Kind::PupilTrackingSystem,
    Kind::NetworkAnonymiser,
    Kind::EmotionRecognition,
];

/// The outcome in each case of the question, youngest first.
type Outcomes = Vec<Outcome>;

/// The question whose answer settles the outcome soonest; nothing when no
/// answer can change it any more, or when enough was asked.
pub(crate) fn next(answers: &Answers, ground: Ground<'_>) -> Option<AskKey> {
    let asked = DECIDING.iter().filter(|deciding| answers.get(AskKey::Fact(deciding.key)).is_some()).count();
    let asked = asked.saturating_add([AskKey::Kind, AskKey::Plan].iter().filter_map(|&key| answers.get(key)).count());
    if asked >= usize::from(AT_MOST) {
        return None;
    }
    if answers.get(AskKey::Kind).is_some() {
        return Trial::new(answers, ground, answers.kind().unwrap_or(Kind::General)).next();
    }
    let mut settled: Option<Outcomes> = None;
    for kind in KINDS {
        let mut trial = Trial::new(answers, ground, kind);
        let (best, worst) = trial.bounds();
        if best != worst || settled.as_ref().is_some_and(|settled| *settled != best) {
            return Some(AskKey::Kind);
        }
        settled = Some(best);
    }
    None
}

/// What is still open, at its best or at its worst.
enum Open {
    /// A fact, as an index into the facts of the edition, with its other value.
    Fact { at: usize, other: Fact },
    /// The plan, with its other value.
    Plan { other: Plan },
}

/// A record on trial: what was answered, and everything that is open.
struct Trial<'a> {
    ground: Ground<'a>,
    freest: Outcome,
    tool: Tool,
    edition: Edition,
    open: Vec<(AskKey, Open)>,
}

impl<'a> Trial<'a> {
    /// A record with everything that is open at its best.
    fn new(answers: &Answers, ground: Ground<'a>, kind: Kind) -> Self {
        let as_of = ground.question.as_of;
        let mut facts = Vec::with_capacity(DECIDING.len());
        let mut open = Vec::with_capacity(DECIDING.len().saturating_add(1));
        for deciding in &DECIDING {
            let entry = |value| record::entry(deciding.key, value, as_of, "");
            match answers.get(AskKey::Fact(deciding.key)) {
                Some(given) => facts.extend(given.value().map(|value| entry(value.clone()))),
                None => {
                    let other = entry(deciding.worst.value()).fact;
                    open.push((AskKey::Fact(deciding.key), Open::Fact { at: facts.len(), other }));
                    facts.push(entry(deciding.best.value()));
                }
            }
        }
        let plan = if answers.get(AskKey::Plan).is_some() {
            answers.plan()
        } else {
            open.push((AskKey::Plan, Open::Plan { other: PLANS.1 }));
            Some(PLANS.0)
        };
        let mut tool = record::tool(answers.name(), Some(kind), plan, facts);
        let edition = tool.editions.swap_remove(0);
        Self { ground, freest: record::freest(answers), tool, edition, open }
    }

    fn outcomes(&self) -> Outcomes {
        let check = check::check_edition(&self.tool, &self.edition, self.ground);
        check.cases.iter().map(|case| case.outcome().max(self.freest)).collect()
    }

    /// Turns one open answer from its best to its worst, or back.
    fn turn(&mut self, index: usize) {
        match self.open.get_mut(index) {
            Some((_, Open::Fact { at, other })) => {
                if let Some(entry) = self.edition.facts.get_mut(*at) {
                    core::mem::swap(&mut entry.fact, other);
                }
            }
            Some((_, Open::Plan { other })) => core::mem::swap(&mut self.edition.plan, other),
            None => {}
        }
    }

    fn turn_all(&mut self) {
        (0..self.open.len()).for_each(|index| self.turn(index));
    }

    /// The outcomes with one open answer turned.
    fn turned(&mut self, index: usize) -> Outcomes {
        self.turn(index);
        let outcomes = self.outcomes();
        self.turn(index);
        outcomes
    }

    /// The outcomes with everything open at its best, and at its worst.
    fn bounds(&mut self) -> (Outcomes, Outcomes) {
        let best = self.outcomes();
        self.turn_all();
        let worst = self.outcomes();
        self.turn_all();
        (best, worst)
    }

    fn next(mut self) -> Option<AskKey> {
        let (best, worst) = self.bounds();
        if best == worst {
            return None;
        }
        let after_bad: Vec<Outcomes> = (0..self.open.len()).map(|index| self.turned(index)).collect();
        self.turn_all();
        let after_good: Vec<Outcomes> = (0..self.open.len()).map(|index| self.turned(index)).collect();
        self.turn_all();
        let settles = |index: usize| {
            let bad = after_bad.get(index).map_or(0, |bad| distance(&best, bad));
            let good = after_good.get(index).map_or(0, |good| distance(good, &worst));
            bad.saturating_add(good)
        };
        let most = (0..self.open.len()).map(settles).max().unwrap_or(0);
        let index = if most > 0 { (0..self.open.len()).find(|&index| settles(index) == most) } else { self.pivot(&best) };
        index.and_then(|index| self.open.get(index)).map(|(key, _)| *key)
    }

    /// The first answer that makes a difference when one after the other is
    /// turned to its worst.
    fn pivot(&mut self, best: &Outcomes) -> Option<usize> {
        (0..self.open.len()).find(|&index| {
            self.turn(index);
            self.outcomes() != *best
        })
    }
}

/// How far outcomes lie apart, over all cases.
fn distance(free: &[Outcome], strict: &[Outcome]) -> u32 {
    let rank = |outcome: &Outcome| match outcome {
        Outcome::Allowed => 0_u32,
        Outcome::Conditional => 1,
        Outcome::AskSchool => 2,
        Outcome::NotAllowed => 3,
    };
    free.iter().zip(strict).map(|(free, strict)| rank(strict).saturating_sub(rank(free))).sum()
}
