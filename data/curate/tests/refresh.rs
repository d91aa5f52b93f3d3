//! Refreshing against a small archive that the test makes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use magdit::{Date, Language};
use magdit_curate::{PlaceState, Refresh, RefreshError, lint, refresh};

const TERMS: &str = "Voorbeeld/Terms of Service.md";

const FIRST: &str = "Gebruiksvoorwaarden\n===================\n\n## Wie wij zijn\n\nVoorbeeld Media B.V. uit Utrecht.\n\n\
                     ## 3 Inloggen\n\nEen school geeft leerlingen een account.\n\n## 4 Wie mag meedoen\n\n\
                     Je bent minstens 13 jaar. Wees aardig.\n\n## Advies\n\nGeen.\n";

struct Bench {
    data: PathBuf,
    archive: PathBuf,
}

fn git(dir: &Path, day: &str, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main"])
        .arg("-C")
        .arg(dir)
        .args(arguments)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_AUTHOR_DATE", format!("{day}T12:00:00Z"))
        .env("GIT_COMMITTER_DATE", format!("{day}T12:00:00Z"))
        .output()
        .expect("git runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
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

impl Bench {
    /// Sound records whose source is a copy in an archive of one commit.
    fn new(name: &str) -> Self {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("refresh").join(name);
        let _ = fs::remove_dir_all(&dir);
        let bench = Self { data: dir.join("data"), archive: dir.join("versions") };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/bad-data/_base"), &bench.data);
        fs::create_dir_all(bench.archive.join("Voorbeeld")).unwrap();
        git(&bench.archive, "2026-03-01", &["init", "--quiet"]);
        let commit = bench.commit("2026-03-01", Some(FIRST));
        let address = format!(
            "archive_url = \"https://github.com/voorbeeld/versions/blob/{commit}/Voorbeeld/Terms%20of%20Service.md\"\n"
        );
        bench.change("sources/voorbeeld-terms.toml", "language", &format!("{address}language"));
        bench
    }

    /// Commits the terms as they are on a day; nothing for terms that go.
    fn commit(&self, day: &str, terms: Option<&str>) -> String {
        let file = self.archive.join(TERMS);
        match terms {
            Some(text) => fs::write(file, text).unwrap(),
            None => fs::remove_file(file).unwrap(),
        }
        git(&self.archive, day, &["add", "--all"]);
        git(&self.archive, day, &["commit", "--quiet", "--allow-empty", "--message", "Record new changes"]);
        git(&self.archive, day, &["rev-parse", "HEAD"])
    }

    fn change(&self, path: &str, from: &str, to: &str) {
        let file = self.data.join(path);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path}: {from}");
        fs::write(file, text.replacen(from, to, 1)).unwrap();
    }

    /// Issues the edition after everything that was written.
    fn issue_later(&self) {
        let dates = "issued = 2026-11-21\nreview_by = 2026-12-21";
        self.change("edition.toml", dates, "issued = 2027-01-02\nreview_by = 2027-02-02");
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.data.join(path)).unwrap()
    }

    fn look(&self) -> Refresh {
        self.look_in(&self.archive, "2027-01-02")
    }

    fn look_in(&self, archive: &Path, today: &str) -> Refresh {
        let today = Date::parse(today).unwrap();
        refresh(&self.data, &[archive.to_owned()], today, Language::Nl).unwrap()
    }
}

/// The state of the fact under a key of the quiz.
fn state(found: &Refresh, what: &str) -> PlaceState {
    let of_key = found.places.iter().filter(|place| place.what == what && !place.file.contains("andere"));
    let states: Vec<_> = of_key.filter_map(|place| place.state).collect();
    assert_eq!(states.len(), 1, "{what}: {found:?}");
    states[0]
}

#[test]
fn what_is_unchanged_gets_the_day_of_the_archive_and_a_fingerprint_and_nothing_else_changes() {
    let bench = Bench::new("unchanged");
    bench.change("tools/voorbeeldquiz.toml", "checked_on = 2026-11-21", "checked_on = 2026-11-21 # read by two");
    bench.commit("2026-12-30", Some(FIRST));
    let before = bench.text("tools/voorbeeldquiz.toml");
    let found = bench.look();
    assert_eq!(state(&found, "minimum_age"), PlaceState::Unchanged);
    assert_eq!(found.count(PlaceState::Unchanged), found.places.len());
    assert_eq!(found.places.len(), 5, "{found:?}");
    assert_eq!((found.changes.dates, found.changes.fingerprints, found.changes.files), (6, 5, 4));
    assert_eq!(bench.text("tools/voorbeeldquiz.toml"), before, "nothing is written without being asked");
    assert!(found.to_string().contains("set `issued` in edition.toml to 2026-12-30"), "{found}");

    found.write(&bench.data).unwrap();
    let after = bench.text("tools/voorbeeldquiz.toml");
    assert!(after.contains("checked_on = 2026-12-30 # read by two\nfingerprint = \""), "{after}");
    let without: String =
        after.lines().filter(|line| !line.starts_with("fingerprint")).map(|line| format!("{line}\n")).collect();
    let hosting = "\"https://voorbeeldquiz.example/privacy\"]\nchecked_on = 2026-12-30";
    assert!(!after.contains(hosting), "what was searched elsewhere too was not searched again");
    let undone = without.replace("2026-12-30", "2026-11-21");
    assert_eq!(undone, before);
    bench.issue_later();
    assert_eq!(lint(&bench.data).problems, []);
    let again = bench.look();
    assert_eq!((again.changes.dates, again.changes.fingerprints), (0, 0), "a second run has nothing to write");
}

