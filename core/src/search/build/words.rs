//! The word lists that an index carries.

use std::collections::BTreeMap;

use crate::search::lexicon::WordClass;
use crate::search::normalise::normalise;

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

    /// The words, folded, and what they are. Of a word in two lists the one
    /// that says most counts.
    ///
    /// The last labels of the hosts of tools count as top-level domains too.
    pub(super) fn folded<'h>(&self, hosts: impl Iterator<Item = &'h str>) -> BTreeMap<String, WordClass> {
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
