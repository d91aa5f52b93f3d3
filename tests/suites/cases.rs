//! Questions with their answers: one file per rule on invented tools, and the
//! worked questions on real ones.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use magdit::{Answer, Change, KnowledgeBase, Language, Outcome, Register};
use magdit_tests::case::{Case, CaseFile, Expect};
use magdit_tests::{embedded, files, root, rules, stem, synthetic, text, today};
use serde::Deserialize;

fn rule_cases() -> Vec<PathBuf> {
    files(&root("tests/cases/rules"), ".toml")
}

fn ask(knowledge_base: &KnowledgeBase, case: &Case) -> Answer {
    let at_school = case.school().map(|file| knowledge_base.with_school(&file).expect("the file reads"));
    let knowledge_base = at_school.as_ref().unwrap_or(knowledge_base);
    let question = case.question(knowledge_base.info(None).release.issued);
    let answer = knowledge_base.check(&case.tool, &question, Language::Nl);
    answer.unwrap_or_else(|error| panic!("{}: {error}", case.title))
}

/// What differs between an answer and what must come of the question.
fn differences(expect: &Expect, answer: &Answer) -> Vec<String> {
    let mut found = Vec::new();
    let mut compare = |what: &str, expected: String, is: String| {
        if expected != is {
            found.push(format!("{what} is {is}, expected {expected}"));
        }
    };
    compare("outcome", expect.outcome.to_string(), answer.outcome.to_string());
    if let Some(route) = expect.route {
        compare("route", format!("{:?}", route.route()), format!("{:?}", answer.route));
    }
    if let Some(edition) = &expect.edition {
        compare("edition", edition.clone(), answer.edition.clone().unwrap_or_default());
    }
    if let Some(consent) = expect.consent {
        compare("consent", consent.to_string(), answer.consent.kind.to_string());
    }
    if let Some(age) = expect.until_age {
        compare("until_age", format!("{age}"), answer.consent.until_age.map(|age| age.to_string()).unwrap_or_default());
    }
    if let Some(was) = expect.was {
        let until = answer.was.as_ref().map(|was| was.outcome.to_string()).unwrap_or_default();
        compare("was", was.to_string(), until);
    }
    let shown: Vec<&str> = answer.conditions.iter().map(|condition| condition.id.as_str()).collect();
    for id in &expect.conditions {
        if !shown.contains(&id.as_str()) {
            found.push(format!("condition {id} is missing from {shown:?}"));
        }
    }
    for id in expect.no_conditions.iter().filter(|id| shown.contains(&id.as_str())) {
        found.push(format!("condition {id} is there"));
    }
    for rule in &expect.reasons {
        if !answer.reasons.iter().any(|reason| reason.rule == *rule) {
            found.push(format!("no reason from the rule {rule}"));
        }
    }
    for route in &expect.not_ok {
        if answer.routes.iter().any(|other| other.route == *route && other.ok) {
            found.push(format!("the route {route} is open"));
        }
    }
    let told = ways_out(answer);
    for set in expect.would_change.iter().filter(|set| !told.contains(set)) {
        found.push(format!("{set:?} is not among {told:?}"));
    }
    for kind in expect.no_change.iter().filter(|kind| told.iter().flatten().any(|told| told == *kind)) {
        found.push(format!("{kind} is told in {told:?}"));
    }
    found
}

/// The sets of changes that an answer tells, by their kinds.
fn ways_out(answer: &Answer) -> Vec<Vec<String>> {
    let kind = |change: &Change| {
        let change = serde_json::to_value(change).expect("a change is JSON");
        change["kind"].as_str().unwrap_or_default().to_owned()
    };
    answer.would_change.iter().map(|way| way.changes.iter().map(kind).collect()).collect()
}

/// Whether a sentence is the one under a key, with its blanks filled in.
fn is_sentence(knowledge_base: &KnowledgeBase, key: &str, sentence: &str) -> bool {
    let text = knowledge_base.text(Language::Nl, key, Register::Teacher).unwrap_or_default();
    let parents = knowledge_base.text(Language::Nl, key, Register::Parent).unwrap_or_default();
    [text, parents].iter().any(|text| fits(text, sentence))
}

