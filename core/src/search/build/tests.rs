use super::*;
use crate::search::{Confidence, IndexLayout, Match, MatchKind};
use crate::tool::Store;

fn entry(tool: &str, name: &str) -> IndexEntry {
    IndexEntry {
        tool: tool.to_owned(),
        edition: None,
        name: name.to_owned(),
        texts: Vec::new(),
        supplier: String::new(),
        domains: Vec::new(),
        stores: Vec::new(),
        weight: usage_weight(Usage::Common),
        judged: true,
    }
}

fn no_suffix(_: &str) -> bool {
    false
}

fn search(entries: &[IndexEntry], query: &str) -> (Confidence, Vec<Match>) {
    let bytes = build(entries, &no_suffix).unwrap();
    let result = IndexLayout::read(&bytes).unwrap().view(&bytes).search(query, 10).unwrap();
    (result.confidence, result.matches)
}

#[test]
fn equal_input_in_any_order_gives_equal_bytes() {
    let mut entries: Vec<IndexEntry> = ["Kahoot!", "Quizlet", "Google Meet", "Google Classroom", "Juf Melis"]
        .map(|name| entry(&folded(name), name))
        .into();
    let bytes = build(&entries, &no_suffix).unwrap();
    for _ in 0..entries.len() {
        entries.rotate_left(1);
        assert_eq!(build(&entries, &no_suffix).unwrap(), bytes);
    }
    entries.reverse();
    assert_eq!(build(&entries, &no_suffix).unwrap(), bytes);
}

#[test]
fn what_cannot_be_found_is_refused() {
    let error = |entries: &[IndexEntry]| build(entries, &no_suffix).unwrap_err();
    let tool = || "a".to_owned();
    assert_eq!(error(&[entry("a", "!!!")]), BuildError::EmptyName { tool: tool() });
    let long = "a".repeat(65);
    assert_eq!(error(&[entry("a", &long)]), BuildError::LongName { tool: tool(), name: long });
    assert!(build(&[entry("a", &"a".repeat(64))], &no_suffix).is_ok());
    assert_eq!(error(&[entry("a", "A"), entry("a", "B")]), BuildError::Duplicate { tool: tool() });
    for domain in ["kahoot", "https://kahoot.it", "kahoot.it/a b", "kа.it", "", "a..nl"] {
        let entries = [IndexEntry { domains: vec![domain.to_owned()], ..entry("a", "A") }];
        assert_eq!(error(&entries), BuildError::Domain { tool: tool(), domain: domain.to_owned() });
    }
}

#[test]
fn a_name_goes_before_the_alias_of_another_tool_and_two_names_before_neither() {
    let alias = IndexEntry { texts: vec![("Canva".to_owned(), NameKind::Alias)], ..entry("other", "Other") };
    let (confidence, matches) = search(&[entry("canva", "Canva"), alias], "canva");
    assert_eq!((confidence, matches[0].id.as_str()), (Confidence::Exact, "canva"));

    let (confidence, matches) = search(&[entry("a", "Notes"), entry("b", "Notes!")], "notes");
    assert_eq!((confidence, matches.len()), (Confidence::Options, 2));
}

#[test]
fn an_edition_is_found_by_its_own_name_and_the_tool_by_its_own() {
    let edition = IndexEntry { edition: Some("edu".to_owned()), ..entry("zoom", "Zoom for Education") };
    let entries = [entry("zoom", "Zoom"), edition];
    let (confidence, matches) = search(&entries, "zoom for education");
    assert_eq!((confidence, matches[0].edition.as_deref()), (Confidence::Exact, Some("edu")));
    let (confidence, matches) = search(&entries, "zoom");
    assert_eq!((confidence, matches[0].edition.as_deref(), matches.len()), (Confidence::Exact, None, 1));
}

#[test]
fn a_tool_known_by_name_only_is_shown_and_blocks_a_guess() {
    let loom = IndexEntry { judged: false, ..entry("loom", "Loom") };
    let (confidence, matches) = search(&[entry("zoom", "Zoom"), loom], "loom");
    assert_eq!((confidence, matches[0].id.as_str(), matches[0].judged), (Confidence::Options, "loom", false));
}

