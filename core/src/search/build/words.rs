//! The word lists that an index carries.

use std::collections::BTreeMap;

use crate::search::layout::IndexLayout;
use crate::search::lexicon::WordClass;
use crate::search::normalise::normalise;

use super::IndexEntry;

/// Words that name no tool: texts of words with spaces or line ends between
/// them. Lines that begin with `#` do not count.
#[derive(Debug, Clone, Copy)]
pub struct WordLists<'a> {
    /// Articles, prepositions and the like.
    pub small: &'a str,
    /// Words that say that something is an app, not which.
    pub fillers: &'a str,
    /// Words of questions and requests.
    pub question: &'a str,
    /// Words about school.
    pub school: &'a str,
    /// Other words of everyday language: written for this project, and
    /// independent of any name.
    pub common: &'a str,
    /// Dictionary words that are near a name of the present catalogue.
    pub near: &'a str,
    /// Names of apps that may have no record, one on a line.
    pub apps: &'a str,
    /// Generic top-level domains.
    pub top_level: &'a str,
}

impl WordLists<'_> {
    /// The lists of this library. `NOTICE` beside them says where they come
    /// from, and the tests of search hold the command that writes `near.txt`.
    #[cfg(not(miri))]
    pub const OWN: WordLists<'static> = WordLists {
        small: include_str!("../words/small.txt"),
        fillers: include_str!("../words/fillers.txt"),
        question: include_str!("../words/question.txt"),
        school: include_str!("../words/school.txt"),
        common: include_str!("../words/common.txt"),
        near: include_str!("../words/near.txt"),
        apps: include_str!("../words/apps.txt"),
        top_level: include_str!("../words/top_level.txt"),
    };

    /// Few words for Miri, which takes a minute to build an index with all.
    #[cfg(miri)]
    pub const OWN: WordLists<'static> = WordLists {
        small: "de het een en and van",
        fillers: "app",
        question: "mag ik",
        school: "groep",
        common: "boek",
        near: "",
        apps: "",
        top_level: "com nl",
    };

    /// The words, folded, and what they are. Of a word in two lists the one
    /// that says most counts.
    ///
    /// The last labels of the hosts of tools count as top-level domains too.
    fn folded<'h>(&self, hosts: impl Iterator<Item = &'h str>) -> BTreeMap<String, WordClass> {
        let mut classes = BTreeMap::new();
        let mut add = |text: &str, class| {
            let key = normalise(text).key().to_owned();
            if key.is_ascii() && !key.is_empty() {
                classes.insert(key, class);
            }
        };
        lines(self.apps).for_each(|name| add(name, WordClass::App));
        for (list, class) in [
            (self.near, WordClass::Common),
            (self.common, WordClass::Common),
            (self.school, WordClass::School),
            (self.question, WordClass::Question),
            (self.fillers, WordClass::Filler),
            (self.small, WordClass::Small),
        ] {
            lines(list).flat_map(str::split_whitespace).for_each(|word| add(word, class));
        }
        let ends = hosts.filter_map(|host| host.split('/').next()?.rsplit('.').next());
        let labels = lines(self.top_level).flat_map(str::split_whitespace).chain(ends);
        classes.extend(labels.map(|label| (format!(".{}", label.to_ascii_lowercase()), WordClass::TopLevel)));
        classes
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// Words that name no tool, folded and sorted, and what they are.
#[derive(Default)]
pub(crate) struct Words(Vec<(String, WordClass)>);

/// First byte of a packed word: this bit, four bits for the letters it shares
/// with the word before it, three for what it is.
const WORD: u8 = 0x80;
const MAX_SHARED: usize = 15;

impl Words {
    /// The words of lists. The last labels of the hosts of entries count as
    /// top-level domains too.
    pub(crate) fn of(lists: &WordLists<'_>, entries: &[IndexEntry]) -> Self {
        let hosts = entries.iter().flat_map(|entry| entry.domains.iter().map(String::as_str));
        Self(lists.folded(hosts).into_iter().collect())
    }

    /// The words of an index; `None` if the bytes are none.
    pub(crate) fn of_index(index: &[u8]) -> Option<Self> {
        let layout = IndexLayout::read(index).ok()?;
        let lexicon = layout.view(index).lexicon;
        let mut words = BTreeMap::new();
        let mut left = vec![(Vec::new(), lexicon.root(), 0_u64)];
        while let Some((key, address, value)) = left.pop() {
            let node = lexicon.node(address)?;
            if let Some(end) = node.ends().filter(|_| !key.is_empty()) {
                let class = WordClass::from_value(value.checked_add(end)?)?;
                words.insert(String::from_utf8(key.clone()).ok()?, class);
            }
            for input in 0..=0x7f {
                if let Some((output, child)) = lexicon.follow(&node, input) {
                    let key = key.iter().copied().chain([input]).collect();
                    left.push((key, child, value.checked_add(output)?));
                }
            }
        }
        Some(Self(words.into_iter().collect()))
    }

    /// What a folded word is.
    pub(super) fn get(&self, word: &str) -> Option<WordClass> {
        let place = self.0.binary_search_by(|(other, _)| other.as_str().cmp(word)).ok()?;
        self.0.get(place).map(|(_, class)| *class)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &(String, WordClass)> {
        self.0.iter()
    }

    /// The words in order, each without what it shares with the one before.
    /// All of them are ASCII, so that the first byte of each is known by its
    /// highest bit.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut before = "";
        for (word, class) in &self.0 {
            let shared = before.bytes().zip(word.bytes()).take(MAX_SHARED).take_while(|(one, other)| one == other);
            let shared = shared.count();
            let first = u8::try_from(shared).unwrap_or_default() << 3;
            bytes.push(WORD | first | *class as u8);
            bytes.extend(word.bytes().skip(shared));
            before = word;
        }
        bytes
    }

    /// Reads what [`Words::to_bytes`] wrote; `None` for anything else, and for
    /// more words than `most`.
    pub(crate) fn from_bytes(bytes: &[u8], most: usize) -> Option<Self> {
        let mut words = Vec::new();
        let mut rest = bytes;
        let mut before = String::new();
        while let Some((first, after)) = rest.split_first() {
            let end = after.iter().position(|byte| byte & WORD != 0).unwrap_or(after.len());
            let (own, next) = after.split_at_checked(end)?;
            let class = WordClass::from_value(u64::from(first & 0b111)).filter(|_| first & WORD != 0)?;
            let shared = before.get(..usize::from((first & !WORD) >> 3))?;
            let word = [shared, core::str::from_utf8(own).ok()?].concat();
            if word <= before || words.len() == most {
                return None;
            }
            before.clone_from(&word);
            words.push((word, class));
            rest = next;
        }
        Some(Self(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_words_come_out_as_they_went_in() {
        let words = Words::of(&WordLists::OWN, &[]);
        let bytes = words.to_bytes();
        let read = Words::from_bytes(&bytes, words.0.len()).unwrap();
        assert_eq!(read.0, words.0);
        assert!(words.0.len() > if cfg!(miri) { 10 } else { 5000 }, "only {} words", words.0.len());
        assert!(Words::from_bytes(&bytes, words.0.len() - 1).is_none());
    }

    #[test]
    fn what_is_no_list_of_words_is_refused() {
        // No first byte; no such class; shares more than there is; not in
        // order; twice; empty.
        for bytes in [&b"a"[..], b"\x87a", b"\x88a", b"\x80b\x80a", b"\x80a\x80a", b"\x80"] {
            assert!(Words::from_bytes(bytes, 9).is_none(), "{bytes:?}");
        }
        assert!(Words::from_bytes(b"", 9).is_some());
    }
}