/// Whether a sentence begins, goes on and ends as a text with blanks does.
fn fits(text: &str, sentence: &str) -> bool {
    let mut pieces = text.split('{').enumerate().map(|(count, piece)| match count {
        0 => piece,
        _ => piece.split_once('}').map_or("", |(_, behind)| behind),
    });
    let Some(mut rest) = sentence.strip_prefix(pieces.next().unwrap_or_default()) else {
        return false;
    };
    let mut open_end = false;
    for piece in pieces {
        open_end = piece.is_empty();
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    open_end || rest.is_empty()
}

/// What a rule says in an answer, compared with what it must say.
fn differences_of_rule(knowledge_base: &KnowledgeBase, rule: &str, expect: &Expect, answer: &Answer) -> Vec<String> {
    let mut of_rule = answer.reasons.iter().filter(|reason| reason.rule == rule).peekable();
    let said = || answer.reasons.iter().map(|reason| (reason.rule, reason.text.as_str())).collect::<Vec<_>>();
    let Some(because) = &expect.because else {
        let silent = of_rule.peek().is_none();
        return if silent { Vec::new() } else { vec![format!("the rule is not silent: {:?}", said())] };
    };
    let key = format!("rule.{rule}.{because}");
    match of_rule.find(|reason| is_sentence(knowledge_base, &key, &reason.text)) {
        None => vec![format!("no reason says {key}: {:?}", said())],
        Some(reason) if expect.effect.is_some_and(|effect| effect != reason.effect) => {
            vec![format!("the effect is {}, expected {:?}", reason.effect, expect.effect)]
        }
        Some(_) => Vec::new(),
    }
}

#[test]
fn every_case_of_every_rule_comes_out_as_written() {
    let knowledge_base = synthetic(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases"));
    let mut wrong = Vec::new();
    let mut counted = 0;
    for path in rule_cases() {
        let rule = stem(&path);
        for case in CaseFile::read(&path).cases {
            counted += 1;
            assert!(case.expect.silent != case.expect.because.is_some(), "{rule}, {}: silent or because", case.title);
            let answer = ask(&knowledge_base, &case);
            let mut found = differences(&case.expect, &answer);
            found.extend(differences_of_rule(&knowledge_base, &rule, &case.expect, &answer));
            wrong.extend(found.into_iter().map(|difference| format!("{rule}, {}: {difference}\n", case.title)));
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.concat());
    assert!(counted >= 100, "only {counted} cases");
    println!("{counted} cases of {} rules", rule_cases().len());
}

#[test]
fn every_rule_has_a_file_in_which_each_of_its_cases_comes_up() {
    let files: BTreeSet<String> = rule_cases().iter().map(|path| stem(path)).collect();
    let ids: BTreeSet<String> = rules::all().iter().map(|rule| rule.id.to_owned()).collect();
    assert_eq!(files, ids, "one file per rule");
    let mut missing = Vec::new();
    let mut counted = 0;
    for rule in rules::all() {
        let file = CaseFile::read(&root("tests/cases/rules").join(format!("{}.toml", rule.id)));
        let named: BTreeSet<String> = file.cases.iter().filter_map(|case| case.expect.because.clone()).collect();
        for because in rule.because {
            counted += 1;
            if !named.contains(*because) {
                missing.push(format!("{}.{because}", rule.id));
            }
        }
    }
    assert!(missing.is_empty(), "no case for {missing:?}");
    println!("{counted} cases that rules tell apart, each with a question that leads to it");
}

/// What only a school's own file brings; these questions have none.
const BY_SCHOOL: [&str; 2] = ["pilot-only", "school-conditions"];

#[test]
fn rules_bring_every_condition_they_name_and_no_other() {
    let knowledge_base = synthetic(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("brings"));
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut wrong = BTreeSet::new();
    let mut counted = 0;
    for case in rule_cases().iter().flat_map(|path| CaseFile::read(path).cases) {
        let asked = knowledge_base.trace(&case.tool, &case.question(today()), Language::Nl);
        let (_, trace) = asked.unwrap_or_else(|error| panic!("{}: {error}", case.title));
        let routes = trace.editions.iter().flat_map(|edition| &edition.cases).flat_map(|case| &case.routes);
        for reason in routes.flat_map(|route| &route.reasons).filter(|reason| reason.rule != "outdated") {
            counted += 1;
            let rule = rules::all().into_iter().find(|rule| rule.id == reason.rule).expect("a rule");
            let keys = reason.facts.iter().map(|fact| fact.key).filter(|key| !rule.looks_at.contains(key));
            wrong.extend(keys.map(|key| format!("{} names the fact {key} and does not say so", rule.id)));
            for id in reason.conditions {
                seen.insert((rule.id.to_owned(), (*id).to_owned()));
                if !rule.brings.contains(id) {
                    wrong.insert(format!("{} brings {id} and does not say so", rule.id));
                }
            }
        }
    }
    for rule in rules::all() {
        let never = |id: &&&str| !BY_SCHOOL.contains(*id) && !seen.contains(&(rule.id.to_owned(), (**id).to_owned()));
        wrong.extend(rule.brings.iter().filter(never).map(|id| format!("{} never brings {id}", rule.id)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    println!("{counted} findings, {} conditions that rules bring", seen.len());
}

/// Worked questions that come out otherwise than the research says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Differences {
    #[serde(default)]
    difference: Vec<Difference>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Difference {
    /// The title of the case.
    case: String,
    /// The outcome that comes instead.
    outcome: Outcome,
    /// Which facts lead elsewhere.
    reason: String,
}

#[test]
fn the_worked_questions_come_out_as_stated_unless_a_difference_is_explained() {
    let (real, invented) = (embedded(), synthetic(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("data-cases")));
    let path = root("tests/cases/data/differences.toml");
    let accepted: Differences = toml::from_str(&text(&path)).unwrap_or_else(|error| panic!("{error}"));
    let mut accepted: BTreeMap<String, Difference> =
        accepted.difference.into_iter().map(|difference| (difference.case.clone(), difference)).collect();
    let mut wrong = Vec::new();
    let mut numbers = BTreeSet::new();
    let mut counted = 0;
    for path in files(&root("tests/cases/data"), ".toml").iter().filter(|path| stem(path) != "differences") {
        for case in CaseFile::read(path).cases {
            counted += 1;
            numbers.extend(case.number);
            assert!(case.number.is_none() || case.ground.is_some(), "{}: a worked question has a ground", case.title);
            let is_invented = case.tool.starts_with("voorbeeld-");
            let answer = ask(if is_invented { &invented } else { &real }, &case);
            let found = differences(&case.expect, &answer);
            match accepted.remove(&case.title) {
                Some(Difference { outcome, reason, .. }) => {
                    assert!(!reason.trim().is_empty(), "{}: a difference has a reason", case.title);
                    assert!(!found.is_empty(), "{}: remove it from differences.toml, nothing differs", case.title);
                    assert_eq!(answer.outcome, outcome, "{}: {found:?}", case.title);
                }
                None => wrong.extend(found.into_iter().map(|text| format!("{}: {text}\n", case.title))),
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.concat());
    assert!(accepted.is_empty(), "no such case: {:?}", accepted.keys());
    assert_eq!(numbers, BTreeSet::from([1, 3, 4, 5, 9, 11, 12, 14, 16, 19]), "all ten worked questions are here");
    println!("{counted} questions on real records, and on invented ones where no real one is of the kind");
}

#[test]
fn a_key_that_no_case_has_is_refused() {
    let case = "about = \"\"\n[[case]]\ntitle = \"\"\ntool = \"\"\nquestion = {}\nexpect = { outcome = \"allowed\" }\n";
    assert!(toml::from_str::<CaseFile>(case).is_ok());
    assert!(toml::from_str::<CaseFile>(&case.replace("tool", "tol")).is_err());
    assert!(toml::from_str::<CaseFile>(&case.replace("outcome", "outcom")).is_err());
    assert!(toml::from_str::<CaseFile>(&case.replace("allowed", "alowed")).is_err());
}

#[test]
fn a_sentence_is_recognised_with_its_blanks_filled() {
    assert!(fits("{supplier} asks {age}.", "Example asks 16."));
    assert!(fits("No blanks.", "No blanks."));
    assert!(!fits("No blanks.", "No blanks. More."));
    assert!(!fits("Below {age} years.", "From 16 years."));
}
