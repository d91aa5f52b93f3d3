//! Every item of the five seed documents has its place, and the place says so
//! too: `data/seeds.toml` against the rules, the facts and the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use magdit::{Account, Data, Device, FactKey, KnowledgeBase, Language, Purpose, Question, Role, Sector};
use magdit_tests::{embedded, files, root, text, today, tools};
use serde::Deserialize;

/// How many items each seed document has, by the number in front of its ids.
const ITEMS: [(&str, usize); 5] = [("000", 28), ("001", 29), ("002", 59), ("003", 33), ("004", 43)];

/// How many conditions a plain question may show by their own triggers. Most
/// tools stay below 3; a free call that reads the address book needs 4.
const PLAIN: usize = 4;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    seed: Vec<Row>,
}

/// Where one item has its place: one target as a word, several as a list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    rule: Option<String>,
    #[serde(default)]
    rules: Vec<String>,
    condition: Option<String>,
    #[serde(default)]
    conditions: Vec<String>,
    setting: Option<String>,
    #[serde(default)]
    settings: Vec<String>,
    fact: Option<String>,
    #[serde(default)]
    facts: Vec<String>,
    none: Option<String>,
}

impl Row {
    /// Every kind of target, as one word and as a list.
    fn written(&self) -> [(Option<&String>, &[String]); 4] {
        [
            (self.rule.as_ref(), &self.rules),
            (self.condition.as_ref(), &self.conditions),
            (self.setting.as_ref(), &self.settings),
            (self.fact.as_ref(), &self.facts),
        ]
    }

    fn rules(&self) -> impl Iterator<Item = &str> {
        self.rule.iter().chain(&self.rules).map(String::as_str)
    }

    fn settings(&self) -> impl Iterator<Item = &str> {
        self.setting.iter().chain(&self.settings).map(String::as_str)
    }

    /// Conditions, and settings, which are conditions too.
    fn conditions(&self) -> impl Iterator<Item = &str> {
        self.condition.iter().chain(&self.conditions).map(String::as_str).chain(self.settings())
    }

    fn facts(&self) -> impl Iterator<Item = &str> {
        self.fact.iter().chain(&self.facts).map(String::as_str)
    }
}

#[derive(Debug, Deserialize)]
struct ConditionFile {
    condition: Vec<Written>,
}

/// What this suite needs of a condition, as it stands in its file.
#[derive(Debug, Deserialize)]
struct Written {
    id: String,
    #[serde(default)]
    seeds: Vec<String>,
    when: Option<When>,
}

#[derive(Debug, Default, Deserialize)]
struct When {
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    roles: Vec<String>,
    #[serde(default)]
    sectors: Vec<String>,
    #[serde(default)]
    purposes: Vec<String>,
    #[serde(default)]
    data: Vec<String>,
    #[serde(default)]
    devices: Vec<String>,
    procured: Option<bool>,
}

fn rows() -> Vec<Row> {
    toml::from_str::<Table>(&text(&root("data/seeds.toml"))).expect("data/seeds.toml is read").seed
}

fn conditions() -> BTreeMap<String, Written> {
    let read = |path| toml::from_str::<ConditionFile>(&text(path)).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    let paths = files(&root("data/conditions"), ".toml");
    paths.iter().flat_map(|path| read(path).condition).map(|written| (written.id.clone(), written)).collect()
}

fn none_of(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_item_has_one_row() {
    let rows = rows();
    let expected: Vec<String> =
        ITEMS.iter().flat_map(|(seed, count)| (1..=*count).map(move |item| format!("{seed}-{item:02}"))).collect();
    let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, expected, "each of the items once, in order");
    assert_eq!(ids.len(), 192);
}

#[test]
fn every_row_names_a_target_or_a_reason() {
    let mut complaints = Vec::new();
    for row in rows() {
        let targets: usize =
            row.written().iter().map(|(one, several)| usize::from(one.is_some()) + several.len()).sum();
        match &row.none {
            Some(reason) if targets > 0 => complaints.push(format!("{}: a target, and none because: {reason}", row.id)),
            Some(reason) if reason.split_whitespace().count() < 5 => {
                complaints.push(format!("{}: `{reason}` says too little", row.id));
            }
            None if targets == 0 => complaints.push(format!("{}: neither a target nor a reason", row.id)),
            _ => {}
        }
        for (one, several) in row.written() {
            let unique: BTreeSet<&String> = several.iter().collect();
            let well_written = if one.is_some() { several.is_empty() } else { several.len() != 1 };
            if !well_written || unique.len() != several.len() {
                complaints.push(format!("{}: one target is a word, several are a list, none is named twice", row.id));
            }
        }
    }
    none_of(&complaints);
}

#[test]
fn every_target_is_there() {
    let conditions = conditions();
    let rules: BTreeSet<&str> = magdit::rules().iter().map(|rule| rule.id).collect();
    let mut complaints = Vec::new();
    for row in rows() {
        let mut look = |what: &str, target: &str, is_there: bool| {
            if !is_there {
                complaints.push(format!("{}: there is no {what} `{target}`", row.id));
            }
        };
        row.rules().for_each(|id| look("rule", id, rules.contains(id)));
        row.conditions().for_each(|id| look("condition", id, conditions.contains_key(id)));
        row.facts().for_each(|key| look("fact", key, FactKey::WORDS.contains(&key)));
    }
    none_of(&complaints);
}

