//! The tools that are searched: the real catalogue, filled up with generated
//! names by a recipe with a fixed seed.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use magdit::search::{IndexEntry, folded};

use crate::{catalogue, queries};

/// A text that leads to a tool.
pub(crate) struct Name {
    pub(crate) text: String,
    /// Number of the tool.
    pub(crate) tool: u32,
}

/// Tools and their names, most popular first.
pub(crate) struct Names {
    pub(crate) entries: Vec<IndexEntry>,
    pub(crate) ids: Vec<String>,
    pub(crate) names: Vec<Name>,
}

impl Names {
    /// `count` tools: those that queries ask for first, then the rest of the
    /// catalogue, then generated ones.
    pub(crate) fn new(count: usize) -> Self {
        let mut entries: Vec<IndexEntry> =
            catalogue::real_entries().into_iter().filter(|entry| entry.edition.is_none()).collect();
        let wanted: BTreeSet<String> = queries::all().into_iter().flat_map(|query| query.wanted).collect();
        entries.sort_by_key(|entry| (!wanted.contains(&entry.tool), 255 - entry.weight, entry.tool.clone()));
        entries.truncate(count);
        let mut taken: HashSet<String> = HashSet::new();
        for entry in &entries {
            taken.extend(entry.texts.iter().map(|(text, _)| folded(text)).chain([folded(&entry.name)]));
        }
        let mut numbers = Numbers(7);
        while entries.len() < count {
            let name = numbers.name();
            if taken.insert(folded(&name)) {
                entries.push(generated(entries.len(), name));
            }
        }
        entries.sort_by_key(|entry| 255 - entry.weight);
        let ids: Vec<String> = entries.iter().map(|entry| entry.tool.clone()).collect();
        let names = entries.iter().enumerate().flat_map(|(tool, entry)| {
            let tool = u32::try_from(tool).unwrap();
            let texts = entry.texts.iter().map(|(text, _)| text).chain([&entry.name]);
            let texts: BTreeMap<String, &String> = texts.map(|text| (folded(text), text)).collect();
            texts.into_values().map(move |text| Name { text: text.clone(), tool }).collect::<Vec<_>>()
        });
        let names = names.collect();
        Self { entries, ids, names }
    }
}

/// Real tools are looked for more often than generated ones, and among those
/// a tenth as many each time the rank grows tenfold.
fn generated(rank: usize, name: String) -> IndexEntry {
    let weight = 224.0 - 10.0 * ((rank as f64 + 500.0) / 500.0).ln();
    IndexEntry {
        tool: format!("t{rank}"),
        edition: None,
        name,
        texts: Vec::new(),
        supplier: String::new(),
        domains: Vec::new(),
        stores: Vec::new(),
        weight: weight as u8,
        judged: true,
    }
}

const WORDS: &str = include_str!("../../../core/src/search/words/common.txt");
const STARTS: [&str; 30] = [
    "b", "bl", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pl", "qu",
    "r", "s", "sk", "st", "t", "tr", "v", "w", "z",
];
const VOWELS: [&str; 10] = ["a", "e", "i", "o", "u", "ee", "oo", "ie", "ou", "ai"];
const ENDS: [&str; 12] = ["ly", "ify", "io", "hub", "kids", "lab", "box", "go", "board", "zy", "er", "up"];
const SUBJECTS: [&str; 8] = ["Rekenen", "Taal", "Spelling", "Lezen", "Engels", "Topografie", "Biologie", "Muziek"];
const VENDORS: [&str; 7] = ["Malmberg", "Noordhoff", "Google", "Microsoft", "Zwijsen", "Prowise", "Studio"];

/// A generator of numbers, the same on every machine (xorshift).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// A word of everyday language, or one that nobody uses.
    fn word(&mut self) -> String {
        thread_local! {
            static LIST: Vec<&'static str> = WORDS
                .lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .filter(|word| word.is_ascii() && (3..=9).contains(&word.len()))
                .collect();
        }
        if self.below(3) == 0 {
            return LIST.with(|list| self.pick(list).to_owned());
        }
        (0..2 + self.below(2)).map(|_| format!("{}{}", self.pick(&STARTS), self.pick(&VOWELS))).collect()
    }

    /// A name as apps for schools have them.
    fn name(&mut self) -> String {
        let (a, b) = (capital(&self.word()), self.word());
        match self.below(14) {
            0 | 1 => format!("{a}{}", self.pick(&ENDS)),
            2 | 3 => format!("{a}{}", capital(&b)),
            4 => format!("{} met {b}", self.pick(&SUBJECTS)),
            5 => format!("{a}: {} groep {}", self.pick(&SUBJECTS), 1 + self.below(8)),
            6 => format!("{} {}", self.pick(&VENDORS), capital(&b)),
            7 => format!("{a} {}", 1 + self.below(99)),
            8 => format!("{a}!"),
            9 => format!("{a} XL"),
            10 | 11 => format!("{a} {}", capital(&b)),
            12 => format!("{a}{b}"),
            _ => format!("{a}-{}", self.pick(&ENDS)),
        }
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
