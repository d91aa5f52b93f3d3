//! Searching an index: what a query is taken for, and in which order.

use std::borrow::Cow;

use super::candidate::{Candidate, Ranked, Trust};
use super::confidence;
use super::context;
use super::cost;
use super::limits::{MAX_MATCHES, MAX_NAME_BYTES, MAX_NAME_CHARS, MAX_SENTENCE_BYTES, MAX_TEXT_CHARS};
use super::link;
use super::link_search::LinkAnswer;
use super::look_alike;
use super::name::{MAX_TARGETS, NameSearch};
use super::node::Fst;
use super::normalise::{Words, normalise};
use super::result::{Confidence, MatchKind, QueryError, QueryKind, SearchResult, Understood};
use super::rows::{KeyRole, Rows, Space};
use super::sentence::Sentence;
use super::walk::Budget;

/// An index, read in place.
///
/// It borrows the bytes and owns nothing, so making one costs nothing worth
/// mentioning, whatever the number of names.
#[derive(Clone, Copy)]
pub struct Index<'a> {
    pub(super) names: Fst<'a>,
    pub(super) sounds: Fst<'a>,
    pub(super) links: Fst<'a>,
    pub(super) lexicon: Fst<'a>,
    pub(super) rows: Rows<'a>,
}

impl Index<'_> {
    /// Finds the tools that a text means: at most `limit`, and at most
    /// [`MAX_MATCHES`].
    ///
    /// Links and store ids come first and are never guessed; then the name;
    /// then names in a sentence.
    ///
    /// # Errors
    ///
    /// [`QueryError`] for a text that is too long or holds characters that no
    /// name has. It never repeats the text.
    pub fn search(&self, text: &str, limit: usize) -> Result<SearchResult, QueryError> {
        check(text)?;
        let text = text.trim();
        let limit = limit.min(MAX_MATCHES);
        let links = link::find(text, &|label| self.is_top_level(label));
        let (rest, highest) = match self.answer_links(text, &links, limit) {
            LinkAnswer::Final(mut result) => {
                if !links.is_empty() {
                    result.understood = self.understood(&without(text, &links));
                }
                return Ok(result);
            }
            LinkAnswer::NoLinks => (Cow::Borrowed(text), Confidence::Exact),
            LinkAnswer::NotLinks => (Cow::Owned(without(text, &links)), Confidence::Options),
        };
        Ok(self.search_words(&rest, highest, limit))
    }

    fn search_words(&self, text: &str, highest: Confidence, limit: usize) -> SearchResult {
        let is_short = text.len() <= MAX_NAME_BYTES && text.chars().count() <= MAX_NAME_CHARS;
        let words = normalise(beginning(text));
        let is_name = is_short && words.is_name();
        if words.len() == 0 {
            return SearchResult::nothing(QueryKind::Name);
        }
        let mut search = NameSearch::new(self, Budget::for_query());
        if is_name && search.exact(&words) {
            return self.result(QueryKind::Name, &search, words.key(), highest, limit);
        }
        let context = context::read(&words);
        let mut sentence = Sentence::new(self, &words, &context);
        let is_sentence = sentence.is_sentence();
        if !is_name || is_sentence {
            let mut in_sentence = NameSearch::new(self, search.budget);
            let mut sure = sentence.search(self, &mut in_sentence);
            if !is_name && sentence.add_vague(self, &mut in_sentence) {
                sure = Confidence::Options;
            }
            if !is_name || !in_sentence.candidates.is_empty() {
                return SearchResult {
                    query_kind: QueryKind::Sentence,
                    confidence: sure.max(highest),
                    matches: in_sentence.candidates.matches(self, limit),
                    understood: context.understood,
                };
            }
            search.budget = in_sentence.budget;
        }
        search.near(&words);
        if !search.is_good(words.key()) {
            if words.len() > 1 {
                let mut stretches = NameSearch::new(self, search.budget);
                let sure = !is_sentence && sentence.search(self, &mut stretches) <= Confidence::Probable;
                sentence.add_vague(self, &mut stretches);
                search.budget = stretches.budget;
                search.add_stretches(&stretches.candidates, sure);
            }
            self.look_alikes(&words, &mut search);
        }
        let mut result = self.result(QueryKind::Name, &search, words.key(), highest, limit);
        result.understood = context.understood;
        result
    }

    fn result(
        &self,
        query_kind: QueryKind,
        search: &NameSearch<'_, '_>,
        key: &str,
        highest: Confidence,
        limit: usize,
    ) -> SearchResult {
        SearchResult {
            query_kind,
            confidence: confidence::of_name(self, &search.candidates, key).max(highest),
            matches: search.candidates.matches(self, limit),
            understood: Understood::default(),
        }
    }

    fn understood(&self, text: &str) -> Understood {
        context::read(&normalise(beginning(text))).understood
    }

    /// Adds names that the words look like without being them.
    fn look_alikes(&self, words: &Words, search: &mut NameSearch<'_, '_>) {
        let plain = look_alike::plain(words.key());
        let letters = look_alike::without_digits(plain.as_deref().unwrap_or(words.key()));
        for key in [plain, letters].into_iter().flatten() {
            let Some(value) = self.names.get(key.as_bytes()) else {
                continue;
            };
            for target in self.rows.targets(Space::Names, key.as_bytes(), value).take(MAX_TARGETS) {
                let Some(entry) = self.rows.entry(target.entry) else {
                    continue;
                };
                if target.role == KeyRole::Whole {
                    let candidate = Candidate {
                        item: entry.item,
                        entry: target.entry,
                        kind: MatchKind::LookAlike,
                        cost: cost::LOOK_ALIKE,
                        distance: 0,
                        trust: Trust::Weak,
                    };
                    search.candidates.replace(self, candidate);
                }
            }
        }
    }

    /// Whether two candidates belong to one tool.
    pub(super) fn is_same_tool(&self, a: &Ranked, b: &Ranked) -> bool {
        let id = |ranked: &Ranked| self.rows.item(ranked.candidate.item).map(|item| item.id);
        a.candidate.item == b.candidate.item || id(a) == id(b)
    }
}

/// Refuses a text before anything else looks at it.
fn check(text: &str) -> Result<(), QueryError> {
    let too_long = text.len() > MAX_TEXT_CHARS
        && (text.len() > MAX_TEXT_CHARS.saturating_mul(4) || text.chars().count() > MAX_TEXT_CHARS);
    if too_long {
        return Err(QueryError::TooLong { limit: MAX_TEXT_CHARS });
    }
    let is_forbidden = |char: char| {
        (char.is_control() && !matches!(char, '\n' | '\r' | '\t'))
            || matches!(char, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.chars().any(is_forbidden) { Err(QueryError::ForbiddenCharacter) } else { Ok(()) }
}

/// As much of a text as is read as a sentence.
fn beginning(text: &str) -> &str {
    let end = text.floor_char_boundary(MAX_SENTENCE_BYTES);
    text.get(..end).unwrap_or_default()
}

/// A text without the words that are links.
fn without(text: &str, links: &[link::Found<'_>]) -> String {
    let is_link = |word: &str| links.iter().any(|link| link.word == word);
    text.split_whitespace().filter(|word| !is_link(word)).collect::<Vec<_>>().join(" ")
}
