//! What a comparison of two knowledge bases finds, on small made editions.

use std::fs;
use std::path::{Path, PathBuf};

use magdit::{ConsentKind, KnowledgeBase, Outcome, ParameterId, Role, Route, Trust};
use magdit_curate::Level;
use magdit_curate::diff::{AgeRange, AnswerChange, DiffOptions, Difference, Loosening, diff};

/// A tool with a private account for pupils, and a page without one.
const TOOL: &str = r#"
id = "voorbeeldspel"
name = "Voorbeeldspel"
supplier = "voorbeeld-media"
kind = "practice"
purposes = ["practise"]
usage = "rare"
[status]
state = "active"
"#;

const EDITION: &str = "\n[[edition]]\nid = \"free\"\nname = \"Gratis\"\nplan = \"consumer\"\n";

fn fact(key: &str, value: &str) -> String {
    format!(
        "\n[[edition.fact]]\nkey = \"{key}\"\nvalue = {value}\nsource = \"voorbeeld-voorwaarden\"\nplace = \"1\"\n\
         checked_on = 2026-11-21\nreview_by = 2030-01-01\n"
    )
}

/// The tool with these values in place of the plain ones.
fn tool(changed: &[(&str, &str)]) -> String {
    let plain = [
        ("no_account", "false"),
        ("school_sso", ""),
        ("private_account", "true"),
        ("minimum_age", "16"),
        ("parental_permission_age", "0"),
        ("pupil_use_allowed", "true"),
        ("hosting", "\"eea\""),
        ("advertising", "\"none\""),
        ("ai_kind", "\"none\""),
        ("parent_country", "\"NL\""),
    ];
    let value = |key: &str, value: &'static str| {
        changed.iter().find(|(other, _)| *other == key).map_or(value, |(_, to)| to).to_owned()
    };
    let facts = plain.iter().map(|(key, plain)| (key, value(key, plain))).filter(|(_, value)| !value.is_empty());
    format!("{TOOL}{EDITION}{}", facts.map(|(key, value)| fact(key, &value)).collect::<String>())
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

/// The real conditions, parameters, sources and texts with these tools; and
/// with files in which one text stands for another.
fn library(name: &str, tools: &[(&str, String)], swaps: &[(&str, &str, &str)]) -> KnowledgeBase {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff").join(name);
    let _ = fs::remove_dir_all(&dir);
    for room in ["conditions", "parameters", "sources", "texts"] {
        copy(&root("data").join(room), &dir.join(room));
    }
    for room in ["sources", "suppliers"] {
        copy(&root("tests/fixtures/synthetic").join(room), &dir.join(room));
    }
    fs::copy(root("tests/fixtures/synthetic/edition.toml"), dir.join("edition.toml")).unwrap();
    fs::create_dir_all(dir.join("tools")).unwrap();
    for (id, text) in tools {
        fs::write(dir.join(format!("tools/{id}.toml")), text).unwrap();
    }
    for (file, from, to) in swaps {
        let text = fs::read_to_string(dir.join(file)).unwrap();
        assert!(text.contains(from), "{from} is not in {file}");
        fs::write(dir.join(file), text.replacen(from, to, 1)).unwrap();
    }
    let compiled = magdit_curate::compile(&dir).unwrap_or_else(|problems| {
        let stops = problems.iter().filter(|problem| problem.level == Level::Error);
        panic!("{}", stops.map(|problem| format!("{problem}\n")).collect::<String>())
    });
    KnowledgeBase::open_file(compiled.bytes, &Trust::AllowUnsigned).unwrap()
}

fn compare(old: &KnowledgeBase, new: &KnowledgeBase) -> Difference {
    diff(old, new, &DiffOptions::default(), &|_, _| {}).unwrap()
}

/// Before and after a change of the facts of the one tool.
fn of_tool(name: &str, before: &[(&str, &str)], after: &[(&str, &str)]) -> Difference {
    let with = |side: &str, changed| library(&format!("{name}-{side}"), &[("voorbeeldspel", tool(changed))], &[]);
    compare(&with("old", before), &with("new", after))
}

fn loosening(difference: &Difference) -> Vec<&AnswerChange> {
    difference.answers.iter().filter(|change| !change.loosenings.is_empty()).collect()
}

#[test]
fn the_same_records_differ_in_nothing() {
    let difference = of_tool("same", &[], &[]);
    assert!(difference.is_empty() && difference.loosenings == 0, "{difference:?}");
    assert_eq!(difference.asked, 0);
}

