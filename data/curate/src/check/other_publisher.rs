//! What a supplier says of its tool is published by that supplier.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::{Records, SupplierRecord, ToolRecord};

/// Tools are sold. The terms of the company that had one before say nothing
/// about it now, however well they were read. Nor does a page of a reseller
/// bind the supplier.
pub(super) const CHECK: Check = Check::warning(
    "other-publisher",
    "a text of a supplier is published by the tool's own supplier",
    run,
);

/// Words that many companies have in their names.
const COMMON: [&str; 26] = [
    "and", "bv", "bvba", "company", "corporation", "de", "educatie", "education", "europe", "foundation", "gmbh", "group",
    "holding", "inc", "international", "ireland", "limited", "llc", "ltd", "nederland", "onderwijs", "pty", "software",
    "stichting", "the", "uitgeverij",
];

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let Some(supplier) = tool.supplier.as_ref().and_then(|id| records.supplier(&id.value)) else {
            continue;
        };
        let names = names(supplier, tool);
        let of_editions = tool.editions.iter().flat_map(|edition| &edition.facts);
        let cited = tool.facts.iter().chain(of_editions).filter_map(|fact| fact.known()?.source.as_ref());
        let mut seen = BTreeSet::new();
        for cited in cited.filter(|cited| seen.insert(cited.value.as_str())) {
            look_at(cited, &names, records, problems);
        }
    }
}

fn look_at(cited: &At<String>, names: &[&str], records: &Records, problems: &Problems) {
    let source = records.source(&cited.value);
    let Some((kind, publisher)) = source.and_then(|source| Some((source.kind?.value, source.publisher.as_ref()?))) else {
        return;
    };
    if kind.as_str().starts_with("supplier_") && !names.iter().any(|name| is_one(name, &publisher.value)) {
        problems.add(
            &CHECK,
            cited.place,
            format!("a text of {}", publisher.value),
            "one of the tool's supplier",
            "cite a text of the supplier; if it is one under another name, add that to `published_as` of its record",
        );
    }
}

/// The names the supplier of a tool goes by. That of the tool is among them:
/// many companies sign with the name of their product. Further names are not:
/// people go on calling a tool after the company that sold it.
fn names<'r>(supplier: &'r SupplierRecord, tool: &'r ToolRecord) -> Vec<&'r str> {
    let of_supplier = supplier.name.iter().chain(&supplier.id).chain(&supplier.published_as);
    of_supplier.chain(&tool.name).chain(&tool.id).map(|name| name.value.as_str()).collect()
}

/// True where two names share a word of their own, or have the same letters.
fn is_one(name: &str, publisher: &str) -> bool {
    let of_name = words(name);
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    words(publisher).iter().any(|word| of_name.contains(word)) || letters(name) == letters(publisher)
}

/// The words of a name that tell it from others.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    parts.filter(|part| part.chars().count() > 2 && !COMMON.contains(&part.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_by_its_own_words() {
        assert_eq!(words("Iddink Digital B.V."), ["iddink", "digital"]);
        assert_eq!(words("Stichting De Uitgeverij"), Vec::<String>::new());
        assert!(COMMON.is_sorted());
        assert!(is_one("noordhoff", "Noordhoff Uitgevers B.V."));
        assert!(is_one("X.AI LLC", "X.AI LLC"));
        assert!(!is_one("Topicus.Education B.V.", "Iddink Digital B.V."));
        assert!(!is_one("De Uitgeverij B.V.", "Onderwijs Uitgeverij B.V."));
    }
}
