//! The queries of both parts of the suites in `tests/search`, and generated
//! slips on the names they ask for.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use magdit::search::{build, folded};

use crate::catalogue::from_root;
use crate::names::Names;

/// A query and the tools it may mean; none if it is a negative.
#[derive(Clone)]
pub(crate) struct Query {
    pub(crate) kind: String,
    pub(crate) text: String,
    pub(crate) wanted: Vec<String>,
}

/// Kinds that count as core.
pub(crate) const CORE: [&str; 15] = [
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

/// The queries of the test part.
pub(crate) fn all() -> Vec<Query> {
    let text = fs::read_to_string(from_root("tests/search/test.tsv")).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut fields = line.split('\t').map(str::to_owned);
            let mut next = || fields.next().unwrap();
            let (kind, text, wanted) = (next(), next(), next());
            let wanted = wanted.split('|').filter(|id| !id.is_empty()).map(str::to_owned).collect();
            Query { kind, text, wanted }
        })
        .collect()
}

/// The queries that can be asked of these names: a negative that is, or holds,
/// one of the names is none.
pub(crate) fn for_names(names: &Names) -> Vec<Query> {
    let keys: HashSet<String> = names.names.iter().map(|name| folded(&name.text)).collect();
    let holds_a_name = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect();
        (0..words.len()).any(|from| (from + 1..=words.len()).any(|to| keys.contains(&words[from..to].concat())))
    };
    all().into_iter().filter(|query| !query.wanted.is_empty() || !holds_a_name(&query.text)).collect()
}

/// Texts that are hard on an engine: long, repeated, in other scripts.
pub(crate) fn hard() -> Vec<String> {
    let units = [
        "a",
        "é",
        "😀",
        "مرحبا ",
        "kahoot ",
        "x.y ",
        "https://a.b/ ",
        "a-",
        "aaaa bbbb ",
        "ab",
        "groep 7 ",
        "ﷺ",
        "\u{301}",
        "mag ik ",
        "o",
        ". ",
        "canva.com/",
        "%2e",
        "kahoot.it.",
        "1 ",
    ];
    let long = units.into_iter().map(|unit| unit.chars().cycle().take(5_000).collect());
    let middle = units.into_iter().map(|unit| unit.chars().cycle().take(63).collect());
    long.chain(middle).collect()
}

/// Writes names, queries and magdit's index for the engines in Node.
pub(crate) fn write_for_node(count: usize, folder: &Path) {
    let names = Names::new(count);
    fs::create_dir_all(folder).unwrap();
    let texts: Vec<(&str, &str)> =
        names.names.iter().map(|name| (name.text.as_str(), names.ids[name.tool as usize].as_str())).collect();
    fs::write(folder.join("names.json"), serde_json::to_string(&texts).unwrap()).unwrap();
    let queries: Vec<_> = for_names(&names).into_iter().map(|query| (query.kind, query.text, query.wanted)).collect();
    fs::write(folder.join("queries.json"), serde_json::to_string(&queries).unwrap()).unwrap();
    fs::write(folder.join("index.bin"), build(&names.entries, &|_| false).unwrap()).unwrap();
}
