//! Many threads ask one knowledge base while it is replaced.

use std::panic;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use magdit::store::Shared;
use magdit::{KnowledgeBase, Language, Question};
use magdit_tests::signed::{edition, trust};
use magdit_tests::today;

const THREADS: u64 = 16;

fn library(number: u64) -> KnowledgeBase {
    KnowledgeBase::open_file(edition(number).signed(), &trust()).expect("it opens")
}

/// Asks in many threads, while one replaces the knowledge base and others
/// panic with it in their hands. Returns how often it was replaced.
fn ask(operations: u64) -> (u64, u64) {
    const PANICS: u64 = 20;
    let shared = Shared::new(library(1));
    let (done, panicked) = (AtomicBool::new(false), AtomicU64::new(0));
    let reloads = AtomicU64::new(0);
    thread::scope(|scope| {
        let asking: Vec<_> = (0..THREADS)
            .map(|thread| {
                scope.spawn({
                    let shared = &shared;
                    move || ask_alone(shared, thread, operations)
                })
            })
            .collect();
        scope.spawn(|| {
            for number in 2.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let before = shared.replace(library(number));
                assert_eq!(before.release().number, number - 1);
                reloads.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(2));
            }
        });
        scope.spawn(|| {
            for _ in 0..PANICS {
                let caught = panic::catch_unwind(panic::AssertUnwindSafe(|| {
                    let _held = shared.get();
                    panic::resume_unwind(Box::new(()));
                }));
                panicked.fetch_add(u64::from(caught.is_err()), Ordering::Relaxed);
            }
        });
        for asking in asking {
            asking.join().expect("no thread that asks panics");
        }
        done.store(true, Ordering::Relaxed);
    });
    assert_eq!(panicked.into_inner(), PANICS);
    (THREADS * operations, reloads.into_inner())
}

fn ask_alone(shared: &Shared, thread: u64, operations: u64) {
    let question = Question { age: Some(12), ..Question::on(today()) };
    let mut last = 0;
    for operation in 0..operations {
        let library = shared.get();
        let number = library.release().number;
        assert!(number >= last, "{number} after {last}");
        last = number;
        match (operation + thread) % 64 {
            0 => {
                let answer = library.check("voorbeeldquiz", &question, Language::Nl).expect("an answer");
                assert_eq!(answer.knowledge_base.edition, number);
                assert_eq!(answer.knowledge_base.sha256, library.sha256().to_string());
            }
            1..8 => {
                let found = library.search("voorbeldquiz", 3).expect("a query");
                assert_eq!(found.matches.first().map(|found| found.id.as_str()), Some("voorbeeldquiz"));
            }
            8..16 => {
                let tool = library.tool("voorbeeldquiz").expect("the tool");
                assert!(library.brief(&tool, &question).is_ok());
            }
            _ => assert!(library.text(Language::Nl, "outcome.allowed", magdit::Register::Teacher).is_some()),
        }
    }
}

#[test]
fn sixteen_threads_ask_while_it_is_replaced() {
    let (operations, reloads) = ask(300);
    println!("{operations} operations in {THREADS} threads with {reloads} reloads, none torn");
    assert!(reloads > 1);
}

#[test]
#[ignore = "long: sixteen million operations"]
fn sixteen_threads_ask_a_million_times_each() {
    let (operations, reloads) = ask(1_000_000);
    println!(
        "long: threads | {operations} operations in {THREADS} threads, {reloads} reloads, 20 panics with the knowledge \
         base in hand; no torn answer, no number going back, no poisoned lock"
    );
    assert!(reloads > 100);
}