#[test]
fn an_archive_that_is_older_than_the_reading_moves_no_date_back() {
    let bench = Bench::new("older");
    let found = bench.look();
    assert_eq!(state(&found, "minimum_age"), PlaceState::Unchanged);
    assert_eq!(found.changes.dates, 0);
    found.write(&bench.data).unwrap();
    assert!(!bench.text("tools/voorbeeldquiz.toml").contains("2026-03-01"));
}

#[test]
fn a_change_is_told_apart_by_where_it_is() {
    let bench = Bench::new("changed");
    let now =
        FIRST.replace("Wees aardig.", "Wees aardig en eerlijk.").replace("geeft leerlingen", "maakt voor leerlingen");
    bench.commit("2026-12-30", Some(&now));
    let found = bench.look();
    assert_eq!(state(&found, "minimum_age"), PlaceState::ChangedElsewhere, "its sentence stands there still");
    assert_eq!(state(&found, "school_sso"), PlaceState::ChangedAtPlace);
    assert_eq!(state(&found, "home_country"), PlaceState::ChangedElsewhere);
    assert_eq!(state(&found, "hosting"), PlaceState::ChangedSinceSearch);
    found.write(&bench.data).unwrap();
    let tool = bench.text("tools/voorbeeldquiz.toml");
    assert_eq!(tool.matches("checked_on = 2026-12-30").count(), 2, "{tool}");
    assert!(!bench.text("sources/voorbeeld-terms.toml").contains("2026-12-30"), "not all of it was seen again");
    let list = found.worklist();
    assert!(
        list.contains("Changed at the cited place: 2")
            && list.contains("- [ ] `tools/voorbeeldquiz.toml:21` `school_sso` = yes"),
        "{list}"
    );
    bench.issue_later();
    assert_eq!(bench.look().count(PlaceState::ChangedAtPlace), 2, "it stays on the list until somebody read it");
}

#[test]
fn a_version_that_a_later_one_took_the_place_of_is_not_expected_to_stand_there() {
    let bench = Bench::new("superseded");
    let now = FIRST.replace("minstens 13 jaar", "minstens 12 jaar");
    let commit = bench.commit("2026-11-20", Some(&now));
    assert_eq!(state(&bench.look(), "minimum_age"), PlaceState::ChangedAtPlace);
    let later = bench.text("sources/voorbeeld-terms.toml");
    let (before, after) = later.split_once("/blob/").unwrap();
    let later = format!("{before}/blob/{commit}{}", after.split_at(40).1);
    let later = later.replace("id = \"voorbeeld-terms\"", "id = \"voorbeeld-terms-2026\"");
    let later = later.replace("content_date = 2026-03-01", "content_date = 2026-11-20");
    fs::write(bench.data.join("sources/voorbeeld-terms-2026.toml"), later).unwrap();
    let fact = "key = \"minimum_age\"\nvalue = 12\nroutes = [\"private_account\"]\nsource = \"voorbeeld-terms-2026\"\n\
                place = \"4 Wie mag meedoen\"\nchecked_on = 2026-11-21\n\n[[edition.fact]]\nkey = \"minimum_age\"\nvalue = 13";
    bench.change("tools/voorbeeldquiz.toml", "key = \"minimum_age\"\nvalue = 13", fact);
    let found = bench.look();
    assert_eq!(state(&found, "minimum_age"), PlaceState::Unchanged, "the one of today alone");
    let documents: Vec<&str> = found.documents.iter().map(|document| document.source.as_str()).collect();
    assert_eq!(documents, ["voorbeeld-terms", "voorbeeld-terms-2026"], "other facts still rest on the first");
}

#[test]
fn only_the_layout_changed_is_no_change() {
    let bench = Bench::new("layout");
    bench.commit("2026-12-30", Some(&FIRST.replace("Je bent", "*Je*   bent").replace("## 3", "### 3")));
    assert_eq!(bench.look().count(PlaceState::Unchanged), 5);
}

