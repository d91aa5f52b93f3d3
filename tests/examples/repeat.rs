//! Does one thing a number of times, for counting its instructions.
//!
//! `tests/instructions` runs this under callgrind with two numbers and divides
//! the difference, so that start-up does not count; `tests/bindings/bench` does
//! so with a watch.

use magdit::{Date, KnowledgeBase, Language, Question, Role, Sector, json};

const QUESTION: &str = r#"{"role":"teacher","age":11,"sector":"po","as_of":"2026-11-21"}"#;

fn main() {
    let mut args = std::env::args().skip(1);
    let (Some(what), Some(times)) = (args.next(), args.next().and_then(|times| times.parse::<u32>().ok())) else {
        eprintln!("usage: repeat open|search|check|search-json|check-json TIMES");
        std::process::exit(2);
    };
    let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
    let mut question = Question::on(Date::parse("2026-11-21").unwrap());
    question.role = Some(Role::Teacher);
    question.age = Some(11);
    question.sector = Some(Sector::Po);
    let mut seen = 0_usize;
    for _ in 0..times {
        seen += match what.as_str() {
            "open" => KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap().tool_ids().count(),
            "search" => library.search("kahooot", 10).unwrap().matches.len(),
            "check" => library.check("kahoot", &question, Language::Nl).unwrap().conditions.len(),
            "search-json" => json::search(&library, "kahooot", 10).unwrap().len(),
            "check-json" => json::check(&library, "kahoot", QUESTION, "nl").unwrap().len(),
            _ => 0,
        };
    }
    println!("{seen}");
}
