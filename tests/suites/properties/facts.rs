//! A missing or outdated fact is never a yes.

use magdit::{Date, Device, Edition, Fact, FactEntry, FactKey, Purpose, Role, Sector, Tool};
use magdit_tests::{text, today};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::space::{Seen, Space, answers, only};

/// The questions for which single facts are taken away: one value of each
/// group that the rules tell apart. Other purposes answer as *practise* does,
/// other ages as their neighbours on the same side of each limit, other
/// sectors as the open one; a device matters to one fact alone.
fn space(key: FactKey) -> Space {
    let mut space = Space::distinct();
    space.ages = vec![None, Some(11), Some(15), Some(17), Some(18)];
    space.sectors = vec![None, Some(Sector::Mbo)];
    space.purposes = only(&[Purpose::Show, Purpose::Communicate, Purpose::Assess, Purpose::Publish, Purpose::Prepare]);
    space.purposes.push(None);
    space.devices = if key == FactKey::RunsInBrowser { only(&[Device::School]) } else { vec![None] };
    space.compulsory = vec![None];
    assert_eq!(space.roles, only(&[Role::Teacher, Role::Pupil, Role::Parent]));
    space.measured()
}

/// Combinations per fact.
const PER_FACT: u64 = 3 * 5 * 2 * 6 * 4 * 5 * 3;

/// The keys that some rule reads. A fact under another key cannot weigh in.
fn read_by_rules() -> Vec<FactKey> {
    let sources: String = magdit_tests::rules::rule_files()
        .iter()
        .filter(|path| !path.ends_with("testing.rs"))
        .map(|path| text(path).split("#[cfg(test)]").next().unwrap_or_default().to_owned())
        .collect();
    let routes = text(&magdit_tests::root("core/src/tool.rs"));
    let named = |key: &FactKey| {
        let name = format!("FactKey::{key:?}");
        let mentions = |text: &str| {
            text.match_indices(&name)
                .any(|(at, _)| !text[at + name.len()..].starts_with(|next: char| next.is_alphanumeric()))
        };
        mentions(&sources) || mentions(&routes)
    };
    let keys: Vec<FactKey> = FactKey::ALL.iter().copied().filter(named).collect();
    assert!(keys.len() >= 14, "the rules seem to read only {keys:?}");
    keys
}

/// The edition that a subject is about.
fn edition(subject: &Subject) -> &Edition {
    subject.tool.editions.first().expect("a subject has one edition")
}

/// How many combinations there are: some for each fact of this kind.
fn combinations(subject: &Subject, concerned: impl Fn(&FactEntry) -> bool) -> u64 {
    PER_FACT * edition(subject).facts.iter().filter(|&entry| concerned(entry)).count() as u64
}

/// Changes the facts of an edition one by one and compares the answers with
/// those before.
fn change_each(
    subject: &Subject,
    ledger: &mut Ledger,
    concerned: impl Fn(&FactEntry) -> bool,
    change: impl Fn(&mut Vec<FactEntry>, usize),
    holds: impl Fn(Seen, Seen) -> bool,
) {
    let of = |tool: &Tool, space: &Space| answers(&subject.knowledge_base, tool, space, |_| {});
    let (usual, on_device) = (space(FactKey::MinimumAge), space(FactKey::RunsInBrowser));
    let (usual_before, on_device_before) = (of(&subject.tool, &usual), of(&subject.tool, &on_device));
    for (place, entry) in edition(subject).facts.iter().enumerate().filter(|(_, entry)| concerned(entry)) {
        let (space, before) = match entry.key {
            FactKey::RunsInBrowser => (&on_device, &on_device_before),
            _ => (&usual, &usual_before),
        };
        let mut changed = subject.tool.clone();
        change(&mut changed.editions[0].facts, place);
        for (index, (&before, after)) in before.iter().zip(of(&changed, space)).enumerate() {
            ledger.look(holds(before, after), || {
                format!(
                    "{} {:?} {}: {} was {} and became {}",
                    entry.key,
                    entry.routes,
                    entry.fact.known().map_or("(no value)".to_owned(), |known| known.value.to_string()),
                    asked(&space.question(index)),
                    before.outcome(),
                    after.outcome(),
                )
            });
        }
    }
}

