//! Lists: from the records to a table and from a table to drafts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use magdit::{KnowledgeBase, Trust, Value};
use magdit_curate::{Import, ImportError, Imported, Sheet, build, export, import, lint};

/// The headings of the columns that are facts, with their keys.
const FACTS: [(&str, &str); 5] = [
    ("Ook te gebruiken zonder verwerking persoonsgegevens", "usable_without_pupil_data"),
    ("Ondertekening privacyconvenant", "privacy_covenant"),
    ("Verwerkersovereenkomst mogelijk", "processing_agreement"),
    ("Verwerking data in EER", "hosting"),
    ("Geeft aan geen data te delen met derden voor commerciële doeleinden", "no_commercial_sharing"),
];

fn path(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(below)
}

fn records() -> KnowledgeBase {
    let bytes = build(&path("data")).unwrap_or_else(|report| panic!("{report}"));
    KnowledgeBase::open_file(bytes, &Trust::AllowUnsigned).unwrap()
}

fn of(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    import(Path::new(name), bytes, Path::new("no/such/folder")).map(list)
}

fn list(import: Import) -> Imported {
    match import {
        Import::List(imported) => imported,
        Import::Request(draft) => panic!("a request: {draft:?}"),
    }
}

/// The rows that drafts keep, by their number in the list.
fn kept(imported: &Imported, headings: &[String]) -> BTreeMap<usize, Vec<String>> {
    let mut kept = BTreeMap::new();
    for draft in &imported.drafts {
        let table: toml::Table = toml::from_str(&draft.text).unwrap_or_else(|error| panic!("{}: {error}", draft.id));
        let rows = table["imported"].as_array().unwrap();
        assert_eq!(rows.len(), draft.rows.len());
        for (number, row) in draft.rows.iter().zip(rows) {
            let cells = headings.iter().map(|heading| row[heading.as_str()].as_str().unwrap().to_owned());
            assert!(kept.insert(*number, cells.collect()).is_none(), "row {number} stands in two drafts");
        }
    }
    kept
}

#[test]
fn a_list_of_all_records_goes_out_and_comes_back_without_a_loss() {
    let library = records();
    let sheet = export(&library);
    let editions: usize = library.tool_ids().map(|id| library.tool(id).unwrap().editions.len()).sum();
    assert_eq!(sheet.rows.len(), editions + 1);
    let (csv, xlsx) = (sheet.to_csv().unwrap(), sheet.to_xlsx("magdit", library.release().issued).unwrap());
    assert_eq!(Sheet::from_csv(&csv).unwrap(), sheet);
    assert_eq!(Sheet::from_xlsx(&xlsx).unwrap(), sheet);

    let imported = of("tools.csv", &csv).unwrap();
    assert_eq!(of("tools.xlsx", &xlsx).unwrap(), imported);
    assert_eq!(imported.recorded, []);
    let (headings, rows) = sheet.rows.split_first().unwrap();
    let kept = kept(&imported, headings);
    assert_eq!(kept.into_values().collect::<Vec<_>>(), rows);
    let facts: usize = imported.drafts.iter().map(|draft| hold(&library, &draft.id, &draft.text)).sum();
    assert!(facts > 100, "only {facts} facts came back");
    println!("{} rows of {} tools, {facts} facts", rows.len(), imported.drafts.len());
}

