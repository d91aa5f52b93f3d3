//! Name search.
//!
//! Text in, tools out, with how sure it is. [`build`] turns names into one
//! section of bytes; [`IndexLayout::read`] checks such bytes;
//! [`Index::search`] answers queries from them, without copying them and
//! without a guess where a guess would name the wrong tool.
//!
//! ```
//! use magdit::search::{Confidence, IndexEntry, IndexLayout, build};
//!
//! let kahoot = IndexEntry {
//!     tool: "kahoot".into(),
//!     edition: None,
//!     name: "Kahoot!".into(),
//!     texts: Vec::new(),
//!     supplier: String::new(),
//!     domains: vec!["kahoot.it".into()],
//!     stores: Vec::new(),
//!     weight: 234,
//!     judged: true,
//! };
//! let bytes = build(&[kahoot], &|_host| false)?;
//! let layout = IndexLayout::read(&bytes)?;
//! let index = layout.view(&bytes);
//!
//! let found = index.search("mag ik kahoot gebruiken in groep 7", 5)?;
//! assert_eq!(found.matches[0].id, "kahoot");
//! assert_eq!(found.understood.age, Some(10));
//! assert!(found.certain());
//!
//! assert_eq!(index.search("kahot", 5)?.confidence, Confidence::Probable);
//! assert_eq!(index.search("kahoot.it.evil.example", 5)?.confidence, Confidence::None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | file | what it does |
//! |---|---|
//! | `normalise`, `letters` | one spelling for every way to write a name |
//! | `phonetic` | how a name sounds to a Dutch ear |
//! | `node`, `automaton`, `walk`, `complete` | reading an fst, every key near a text, the best completions |
//! | `cost`, `distance` | what a slip costs, how many are allowed |
//! | `candidate`, `confidence` | which tool is first, and how sure that is |
//! | `name` with `slip`, `sentence`, `link_search` | the three ways to a tool |
//! | `link`, `store_link` | taking links apart |
//! | `lexicon`, `context`, `look_alike` | words that name no tool, what a sentence says besides, imitations |
//! | `layout`, `rows`, `validate` | the bytes |
//! | `build` | the only place that writes them |
//!
//! # What it cannot know
//!
//! A slip in a name of three or four letters is often as near to another name,
//! or the beginning of one: `ani` is Anki without a letter and Animoto so far.
//! The more popular one comes first, the other is among the five, and neither
//! is probable. A slip that happens to be another name, a word, or an app of
//! the lists is taken for what it is. Of two slips those are found that two
//! edits explain, where swapped letters are not edited again: `aurino` for
//! Arduino is three such edits and not found.
//!
//! # What bounds the work
//!
//! A text is cut to [`MAX_NAME_CHARS`] or read as a sentence of
//! [`MAX_SENTENCE_WORDS`] words, and all walks of a query together visit at
//! most 30,000 nodes. What a query costs is the number of nodes it visits: few
//! thousand at ten thousand names, and each of them a cache miss at a million.
//! `tests/peers/TABLE.md` holds the figures.
//!
//! The fst crate writes the container (`map` where the same bytes have to come
//! out on every machine) and is not used to read it: its reader panics on bytes
//! it does not expect (see `node`). What only curators need stays with building:
//! the public suffix list decides there whether a tool owns what is below its
//! host, and the word lists travel in the index.

mod automaton;
mod build;
mod candidate;
mod complete;
mod confidence;
mod context;
mod cost;
mod distance;
mod index;
mod layout;
mod letters;
mod lexicon;
mod limits;
mod link;
mod link_search;
mod look_alike;
mod name;
mod node;
mod normalise;
mod phonetic;
mod result;
mod rows;
mod sentence;
mod slip;
mod store_link;
mod validate;
mod walk;

pub use build::{BuildError, IndexEntry, IsPublicSuffix, WordLists, build, build_with_words, usage_weight};
pub(crate) use build::{Repeats, Words, build_here, look_at, public_hosts, rebuild, repeats};
pub use index::Index;
pub use layout::{IndexLayout, IndexSize};
pub use limits::*;
pub use result::*;

/// A name as search compares it: letters and digits only, folded.
#[must_use]
pub fn folded(name: &str) -> String {
    normalise::normalise(name).key().to_owned()
}
