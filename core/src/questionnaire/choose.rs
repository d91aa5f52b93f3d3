//! Chooses the question to ask next.
//!
//! Of every key the best and the worst value for the outcome are known, and
//! for one kind of tool a better value never makes the outcome worse. So the
//! outcome lies between the one with every open answer at its best and the
//! one with every open answer at its worst. When the two are the same,
//! nothing that is still open can change it.

use crate::answer::Outcome;
use crate::check::{self, Case, Ground};
use crate::fact::Fact;
use crate::tool::{Edition, Kind, Plan, Route, Tool};

use super::answers::{Answers, Given};
use super::deciding::DECIDING;
use super::key::AskKey;
use super::record;

/// Most questions in one dialogue.
pub(super) const AT_MOST: u8 = 10;

/// Every question that can decide. Where two are worth the same, the first is
/// asked first: the order of Kennisnet's Appchecker, then what is easiest to
/// find.
pub(super) fn questions() -> &'static [AskKey] {
    const DECIDE: usize = 11;
    AskKey::EVER_ASKED.get(..DECIDE).unwrap_or(&AskKey::EVER_ASKED)
}

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

/// What people want to know in one case, from free to refused. A yes for the
/// teacher alone is another answer than a yes for pupils.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A yes with conditions.
    Yes,
    /// A yes for the teacher alone.
    TeacherOnly,
    /// The school decides.
    Ask,
    /// No.
    No,
}

impl Verdict {
    pub(super) fn of(case: &Case) -> Self {
        match (case.outcome(), case.best().map(|best| best.route)) {
            (Outcome::Allowed | Outcome::Conditional, Some(Route::TeacherOnly)) => Self::TeacherOnly,
            (Outcome::Allowed | Outcome::Conditional, _) => Self::Yes,
            (Outcome::AskSchool, _) => Self::Ask,
            (Outcome::NotAllowed, _) => Self::No,
        }
    }

    const fn rank(self) -> u32 {
        match self {
            Self::Yes => 0,
            Self::TeacherOnly => 1,
            Self::Ask => 2,
            Self::No => 3,
        }
    }
}

/// The verdict in each case of the question, youngest first.
type Verdicts = Vec<Verdict>;

/// How many of the questions that can decide are answered.
pub(crate) fn answered(answers: &Answers) -> usize {
    let is_answered = |&&ask: &&AskKey| match ask {
        AskKey::Routes => {
            DECIDING.iter().filter(|deciding| deciding.ask == ask).all(|deciding| answers.fact(deciding.key).is_some())
        }
        _ => answers.get(ask).is_some(),
    };
    questions().iter().filter(is_answered).count()
}

/// The question whose answer settles the outcome soonest; nothing when no
/// answer can change it any more, or when enough was asked.
pub(crate) fn next(answers: &Answers, ground: Ground<'_>) -> Option<AskKey> {
    if answered(answers) >= usize::from(AT_MOST) {
        return None;
    }
    if answers.get(AskKey::Kind).is_some() {
        return Trial::new(answers, ground, answers.kind().unwrap_or(Kind::General)).next();
    }
    let mut settled: Option<Verdicts> = None;
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

/// A question that is open, with what is now not in the record: what it would
/// be at its worst, or at its best.
struct Open {
    ask: AskKey,
    /// Facts, as indices into the facts of the edition.
    facts: Vec<(usize, Fact)>,
    plan: Option<Plan>,
}

/// A record on trial: what was answered, and everything that is open.
struct Trial<'a> {
    ground: Ground<'a>,
    freest: Outcome,
    tool: Tool,
    edition: Edition,
    open: Vec<Open>,
}