/// The facts of a draft are those of the record; how many there are.
fn hold(library: &KnowledgeBase, id: &str, text: &str) -> usize {
    let tool = library.tool(id).unwrap();
    let draft: toml::Table = toml::from_str(text).unwrap();
    let mut counted = 0;
    for (edition, written) in tool.editions.iter().zip(draft["edition"].as_array().unwrap()) {
        let written = written.get("fact").and_then(toml::Value::as_array).cloned().unwrap_or_default();
        for (heading, key) in FACTS {
            let values = edition.facts.iter().filter(|entry| entry.key.as_str() == key);
            let mut values: Vec<&Value> = values.filter_map(|entry| Some(&entry.fact.known()?.value)).collect();
            values.dedup();
            let found = written.iter().find(|fact| fact["key"].as_str() == Some(key));
            match (values.as_slice(), found) {
                ([one], Some(fact)) => {
                    let same = match one {
                        Value::YesNo(yes) => fact["value"].as_bool() == Some(*yes),
                        other => fact["value"].as_str() == Some(&other.to_string()),
                    };
                    assert!(same && fact["place"].as_str() == Some(heading), "{id} {key}: {fact}");
                    counted += 1;
                }
                ([_], None) => panic!("{id} {key} is lost"),
                _ => {}
            }
        }
    }
    counted
}

#[test]
fn a_list_of_a_board_becomes_drafts_that_lint_refuses() {
    let list = "Applicatie;Toepassing;Ondertekening privacyconvenant;Verwerkersovereenkomst mogelijk;\
                Verwerking data in EER;Bijzonderheden;Datum gecheckt;Onze school\n\
                Rekenraket;oefenen;Ja;Ja;Nee;\"let op: \"\"chat\"\"\nstaat aan\";31-05-2024;groep 5\n\
                Voorbeeldquiz;quiz;Medestander;Nee;Deels;;mei 2024;\n";
    let data = path("tests/bad-data/_base");
    let imported = self::list(import(Path::new("quickscan.csv"), list.as_bytes(), &data).unwrap());
    assert_eq!(imported.recorded, [(2, "voorbeeldquiz".to_owned())]);
    let [draft] = imported.drafts.as_slice() else { panic!("{imported:?}") };
    assert_eq!((draft.id.as_str(), draft.path.as_str()), ("rekenraket", "tools/rekenraket.toml"));
    let table: toml::Table = toml::from_str(&draft.text).unwrap();
    let facts = table["edition"][0]["fact"].as_array().unwrap();
    let keys: Vec<_> =
        facts.iter().map(|fact| (fact["key"].as_str().unwrap(), fact["value"].as_str().unwrap())).collect();
    let expected = [("privacy_covenant", "participant"), ("hosting", "outside_eea")];
    assert_eq!(keys, expected, "an agreement without its model is no fact");
    assert_eq!(facts[0]["checked_on"].to_string(), "2024-05-31");
    let row = &table["imported"][0];
    assert_eq!(row["Bijzonderheden"].as_str(), Some("let op: \"chat\"\nstaat aan"));
    assert_eq!(row["Onze school"].as_str(), Some("groep 5"));

    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lists");
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(dir.join("tools")).unwrap();
    std::fs::write(dir.join(&draft.path), &draft.text).unwrap();
    let problems = lint(&dir).problems;
    let found = |check: &str, word: &str| problems.iter().any(|one| one.check == check && one.found.contains(word));
    assert!(found("unknown-key", "imported") && found("missing-source", "privacy-quickscan"), "{problems:?}");
    assert!(found("missing-key", "supplier") && found("missing-key", "kind"), "{problems:?}");
}

#[test]
fn what_is_no_list_is_refused_with_what_to_do() {
    let refused = |name: &str, bytes: &[u8]| of(name, bytes).unwrap_err().to_string();
    assert!(refused("list.pdf", b"%PDF").contains("a CSV or an XLSX file"));
    assert!(matches!(of("request.json", b"{}"), Err(ImportError::Request(_))));
    assert!(refused("list.csv", b"Naam,Datum\na,b\n").contains("no column `Applicatie`"));
    assert!(refused("list.csv", b"Applicatie,APPLICATIE\na,b\n").contains("column 2"));
    assert!(refused("list.csv", b"Applicatie,Datum\na,b\n,c\n").contains("row 2"));
    assert!(refused("list.xlsx", b"PK\x03\x04").contains("no workbook"));
    assert!(refused("list.csv", b"").contains("no column"));
}
