//! Requests and the drafts they lead to: `tests/drafts/<name>.json` beside
//! `<name>.draft`, which holds every file of the draft.
//!
//! `MAGDIT_UPDATE=1 cargo test -p magdit-curate` writes the drafts anew; the
//! difference is to be reviewed.

use std::fs;
use std::path::{Path, PathBuf};

use magdit::{Date, KnowledgeBase, Language, Outcome, Question, Trust};
use magdit_curate::{Draft, DraftError, MAX_REQUEST_BYTES, compile, draft, lint};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

fn requests() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(tests().join("drafts")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    paths
}

/// Sound records to lay a draft over.
fn records(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("drafts").join(name);
    let _ = fs::remove_dir_all(&dir);
    copy(&tests().join("bad-data/_base"), &dir);
    dir
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => fs::copy(entry.path(), &target).map(|_| ()).unwrap(),
        }
    }
}

fn write(draft: &Draft, dir: &Path) {
    for file in &draft.files {
        fs::write(dir.join(&file.path), &file.text).unwrap();
    }
}

#[test]
fn each_request_becomes_the_draft_beside_it_which_lint_accepts_and_which_asks_the_school() {
    let update = std::env::var_os("MAGDIT_UPDATE").is_some();
    let requests = requests();
    assert!(requests.len() >= 3);
    for path in &requests {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let dir = records(&name);
        let made = draft(&fs::read(path).unwrap(), &dir).unwrap_or_else(|error| panic!("{name}: {error}"));
        let written: String = made.files.iter().map(|file| format!("== {}\n{}", file.path, file.text)).collect();
        let expected = path.with_extension("draft");
        if update {
            fs::write(&expected, &written).unwrap();
        }
        assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), written, "{name}");
        write(&made, &dir);
        assert_eq!(lint(&dir).problems, [], "{name}");
        let library = KnowledgeBase::open_file(compile(&dir).unwrap().bytes, &Trust::AllowUnsigned).unwrap();
        assert!(library.search(library.tool(&made.id).unwrap().name.as_str(), 1).unwrap().certain(), "{name}");
        let question = Question::on(Date::parse("2026-11-21").unwrap());
        let outcome = library.check(&made.id, &question, Language::Nl).map(|answer| answer.outcome);
        assert!(!matches!(outcome, Ok(Outcome::Allowed | Outcome::Conditional)), "{name}");
        let again = draft(&fs::read(path).unwrap(), &dir);
        assert_eq!(again, Err(DraftError::Recorded { id: made.id }), "{name}");
    }
    println!("{} requests became drafts", requests.len());
}

fn request(name: &str, supplier: &str) -> String {
    format!(
        r#"{{"date":"2026-11-21","question":{{"as_of":"2026-11-21","country":"NL"}},
            "answers":{{"name":{},"supplier":{},"answers":{{"kind":"quiz"}}}}}}"#,
        serde_json::to_string(name).unwrap(),
        serde_json::to_string(supplier).unwrap()
    )
}

#[test]
fn what_is_no_request_or_makes_no_record_says_why() {
    let dir = records("refused");
    let refused = |text: &str| draft(text.as_bytes(), &dir).unwrap_err();
    for text in ["", "[]", "{}", "{\"request\":3}", "name = 1", &request("a@b.example", "B"), &request("", "B")] {
        let error = refused(text);
        assert!(matches!(error, DraftError::NoRequest { .. }), "{text}: {error}");
        assert!(error.to_string().contains("magdit ask --json"), "{error}");
    }
    let wrong = request("Quiz", "B").replace("\"quiz\"", "\"kwis\"");
    assert!(matches!(refused(&wrong), DraftError::NoRequest { .. }));
    let deep = format!("{{\"request\":{}", "[".repeat(100_000));
    assert!(matches!(refused(&deep), DraftError::NoRequest { .. }));
    assert_eq!(refused(&request("a\u{202e}b", "B")), DraftError::Hidden);
    assert_eq!(refused(&request("Quiz", "a\u{200b}b")), DraftError::Hidden);
    assert_eq!(refused(&request("Ωμέγα", "B")), DraftError::NoId);
    assert_eq!(refused(&request(&"a".repeat(65), "B")), DraftError::LongName);
    assert!(draft(request(&"a".repeat(64), "B").as_bytes(), &dir).is_ok());
    for name in ["voorbeeldquiz", "Voorbeeld-Quiz!", "Voorbeeld kwis", "Andere App"] {
        assert!(matches!(refused(&request(name, "B")), DraftError::Recorded { .. }), "{name}");
    }
    let sized = |size: usize| {
        let mut text = request("Nieuw", "B");
        text.extend(std::iter::repeat_n(' ', size - text.len()));
        draft(text.as_bytes(), &dir).err()
    };
    assert_eq!((sized(MAX_REQUEST_BYTES), sized(MAX_REQUEST_BYTES + 1)), (None, Some(DraftError::TooLarge)));
}

#[test]
fn names_cannot_write_toml() {
    let dir = records("names");
    for name in ["a\"\nid = \"x", "a\\", "'''", "\"\"\"", "# a", "a = 1"] {
        let Ok(made) = draft(request(name, name).as_bytes(), &dir) else {
            continue;
        };
        for file in &made.files {
            let table: toml::Table = file.text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(table["name"].as_str(), Some(name));
        }
    }
}

#[test]
fn a_supplier_that_has_a_record_is_named_by_its_id() {
    let dir = records("supplier");
    let known = fs::read_to_string(dir.join("suppliers/voorbeeld-media.toml")).unwrap();
    let name = known.parse::<toml::Table>().unwrap()["name"].as_str().unwrap().to_owned();
    let made = draft(request("Nieuw Spel", &name.to_uppercase()).as_bytes(), &dir).unwrap();
    assert_eq!(made.files.len(), 1);
    assert!(made.files[0].text.contains("supplier = \"voorbeeld-media\""), "{}", made.files[0].text);
}
