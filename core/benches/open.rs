//! Opening a file: verifying every byte and the signatures, looking through its
//! tables, and reading a record.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use magdit::Date;
use magdit::kb::key::{KeySet, Purpose};
use magdit::kb::record::{decode, encode};
use magdit::kb::section::{Need, SectionId};
use magdit::kb::sign::{SecretKey, sign};
use magdit::kb::table::{Table, TableWriter};
use magdit::kb::write::{Imprint, Writer};
use magdit::kb::{container, scan, signature};

/// A record of about 300 bytes.
fn record(number: u32) -> Vec<u8> {
    let facts: Vec<(String, u32)> = (0..18).map(|fact| (format!("fact-of-tool-{number}"), fact)).collect();
    encode(&facts).unwrap()
}

fn file(records: u32) -> Vec<u8> {
    let mut table = TableWriter::new();
    for number in 0..records {
        table.insert(&format!("tool-{number}"), record(number)).unwrap();
    }
    let day = Date::new(2026, 11, 21).unwrap();
    let mut writer =
        Writer::new(Imprint { number: 1, issued: day, review_by: day, expires: day, key_epoch: 0 }).signature_slots(2);
    writer.section(SectionId::Tools, Need::MustUnderstand, table.finish()).unwrap();
    writer.finish().unwrap()
}

fn open(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    for records in [200, 10_000] {
        let file = file(records);
        let tools = container::open(&file).unwrap().section(SectionId::Tools).unwrap();
        group.throughput(Throughput::Bytes(u64::try_from(file.len()).unwrap()));
        group.bench_function(format!("container/{records}"), |bench| {
            bench.iter(|| container::open(black_box(&file)).unwrap());
        });
        group.bench_function(format!("table/{records}"), |bench| {
            bench.iter(|| Table::open(black_box(&file[tools.clone()])).unwrap());
        });
    }
    group.finish();

    let blob = record(7);
    let mut group = criterion.benchmark_group("record");
    group.throughput(Throughput::Bytes(u64::try_from(blob.len()).unwrap()));
    group.bench_function("scan", |bench| bench.iter(|| scan::scan(black_box(&blob))));
    group.bench_function("decode", |bench| {
        bench.iter(|| decode::<Vec<(String, u32)>>(black_box(&blob)).unwrap());
    });
    group.finish();
}

/// Two of three keys, over the manifest of a file.
fn verify(criterion: &mut Criterion) {
    let secret = |seed: u8| SecretKey::from_seed(Purpose::Development, &[seed; 32]);
    let keys = (1..=3).filter_map(|seed| secret(seed).public()).collect();
    let keys = KeySet::new(0, Purpose::Development, 2, keys).unwrap();
    let file = (1..=2).fold(file(200), |file, seed| sign(&file, &secret(seed)).unwrap());
    let layout = container::open(&file).unwrap();
    criterion.bench_function("signatures/2", |bench| {
        bench.iter(|| signature::verify(black_box(&file), &layout, &keys).unwrap());
    });
}

criterion_group!(benches, open, verify);
criterion_main!(benches);
