//! Opening the embedded knowledge base, one search, one check.
//!
//! Run with `cargo bench -p magdit-tests`.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use magdit::{Date, KnowledgeBase, Language, Question, Role, Sector};

fn answers(criterion: &mut Criterion) {
    criterion.bench_function("open", |bencher| {
        bencher.iter(|| KnowledgeBase::open(black_box(magdit_data::KNOWLEDGE_BASE)).unwrap());
    });
    let library = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
    for query in ["kahoot", "kahooot", "goo", "mag ik kahoot gebruiken in groep 7"] {
        criterion.bench_function(&format!("search {query}"), |bencher| {
            bencher.iter(|| library.search(black_box(query), 10).unwrap());
        });
    }
    let mut question = Question::on(Date::parse("2026-11-21").unwrap());
    criterion.bench_function("check, every case", |bencher| {
        bencher.iter(|| library.check(black_box("kahoot"), black_box(&question), Language::Nl).unwrap());
    });
    question.role = Some(Role::Teacher);
    question.age = Some(11);
    question.sector = Some(Sector::Po);
    criterion.bench_function("check", |bencher| {
        bencher.iter(|| library.check(black_box("kahoot"), black_box(&question), Language::Nl).unwrap());
    });
    let tool = library.tool("kahoot").unwrap();
    criterion.bench_function("brief", |bencher| {
        bencher.iter(|| library.brief(black_box(&tool), black_box(&question)).unwrap());
    });
}

criterion_group!(benches, answers);
criterion_main!(benches);