#[test]
fn a_host_below_another_tools_host_belongs_to_nobody_else() {
    let with = |tool: &str, domains: &[&str]| IndexEntry {
        domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
        ..entry(tool, tool)
    };
    let entries =
        [with("drive", &["drive.google.com"]), with("google", &["google.com"]), with("kahoot", &["kahoot.it"])];
    let id = |query: &str| search(&entries, query).1.first().map(|found| found.id.clone());
    assert_eq!(id("https://google.com").as_deref(), Some("google"));
    assert_eq!(id("https://drive.google.com/x").as_deref(), Some("drive"));
    assert_eq!(id("https://classroom.google.com"), None);
    assert_eq!(id("https://create.kahoot.it").as_deref(), Some("kahoot"));
}

#[test]
fn below_a_public_suffix_everybody_is_somebody_else() {
    let entries = [IndexEntry { domains: vec!["wordpress.com".to_owned()], ..entry("wordpress", "WordPress") }];
    let bytes = build(&entries, &|host| host == "wordpress.com").unwrap();
    let index = IndexLayout::read(&bytes).unwrap();
    let confidence = |query: &str| index.view(&bytes).search(query, 5).unwrap().confidence;
    assert_eq!(confidence("https://wordpress.com/start"), Confidence::Exact);
    assert_eq!(confidence("https://iemand.wordpress.com"), Confidence::None);
}

#[test]
fn a_path_tells_tools_on_one_host_apart() {
    let with = |tool: &str, domain: &str| IndexEntry { domains: vec![domain.to_owned()], ..entry(tool, tool) };
    let entries = [with("forms", "docs.google.com/forms"), with("docs", "docs.google.com/document")];
    let id = |query: &str| search(&entries, query).1.first().map(|found| found.id.clone());
    assert_eq!(id("https://docs.google.com/forms/d/1").as_deref(), Some("forms"));
    assert_eq!(id("docs.google.com/document").as_deref(), Some("docs"));
    assert_eq!(id("https://docs.google.com/formsx"), None);
    assert_eq!(id("https://docs.google.com/"), None);
}

#[test]
fn a_host_of_two_tools_is_a_choice() {
    let with = |tool: &str| IndexEntry { domains: vec!["shared.example".to_owned()], ..entry(tool, tool) };
    let (confidence, matches) = search(&[with("a"), with("b")], "https://shared.example");
    assert_eq!((confidence, matches.len()), (Confidence::Options, 2));
}

#[test]
fn a_name_written_like_a_host_is_a_name() {
    let (confidence, matches) = search(&[entry("genially", "Genial.ly")], "genial.ly");
    assert_eq!((confidence, matches[0].kind), (Confidence::Exact, MatchKind::Name));
    // Another host that folds to the same letters is not.
    let (confidence, matches) = search(&[entry("chatgpt", "ChatGPT")], "chatg.pt");
    assert_eq!((confidence, matches.len()), (Confidence::None, 0));
}

#[test]
fn ids_of_stores_are_found_whatever_their_capitals() {
    let stores = [(Store::Play, "nl.Zermelo.App"), (Store::Microsoft, "9NBLGGH4NNS1"), (Store::AppStore, "123456789")]
        .map(|(store, id)| StoreId { store, id: id.to_owned() });
    let entries = [IndexEntry { stores: stores.into(), ..entry("zermelo", "Zermelo") }];
    for query in ["nl.zermelo.app", "9nblggh4nns1", "id123456789", "123456789"] {
        let (confidence, matches) = search(&entries, query);
        assert_eq!((confidence, matches[0].kind), (Confidence::Exact, MatchKind::Package), "{query}");
    }
    assert_eq!(search(&entries, "nl.zermelo.other").0, Confidence::None);
}

#[test]
fn signs_are_found_as_words_and_companies_without_their_form() {
    let both = IndexEntry { supplier: "Voorbeeld Media B.V.".to_owned(), ..entry("plus", "Plus+") };
    assert_eq!(search(std::slice::from_ref(&both), "plus plus").0, Confidence::Exact);
    for query in ["voorbeeld media", "voorbeeld media plus"] {
        assert_eq!(search(std::slice::from_ref(&both), query).1[0].kind, MatchKind::Supplier, "{query}");
    }
    let and = entry("getal", "Getal & Ruimte");
    for query in ["getal en ruimte", "getal and ruimte", "getal ruimte"] {
        assert_eq!(search(std::slice::from_ref(&and), query).0, Confidence::Exact, "{query}");
    }
}

fn folded(name: &str) -> String {
    normalise(name).key().to_owned()
}