#[test]
fn conditions_and_rows_name_each_other() {
    let rows = rows();
    let conditions = conditions();
    let by_rows: BTreeSet<(&str, &str)> =
        rows.iter().flat_map(|row| row.conditions().map(|condition| (condition, row.id.as_str()))).collect();
    let by_conditions: BTreeSet<(&str, &str)> = conditions
        .values()
        .flat_map(|written| written.seeds.iter().map(|seed| (written.id.as_str(), seed.as_str())))
        .collect();
    let only_rows = by_rows.difference(&by_conditions).map(|(id, seed)| format!("{id} does not name {seed}"));
    let only_conditions =
        by_conditions.difference(&by_rows).map(|(id, seed)| format!("{id} claims {seed}, whose row does not name it"));
    none_of(&only_rows.chain(only_conditions).collect::<Vec<_>>());
    for written in conditions.values() {
        assert!(written.seeds.is_sorted_by(|one, next| one < next), "{}: sorted, each once", written.id);
    }
}

#[test]
fn a_setting_is_one_of_a_tracking_system() {
    let conditions = conditions();
    for row in rows() {
        for id in row.settings() {
            // What a rule asks for has no trigger: the rule on what parents see.
            let kinds = conditions[id].when.as_ref().map(|when| when.kinds.join(" "));
            assert!(kinds.is_none_or(|kinds| kinds == "pupil_tracking_system"), "{}: {id}", row.id);
        }
    }
}

/// Each question once for every word of a list; as it is where the list is
/// empty.
fn spread<T>(
    questions: Vec<Question>,
    list: &[String],
    of: impl Fn(&str) -> Option<T>,
    set: impl Fn(&mut Question, T),
) -> Vec<Question> {
    if list.is_empty() {
        return questions;
    }
    let with = |question: &Question, word: &String| {
        let mut question = question.clone();
        set(&mut question, of(word).unwrap_or_else(|| panic!("`{word}` is no word of its list")));
        question
    };
    questions.iter().flat_map(|question| list.iter().map(move |word| with(question, word))).collect()
}

/// Questions that name everything a trigger looks at, with every account.
fn questions(when: &When) -> Vec<Question> {
    let mut questions = Vec::new();
    for age in [8, 17] {
        for account in [None, Some(Account::None), Some(Account::School), Some(Account::Private)] {
            let mut question = Question::on(today());
            question.age = Some(age);
            question.account = account;
            question.procured = when.procured;
            questions.push(question.clone());
            if when.procured.is_none() {
                question.procured = Some(true);
                questions.push(question);
            }
        }
    }
    questions = spread(questions, &when.roles, Role::from_word, |question, role| question.role = Some(role));
    questions = spread(questions, &when.sectors, Sector::from_word, |question, sector| question.sector = Some(sector));
    questions = spread(questions, &when.purposes, Purpose::from_word, |question, to| question.purpose = Some(to));
    questions = spread(questions, &when.data, Data::from_word, |question, data| question.data = Some(data));
    spread(questions, &when.devices, Device::from_word, |question, device| question.device = Some(device))
}

fn shown(knowledge_base: &KnowledgeBase, tool: &str, question: &Question) -> Vec<String> {
    let answer = knowledge_base.check(tool, question, Language::Nl).expect("a tool of its own list is answered");
    answer.conditions.into_iter().map(|condition| condition.id).collect()
}

/// A row that points at a condition nobody can get to see points at nothing.
#[test]
fn every_trigger_is_met_by_some_question_about_some_tool() {
    let knowledge_base = embedded();
    let tools = tools(&knowledge_base);
    let mut complaints = Vec::new();
    for written in conditions().values() {
        let Some(when) = &written.when else { continue };
        let of_kind = |kind: &str| when.kinds.is_empty() || when.kinds.iter().any(|other| other == kind);
        let questions = questions(when);
        let mut fitting = tools.iter().filter(|tool| of_kind(tool.kind.as_str()));
        let is_met = fitting.any(|tool| {
            questions.iter().any(|question| shown(&knowledge_base, &tool.id, question).contains(&written.id))
        });
        if !is_met {
            complaints.push(format!("{}: no question about any tool shows it", written.id));
        }
    }
    none_of(&complaints);
}

/// House advice waits until a question names what it is about.
#[test]
fn a_plain_question_does_not_drown() {
    let knowledge_base = embedded();
    let conditions = conditions();
    let mut question = Question::on(today());
    question.role = Some(Role::Teacher);
    question.age = Some(11);
    question.sector = Some(Sector::Po);
    for tool in knowledge_base.tool_ids() {
        let by_trigger: Vec<String> =
            shown(&knowledge_base, tool, &question).into_iter().filter(|id| conditions[id].when.is_some()).collect();
        assert!(by_trigger.len() <= PLAIN, "{tool}: {by_trigger:?}");
    }
}
