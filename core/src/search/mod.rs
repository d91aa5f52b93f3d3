//! Name search.
//!
//! Text in, tools out, with how sure it is. [`build`] turns names into one
//! section of bytes; [`IndexLayout::read`] checks such bytes;
//! [`Index::search`] answers queries from them, without copying them and
//! without a guess where a guess would name the wrong tool.
//!
//! | file | what it does |
//! |---|---|
//! | `normalise`, `letters` | one spelling for every way to write a name |
//! | `phonetic` | how a name sounds to a Dutch ear |
//! | `node`, `walk`, `automaton`, `complete` | reading an fst, every key near a text, the best completions |
//! | `cost`, `distance` | what a slip costs, how many are allowed |
//! | `candidate`, `confidence` | which tool is first, and how sure that is |
//! | `name` with `slip`, `sentence`, `link_search` | the three ways to a tool |
//! | `lexicon`, `context`, `look_alike` | words that name no tool, what a sentence says besides, imitations |
//! | `layout`, `rows`, `validate` | the bytes |
//! | `build` | the only place that writes them |

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
pub use index::Index;
pub use layout::{IndexLayout, IndexSize};
pub use limits::*;
pub use result::*;

/// A name as search compares it: letters and digits only, folded.
#[must_use]
pub fn folded(name: &str) -> String {
    normalise::normalise(name).key().to_owned()
}
