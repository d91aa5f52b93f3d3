//! From records to the file and back.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use magdit::kb::section::SectionId;
use magdit::kb::table::Table;
use magdit::kb::{container, record};
use magdit::{
    Condition, Date, Fact, FactKey, Jurisdiction, KnowledgeBase, Language, Parameter, Register, Source, Supplier, Tool,
    Trust,
};
use magdit_curate::{Level, build, compile, lint};
use serde::de::DeserializeOwned;

fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad-data/_base")
}

/// A copy of the sound records in which one file says something else.
fn with(test: &str, path: &str, change: impl FnOnce(String) -> String) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile").join(test);
    let _ = fs::remove_dir_all(&dir);
    copy(&base(), &dir);
    let file = dir.join(path);
    let text = fs::read_to_string(&file).unwrap();
    fs::write(file, change(text)).unwrap();
    dir
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

fn read<T: DeserializeOwned>(file: &[u8], section: SectionId, key: &str) -> T {
    let layout = container::open(file).unwrap();
    let bytes = &file[layout.section(section).unwrap()];
    let table = Table::open(bytes).unwrap();
    let found = table.get(bytes, key).unwrap_or_else(|| panic!("no {key} in the {section}"));
    record::decode(found).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn every_kind_of_record_is_in_the_file() {
    let file = build(&base()).unwrap();
    let layout = container::open(&file).unwrap();
    let release = layout.release();
    assert_eq!((release.number, release.issued, release.expires), (1, day("2026-11-21"), day("2027-05-20")));
    assert_eq!(read::<Tool>(&file, SectionId::Tools, "andere-app").name, "Andere App");
    assert_eq!(read::<Supplier>(&file, SectionId::Suppliers, "voorbeeld-media").name, "Voorbeeld Media B.V.");
    assert_eq!(read::<Source>(&file, SectionId::Sources, "voorbeeld-terms").jurisdiction, Jurisdiction::Nl);
    assert_eq!(read::<Condition>(&file, SectionId::Conditions, "sign-agreement").cites, "AVG art. 28");
    assert_eq!(read::<Parameter>(&file, SectionId::Parameters, "consent_age").values.len(), 2);
    let knowledge_base = KnowledgeBase::open_file(file, &Trust::AllowUnsigned).unwrap();
    let text = |language, key, register| knowledge_base.text(language, key, register);
    let key = "condition.sign-agreement";
    assert_eq!(text(Language::Nl, key, Register::Parent), Some("De school sluit een overeenkomst met {supplier}."));
    assert_eq!(text(Language::En, "outcome.allowed", Register::Parent), Some("{tool} may be used."));
}

#[test]
fn an_edition_has_the_facts_of_its_tool_and_supplier_with_the_dates_of_their_sources() {
    let file = build(&base()).unwrap();
    let tool: Tool = read(&file, SectionId::Tools, "voorbeeldquiz");
    let edition = tool.edition("school").unwrap();
    let keys: Vec<FactKey> = edition.facts.iter().map(|entry| entry.key).collect();
    let expected =
        [FactKey::SchoolSso, FactKey::ParentAccount, FactKey::Hosting, FactKey::MinimumAge, FactKey::HomeCountry];
    assert_eq!(keys, expected);
    assert!(keys.is_sorted());
    let age = edition.facts[3].fact.known().unwrap();
    assert_eq!((age.content_date, age.jurisdiction), (Some(day("2026-03-01")), Jurisdiction::Nl));
    assert_eq!(age.review_by, day("2027-05-21"));
    assert_eq!(edition.facts[4].fact.known().unwrap().review_by, day("2027-11-21"));
    assert_eq!(edition.facts[1].fact, Fact::NotApplicable);
    assert_eq!(edition.assessments[0].review_by, day("2027-11-21"));
}

#[test]
fn the_fact_of_an_edition_replaces_the_one_of_its_tool_for_the_same_routes_only() {
    let fact = |routes: &str, value: bool| {
        format!(
            "\n[[edition.fact]]\nkey = \"private_account\"\n{routes}value = {value}\nsource = \"voorbeeld-terms\"\n\
             place = \"3\"\nchecked_on = 2026-11-21\n"
        )
    };
    let values = |test, routes| {
        let dir = with(test, "tools/andere-app.toml", |text| text + &fact(routes, false));
        let tool: Tool = read(&build(&dir).unwrap(), SectionId::Tools, "andere-app");
        let facts = &tool.editions[0].facts;
        facts.iter().filter(|entry| entry.key == FactKey::PrivateAccount).count()
    };
    assert_eq!(values("replaced", ""), 1);
    assert_eq!(values("beside", "routes = [\"no_account\"]\n"), 2);
}

#[test]
fn names_domains_and_store_ids_lead_to_their_tool() {
    let file = build(&base()).unwrap();
    let knowledge_base = KnowledgeBase::open_file(file, &Trust::AllowUnsigned).unwrap();
    let cases = [
        ("voorbeeldquiz", "voorbeeldquiz", None),
        ("voorbeeld kwis", "voorbeeldquiz", None),
        ("Voorbeeldquiz voor scholen", "voorbeeldquiz", Some("school")),
        ("https://voorbeeldquiz.example/spelen", "voorbeeldquiz", None),
        ("https://play.google.com/store/apps/details?id=nl.example.andere", "andere-app", None),
        ("andere app", "andere-app", None),
    ];
    assert_eq!(cases.len(), 6);
    for (query, tool, edition) in cases {
        let result = knowledge_base.search(query, 5).unwrap();
        let best = result.matches.first().unwrap_or_else(|| panic!("{query}: nothing found"));
        assert_eq!((best.id.as_str(), best.edition.as_deref()), (tool, edition), "{query}");
    }
}

#[test]
fn equal_records_give_equal_bytes_whatever_their_order() {
    let file = build(&base()).unwrap();
    assert_eq!(build(&base()).unwrap(), file);
    let reordered = with("reordered", "tools/voorbeeldquiz.toml", |text| {
        let mut parts: Vec<&str> = text.split("[[edition.fact]]").collect();
        parts.swap(1, 2);
        parts.join("[[edition.fact]]").replace("[\"practise\", \"assess\"]", "[\"assess\", \"practise\"]")
    });
    assert_eq!(build(&reordered).unwrap(), file);
    let changed = with("changed", "tools/voorbeeldquiz.toml", |text| text.replace("value = 13", "value = 14"));
    assert_ne!(build(&changed).unwrap(), file);
}

#[test]
fn all_mistakes_are_reported_at_once_in_the_order_of_the_files() {
    let dir = with("three", "tools/voorbeeldquiz.toml", |text| {
        text.replace("kind = \"quiz\"", "kind = \"quizz\"")
            .replace("value = 13", "valeu = 13")
            .replace("place = \"Advies\"\nchecked_on = 2026-11-21", "place = \"Advies\"\nchecked_on = 2026-11-22")
    });
    let source = dir.join("sources/voorbeeld-terms.toml");
    fs::write(&source, fs::read_to_string(&source).unwrap().replace("https", "http")).unwrap();
    let report = build(&dir).unwrap_err();
    let found: Vec<(String, usize, &str)> = report
        .problems
        .iter()
        .map(|problem| (problem.file.rsplit('/').next().unwrap().to_owned(), problem.line, problem.check))
        .collect();
    let quiz = "voorbeeldquiz.toml".to_owned();
    assert_eq!(
        found,
        [
            ("voorbeeld-terms.toml".to_owned(), 5, "address"),
            (quiz.clone(), 4, "unknown-word"),
            (quiz.clone(), 28, "fact-state"),
            (quiz.clone(), 30, "unknown-key"),
            (quiz, 54, "future-date"),
        ]
    );
    assert_eq!(report, lint(&dir));
    assert_eq!(report.count(Level::Error), 5);
}

#[test]
fn a_file_that_is_no_toml_hides_only_its_own_problems() {
    let dir = with("syntax", "sources/voorbeeld-terms.toml", |_| "id = ".to_owned());
    let report = lint(&dir);
    let checks: Vec<&str> = report.problems.iter().map(|problem| problem.check).collect();
    assert_eq!(checks, ["syntax"], "{report}");
}

#[test]
fn an_exception_accepts_a_problem_and_the_file_is_built() {
    let dir =
        with("exception", "tools/andere-app.toml", |text| text.replace("andere.example", "quiz.voorbeeldquiz.example"));
    assert!(compile(&dir).is_err());
    let exception =
        "[[exception]]\ncheck = \"shared-domain\"\nfile = \"tools/voorbeeldquiz.toml\"\nreason = \"A part of it.\"\n";
    fs::write(dir.join("exceptions.toml"), exception).unwrap();
    assert_eq!(compile(&dir).unwrap().warnings, []);
}

#[test]
fn a_warning_does_not_stop_the_build() {
    let dir = with("warning", "tools/voorbeeldquiz.toml", |text| text.replace("value = 13", "value = 19"));
    let compiled = compile(&dir).unwrap();
    assert_eq!(compiled.warnings.iter().map(|warning| warning.check).collect::<Vec<_>>(), ["high-age"]);
    assert_eq!(lint(&dir).count(Level::Warning), 1);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_so() {
    let report = build(Path::new("no/such/folder")).unwrap_err();
    assert_eq!(
        report.problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["no/such/folder/:1:1: [empty-folder] found no such folder, expected a folder with tools/, suppliers/, \
             sources/, conditions/, parameters/ and texts/; name the folder that holds the records, such as `data`",]
    );
}

#[test]
fn a_copy_of_an_archive_stands_still_after_a_year_and_a_day() {
    let archive =
        "archive_url = \"https://github.com/voorbeeld/versions/blob/0123456789012345678901234567890123456789/a.md\"\n";
    let checks = |test, day: &str| {
        let copy = format!("{archive}content_date = {day}");
        let dir = with(test, "sources/voorbeeld-terms.toml", |text| text.replace("content_date = 2026-03-01", &copy));
        lint(&dir).problems.iter().map(|problem| problem.check).collect::<Vec<_>>()
    };
    assert_eq!(checks("a-year", "2025-11-21"), [] as [&str; 0]);
    assert_eq!(checks("a-year-and-a-day", "2025-11-20"), ["stale-archive"]);
}

#[test]
fn a_review_counts_for_a_tool_whose_supplier_was_read_or_not_found() {
    let review = |test, text: &str| {
        let dir = with(test, "suppliers/voorbeeld-media.toml", |_| {
            "id = \"voorbeeld-media\"\nname = \"Voorbeeld Media B.V.\"\n".to_owned()
        });
        fs::write(dir.join("reviewed.toml"), text).unwrap();
        let found = magdit_curate::coverage(&dir).unwrap_or_else(|report| panic!("{report}")).suppliers;
        (found.read, found.not_found, found.not_looked_up)
    };
    let head = "[tools.voorbeeldquiz]\nchecked_on = 2026-11-21\n";
    assert_eq!(review("review-none", ""), (0, 0, 2));
    let read = format!("{head}supplier_source = \"https://voorbeeldquiz.example/over\"\nplace = \"opening\"\n");
    assert_eq!(review("review-read", &read), (1, 0, 1));
    assert_eq!(review("review-not-found", &format!("{head}checked = \"not_at_a_source\"\n")), (0, 1, 1));
    let other = format!("{head}checked = \"supplier not_at_a_source\"\nexistence_source = \"https://a.example/\"\n");
    assert_eq!(review("review-existence", &other), (0, 1, 1));
}

#[test]
fn a_reading_counts_for_the_fact_it_repeats() {
    let row = |fact: &str, rest: &str| {
        format!("{{ fact = \"{fact}\", {rest}, source = \"voorbeeld-terms\", on = 2026-11-21, by = \"b\" }},\n")
    };
    let sso = row("school/school_sso", "value = true, place = \"3 Inloggen\"");
    let age = "value = 13, routes = [\"private_account\"], place = \"4 Wie mag meedoen\", outcome = \"not_reopened\"";
    let age = row("school/minimum_age", age);
    let counted = |test, rows: &str| {
        let dir = with(test, "edition.toml", |text| text);
        let text = format!("[tools.voorbeeldquiz]\nreadings = [\n{rows}]\n");
        fs::write(dir.join("readings.toml"), text).unwrap();
        let found = magdit_curate::coverage(&dir).unwrap_or_else(|report| panic!("{report}")).readings;
        let counts = |row: &magdit_curate::ReadingCoverage| (row.facts, row.twice, row.not_reopened, row.once);
        let used = |usage| found.iter().find(|row| row.usage == usage).map(counts).unwrap();
        (used(magdit::Usage::Common), used(magdit::Usage::Rare))
    };
    assert_eq!(counted("readings-one", &sso), ((2, 1, 0, 1), (1, 0, 0, 1)));
    assert_eq!(counted("readings-two", &(sso + &age)), ((2, 1, 1, 0), (1, 0, 0, 1)));
    assert_eq!(counted("readings-other", &age), ((2, 0, 1, 1), (1, 0, 0, 1)));
}

#[test]
fn a_text_is_old_after_four_years_and_a_day_and_not_when_a_later_one_counts() {
    let checks = |test, day: &str, also: &str| {
        let dated = format!("content_date = {day}");
        let dir = with(test, "sources/voorbeeld-terms.toml", |text| text.replace("content_date = 2026-03-01", &dated));
        let tool = dir.join("tools/voorbeeldquiz.toml");
        fs::write(&tool, fs::read_to_string(&tool).unwrap() + also).unwrap();
        lint(&dir).problems.iter().map(|problem| problem.check).collect::<Vec<_>>()
    };
    let later = "\n[[edition.fact]]\nkey = \"minimum_age\"\nvalue = 12\nroutes = [\"private_account\"]\n\
                 source = \"voorbeeld-terms\"\nplace = \"4 Wie mag meedoen\"\ncontent_date = 2026-01-01\n\
                 checked_on = 2026-11-21\n";
    assert_eq!(checks("four-years", "2022-11-21", ""), [] as [&str; 0]);
    assert_eq!(checks("four-years-and-a-day", "2022-11-20", ""), ["old-content"]);
    assert_eq!(checks("four-years-superseded", "2022-11-20", later), [] as [&str; 0]);
}

#[test]
fn a_supplier_publishes_under_every_name_of_its_record() {
    let checks = |test, also: &str| {
        let dir = with(test, "sources/voorbeeld-terms.toml", |text| text.replace("Voorbeeld Media", "Testmedia"));
        let supplier = dir.join("suppliers/voorbeeld-media.toml");
        let text = fs::read_to_string(&supplier).unwrap();
        fs::write(&supplier, text.replace("\n[[fact]]", &format!("{also}\n[[fact]]"))).unwrap();
        lint(&dir).problems.iter().map(|problem| problem.check).collect::<BTreeSet<_>>()
    };
    assert_eq!(checks("published-by-another", ""), BTreeSet::from(["other-publisher"]));
    assert_eq!(checks("published-as", "published_as = [\"Testmedia B.V.\"]\n"), BTreeSet::new());
}
