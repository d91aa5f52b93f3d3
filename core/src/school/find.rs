//! Finds the school's own tools by name, as national ones are found.

use core::fmt;

use super::School;
use crate::search::{
    BuildError, Confidence, IndexEntry, IndexLayout, QueryError, SearchResult, build_here, usage_weight,
};
use crate::tool::Tool;

/// A small index over the own tools, in memory.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct OwnNames {
    index: Option<(Vec<u8>, IndexLayout)>,
}

impl fmt::Debug for OwnNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = self.index.as_ref().map_or(0, |(bytes, _)| bytes.len());
        f.debug_struct("OwnNames").field("bytes", &bytes).finish()
    }
}

impl OwnNames {
    /// The index over these tools. It carries no lists of words: those of the
    /// knowledge base say what a sentence means.
    pub(super) fn of(tools: &[Tool]) -> Result<Self, BuildError> {
        if tools.is_empty() {
            return Ok(Self::default());
        }
        let entries: Vec<IndexEntry> = tools.iter().map(entry).collect();
        let bytes = build_here(&entries)?;
        let layout = IndexLayout::read(&bytes).ok();
        Ok(Self { index: layout.map(|layout| (bytes, layout)) })
    }
}

/// Names, hosts and store ids of a tool. Whoever else has a host below one of
/// its hosts is not known, so only the hosts themselves lead to it.
pub(super) fn entry(tool: &Tool) -> IndexEntry {
    IndexEntry {
        tool: tool.id.clone(),
        edition: None,
        name: tool.name.clone(),
        texts: tool.other_names.iter().map(|name| (name.text.clone(), name.kind)).collect(),
        supplier: tool.supplier.clone(),
        domains: tool.domains.clone(),
        stores: tool.stores.clone(),
        weight: usage_weight(tool.usage),
        judged: true,
    }
}

impl School {
    /// What a search finds, with the school's own tools among it. A name that
    /// both have is the choice of who asks; a guess never takes the place of a
    /// name, and two guesses are a choice too.
    pub(crate) fn find(&self, text: &str, limit: usize, national: SearchResult) -> Result<SearchResult, QueryError> {
        let Some((bytes, layout)) = &self.names.index else {
            return Ok(national);
        };
        let own = layout.view(bytes).search(text, limit)?;
        Ok(merged(own, national, limit))
    }
}

fn merged(own: SearchResult, national: SearchResult, limit: usize) -> SearchResult {
    if own.matches.is_empty() {
        return national;
    }
    let alone = national.matches.is_empty();
    let confidence = match (own.confidence, national.confidence) {
        (Confidence::Exact, Confidence::Exact) => Confidence::Options,
        (Confidence::Exact, _) | (_, Confidence::Exact) => Confidence::Exact,
        _ => Confidence::Options,
    };
    let query_kind = if alone { own.query_kind } else { national.query_kind };
    let national_first = national.certain() && !own.certain();
    let (mut matches, rest) =
        if national_first { (national.matches, own.matches) } else { (own.matches, national.matches) };
    matches.extend(rest);
    matches.truncate(limit);
    SearchResult { query_kind, confidence, matches, understood: national.understood }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::tests::{fact, file, read, tool_json};
    use super::*;
    use crate::search::{MatchKind, QueryKind, build};
    use crate::tool::Kind;

    fn school() -> School {
        let mut tool = tool_json("eigen", Kind::Practice, &[fact("no_account", &json!(true))]);
        tool["name"] = json!("Rekenspel De Linde");
        tool["other_names"] = json!([{ "text": "lindespel", "kind": "alias" }]);
        tool["domains"] = json!(["spel.delinde.example"]);
        let mut file = file(&[]);
        file["tools"] = json!([tool]);
        read(&file).unwrap()
    }

    /// A knowledge base with one tool of this name.
    fn national(name: &str, text: &str) -> SearchResult {
        let mut entry = entry(&school().tools()[0]);
        (entry.tool, entry.name) = ("landelijk".to_owned(), name.to_owned());
        (entry.texts, entry.domains) = (Vec::new(), Vec::new());
        let bytes = build(&[entry], &|_| true).unwrap();
        IndexLayout::read(&bytes).unwrap().view(&bytes).search(text, 5).unwrap()
    }

    #[test]
    fn own_tools_are_found_by_name_beginning_slip_alias_and_host() {
        let school = school();
        let cases = [
            ("rekenspel de linde", Confidence::Exact, MatchKind::Name),
            ("REKENSPEL-DE-LINDE", Confidence::Exact, MatchKind::Name),
            ("lindespel", Confidence::Exact, MatchKind::Alias),
            ("rekenspel de lnde", Confidence::Options, MatchKind::Typo),
            ("rekenspe", Confidence::Options, MatchKind::Prefix),
            ("https://spel.delinde.example/start", Confidence::Exact, MatchKind::Link),
        ];
        for (text, confidence, kind) in cases {
            let found = school.find(text, 5, SearchResult::nothing(QueryKind::Name)).unwrap();
            let first = found.matches.first().map(|first| (first.id.as_str(), first.kind));
            assert_eq!((found.confidence, first), (confidence, Some(("eigen", kind))), "{text}");
        }
        let none = school.find("tekenbord", 5, SearchResult::nothing(QueryKind::Name)).unwrap();
        assert_eq!((none.confidence, none.matches.len()), (Confidence::None, 0));
    }

    #[test]
    fn a_name_goes_before_a_guess_and_two_of_a_kind_are_a_choice() {
        let school = school();
        let first = |name: &str, text: &str, limit: usize| {
            let found = school.find(text, limit, national(name, text)).unwrap();
            let ids: Vec<String> = found.matches.into_iter().map(|found| found.id).collect();
            (found.confidence, ids.join(" "))
        };
        let (own, both) = ("eigen".to_owned(), |one: &str, other: &str| format!("{one} {other}"));
        assert_eq!(first("Rekenspel", "lindespel", 5), (Confidence::Exact, own.clone()));
        assert_eq!(first("Lindespel", "lindespel", 5), (Confidence::Options, both("eigen", "landelijk")));
        assert_eq!(first("Lindespel", "lindespel", 1), (Confidence::Options, own));
        assert_eq!(first("Lindespell", "lindespell", 5), (Confidence::Exact, both("landelijk", "eigen")));
        assert_eq!(first("Lindespelle", "lindespell", 5), (Confidence::Options, both("eigen", "landelijk")));
        assert_eq!(first("Lindespell", "lindespel", 5), (Confidence::Exact, both("eigen", "landelijk")));
    }
}
