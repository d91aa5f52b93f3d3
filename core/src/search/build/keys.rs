//! Which keys lead to a name.

use crate::search::lexicon::WordClass;
use crate::search::limits::MAX_NAME_CHARS;
use crate::search::normalise::{Words, normalise};
use crate::search::rows::KeyRole;
use crate::tool::{NameKind, Usage};

use super::{IndexEntry, usage_weight, words};

/// Most words of a name for which parts and initials are keys.
const MAX_WORDS: usize = 6;

/// Weight from which on a tool is known well enough to be called by its
/// initials.
const WITH_INITIALS: u8 = usage_weight(Usage::Occasional);

/// Shortest part of a name that is a key.
const MIN_PART: usize = 3;

/// Signs in names that people also write as a word.
const SPOKEN_SIGNS: &[(char, &[&str])] = &[('&', &[" en ", " and "]), ('+', &[" plus "]), ('@', &["a", " at "])];

/// Words at the start of a supplier's name that nobody types.
const BEFORE_A_BRAND: &[&str] = &["stichting", "uitgeverij"];

/// Words at the end of a supplier's name that nobody types.
const COMPANY_FORMS: &[&str] = &[
    "ab",
    "aps",
    "as",
    "b",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "europe",
    "gmbh",
    "inc",
    "international",
    "ireland",
    "limited",
    "llc",
    "ltd",
    "nederland",
    "netherlands",
    "nv",
    "oy",
    "plc",
    "pty",
    "publ",
    "sa",
    "sarl",
    "se",
    "uk",
    "us",
    "v",
    "vof",
];

/// Keys with their roles; one may stand there twice.
type Keys = Vec<(String, KeyRole)>;

/// The keys of one name of an item.
pub(super) fn of_name(item: &IndexEntry, text: &str, kind: NameKind, classes: &words::Words) -> Keys {
    let is_small: &dyn Fn(&str) -> bool = &|word| classes.get(word) == Some(WordClass::Small);
    let is_said: &dyn Fn(&str) -> bool = &|word| classes.get(word).is_some_and(WordClass::is_said);
    let mut keys = Keys::new();
    let words = normalise(text);
    keys.push((words.key().to_owned(), KeyRole::Whole));
    for spelling in spoken(text) {
        keys.push((normalise(&spelling).key().to_owned(), KeyRole::Whole));
    }
    if kind != NameKind::Abbreviation {
        add_reordered(&words, is_small, &mut keys);
    }
    // An alias or the name of an edition has words that stand for nothing on
    // their own: "overleaf latex", "Canva for Education".
    if kind == NameKind::Name && item.edition.is_none() {
        add_parts(&words, is_small, &mut keys);
        if item.weight >= WITH_INITIALS {
            add_initials(text, &words, &mut keys);
        }
        add_supplier(item, &words, is_small, is_said, &mut keys);
    }
    keys.retain(|(key, _)| !key.is_empty() && (key.len() <= MAX_NAME_CHARS || !key.is_ascii()));
    keys
}

fn spoken(text: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    for (sign, words) in SPOKEN_SIGNS {
        if text.contains(*sign) {
            spellings.extend(words.iter().map(|word| text.replace(*sign, word)));
        }
    }
    spellings
}

fn add_parts(words: &Words, is_small: &dyn Fn(&str) -> bool, keys: &mut Keys) {
    if words.len() > MAX_WORDS {
        return;
    }
    for from in 1..words.len() {
        let part = words.span(from, words.len());
        if part.len() >= MIN_PART && !is_small(words.word(from)) {
            keys.push((part.to_owned(), KeyRole::Part));
        }
    }
}

/// Any order of two words is tried when searching; from three words on the
/// sorted words are a key.
fn add_reordered(words: &Words, is_small: &dyn Fn(&str) -> bool, keys: &mut Keys) {
    let mut content: Vec<&str> = words.iter().filter(|word| !is_small(word)).collect();
    if content.len() < 2 || words.len() < 3 {
        return;
    }
    keys.push((content.concat(), KeyRole::Reordered));
    if content.len() > 2 {
        content.sort_unstable();
        keys.push((content.concat(), KeyRole::Reordered));
    }
}

fn add_initials(text: &str, words: &Words, keys: &mut Keys) {
    if words.len() > MAX_WORDS {
        return;
    }
    let of_words: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let humps: String = text.chars().filter(|char| char.is_ascii_uppercase()).collect();
    for initials in [of_words, humps.to_ascii_lowercase()] {
        if (2..=4).contains(&initials.len()) && initials.len() < words.key().len() {
            keys.push((initials, KeyRole::Initials));
        }
    }
}

fn add_supplier(
    item: &IndexEntry,
    words: &Words,
    is_small: &dyn Fn(&str) -> bool,
    is_said: &dyn Fn(&str) -> bool,
    keys: &mut Keys,
) {
    for brand in brands(&item.supplier, is_said) {
        if !words.key().starts_with(&brand) {
            keys.push((format!("{brand}{}", words.key()), KeyRole::WithSupplier));
            if words.len() > 2 && is_small(words.word(0)) {
                keys.push((format!("{brand}{}", words.span(1, words.len())), KeyRole::WithSupplier));
            }
        }
        if words.key() != brand {
            keys.push((brand, KeyRole::Supplier));
        }
    }
}

/// The parts of a supplier's name that people type, folded: without initials
/// or "uitgeverij" before it and the form of the company behind it, and its
/// first word, unless that is a word of questions or of school.
fn brands(supplier: &str, is_said: &dyn Fn(&str) -> bool) -> Vec<String> {
    let plain = supplier.split(['(', '/']).next().unwrap_or_default();
    let words = normalise(plain);
    let brand: Vec<&str> = words.iter().collect();
    let is_before = |word: &str| word.len() < 2 || BEFORE_A_BRAND.contains(&word);
    let start = brand.iter().position(|word| !is_before(word)).unwrap_or(0);
    let end = brand.iter().rposition(|word| !COMPANY_FORMS.contains(word));
    let whole = words.span(start, end.map_or(0, |last| last.saturating_add(1))).to_owned();
    let first = words.word(start);
    let mut brands = vec![whole];
    if !is_said(first) {
        brands.push(first.to_owned());
    }
    brands.retain(|brand| brand.len() >= MIN_PART);
    brands
}
