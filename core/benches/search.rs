//! How long a search takes, by kind of query and number of names.
//!
//! `cargo bench -p magdit --bench search` measures 500, 10,000 and 100,000
//! names; with `MAGDIT_BENCH_MILLION=1` a million as well. It also prints how
//! many bytes a name takes. Times are for 400 queries of a kind. Names are put
//! together from ordinary words by a recipe with a fixed seed.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark stops at the first surprise")]
#![expect(clippy::string_slice, clippy::arithmetic_side_effects, reason = "the names and queries are known")]
#![expect(clippy::print_stdout, reason = "it prints how many bytes a name takes")]

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use magdit::search::{Index, IndexEntry, IndexLayout, build, folded};

const WORDS: &str = include_str!("../src/search/words/common.txt");

/// Queries of each kind.
const QUERIES: usize = 400;

/// A generator of numbers, the same on every machine (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}

/// Names as apps for schools have them, most popular first.
fn entries(count: usize) -> Vec<IndexEntry> {
    let words: Vec<&str> =
        WORDS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| word.is_ascii() && (3..=9).contains(&word.len())).collect();
    let ends = ["ly", "ify", "io", "hub", "kids", "lab", "box", "go", "board", "zy", "er", "up"];
    let subjects = ["Rekenen", "Taal", "Spelling", "Lezen", "Engels", "Topografie"];
    let vendors = ["Malmberg", "Noordhoff", "Google", "Microsoft", "Zwijsen", "Prowise", "Studio"];
    let mut numbers = Numbers(7);
    let mut keys = BTreeSet::new();
    let mut entries = Vec::with_capacity(count);
    while entries.len() < count {
        let (a, b) = (capital(numbers.pick(&words)), numbers.pick(&words));
        let name = match numbers.below(14) {
            0 | 1 => format!("{a}{}", numbers.pick(&ends)),
            2 | 3 => format!("{a}{}", capital(b)),
            4 => format!("{} met {b}", numbers.pick(&subjects)),
            5 => format!("{a}: {} groep {}", numbers.pick(&subjects), 1 + numbers.below(8)),
            6 => format!("{} {}", numbers.pick(&vendors), capital(b)),
            7 => format!("{a} {}", 1 + numbers.below(99)),
            8 => format!("{a}!"),
            9 => format!("{a} XL"),
            10 | 11 => format!("{a} {}", capital(b)),
            12 => format!("{a}{b}"),
            _ => format!("{a}-{}", numbers.pick(&ends)),
        };
        if !keys.insert(folded(&name)) {
            continue;
        }
        let rank = entries.len() as f64;
        let weight = 240.0 - 10.0 * ((rank + 4.0) / 4.0).ln();
        entries.push(IndexEntry {
            tool: format!("t{}", entries.len()),
            edition: None,
            name,
            texts: Vec::new(),
            supplier: String::new(),
            domains: vec![format!("t{}.example", entries.len())],
            stores: Vec::new(),
            weight: weight as u8,
            judged: true,
        });
    }
    entries
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn edit(numbers: &mut Numbers, text: &str) -> String {
    let mut letters = text.as_bytes().to_vec();
    let at = numbers.below(letters.len());
    match numbers.below(4) {
        0 if at + 1 < letters.len() => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = b'a' + numbers.below(26) as u8,
    }
    String::from_utf8(letters).unwrap()
}

fn queries(kind: &str, entries: &[IndexEntry]) -> Vec<String> {
    let mut numbers = Numbers(99);
    let mut queries = Vec::with_capacity(QUERIES);
    while queries.len() < QUERIES {
        let name = &entries[numbers.below(entries.len().min(10_000))].name;
        let key = folded(name);
        if key.len() < 7 {
            continue;
        }
        queries.push(match kind {
            "exact" => name.to_lowercase(),
            "prefix" => key[..key.len() * 2 / 3].to_owned(),
            "one_edit" => edit(&mut numbers, &key),
            "two_edits" => {
                let once = edit(&mut numbers, &key);
                edit(&mut numbers, &once)
            }
            "sentence" => format!("mag ik {} gebruiken in groep 7", name.to_lowercase()),
            "link" => format!("https://www.t{}.example/pagina", numbers.below(entries.len())),
            _ => (0..4 + numbers.below(16)).map(|_| char::from(b'a' + numbers.below(26) as u8)).collect(),
        });
    }
    queries
}

const KINDS: [&str; 7] = ["exact", "prefix", "one_edit", "two_edits", "sentence", "link", "unknown"];

fn search_all(index: &Index<'_>, queries: &[String]) -> usize {
    queries.iter().map(|query| index.search(black_box(query), 5).map_or(0, |result| result.matches.len())).sum()
}

fn bench(criterion: &mut Criterion) {
    let mut counts = vec![500, 10_000, 100_000];
    if std::env::var_os("MAGDIT_BENCH_MILLION").is_some() {
        counts.push(1_000_000);
    }
    for count in counts {
        let entries = entries(count);
        let bytes = build(&entries, &|_| false).unwrap();
        let layout = IndexLayout::read(&bytes).unwrap();
        let size = layout.size();
        let per_name = |bytes: usize| bytes as f64 / count as f64;
        let letters: usize = entries.iter().map(|entry| entry.name.len()).sum();
        println!(
            "{count} names of {:.1} bytes: {:.1} bytes per name for names, {:.1} for sounds, {:.1} for tables, {:.1} for texts",
            per_name(letters),
            per_name(size.names),
            per_name(size.sounds),
            per_name(size.tables),
            per_name(size.strings)
        );
        let mut group = criterion.benchmark_group(format!("search/{count}"));
        group.sample_size(20);
        for kind in KINDS {
            let queries = queries(kind, &entries);
            group.throughput(Throughput::Elements(queries.len() as u64));
            let index = layout.view(&bytes);
            group.bench_with_input(BenchmarkId::from_parameter(kind), &queries, |bencher, queries| {
                bencher.iter(|| search_all(&index, queries));
            });
        }
        group.finish();
        if count <= 100_000 {
            criterion.bench_function(&format!("open/{count}"), |bencher| {
                bencher.iter(|| IndexLayout::read(black_box(&bytes)).unwrap());
            });
        }
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
