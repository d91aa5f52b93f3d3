//! Letters to parents, and which of them fits.

use crate::answer::{ConsentKind, Letter, LetterKind, LetterRefusal, Outcome, ParentsPart, PartKind};
use crate::rules::{ADULT, Users};

use super::super::{Seen, Shelf};
use super::Told;

/// Which of the two letters fits. `differs` says that it depends on an age
/// the question leaves open, `alternative` that the school says what a pupil
/// gets whose parents say no, or that saying no changes nothing in class.
fn refusal(
    kind: LetterKind,
    outcome: Outcome,
    consent: ConsentKind,
    adults: bool,
    differs: bool,
    alternative: bool,
) -> Option<LetterRefusal> {
    match (outcome, kind, consent) {
        (Outcome::NotAllowed, ..) if !differs => Some(LetterRefusal::NotAllowed),
        _ if differs => Some(LetterRefusal::AgeOpen),
        (Outcome::AskSchool | Outcome::NotAllowed, ..) => Some(LetterRefusal::NotDecided),
        _ if adults => Some(LetterRefusal::Adults),
        (_, _, ConsentKind::OwnConsent) => Some(LetterRefusal::PupilsDecide),
        (_, LetterKind::Information, ConsentKind::ParentalConsent) => Some(LetterRefusal::ConsentNeeded),
        (_, LetterKind::Information, ConsentKind::InformParents | ConsentKind::None) => None,
        (_, LetterKind::Consent, ConsentKind::InformParents | ConsentKind::None) => {
            Some(LetterRefusal::ConsentNotTheBasis)
        }
        (_, LetterKind::Consent, ConsentKind::ParentalConsent) if alternative => None,
        (_, LetterKind::Consent, ConsentKind::ParentalConsent) => Some(LetterRefusal::NoAlternative),
    }
}

impl<S: Shelf> Told<'_, S> {
    fn refusal(&self, kind: LetterKind) -> Option<LetterRefusal> {
        let adults = matches!(self.situation.users, Users::Pupils(age) if age >= ADULT);
        let of = |seen: &Seen<'_>| (seen.case.outcome(), seen.route, seen.consent);
        let differs = self.seen.windows(2).any(|pair| matches!(pair, [one, next] if of(one) != of(next)));
        let alternative = !self.asks_for_use() || self.alternative().is_some();
        refusal(kind, self.outcome, self.consent.kind, adults, differs, alternative)
    }

    pub(super) fn letter(&self, kind: LetterKind) -> Letter {
        let refused = self.refusal(kind);
        let title = match kind {
            LetterKind::Consent if !self.asks_for_use() => "letter.images".to_owned(),
            LetterKind::Consent | LetterKind::Information => format!("letter.{kind}"),
        };
        Letter {
            kind,
            title: self.say(&title),
            refused,
            refused_text: refused.map(|refused| self.say(&format!("letter-refused.{refused}"))),
            parts: if refused.is_some() { Vec::new() } else { self.letter_parts(kind) },
        }
    }

    fn letter_parts(&self, kind: LetterKind) -> Vec<ParentsPart> {
        let asks = kind == LetterKind::Consent;
        let question = |asked: bool, key: &str| {
            asked.then(|| ParentsPart {
                kind: PartKind::Question,
                title: self.say("letter.question_title"),
                sentences: vec![self.say(key)],
                options: vec![self.say("letter.yes"), self.say("letter.no")],
            })
        };
        let use_ = question(asks && self.asks_for_use(), "letter.consent");
        let images = question(asks && self.asks_for_images(), "letter.images");
        let before = [self.what(), self.data(), self.why(), self.duties()];
        let after = [use_, images, self.choice(), self.change(), Some(self.ask())];
        before.into_iter().chain(after).flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination: which letters fit.
    #[test]
    fn a_letter_fits_only_where_the_basis_does() {
        let mut fitting = 0;
        for &outcome in Outcome::ALL {
            for &consent in ConsentKind::ALL {
                for flags in 0_u8..8 {
                    let (adults, differs, alternative) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0);
                    let fits = |kind| refusal(kind, outcome, consent, adults, differs, alternative).is_none();
                    let (information, asks) = (fits(LetterKind::Information), fits(LetterKind::Consent));
                    let open = outcome <= Outcome::Conditional && !adults && !differs;
                    let told = matches!(consent, ConsentKind::None | ConsentKind::InformParents);
                    assert_eq!(information, open && told, "{outcome} {consent} {flags}");
                    let consents = consent == ConsentKind::ParentalConsent;
                    assert_eq!(asks, open && consents && alternative, "{outcome} {consent} {flags}");
                    fitting += u32::from(information) + u32::from(asks);
                }
            }
        }
        assert_eq!(fitting, 10);
    }

    #[test]
    fn consent_never_mends_a_no() {
        for &consent in ConsentKind::ALL {
            let refused = |kind| refusal(kind, Outcome::NotAllowed, consent, false, false, true);
            assert_eq!(refused(LetterKind::Consent), Some(LetterRefusal::NotAllowed));
            assert_eq!(refused(LetterKind::Information), Some(LetterRefusal::NotAllowed));
        }
    }
}
