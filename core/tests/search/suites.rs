//! Queries written by people, per kind, with what they should find.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use magdit::search::{Confidence, Index, folded};

use crate::catalogue::{Catalogue, from_root};

/// Kinds that name a tool without its supplier, an abbreviation or a link.
const CORE: [&str; 15] = [
    "exact",
    "case_punctuation",
    "prefix",
    "prefix_typo",
    "transposition",
    "missing",
    "doubled",
    "adjacent",
    "phonetic",
    "spacing",
    "word_order",
    "extra_words",
    "voice",
    "sentence",
    "sentence_typo",
];

/// Core kinds that are written otherwise than the name.
const MISSPELT: [&str; 8] =
    ["transposition", "missing", "doubled", "adjacent", "phonetic", "word_order", "extra_words", "voice"];

struct Query {
    kind: String,
    text: String,
    wanted: Vec<String>,
}

fn read(name: &str) -> Vec<Query> {
    let text = fs::read_to_string(from_root("tests/search").join(name)).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let [kind, text, wanted] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let wanted = wanted.split('|').filter(|id| !id.is_empty()).map(str::to_owned).collect();
            Query { kind: kind.to_owned(), text: text.to_owned(), wanted }
        })
        .collect()
}

/// What came of the queries of one kind.
#[derive(Default, Clone, Copy)]
struct Tally {
    queries: usize,
    first: usize,
    in_five: usize,
    /// Exact or probable.
    sure: usize,
    /// Exact or probable, and another tool.
    wrong: usize,
    /// Anything at all.
    answered: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.queries += other.queries;
        self.first += other.first;
        self.in_five += other.in_five;
        self.sure += other.sure;
        self.wrong += other.wrong;
        self.answered += other.answered;
    }

    fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn recall_at_1(self) -> f64 {
        Self::share(self.first, self.queries)
    }

    fn recall_at_5(self) -> f64 {
        Self::share(self.in_five, self.queries)
    }

    fn sure(self) -> f64 {
        Self::share(self.sure - self.wrong, self.queries)
    }
}

fn run(index: &Index<'_>, query: &Query, shows: bool) -> Tally {
    let result = index.search(&query.text, 5);
    let (confidence, matches) = match result {
        Ok(result) => (result.confidence, result.matches),
        Err(_) => (Confidence::None, Vec::new()),
    };
    let place = matches.iter().position(|found| query.wanted.contains(&found.id));
    let sure = confidence <= Confidence::Probable;
    let wrong = sure && place != Some(0);
    if shows && (wrong || place != Some(0) && !query.wanted.is_empty()) {
        let found: Vec<String> =
            matches.iter().map(|found| format!("{} ({} {})", found.id, found.kind, found.distance)).collect();
        println!("  {} `{}` {confidence}: {}", query.kind, query.text, found.join(", "));
    }
    Tally {
        queries: 1,
        first: usize::from(place == Some(0)),
        in_five: usize::from(place.is_some()),
        sure: usize::from(sure),
        wrong: usize::from(wrong),
        answered: usize::from(!matches.is_empty()),
    }
}

/// Whether a stretch of words is by now a name of the catalogue, so that the
/// query is none for which nothing may be found.
fn holds_a_name(text: &str, names: &BTreeSet<String>) -> bool {
    let words: Vec<String> = text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
    (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| names.contains(&words[from..to].concat())))
}

struct Report {
    kinds: BTreeMap<String, Tally>,
}

impl Report {
    fn of(name: &str, shows: bool) -> Self {
        let catalogue = Catalogue::real();
        let known: BTreeSet<&str> = catalogue.entries.iter().map(|entry| entry.tool.as_str()).collect();
        let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
        let names: BTreeSet<String> = catalogue
            .entries
            .iter()
            .flat_map(|entry| entry.texts.iter().map(|(text, _)| text).chain([&entry.name]))
            .map(|text| folded(text))
            .collect();
        for query in read(name) {
            for id in &query.wanted {
                assert!(known.contains(id.as_str()), "{name}: no record of {id}");
            }
            if query.wanted.is_empty() && holds_a_name(&query.text, &names) {
                continue;
            }
            let tally = run(&catalogue.index(), &query, shows);
            kinds.entry(query.kind).or_default().add(tally);
        }
        let report = Self { kinds };
        println!("{name}: {} tools, {} bytes", catalogue.entries.len(), catalogue.size());
        println!("{:18} {:>5} {:>7} {:>7} {:>7} {:>5}", "kind", "n", "r@1", "r@5", "sure", "wrong");
        for (kind, tally) in &report.kinds {
            if tally.queries > 0 {
                println!(
                    "{kind:18} {:5} {:7.1} {:7.1} {:7.1} {:5}  answered {}",
                    tally.queries,
                    tally.recall_at_1(),
                    tally.recall_at_5(),
                    tally.sure(),
                    tally.wrong,
                    tally.answered
                );
            }
        }
        for (name, tally) in
            [("core", report.sum(&CORE)), ("misspelt", report.sum(&MISSPELT)), ("negatives", report.negatives())]
        {
            println!(
                "{name:18} {:5} {:7.1} {:7.1} {:7.1} {:5}",
                tally.queries,
                tally.recall_at_1(),
                tally.recall_at_5(),
                tally.sure(),
                tally.wrong
            );
        }
        report
    }

    fn sum(&self, kinds: &[&str]) -> Tally {
        let mut sum = Tally::default();
        kinds.iter().filter_map(|kind| self.kinds.get(*kind)).for_each(|tally| sum.add(*tally));
        sum
    }

    fn negatives(&self) -> Tally {
        let mut sum = Tally::default();
        self.kinds.iter().filter(|(kind, _)| kind.starts_with("neg_")).for_each(|(_, tally)| sum.add(*tally));
        sum
    }

    fn all(&self) -> Tally {
        let mut sum = Tally::default();
        self.kinds.values().for_each(|tally| sum.add(*tally));
        sum
    }
}

#[test]
fn the_test_part_meets_the_goals() {
    let report = Report::of("test.tsv", std::env::var_os("MAGDIT_SHOW_TEST_PART").is_some());
    println!("{} queries", report.all().queries);
    assert!(report.negatives().queries >= 300);

    let core = report.sum(&CORE);
    assert!(core.recall_at_1() >= 97.0, "core recall@1 {:.1}", core.recall_at_1());
    assert!(core.recall_at_5() >= 99.0, "core recall@5 {:.1}", core.recall_at_5());
    let misspelt = report.sum(&MISSPELT);
    assert!(misspelt.sure() >= 75.0, "probable or better {:.1}", misspelt.sure());
    for kind in ["abbreviation", "supplier"] {
        let tally = report.sum(&[kind]);
        assert!(tally.recall_at_5() >= 95.0, "{kind} recall@5 {:.1}", tally.recall_at_5());
    }
    let links = report.sum(&["url", "store_link"]);
    assert_eq!(links.first, links.queries, "links found first");
    assert_eq!(report.all().wrong, 0, "wrong tools as exact or probable");
}

#[test]
fn the_tuning_part_has_no_wrong_tool() {
    let report = Report::of("tune.tsv", true);
    assert_eq!(report.all().wrong, 0);
}

#[test]
fn the_two_parts_share_no_query() {
    let key = |query: Query| query.text.to_lowercase();
    let test: BTreeSet<String> = read("test.tsv").into_iter().map(key).collect();
    assert!(read("tune.tsv").into_iter().map(key).all(|query| !test.contains(&query)));
}
