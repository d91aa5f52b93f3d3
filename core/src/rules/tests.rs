//! The list of rules, and what each rule says that it looks at.

use std::collections::BTreeSet;

use serde_json::json;

use super::testing::Case;
use super::*;
use crate::fact::Value;
use crate::question::{Account, Data, Device, Purpose, Sector};
use crate::tool::{AssessmentOutcome, Kind, Plan};

#[test]
fn rules_are_sorted_and_their_cases_are_named_once() {
    assert!(RULES.is_sorted_by(|one, next| one.id < next.id));
    assert_eq!((RULES.len(), rules().len()), (28, 30));
    for rule in RULES {
        let mut because = rule.because.to_vec();
        because.sort_unstable();
        because.dedup();
        assert_eq!(because.len(), rule.because.len(), "{}", rule.id);
    }
}

/// Values of a fact that rules may tell apart.
fn values(key: FactKey) -> Vec<Value> {
    let words = [
        "none",
        "own",
        "eea",
        "outside_eea",
        "personalised",
        "controller",
        "processor",
        "no",
        "opt_out",
        "generative",
        "analytics",
        "emotion_recognition",
        "NL",
        "US",
        "user",
        "participant",
    ];
    let all = [Value::YesNo(false), Value::YesNo(true), Value::Number(0), Value::Number(13), Value::Number(18)];
    let words = words.map(|word| Value::Word(word.to_owned()));
    all.into_iter().chain(words).filter(|value| value.fits(key)).collect()
}

/// Cases that differ in one thing each.
fn cases() -> Vec<Case> {
    let pupils = || Case::pupils(11);
    let mut cases = vec![pupils(), Case::pupils(17), Case::pupils(18), Case::staff()];
    cases.extend(Kind::ALL.iter().map(|&kind| pupils().kind(kind)));
    cases.extend(Plan::ALL.iter().map(|&plan| pupils().plan(plan)));
    cases.extend(Purpose::ALL.iter().map(|&purpose| pupils().purpose(purpose)));
    cases.extend(Data::ALL.iter().map(|&data| pupils().data(data)));
    cases.extend(Account::ALL.iter().map(|&account| pupils().account(account)));
    cases.extend(Sector::ALL.iter().map(|&sector| pupils().device(Device::Own).sector(Some(sector))));
    cases.extend([true, false].map(|procured| pupils().procured(Some(procured))));
    cases.push(pupils().purpose(Purpose::Publish).data(Data::Images));
    cases.push(pupils().kind(Kind::GenerativeAi).account(Account::School).data(Data::Ordinary));
    cases.push(pupils().kind(Kind::AdaptiveLearning).purpose(Purpose::Assess));
    cases.push(pupils().assessment("2026-01-01", AssessmentOutcome::Usable));
    cases.push(pupils().compulsory(true).data(Data::Ordinary));
    cases.push(pupils().device(Device::School));
    cases
}

#[test]
#[cfg_attr(miri, ignore = "four hundred thousand cases")]
fn a_fact_that_makes_a_difference_is_one_the_rule_says_it_looks_at_and_its_finding_names() {
    let mut counted = 0_u64;
    let mut wrong = BTreeSet::new();
    let mut made_a_difference = BTreeSet::new();
    for rule in RULES {
        let known = rule.looks_at.iter().flat_map(|&key| values(key).into_iter().map(move |value| (key, value)));
        let beside: Vec<Option<(FactKey, Value)>> = std::iter::once(None).chain(known.map(Some)).collect();
        for (case, beside) in cases().iter().flat_map(|case| beside.iter().map(move |beside| (case, beside))) {
            let case = match beside {
                Some((key, value)) => case.clone().fact(*key, value.clone()),
                None => case.clone(),
            };
            let before = case.on_every_route(rule);
            let mut changed = case;
            for &key in FactKey::ALL.iter().filter(|&&key| beside.as_ref().is_none_or(|(other, _)| *other != key)) {
                for value in values(key) {
                    changed = changed.fact(key, value);
                    let after = changed.on_every_route(rule);
                    let brought = after.iter().flat_map(|finding| finding.conditions);
                    wrong.extend(
                        brought
                            .filter(|id| !rule.brings.contains(id))
                            .map(|id| format!("{} brings {id} and does not say so", rule.id)),
                    );
                    for (before, after) in before.iter().zip(&after).filter(|(before, after)| before != after) {
                        made_a_difference.insert((rule.id, key));
                        if !rule.looks_at.contains(&key) {
                            wrong.insert(format!("{} looks at {key} and does not say so", rule.id));
                        }
                        if !before.facts.contains(&key) && !after.facts.contains(&key) {
                            let (before, after) = (before.because, after.because);
                            wrong.insert(format!(
                                "{}: {key} leads from {before:?} to {after:?}, which neither names",
                                rule.id
                            ));
                        }
                    }
                    counted += 1;
                }
                changed = changed.without_fact(key);
            }
        }
        let never = rule.looks_at.iter().filter(|key| !made_a_difference.contains(&(rule.id, **key)));
        wrong.extend(never.map(|key| format!("{} says it looks at {key}, which makes no difference", rule.id)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(counted > 300_000 && made_a_difference.len() > 20, "{counted} {}", made_a_difference.len());
}

#[test]
#[cfg_attr(miri, ignore = "a hundred thousand cases")]
fn a_number_that_makes_a_difference_is_one_the_rule_says_it_looks_at() {
    let days = ["2018-06-01", "2025-02-01", "2026-11-21", "2028-01-01"];
    let mut found = BTreeSet::new();
    for rule in RULES {
        for case in cases().iter().flat_map(|case| days.map(|day| case.clone().as_of(day))) {
            let cases = [case.clone(), case.fact(FactKey::AiKind, Value::Word("emotion_recognition".to_owned()))];
            for case in cases {
                let before = case.on_every_route(rule);
                let differs = |id: &&ParameterId| case.without_parameter(**id).on_every_route(rule) != before;
                found.extend(ParameterId::ALL.iter().filter(differs).map(|id| (rule.id, id.to_string())));
            }
        }
    }
    let said = RULES.iter().flat_map(|rule| rule.parameters.iter().map(|id| (rule.id, id.to_string())));
    assert_eq!(found, said.collect());
    assert!(found.len() >= 5, "{found:?}");
}

#[test]
fn what_a_catalogue_lacks_is_what_rules_bring_and_it_has_no_entry_for() {
    let condition = |id: &&str| {
        let condition = json!({ "id": id, "who": "teacher", "strength": "must", "cites": "AVG", "sources": ["avg"] });
        serde_json::from_value::<Condition>(condition).expect("a condition")
    };
    let brought: BTreeSet<&str> = RULES.iter().flat_map(|rule| rule.brings).copied().collect();
    let all: Vec<Condition> = brought.iter().map(condition).collect();
    assert_eq!(lacking(&all), [""; 0]);
    for &id in &brought {
        let older: Vec<Condition> = all.iter().filter(|condition| condition.id != id).cloned().collect();
        let found: BTreeSet<&str> = lacking(&older).into_iter().collect();
        assert_eq!(found, BTreeSet::from([id]));
    }
    assert_eq!(lacking(&[]).into_iter().collect::<BTreeSet<_>>(), brought);
}