impl<'a> Trial<'a> {
    /// A record with everything that is open at its best.
    fn new(answers: &Answers, ground: Ground<'a>, kind: Kind) -> Self {
        let as_of = ground.question.as_of;
        let mut facts = Vec::with_capacity(DECIDING.len());
        let mut open: Vec<Open> = questions().iter().map(|&ask| Open { ask, facts: Vec::new(), plan: None }).collect();
        for deciding in &DECIDING {
            let entry = |value| record::entry(deciding.key, value, as_of, "");
            match answers.fact(deciding.key) {
                Some(Given::Value(value)) => facts.push(entry(value)),
                Some(Given::DoNotKnow) => {}
                None => {
                    let (best, worst) = deciding.range(answers);
                    if let Some(open) = open.iter_mut().find(|open| open.ask == deciding.ask && worst.is_some()) {
                        open.facts.extend(worst.map(|worst| (facts.len(), entry(worst.value()).fact)));
                    }
                    facts.push(entry(best.value()));
                }
            }
        }
        let mut plan = answers.plan();
        if answers.get(AskKey::Plan).is_none() {
            plan = Some(PLANS.0);
            if let Some(open) = open.iter_mut().find(|open| open.ask == AskKey::Plan) {
                open.plan = Some(PLANS.1);
            }
        }
        open.retain(|open| !open.facts.is_empty() || open.plan.is_some());
        let mut tool = record::tool(answers.name(), Some(kind), plan, facts);
        let edition = tool.editions.swap_remove(0);
        Self { ground, freest: record::freest(answers), tool, edition, open }
    }

    fn verdicts(&self) -> Verdicts {
        let mut check = check::check_edition(&self.tool, &self.edition, self.ground);
        record::hold(&mut check, self.freest);
        check.cases.iter().map(Verdict::of).collect()
    }

    /// Turns one open answer from its best to its worst, or back.
    fn turn(&mut self, index: usize) {
        let Some(open) = self.open.get_mut(index) else {
            return;
        };
        for (at, other) in &mut open.facts {
            if let Some(entry) = self.edition.facts.get_mut(*at) {
                core::mem::swap(&mut entry.fact, other);
            }
        }
        if let Some(other) = &mut open.plan {
            core::mem::swap(&mut self.edition.plan, other);
        }
    }

    fn turn_all(&mut self) {
        (0..self.open.len()).for_each(|index| self.turn(index));
    }

    /// The verdicts with one open answer turned.
    fn turned(&mut self, index: usize) -> Verdicts {
        self.turn(index);
        let verdicts = self.verdicts();
        self.turn(index);
        verdicts
    }

    /// The verdicts with everything open at its best, and at its worst.
    fn bounds(&mut self) -> (Verdicts, Verdicts) {
        let best = self.verdicts();
        self.turn_all();
        let worst = self.verdicts();
        self.turn_all();
        (best, worst)
    }

    /// The question of which a bad answer ends most; where none does, of
    /// which a good answer opens most; where none does either, one of those
    /// that matter only together with others.
    fn next(mut self) -> Option<AskKey> {
        let (best, worst) = self.bounds();
        if best == worst {
            return None;
        }
        let every = 0..self.open.len();
        let ends: Vec<u32> = every.clone().map(|index| distance(&best, &self.turned(index))).collect();
        let index = most(&ends).or_else(|| {
            self.turn_all();
            let opens: Vec<u32> = every.map(|index| distance(&self.turned(index), &worst)).collect();
            self.turn_all();
            most(&opens).or_else(|| self.pivot(&best))
        });
        index.and_then(|index| self.open.get(index)).map(|open| open.ask)
    }

    /// The first answer that makes a difference when one after the other is
    /// turned to its worst.
    fn pivot(&mut self, best: &Verdicts) -> Option<usize> {
        (0..self.open.len()).find(|&index| {
            self.turn(index);
            self.verdicts() != *best
        })
    }
}

/// The first of the largest, as an index; nothing when all are nothing.
fn most(list: &[u32]) -> Option<usize> {
    let most = list.iter().copied().max().filter(|&most| most > 0)?;
    list.iter().position(|&one| one == most)
}

/// How far verdicts lie apart, over all cases.
fn distance(free: &[Verdict], strict: &[Verdict]) -> u32 {
    free.iter().zip(strict).map(|(free, strict)| strict.rank().saturating_sub(free.rank())).sum()
}

#[cfg(test)]
mod tests;
