//! What a rule finds, and how findings add up.

use crate::answer::{Effect, Outcome};
use crate::fact::FactKey;

/// What one rule found on one route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Finding {
    /// How it weighs.
    pub(crate) effect: Effect,
    /// The case within the rule; its sentence is `rule.<rule>.<because>`.
    pub(crate) because: &'static str,
    /// The facts it looked at.
    pub(crate) facts: &'static [FactKey],
    /// The conditions it brings.
    pub(crate) conditions: &'static [&'static str],
    /// An age for the sentence, in completed years.
    pub(crate) age: Option<u8>,
    /// Whether it looked at the central assessments of the edition.
    pub(crate) assessed: bool,
    /// Whether the school's own file made it what it is.
    pub(crate) by_school: bool,
}

impl Finding {
    /// The rule has nothing to say.
    pub(crate) const NOT_APPLICABLE: Self = Self::new(Effect::NotApplicable, "");

    const fn new(effect: Effect, because: &'static str) -> Self {
        Self { effect, because, facts: &[], conditions: &[], age: None, assessed: false, by_school: false }
    }

    /// The rule is met.
    pub(crate) const fn satisfied(because: &'static str) -> Self {
        Self::new(Effect::Satisfied, because)
    }

    /// The rule is met when the conditions are.
    pub(crate) const fn requires(because: &'static str, conditions: &'static [&'static str]) -> Self {
        Self { conditions, ..Self::new(Effect::Requires, because) }
    }

    /// A fact or a decision is missing.
    pub(crate) const fn asks(because: &'static str) -> Self {
        Self::new(Effect::Asks, because)
    }

    /// The route is closed.
    pub(crate) const fn closes(because: &'static str) -> Self {
        Self::new(Effect::Closes, because)
    }

    /// A hard stop.
    pub(crate) const fn forbids(because: &'static str) -> Self {
        Self::new(Effect::Forbids, because)
    }

    /// With the facts it looked at.
    pub(crate) const fn facts(self, facts: &'static [FactKey]) -> Self {
        Self { facts, ..self }
    }

    /// With conditions that belong to it whatever its effect.
    pub(crate) const fn with(self, conditions: &'static [&'static str]) -> Self {
        Self { conditions, ..self }
    }

    /// With an age for its sentence.
    pub(crate) const fn age(self, age: u8) -> Self {
        Self { age: Some(age), ..self }
    }

    /// Resting on the school's own file.
    pub(crate) const fn by_school(self) -> Self {
        Self { by_school: true, ..self }
    }

    /// Resting on the central assessments of the edition.
    pub(crate) const fn assessed(self) -> Self {
        Self { assessed: true, ..self }
    }
}

/// Effects as they add up: the most restrictive one decides.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum(Option<Outcome>);

impl Sum {
    /// With one more effect.
    pub(crate) fn add(&mut self, effect: Effect) {
        let outcome = match effect {
            Effect::NotApplicable => return,
            Effect::Satisfied => Outcome::Allowed,
            Effect::Requires => Outcome::Conditional,
            Effect::Asks => Outcome::AskSchool,
            Effect::Closes | Effect::Forbids => Outcome::NotAllowed,
        };
        self.0 = self.0.max(Some(outcome));
    }

    /// Whether nothing can make it stricter.
    pub(crate) fn is_refusal(self) -> bool {
        self.0 == Some(Outcome::NotAllowed)
    }

    /// What they come to. No effect at all means that nothing was looked at,
    /// which is not a yes.
    pub(crate) fn outcome(self) -> Outcome {
        self.0.unwrap_or(Outcome::AskSchool)
    }
}

impl Outcome {
    /// Adds effects up: the most restrictive one decides. No effect at all means
    /// that nothing was looked at, which is not a yes.
    #[must_use]
    pub fn of(effects: impl IntoIterator<Item = Effect>) -> Self {
        let mut sum = Sum::default();
        effects.into_iter().for_each(|effect| sum.add(effect));
        sum.outcome()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_restrictive_effect_decides_and_nothing_is_not_a_yes() {
        use Effect::{Asks, Closes, Forbids, NotApplicable, Requires, Satisfied};
        let table: [(&[Effect], Outcome); 10] = [
            (&[], Outcome::AskSchool),
            (&[NotApplicable], Outcome::AskSchool),
            (&[Satisfied], Outcome::Allowed),
            (&[NotApplicable, Satisfied], Outcome::Allowed),
            (&[Satisfied, Requires], Outcome::Conditional),
            (&[Requires, Satisfied], Outcome::Conditional),
            (&[Requires, Asks], Outcome::AskSchool),
            (&[Asks, Closes], Outcome::NotAllowed),
            (&[Closes, Asks, Satisfied], Outcome::NotAllowed),
            (&[Forbids, Satisfied], Outcome::NotAllowed),
        ];
        for (effects, outcome) in table {
            assert_eq!(Outcome::of(effects.iter().copied()), outcome, "{effects:?}");
        }
    }

    #[test]
    fn a_finding_keeps_what_it_is_made_of() {
        let facts: &[FactKey] = &[FactKey::NoAccount];
        let finding = Finding::requires("case", &["a", "b"]).facts(facts).age(13).assessed().by_school();
        assert_eq!((finding.effect, finding.because, finding.conditions), (Effect::Requires, "case", &["a", "b"][..]));
        assert_eq!((finding.facts, finding.age, finding.assessed, finding.by_school), (facts, Some(13), true, true));
        let with = Finding::satisfied("case").with(&["c"]);
        assert_eq!(
            (with.effect, with.conditions, with.facts, with.age),
            (Effect::Satisfied, &["c"][..], &[][..], None)
        );
        assert_eq!((with.assessed, with.by_school), (false, false));
    }
}