#[test]
fn a_lower_minimum_age_loosens_for_exactly_the_ages_between() {
    let difference = of_tool("younger", &[], &[("minimum_age", "13")]);
    let changes = loosening(&difference);
    let younger: Vec<&&AnswerChange> =
        changes.iter().filter(|change| change.loosenings.contains(&Loosening::YoungerAge)).collect();
    assert!(!younger.is_empty(), "{difference:#?}");
    for change in younger {
        assert_eq!((change.from.outcome, change.to.outcome), (Outcome::NotAllowed, Outcome::AskSchool));
        for whom in &change.whom {
            assert_eq!(whom.ages, [AgeRange { from: 13, to: Some(15) }], "{change:#?}");
        }
        assert!(change.because.rules.iter().any(|rule| rule.rule == "supplier-minimum-age"));
        assert_eq!(change.because.record, ["free minimum_age"]);
    }
    let plain = |whom: &magdit_curate::diff::Whom| {
        whom.turns.is_empty() && whom.sectors.is_empty() && whom.roles.contains(&Role::Pupil)
    };
    assert!(changes.iter().any(|change| change.whom.iter().any(plain)), "{changes:#?}");
    let facts = &difference.tools[0].changes;
    assert_eq!((facts.len(), facts[0].before.as_deref()), (1, Some("16 from 2018-06-01 [nl]")));
}

#[test]
fn a_higher_minimum_age_loosens_nothing() {
    let difference = of_tool("older", &[("minimum_age", "13")], &[]);
    assert_eq!((loosening(&difference).len(), difference.loosenings), (0, 0), "{difference:#?}");
    assert!(difference.answers.iter().any(|change| change.to.outcome == Outcome::NotAllowed));
}

#[test]
fn an_age_that_only_one_side_names_is_asked_about() {
    let difference = of_tool("boundary", &[("minimum_age", "11")], &[("minimum_age", "10")]);
    let ages = difference.answers.iter().flat_map(|change| &change.whom).flat_map(|whom| &whom.ages);
    let ages: Vec<&AgeRange> = ages.collect();
    assert!(!ages.is_empty() && ages.iter().all(|age| **age == AgeRange { from: 10, to: Some(10) }), "{ages:?}");
}

#[test]
fn a_way_in_that_opens_is_marked() {
    let difference = of_tool("route", &[], &[("no_account", "true")]);
    let opened: Vec<&AnswerChange> = loosening(&difference)
        .into_iter()
        .filter(|change| change.loosenings.contains(&Loosening::RouteOpened))
        .collect();
    assert!(!opened.is_empty(), "{difference:#?}");
    assert!(opened.iter().any(|change| change.to.open.contains(&Route::NoAccount)));
}

#[test]
fn a_condition_that_goes_under_the_same_outcome_is_marked() {
    let difference = of_tool("condition", &[("hosting", "\"outside_eea\"")], &[]);
    let gone: Vec<&AnswerChange> = loosening(&difference)
        .into_iter()
        .filter(|change| change.loosenings == [Loosening::ConditionGone])
        .filter(|change| change.conditions_gone.iter().any(|id| id == "transfer-safeguards"))
        .collect();
    assert!(!gone.is_empty(), "{difference:#?}");
    assert!(gone.iter().all(|change| change.because.record == ["free hosting"]));
}

#[test]
fn what_loosens_stands_first() {
    let both = |changed: &[(&str, &str)], id: &str| tool(changed).replace("voorbeeldspel", id).replace("Gratis", id);
    let with = |side: &str, stricter: &str, looser: &str| {
        let tools = [
            ("a-spel", both(&[("minimum_age", stricter)], "a-spel").replace("Voorbeeldspel", "A-spel")),
            ("b-spel", both(&[("minimum_age", looser)], "b-spel").replace("Voorbeeldspel", "B-spel")),
        ];
        library(&format!("first-{side}"), &tools, &[])
    };
    let difference = compare(&with("old", "13", "16"), &with("new", "16", "13"));
    let first = difference.answers.iter().position(|change| change.loosenings.is_empty()).unwrap();
    assert!(difference.answers[first..].iter().all(|change| change.loosenings.is_empty()));
    assert_eq!((difference.answers[0].tool.as_str(), difference.answers[first].tool.as_str()), ("b-spel", "a-spel"));
}

