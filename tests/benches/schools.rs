//! A school's own file, ways out of a no, and the questionnaire.
//!
//! Run with `cargo bench -p magdit-tests --bench schools`, or one of the four
//! with a part of its name behind it: `-- "2000 entries"`, `-- "ways out"`,
//! `-- "10000 tools"`, `-- questionnaire`. The aims: 20 µs for a check with a
//! file of 2,000 entries, 2 ms for what would change an answer, 1 ms for
//! alternatives among 10,000 tools, 200 µs for one step of the questionnaire.
//! The 10,000 tools are only made where they are asked for.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, criterion_group, criterion_main};
use magdit::{Account, Answers, Date, KnowledgeBase, Language, Outcome, Question, Role, Sector, Step, Trust};
use magdit_tests::{copy, root};

fn question() -> Question {
    let mut question = Question::on(Date::parse("2026-11-21").unwrap());
    (question.role, question.age, question.sector) = (Some(Role::Teacher), Some(11), Some(Sector::Po));
    question
}

/// A file with this many decisions, spread over all tools.
fn file(library: &KnowledgeBase, entries: usize) -> String {
    let ids: Vec<&str> = library.tool_ids().collect();
    let decisions = ids.iter().cycle().take(entries).enumerate().map(|(number, id)| {
        let route = ["no_account", "school_sso", "school_managed"][number % 3];
        format!(
            r#"{{"tool":"{id}","decision":"approved_with_conditions","date":"2026-01-01","decided_by":"schoolleider",
                "route":"{route}","conditions":["Alleen in klas 3."]}}"#
        )
    });
    let decisions: Vec<String> = decisions.collect();
    format!(r#"{{"name":"Voorbeeldschool","date":"2026-11-21","decisions":[{}]}}"#, decisions.join(","))
}

fn school(criterion: &mut Criterion) {
    let national = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
    let text = file(&national, 2_000);
    let library = national.with_school(text.as_bytes()).unwrap();
    assert_eq!(library.school().map(|school| school.decisions().len()), Some(2_000));
    for (name, library) in [("check without a school file", &national), ("check with 2000 entries", &library)] {
        criterion.bench_function(name, |bencher| {
            bencher.iter(|| library.check(black_box("kahoot"), black_box(&question()), Language::Nl).unwrap());
        });
    }
    criterion.bench_function("read a school file of 2000 entries", |bencher| {
        bencher.iter(|| national.with_school(black_box(text.as_bytes())).unwrap());
    });
}

fn would_change(criterion: &mut Criterion) {
    let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
    let question = Question { account: Some(Account::Private), ..question() };
    let slowest = ["kahoot", "zoom", "canva", "chatgpt", "tiktok"];
    for id in slowest {
        let answer = library.check(id, &question, Language::Nl).unwrap();
        assert!(answer.outcome > Outcome::Conditional, "{id}");
        criterion.bench_function(&format!("check and ways out, {id}"), |bencher| {
            bencher.iter(|| library.check(black_box(id), black_box(&question), Language::Nl).unwrap());
        });
    }
}

/// A knowledge base of this many invented tools that can stand in for each
/// other.
fn many(tools: usize) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many-tools");
    let path = dir.join("many.kb");
    let _ = fs::remove_dir_all(&dir);
    for room in ["conditions", "parameters", "texts", "sources"] {
        copy(&root("data").join(room), &dir.join("data").join(room));
    }
    copy(&root("tests/fixtures/synthetic"), &dir.join("data"));
    let record = fs::read_to_string(root("tests/fixtures/synthetic/tools/voorbeeld-rekenen.toml")).unwrap();
    let (_, rest) = record.split_once("\nsupplier").unwrap();
    let rest: String =
        rest.lines().filter(|line| !line.starts_with("domains")).fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        });
    for number in 0..tools {
        // Names that are far from each other, so that no check finds them alike.
        let name: String = (0_u32..6).map(|at| char::from(b'a' + (number / 26_usize.pow(at % 4) % 26) as u8)).collect();
        let rest = rest.replace("Voorbeeldrekenen", &format!("{name} {number}"));
        let text = format!("id = \"t{number}\"\nname = \"{name} {number}\"\nsupplier{rest}");
        fs::write(dir.join(format!("data/tools/t{number}.toml")), text).unwrap();
    }
    let compiled =
        magdit_curate::compile(&dir.join("data")).unwrap_or_else(|problems| panic!("{:?}", problems.first()));
    fs::write(&path, compiled.bytes).unwrap();
    path
}

fn alternatives(criterion: &mut Criterion) {
    criterion.bench_function("check and alternatives among 10000 tools", |bencher| {
        let bytes = fs::read(many(10_000)).unwrap();
        let library = KnowledgeBase::open_file(bytes, &Trust::AllowUnsigned).unwrap();
        assert!(library.tool_ids().count() > 10_000);
        let question = Question { account: Some(Account::Private), ..question() };
        let answer = library.check("t1", &question, Language::Nl).unwrap();
        println!("{} by {:?}: {} alternatives", answer.outcome, answer.route, answer.alternatives.len());
        bencher.iter(|| library.check(black_box("t1"), black_box(&question), Language::Nl).unwrap());
    });
}

fn questionnaire(criterion: &mut Criterion) {
    let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
    let question = question();
    let mut answers = Answers::about("Rekenraket").unwrap();
    let mut number = 0;
    loop {
        criterion.bench_function(&format!("questionnaire, step {}", number + 1), |bencher| {
            bencher.iter(|| library.questionnaire(black_box(&answers), black_box(&question), Language::Nl).unwrap());
        });
        match library.questionnaire(&answers, &question, Language::Nl).unwrap() {
            Step::Ask(next) => answers.do_not_know(next.key),
            Step::Done(_) => break,
        }
        number += 1;
    }
    let open = Question::on(question.as_of);
    let nothing = Answers::about("Rekenraket").unwrap();
    criterion.bench_function("questionnaire, first step of an open question", |bencher| {
        bencher.iter(|| library.questionnaire(black_box(&nothing), black_box(&open), Language::Nl).unwrap());
    });
    let kind: Answers = serde_json::from_str(r#"{"name":"Rekenraket","answers":{"kind":"general"}}"#).unwrap();
    criterion.bench_function("questionnaire, second step of an open question", |bencher| {
        bencher.iter(|| library.questionnaire(black_box(&kind), black_box(&open), Language::Nl).unwrap());
    });
}

criterion_group!(benches, school, would_change, alternatives, questionnaire);
criterion_main!(benches);
