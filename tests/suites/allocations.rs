//! What opening and searching take from the heap, counted.
//!
//! No test of another suite may run in this process: the counters are global.

#![expect(clippy::print_stdout, reason = "a test says what it measured")]
#![expect(unsafe_code, reason = "an allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use magdit::kb::container;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::{Table, TableWriter};
use magdit::kb::write::{Imprint, Writer};
use magdit::search::{IndexEntry, IndexLayout, MAX_TEXT_CHARS, build};
use magdit::{KnowledgeBase, Trust};
use magdit_tests::conformance::fixture;
use magdit_tests::today;

/// Largest piece of memory that a search may ask for at once.
const LARGEST: usize = 64 * 1024;

struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static BIGGEST: AtomicUsize = AtomicUsize::new(0);
static CALLS: AtomicUsize = AtomicUsize::new(0);

/// The tests take turns, so that each counts its own.
static TURN: Mutex<()> = Mutex::new(());

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call is passed on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        BIGGEST.fetch_max(layout.size(), Ordering::Relaxed);
        let live = LIVE.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(live, Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// What some work takes from the heap.
#[derive(Debug)]
struct Taken {
    calls: usize,
    biggest: usize,
    peak: usize,
    left: usize,
}

fn count<R>(work: impl FnOnce() -> R) -> (R, Taken) {
    let before = LIVE.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    BIGGEST.store(0, Ordering::Relaxed);
    CALLS.store(0, Ordering::Relaxed);
    let result = work();
    let taken = Taken {
        calls: CALLS.load(Ordering::Relaxed),
        biggest: BIGGEST.load(Ordering::Relaxed),
        peak: PEAK.load(Ordering::Relaxed) - before,
        left: LIVE.load(Ordering::Relaxed).saturating_sub(before),
    };
    (result, taken)
}

/// Names that share beginnings, as many as asked for.
fn index_of(count: usize) -> Vec<u8> {
    let entries: Vec<IndexEntry> = (0..count)
        .map(|number| IndexEntry {
            tool: format!("t{number}"),
            edition: None,
            name: format!("{} {number}", ["Rekenen", "Kahoot", "Quiz", "Google Taal", "Canva"][number % 5]),
            texts: Vec::new(),
            supplier: "Voorbeeld B.V.".to_owned(),
            domains: vec![format!("t{number}.example")],
            stores: Vec::new(),
            weight: 200,
            judged: true,
        })
        .collect();
    build(&entries, &|_| false).expect("the names are fine")
}

/// Texts that are hard on search: long, repeated, in other scripts.
fn hard_texts() -> Vec<String> {
    let units = [
        "a",
        "é",
        "😀",
        "مرحبا ",
        "kahoot ",
        "x.y ",
        "https://a.b/ ",
        "aaaa bbbb ",
        "groep 7 ",
        "ﷺ",
        "\u{301}",
        "mag ik ",
        ". ",
        "canva.com/",
        "%2e",
        "kahoot.it.",
        "1 ",
        "rekenne ",
        "t1.example ",
        "İ",
        "ﬃ",
    ];
    let lengths = [1, 63, 64, 65, 255, 256, 257, 511, 512, 513, MAX_TEXT_CHARS, MAX_TEXT_CHARS + 1];
    let texts = units.iter().flat_map(|unit| lengths.iter().map(|length| unit.chars().cycle().take(*length).collect()));
    texts.collect()
}

#[test]
fn no_text_makes_a_search_ask_for_much_memory() {
    let _turn = TURN.lock().expect("no test panics here");
    let bytes = index_of(5_000);
    let layout = IndexLayout::read(&bytes).expect("it was just built");
    let texts = hard_texts();
    let mut worst = Taken { calls: 0, biggest: 0, peak: 0, left: 0 };
    for text in &texts {
        let (_, taken) = count(|| drop(black_box(layout.view(&bytes).search(text, 5))));
        assert_eq!(taken.left, 0);
        assert!(taken.biggest <= LARGEST, "{taken:?} for {} characters", text.chars().count());
        worst.calls = worst.calls.max(taken.calls);
        worst.biggest = worst.biggest.max(taken.biggest);
        worst.peak = worst.peak.max(taken.peak);
    }
    assert!(worst.calls > 0 && worst.biggest > 0);
    println!("{} texts, at most {worst:?}", texts.len());
}

#[test]
fn opening_takes_no_more_memory_with_more_names() {
    let _turn = TURN.lock().expect("no test panics here");
    let opened: Vec<Taken> = [100, 10_000]
        .into_iter()
        .map(|names| {
            let bytes = index_of(names);
            let (layout, reading) = count(|| IndexLayout::read(&bytes).expect("it was just built"));
            let (index, viewing) = count(|| layout.view(&bytes));
            assert_eq!((viewing.calls, viewing.left, reading.left), (0, 0, 0), "a view of {names} names borrows");
            let (found, answering) = count(|| index.search("t7.example", 5).expect("it is a text"));
            assert!(found.certain());
            println!("{names} names: reading {reading:?}, first answer {answering:?}");
            Taken { peak: reading.peak.max(answering.peak), ..reading }
        })
        .collect();
    assert!(opened.iter().all(|taken| taken.biggest <= LARGEST));
    assert_eq!(opened.first().map(|taken| taken.peak), opened.last().map(|taken| taken.peak));
}

/// Bytes that a file may take beside twice its own.
const BESIDE: usize = 4 * 1024 * 1024;

/// A file of so many tools: the records, sources and texts of the fixture, and
/// an index of as many names. Eight thousand come near the most that a file may
/// have.
fn file_of(tools: usize) -> Vec<u8> {
    let fixture = fixture();
    let layout = container::open(&fixture).expect("the fixture opens");
    let section = |id| &fixture[layout.section(id).expect("a section")];
    let tool = Table::open(section(SectionId::Tools)).expect("a table");
    let records: Vec<&[u8]> = tool.iter(section(SectionId::Tools)).map(|(_, record)| record).collect();
    let mut table = TableWriter::new();
    for number in 0..tools {
        table.insert(&format!("t{number:06}"), records[number % records.len()].to_vec()).expect("an id of its own");
    }
    let day = today();
    let imprint = Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch: 1 };
    let mut writer = Writer::new(imprint);
    for (id, range) in layout.sections() {
        let bytes = match id {
            SectionId::Names => index_of(tools),
            SectionId::Tools => table.finish(),
            _ => fixture[range].to_vec(),
        };
        writer.section(id, Need::MustUnderstand, bytes).expect("a section of its own");
    }
    writer.finish().expect("a file")
}

#[test]
fn opening_takes_at_most_twice_the_file_and_a_little() {
    let _turn = TURN.lock().expect("no test panics here");
    for file in [fixture(), file_of(1_000), file_of(8_000)] {
        let bytes = file.len();
        let open = || KnowledgeBase::open_file(file.clone(), &Trust::AllowUnsigned).expect("it opens");
        let (library, taken) = count(open);
        assert!(library.tool_ids().next().is_some());
        println!("{bytes} bytes, {} tools: opening takes {taken:?}", library.tool_ids().count());
        assert!(taken.peak <= 2 * bytes + BESIDE, "{taken:?} for a file of {bytes} bytes");
        assert!(taken.left <= bytes + BESIDE, "{taken:?} for a file of {bytes} bytes");
    }
}