/// Facts that can only forbid. A record that lost its only one cannot be told
/// from a record that never had one. Synthetic tools are made to show such a
/// prohibition beside everything else that opens; real records are held to the
/// property all the same.
fn is_prohibition(entry: &FactEntry) -> bool {
    let value = entry.fact.known().map(|known| known.value.to_string());
    matches!(
        (entry.key, value.as_deref()),
        (FactKey::PupilUseAllowed | FactKey::UsableWithoutPupilData, Some("no"))
            | (FactKey::AiKind, Some("emotion_recognition"))
    )
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn removing_a_fact_never_makes_a_yes() {
    let keys = read_by_rules();
    let concerned = |subject: &Subject| {
        let synthetic = subject.tool.id.starts_with("voorbeeld-");
        let keys = keys.clone();
        move |entry: &FactEntry| keys.contains(&entry.key) && !(synthetic && is_prohibition(entry))
    };
    let remove = |facts: &mut Vec<FactEntry>, place: usize| drop(facts.remove(place));
    let holds = |before: Seen, after: Seen| !after.is_yes() || after.outcome() >= before.outcome();
    hold(
        "without one of its facts a tool is never more of a yes",
        |subject| combinations(subject, concerned(subject)),
        |subject, ledger| change_each(subject, ledger, concerned(subject), remove, holds),
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn a_fact_that_nobody_may_rely_on_any_more_never_relaxes() {
    let keys = read_by_rules();
    let concerned = |entry: &FactEntry| keys.contains(&entry.key) && entry.fact.known().is_some();
    let yesterday = Date::parse("2026-11-20").expect("a date");
    assert!(yesterday < today());
    let age = |facts: &mut Vec<FactEntry>, place: usize| {
        if let Fact::Known(known) = &mut facts[place].fact {
            known.review_by = yesterday;
        }
    };
    let holds = |before: Seen, after: Seen| after.outcome() >= before.outcome();
    hold(
        "an expired fact is never milder",
        |subject| combinations(subject, concerned),
        |subject, ledger| change_each(subject, ledger, concerned, age, holds),
    );
}

/// The space for a knowledge base past its last day: devices and compulsion
/// only ever add restrictions, which `monotone` shows.
fn space_without_additions() -> Space {
    let mut space = Space::distinct();
    space.devices = vec![None];
    space.compulsory = vec![None];
    space.measured()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn an_expired_knowledge_base_never_says_yes() {
    let space = space_without_additions();
    let look = |subject: &Subject, ledger: &mut Ledger| {
        let expires = subject.knowledge_base.release().expires;
        let day_after = (1..=31)
            .filter_map(|day| Date::new(expires.year(), expires.month(), day))
            .find(|&date| date > expires)
            .or_else(|| Date::new(expires.year() + 1, 1, 1))
            .expect("a later day");
        let seen = answers(&subject.knowledge_base, &subject.tool, &space, |question| {
            question.today = Some(day_after);
        });
        for (index, seen) in seen.into_iter().enumerate() {
            ledger.look(!seen.is_yes(), || format!("{} is {}", asked(&space.question(index)), seen.outcome()));
        }
    };
    hold("an expired knowledge base never says yes", |_| space.len() as u64, look);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn the_rules_read_the_facts_that_are_taken_away() {
    let keys = read_by_rules();
    for key in [FactKey::MinimumAge, FactKey::ProcessingAgreement, FactKey::NoAccount, FactKey::TrainsOnInput] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(space(FactKey::MinimumAge).len() as u64, PER_FACT);
    assert_eq!(space(FactKey::RunsInBrowser).len() as u64, PER_FACT);
    println!("{:>11} keys of facts are read by rules", keys.len());
}
