//! Opening a signed file of ten thousand tools: every byte, the signatures,
//! and every node of the index of names. The aim is 5 ms.
//!
//! `cargo bench -p magdit-tests --bench open`

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use magdit::KnowledgeBase;
use magdit::kb::container;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::{Table, TableWriter};
use magdit::search::{IndexEntry, build};
use magdit_tests::signed::{Edition, base, edition, trust};

const TOOLS: usize = 10_000;

/// A record of the base, of about 300 bytes, under so many ids.
fn tools() -> Vec<u8> {
    let layout = container::open(base()).expect("the base opens");
    let section = &base()[layout.section(SectionId::Tools).expect("tools")];
    let table = Table::open(section).expect("a table");
    let (_, record) = table.iter(section).min_by_key(|(_, record)| record.len()).expect("a tool");
    let mut writer = TableWriter::new();
    for number in 0..TOOLS {
        writer.insert(&format!("tool-{number:05}"), record.to_vec()).expect("an id of its own");
    }
    writer.finish()
}

/// As many names, each with a domain.
fn names() -> Vec<u8> {
    let entry = |number: usize| IndexEntry {
        tool: format!("tool-{number:05}"),
        edition: None,
        name: format!("{} {}", ["Rekenen", "Taal", "Quiz", "Bord", "Kaart"][number % 5], number * 7919 % 99_991),
        texts: Vec::new(),
        supplier: "Voorbeeld B.V.".to_owned(),
        domains: vec![format!("tool-{number}.example")],
        stores: Vec::new(),
        weight: 200,
        judged: true,
    };
    let entries: Vec<IndexEntry> = (0..TOOLS).map(entry).collect();
    build(&entries, &|_| false).expect("the names are fine")
}

fn open(criterion: &mut Criterion) {
    let sections = [(SectionId::Names, names()), (SectionId::Tools, tools())];
    let sections = sections.map(|(id, bytes)| (id.number(), Need::MustUnderstand, bytes)).to_vec();
    let file = Edition { sections, ..edition(1) }.signed();
    let mut group = criterion.benchmark_group("verified open");
    group.throughput(Throughput::Bytes(u64::try_from(file.len()).expect("64 bits")));
    group.bench_function(format!("{TOOLS} tools, two signatures"), |bench| {
        bench.iter_with_setup(
            || file.clone(),
            |file| KnowledgeBase::open_file(black_box(file), &trust()).expect("it opens"),
        );
    });
    group.finish();
}

criterion_group!(benches, open);
criterion_main!(benches);
