//! What people have to do, and for whom it holds.

use crate::answer::{AgeBand, ConditionShown, Effect, Outcome};
use crate::catalogue;
use crate::check::EditionCheck;
use crate::condition::{Condition, Who};
use crate::date::Date;
use crate::text::Register;

use super::wording::{Blanks, Wording};
use super::{Material, Seen, Shelf, case_situation, school};

/// Conditions that follow from the outcome alone, so that every answer but a
/// plain yes says what to do next.
const fn next_step(outcome: Outcome) -> &'static [&'static str] {
    match outcome {
        Outcome::Allowed | Outcome::Conditional => &[],
        Outcome::AskSchool => &["ask-school"],
        Outcome::NotAllowed => &["stop-using", "choose-other-tool"],
    }
}

/// Whether a condition can follow from the outcome alone.
pub(super) fn is_next_step(id: &str) -> bool {
    Outcome::ALL.iter().any(|&outcome| next_step(outcome).contains(&id))
}

/// A condition that was asked for, by whom it holds.
struct Asked<'a> {
    condition: &'a Condition,
    age: Option<u8>,
    /// By the catalogue, not by a rule.
    by_catalogue: bool,
    cases: Vec<usize>,
}

/// Every condition that some case asks for: what the answer rests on first,
/// then the advice of the catalogue; each most binding first. What does not
/// hold for all cases says for which ages it does.
pub(super) fn shown<S: Shelf>(
    words: &Wording<'_, S>,
    material: &Material<'_, S>,
    check: &EditionCheck<'_>,
    seen: &[Seen<'_>],
) -> Vec<ConditionShown> {
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for (index, case) in seen.iter().enumerate() {
        for (id, age, by_catalogue) in ids_of(material, check, case) {
            let catalogue = material.shelf.conditions();
            let place = catalogue.binary_search_by(|condition| condition.id.as_str().cmp(id));
            let Some(condition) = place.ok().and_then(|place| catalogue.get(place)) else {
                continue;
            };
            match asked.iter_mut().find(|other| other.condition.id == id) {
                Some(other) if other.cases.contains(&index) => {}
                Some(other) => other.cases.push(index),
                None => asked.push(Asked { condition, age, by_catalogue, cases: vec![index] }),
            }
        }
    }
    asked.sort_by_key(|asked| (asked.by_catalogue, asked.condition.strength, asked.condition.who));
    asked.into_iter().map(|asked| show(words, material, check, &asked, seen)).collect()
}

/// Ids of the conditions of one case, with the age their sentence needs and
/// whether the catalogue asks for them. A refusal shows only what comes with the refusal: conditions cannot mend it.
pub(super) fn ids_of<'a, S: Shelf>(
    material: &Material<'a, S>,
    check: &'a EditionCheck<'a>,
    seen: &Seen<'_>,
) -> Vec<(&'a str, Option<u8>, bool)> {
    let outcome = seen.case.outcome();
    let counts = |effect| outcome != Outcome::NotAllowed || matches!(effect, Effect::Closes | Effect::Forbids);
    let by_rules = seen
        .found
        .iter()
        .filter(|found| counts(found.finding.effect))
        .flat_map(|found| found.finding.conditions.iter().map(|&id| (id, found.finding.age, false)));
    let next = next_step(outcome).iter().map(|&id| (id, None, false));
    let mut ids: Vec<(&str, Option<u8>, bool)> = next.chain(by_rules).collect();
    if let (true, Some(route)) = (outcome != Outcome::NotAllowed, seen.route) {
        let situation = case_situation(material, check, seen.case);
        let by_catalogue = material.shelf.conditions().iter().filter_map(|condition| {
            let trigger = condition.when.as_ref()?;
            catalogue::applies(trigger, &situation, route).then_some((condition.id.as_str(), None, true))
        });
        ids.extend(by_catalogue);
    }
    ids
}

fn show<S: Shelf>(
    words: &Wording<'_, S>,
    material: &Material<'_, S>,
    check: &EditionCheck<'_>,
    asked: &Asked<'_>,
    seen: &[Seen<'_>],
) -> ConditionShown {
    let condition = asked.condition;
    let cases: Vec<&Seen<'_>> = asked.cases.iter().filter_map(|&index| seen.get(index)).collect();
    let met =
        |seen: &&Seen<'_>| school::met_on(&case_situation(material, check, seen.case), seen.route?, &condition.id);
    let met_on = cases.iter().map(met).collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max());
    let contact = cases
        .first()
        .and_then(|seen| school::contact(&case_situation(material, check, seen.case), &condition.id, condition.who));
    let who = match words.register {
        Register::Parent if is_next_step(&condition.id) => Who::Parent,
        Register::Parent | Register::Teacher => condition.who,
    };
    ConditionShown {
        id: condition.id.clone(),
        who,
        who_text: words.say(&["who.", who.as_str()].concat()),
        strength: condition.strength,
        text: words.with_age(&["condition.", condition.id.as_str()].concat(), asked.age),
        because: words.with_age(&["because.", condition.id.as_str()].concat(), asked.age),
        applies_to: applies_to(words, &asked.cases, seen),
        cites: condition.cites.clone(),
        sources: condition.sources.clone(),
        met_on,
        contact,
    }
}

/// The ages a condition holds for, when that is not everybody.
fn applies_to<S: Shelf>(words: &Wording<'_, S>, cases: &[usize], seen: &[Seen<'_>]) -> Option<String> {
    if cases.len() == seen.len() {
        return None;
    }
    let bands: Vec<AgeBand> = cases.iter().filter_map(|&index| seen.get(index)?.case.band).collect();
    let (first, last) = (bands.first()?, bands.last()?);
    let next = AgeBand::ALL.iter().find(|band| *band > last);
    let youngest = seen.first().and_then(|seen| seen.case.band);
    let contiguous = AgeBand::ALL.iter().filter(|band| (first..=last).contains(band)).count() == bands.len();
    match (contiguous, youngest == Some(*first), next) {
        (true, true, Some(next)) => Some(words.with_age("ages.below", Some(next.youngest()))),
        (true, false, None) => Some(words.with_age("ages.from", Some(first.youngest()))),
        _ => {
            let names: Vec<String> = bands.iter().map(|band| words.say(&format!("age.{band}"))).collect();
            let ages = names.join(", ");
            Some(words.fill("ages.only", &Blanks { ages: Some(&ages), ..Blanks::default() }))
        }
    }
}