#[test]
fn tools_that_come_go_and_change_their_name_are_listed() {
    let named = |id: &str, name: &str, former: &str| {
        let text = tool(&[]).replace("voorbeeldspel", id).replace("Voorbeeldspel", name).replace("Gratis", id);
        if former.is_empty() {
            text
        } else {
            text.replace("usage =", &format!("former_names = [\"{former}\"]\nusage ="))
        }
    };
    let old = library(
        "tools-old",
        &[("aap", named("aap", "Aap", "")), ("noot", named("noot", "Noot", "")), ("mies", named("mies", "Mies", ""))],
        &[],
    );
    let new = library(
        "tools-new",
        &[
            ("aap", named("aap", "Aapje", "")),
            ("nootje", named("nootje", "Nootje", "Noot")),
            ("wim", named("wim", "Wim", "")),
        ],
        &[],
    );
    let difference = compare(&old, &new);
    let ids = |list: &[magdit_curate::diff::ToolNamed]| list.iter().map(|tool| tool.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids(&difference.added), ids(&difference.removed)), (vec!["wim".to_owned()], vec!["mies".to_owned()]));
    let renamed: Vec<(&str, &str)> =
        difference.renamed.iter().map(|change| (change.from.name.as_str(), change.to.name.as_str())).collect();
    assert_eq!(renamed, [("Aap", "Aapje"), ("Noot", "Nootje")]);
    assert_eq!(difference.answers, [], "a name changes no answer");
}

#[test]
fn a_lower_consent_age_a_weaker_condition_and_a_sentence_are_found() {
    let tools = [("voorbeeldspel", tool(&[("minimum_age", "0")]))];
    let old = library("shared-old", &tools, &[]);
    let consent_age = "country = \"NL\"\nvalue = 16";
    let new = library(
        "shared-new",
        &tools,
        &[
            ("parameters/consent_age.toml", consent_age, "country = \"NL\"\nvalue = 15"),
            ("conditions/accounts.toml", "strength = \"must\"", "strength = \"tip\""),
            ("texts/nl.toml", "Ja, dit mag.", "Dit mag."),
        ],
    );
    let difference = compare(&old, &new);
    let parameter = &difference.parameters[0];
    assert!(parameter.id == ParameterId::ConsentAge && parameter.loosens && difference.parameters.len() == 1);
    assert!(difference.conditions.len() == 1 && difference.conditions[0].loosens);
    assert_eq!(difference.texts.len(), 1, "{:?}", difference.texts);
    assert_eq!(difference.texts[0].key, "nl/outcome.allowed");
    let own: Vec<&AnswerChange> = difference
        .answers
        .iter()
        .filter(|change| {
            change.from.consent == ConsentKind::ParentalConsent && change.to.consent == ConsentKind::OwnConsent
        })
        .collect();
    assert!(!own.is_empty(), "{:#?}", difference.answers);
    for change in own {
        assert!(change.loosenings.contains(&Loosening::Consent));
        assert_eq!(change.because.parameters, [ParameterId::ConsentAge]);
        let fifteen = AgeRange { from: 15, to: Some(15) };
        assert!(change.whom.iter().all(|whom| whom.ages == [fifteen]), "{change:#?}");
    }
}

#[test]
fn the_options_narrow_what_is_compared_and_a_tool_of_neither_is_refused() {
    let with =
        |side: &str, age| library(&format!("narrow-{side}"), &[("voorbeeldspel", tool(&[("minimum_age", age)]))], &[]);
    let (old, new) = (with("old", "16"), with("new", "13"));
    let all = compare(&old, &new);
    let asks = |roles: &[Role], tools: &[&str]| {
        let tools = tools.iter().map(|&id| id.to_owned()).collect();
        diff(&old, &new, &DiffOptions { tools, roles: roles.to_vec(), as_of: None }, &|_, _| {})
    };
    let parents = asks(&[Role::Parent], &["voorbeeldspel"]).unwrap();
    assert!(parents.asked > 0 && parents.asked < all.asked);
    assert!(parents.answers.iter().all(|change| change.whom.iter().all(|whom| whom.roles == [Role::Parent])));
    assert!(asks(&[], &["mies"]).is_err());
}

#[test]
fn the_same_comparison_gives_the_same_difference() {
    let ask = |name: &str| of_tool(name, &[("minimum_age", "16")], &[("minimum_age", "13"), ("no_account", "true")]);
    let difference = ask("once");
    assert_eq!(difference, ask("again"));
    let questions: usize = difference.answers.iter().map(|change| change.questions).sum();
    assert!(questions > 100 && questions <= difference.asked, "{questions} of {}", difference.asked);
}
