//! Which tools links and store ids lead to.

use crate::tool::Store;

use super::index::Index;
use super::link::{Found, Link, host_key, named_host_key, store_key};
use super::result::{Confidence, Match, MatchKind, QueryKind, SearchResult, Understood};
use super::rows::{KeyRole, Space};
use super::store_link::{is_apple_id, is_extension_id, is_microsoft_id};

/// Most segments of a path that tell tools on one host apart.
const MAX_SEGMENTS: usize = 4;

/// The items that one link, host or id leads to.
pub(super) struct Owners {
    /// The host or id as it stands in the index.
    pub(super) matched: String,
    /// Numbers of the items.
    pub(super) items: Vec<u32>,
}

/// What the links of a text say.
pub(super) enum LinkAnswer {
    /// The text holds links, and this is the answer.
    Final(SearchResult),
    /// There are none.
    NoLinks,
    /// What looked like links may be words with points between them.
    NotLinks,
}

impl Index<'_> {
    /// Answers a text by its links.
    ///
    /// Only when all links are known and lead to one tool is the answer sure.
    pub(super) fn answer_links(&self, text: &str, links: &[Found<'_>], limit: usize) -> LinkAnswer {
        let is_one_word = !text.contains(char::is_whitespace);
        if is_one_word && !text.is_empty() {
            let is_explicit = links.iter().any(|link| link.explicit);
            if !is_explicit
                && text.contains('.')
                && let Some(owners) = self.owners_of_named_host(text)
            {
                return self.one_answer(QueryKind::Name, MatchKind::Name, owners, limit);
            }
            if !is_explicit && let Some(owners) = self.owners_of_id(text) {
                return self.one_answer(QueryKind::Package, MatchKind::Package, owners, limit);
            }
            if links.is_empty() && is_package_id(text) {
                return LinkAnswer::Final(SearchResult::nothing(QueryKind::Package));
            }
        }
        if links.is_empty() {
            return LinkAnswer::NoLinks;
        }
        let mut matches = Vec::new();
        let mut confidence = Confidence::Exact;
        for link in links {
            match self.owners_of_link(link) {
                Some(owners) => {
                    let kind = if matches!(link.link, Link::Store(..)) { MatchKind::Package } else { MatchKind::Link };
                    self.add_owners(&owners, kind, &mut matches);
                }
                None => confidence = Confidence::Options,
            }
        }
        if matches.is_empty() {
            let is_certain = is_one_word || links.iter().any(|link| link.explicit);
            return if is_certain {
                LinkAnswer::Final(SearchResult::nothing(QueryKind::Link))
            } else {
                LinkAnswer::NotLinks
            };
        }
        LinkAnswer::Final(sure_if_one(QueryKind::Link, confidence, matches, limit))
    }

    fn one_answer(&self, query_kind: QueryKind, kind: MatchKind, owners: Owners, limit: usize) -> LinkAnswer {
        let mut matches = Vec::new();
        self.add_owners(&owners, kind, &mut matches);
        LinkAnswer::Final(sure_if_one(query_kind, Confidence::Exact, matches, limit))
    }

    fn add_owners(&self, owners: &Owners, kind: MatchKind, matches: &mut Vec<Match>) {
        for item in owners.items.iter().filter_map(|item| self.rows.item(*item)) {
            let edition = item.edition.map(str::to_owned);
            if let Some(same) = matches.iter_mut().find(|other| other.id == item.id) {
                // Two editions of one tool: the tool is sure, the edition not.
                same.edition = same.edition.take().filter(|known| edition.as_ref() == Some(known));
                continue;
            }
            matches.push(Match {
                id: item.id.to_owned(),
                name: item.name.to_owned(),
                edition,
                matched: owners.matched.clone(),
                kind,
                distance: 0,
                judged: item.judged,
            });
        }
    }

    /// Who owns a link.
    pub(super) fn owners_of_link(&self, found: &Found<'_>) -> Option<Owners> {
        match &found.link {
            Link::Unknown => None,
            Link::Store(store, id) => self.owners_of_store_id(*store, id),
            Link::Page { host, path, below } => self.owners_of_page(host, path, *below),
        }
    }

    fn owners_of_page(&self, host: &str, path: &str, below: bool) -> Option<Owners> {
        let with_path = (1..=MAX_SEGMENTS).rev().find_map(|count| {
            let end = path.match_indices('/').map(|(at, _)| at).nth(count.saturating_sub(1));
            let part = match end {
                Some(end) => path.get(..end)?,
                None if path.split('/').count() == count => path,
                None => return None,
            };
            self.owners_under(&host_key(host, part), |_| true).filter(|_| !part.is_empty())
        });
        if let Some(owners) = with_path.or_else(|| self.owners_under(&host_key(host, ""), |_| true)) {
            return Some(owners);
        }
        let mut parent = host;
        while below && let Some((_, next)) = parent.split_once('.') {
            parent = next;
            if !parent.contains('.') {
                break;
            }
            let is_listed = self.links.get(&host_key(parent, "")).is_some();
            if is_listed {
                return self.owners_under(&host_key(parent, ""), |role| role == KeyRole::Domain);
            }
        }
        None
    }

    fn owners_of_store_id(&self, store: Store, id: &str) -> Option<Owners> {
        // One package name is one app, whichever of the two stores has it.
        let stores: &[Store] = match store {
            Store::Play => &[Store::Play, Store::FDroid],
            Store::FDroid => &[Store::FDroid, Store::Play],
            Store::AppStore => &[Store::AppStore],
            Store::Microsoft => &[Store::Microsoft],
            Store::Chrome => &[Store::Chrome],
            Store::Edge => &[Store::Edge],
            Store::Firefox => &[Store::Firefox],
        };
        let owners = stores.iter().find_map(|store| self.owners_under(&store_key(*store, id), |_| true))?;
        Some(Owners { matched: id.to_owned(), items: owners.items })
    }

    /// Who has a name that is written like this host.
    pub(super) fn owners_of_named_host(&self, host: &str) -> Option<Owners> {
        self.owners_under(&named_host_key(&host.to_ascii_lowercase()), |_| true)
    }

    /// Who owns a bare word, if it is a store id.
    pub(super) fn owners_of_id(&self, word: &str) -> Option<Owners> {
        let stores: &[Store] = if is_apple_id(word) || word.bytes().all(|byte| byte.is_ascii_digit()) {
            &[Store::AppStore]
        } else if word.contains('.') {
            &[Store::Play, Store::FDroid, Store::AppStore]
        } else if is_extension_id(word) {
            &[Store::Chrome, Store::Edge]
        } else if is_microsoft_id(word) {
            &[Store::Microsoft]
        } else {
            return None;
        };
        stores.iter().find_map(|store| self.owners_of_store_id(*store, word))
    }

    fn owners_under(&self, key: &[u8], accepts: impl Fn(KeyRole) -> bool) -> Option<Owners> {
        let value = self.links.get(key)?;
        let targets = self.rows.targets(Space::Links, key, value);
        let items: Vec<u32> = targets.filter(|target| accepts(target.role)).map(|target| target.entry).collect();
        let matched = key.get(1..).map(String::from_utf8_lossy)?.into_owned();
        (!items.is_empty()).then_some(Owners { matched, items })
    }
}

fn sure_if_one(query_kind: QueryKind, confidence: Confidence, mut matches: Vec<Match>, limit: usize) -> SearchResult {
    let is_sure = matches.len() == 1 && matches.iter().all(|only| only.judged);
    let confidence = if is_sure { confidence } else { confidence.max(Confidence::Options) };
    matches.truncate(limit);
    SearchResult { query_kind, confidence, matches, understood: Understood::default() }
}

/// Whether a bare word can only be the id of a package: labels with points
/// between them, the first of which is how package names begin.
pub(super) fn is_package_id(word: &str) -> bool {
    const FIRST: &[&str] = &["com", "org", "net", "nl", "io", "eu", "app", "edu", "info", "me", "tv", "air", "dev"];
    let mut labels = word.split('.');
    let first = labels.next().unwrap_or_default();
    let is_first = FIRST.contains(&first) || (first.len() == 2 && labels.clone().count() > 1);
    let is_label = |label: &str| {
        label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && label.starts_with(|char: char| char.is_ascii_alphabetic())
    };
    is_first && word.contains('.') && labels.all(is_label)
}