#[test]
fn a_document_that_is_gone_is_work() {
    let bench = Bench::new("gone");
    bench.commit("2026-12-30", None);
    let found = bench.look();
    assert_eq!(found.count(PlaceState::Gone), found.places.len());
    assert_eq!(found.changes.dates, 0);
    assert!(found.worklist().contains("Gone from the archive: 6"), "{}", found.worklist());
}

#[test]
fn a_place_that_cannot_be_found_says_so_once_the_document_changed() {
    let bench = Bench::new("not-located");
    bench.change("tools/voorbeeldquiz.toml", "place = \"3 Inloggen\"", "place = \"ergens\"");
    assert_eq!(state(&bench.look(), "school_sso"), PlaceState::Unchanged);
    bench.commit("2026-12-30", Some(&FIRST.replace("Geen.", "Wel.")));
    let found = bench.look();
    assert_eq!(state(&found, "school_sso"), PlaceState::NotLocated);
    assert_eq!(state(&found, "assessment"), PlaceState::ChangedAtPlace);
}

#[test]
fn a_fingerprint_of_something_else_is_noticed() {
    let bench = Bench::new("mismatch");
    let place = "place = \"4 Wie mag meedoen\"\n";
    bench.change("tools/voorbeeldquiz.toml", place, &format!("{place}fingerprint = \"0123456789abcdef\"\n"));
    assert_eq!(state(&bench.look(), "minimum_age"), PlaceState::Mismatch);
}

#[test]
fn a_clone_without_history_is_enough_once_there_are_fingerprints() {
    let bench = Bench::new("shallow");
    bench.look().write(&bench.data).unwrap();
    bench.commit("2026-12-30", Some(&FIRST.replace("minstens 13", "minstens 16")));
    let shallow = bench.archive.with_file_name("shallow").join("versions");
    let from = format!("file://{}", bench.archive.display());
    git(
        &bench.archive,
        "2026-12-30",
        &["clone", "--quiet", "--bare", "--depth", "1", &from, &shallow.display().to_string()],
    );
    let found = bench.look_in(&shallow, "2027-01-02");
    assert_eq!(state(&found, "minimum_age"), PlaceState::ChangedAtPlace);
    assert_eq!(state(&found, "school_sso"), PlaceState::ChangedElsewhere);
}

#[test]
fn a_copy_that_stood_still_for_a_year_moves_no_date() {
    let bench = Bench::new("still");
    bench.commit("2027-03-02", Some(FIRST));
    let found = bench.look_in(&bench.archive, "2027-03-03");
    assert_eq!(found.count(PlaceState::StoodStill), found.places.len());
    assert_eq!(found.changes.dates, 0);
    assert!(found.worklist().contains("`voorbeeld-terms`, read for 6 facts"), "{}", found.worklist());
    bench.commit("2027-03-01", Some(FIRST));
    assert_eq!(bench.look_in(&bench.archive, "2027-03-03").count(PlaceState::StoodStill), 0);
}

#[test]
fn what_no_archive_has_is_listed_when_it_is_due() {
    let bench = Bench::new("due");
    let other = Bench::new("due-other");
    let elsewhere = bench.archive.with_file_name("elsewhere");
    fs::rename(&other.archive, &elsewhere).unwrap();
    fs::write(elsewhere.join("other.txt"), "other").unwrap();
    git(&elsewhere, "2026-01-01", &["checkout", "--quiet", "--orphan", "other"]);
    git(&elsewhere, "2026-01-01", &["commit", "--quiet", "--message", "Other"]);
    git(&elsewhere, "2026-01-01", &["update-ref", "-d", "refs/heads/main"]);
    let due = |today| bench.look_in(&elsewhere, today).due.iter().map(|due| due.what.clone()).collect::<Vec<_>>();
    git(&elsewhere, "2026-01-01", &["reflog", "expire", "--expire=all", "--all"]);
    git(&elsewhere, "2026-01-01", &["gc", "--quiet", "--prune=now"]);
    assert_eq!(due("2027-05-21"), [] as [&str; 0]);
    assert_eq!(due("2027-05-22"), ["minimum_age"], "an age is read again after half a year");
    assert_eq!(due("2027-11-22").len(), 6);
}

#[test]
fn what_cannot_be_used_is_refused_with_what_to_do() {
    let bench = Bench::new("refused");
    let today = Date::parse("2027-01-02").unwrap();
    let refused = |data: &Path, archive: &Path| refresh(data, &[archive.to_owned()], today, Language::Nl).unwrap_err();
    let error = refused(&bench.data, &bench.archive.join("no-such"));
    assert!(matches!(error, RefreshError::Archive { .. }) && error.to_string().contains("give a clone"), "{error}");
    assert!(matches!(refused(Path::new("no/such/folder"), &bench.archive), RefreshError::Records(_)));
}
