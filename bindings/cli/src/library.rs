//! The knowledge base in use, and today's date.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anstream::eprintln;
use magdit::kb::limits::MAX_FILE_BYTES;
use magdit::{AskError, Date, KnowledgeBase, School, SchoolProblem, SearchResult, Trust};

use crate::args::Args;
use crate::failure::Failure;
use crate::keys;

/// The knowledge base of `--kb`, or the one inside the program.
pub(crate) fn open(args: &Args) -> Result<KnowledgeBase, Failure> {
    let library = match &args.kb {
        Some(path) => open_trusted(path, keys::trust(args)?.as_ref()),
        None => KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE)
            .map_err(|source| Failure::File { path: "the embedded knowledge base".into(), source }),
    }?;
    match &args.school {
        Some(path) => with_school(&library, path, args.json),
        None => Ok(library),
    }
}

/// The knowledge base with the school's own file over it. What is not right
/// in that file is said on standard error.
fn with_school(library: &KnowledgeBase, path: &Path, json: bool) -> Result<KnowledgeBase, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::system(path, source))?;
    let toml = match path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        true => Some(String::from_utf8_lossy(&bytes).into_owned()),
        false => None,
    };
    let file = match toml.as_deref().filter(|_| bytes.len() <= School::MAX_BYTES) {
        Some(text) => magdit_curate::school_json(&path.display().to_string(), text)
            .map_err(|problems| Failure::SchoolToml { problems })?
            .into_bytes(),
        None => bytes,
    };
    let library = library.with_school(&file).map_err(|source| Failure::School { path: path.to_owned(), source })?;
    for problem in library.school().map(School::problems).unwrap_or_default() {
        let list = problem.list.as_str();
        let line = toml.as_deref().and_then(|text| magdit_curate::school_line(text, list, problem.number));
        warn(path, line, problem, json);
    }
    Ok(library)
}

fn warn(path: &Path, line: Option<usize>, problem: &SchoolProblem, json: bool) {
    let line_shown = line.map(|line| format!(":{line}")).unwrap_or_default();
    if json {
        let file = path.display().to_string();
        eprintln!("{}", serde_json::json!({ "warning": problem.to_string(), "file": file, "line": line }));
    } else {
        eprintln!("{}{line_shown}: warning: {problem}", path.display());
    }
}

/// The knowledge base in a file that comes from where it has to. Without
/// anything said about that, a file that is damaged is still told so.
pub(crate) fn open_trusted(path: &Path, trust: Option<&Trust>) -> Result<KnowledgeBase, Failure> {
    let library = open_file(path, trust.unwrap_or(&Trust::AllowUnsigned))?;
    match trust {
        Some(_) => Ok(library),
        None => Err(Failure::NoKeys { path: path.to_owned() }),
    }
}

/// The knowledge base in a file.
pub(crate) fn open_file(path: &Path, trust: &Trust) -> Result<KnowledgeBase, Failure> {
    KnowledgeBase::open_file(read(path)?, trust).map_err(|source| Failure::File { path: path.to_owned(), source })
}

/// The bytes of a file, no more than a knowledge base may have and one.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(source) => Err(Failure::Unreadable { path: path.to_owned(), source }),
    }
}

/// What a name on the command line leads to.
pub(crate) enum Named {
    /// One tool, for certain; perhaps one edition of it.
    Tool {
        /// Its id.
        id: String,
        /// The edition that the name belongs to.
        edition: Option<String>,
    },
    /// Candidates, or none.
    Uncertain(SearchResult),
}

/// The tool with this id, or the one that has this name for certain.
pub(crate) fn named(library: &KnowledgeBase, text: &str) -> Result<Named, Failure> {
    const CANDIDATES: usize = 5;
    match library.tool(text) {
        Ok(_) => {
            return Ok(Named::Tool { id: text.to_owned(), edition: None });
        }
        Err(AskError::UnknownTool) => {}
        Err(error) => return Err(error.into()),
    }
    let result = library.search(text, CANDIDATES)?;
    match result.matches.first() {
        Some(found) if result.certain() && found.judged => {
            Ok(Named::Tool { id: found.id.clone(), edition: found.edition.clone() })
        }
        _ => Ok(Named::Uncertain(result)),
    }
}

/// Today: as given, or where this computer is.
pub(crate) fn today(args: &Args) -> Option<Date> {
    args.today.or_else(today_here)
}

fn today_here() -> Option<Date> {
    let today = jiff::Zoned::now().date();
    let year = u16::try_from(today.year()).ok()?;
    let month = u8::try_from(today.month()).ok()?;
    let day = u8::try_from(today.day()).ok()?;
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use magdit::{Account, Basis, Language, Outcome, Question, Role, Route, Sector};

    use super::*;

    fn example() -> KnowledgeBase {
        let national = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/school.toml");
        with_school(&national, &path, false).unwrap()
    }

    fn question(age: u8, account: Option<Account>) -> Question {
        let role = Some(Role::Teacher);
        Question { age: Some(age), role, account, ..Question::on(Date::parse("2026-11-21").unwrap()) }
    }

    #[test]
    fn the_example_reads_without_a_problem_and_shows_every_part() {
        let library = example();
        let school = library.school().unwrap();
        assert_eq!(school.problems(), []);
        assert_eq!((school.decisions().len(), school.tools().len()), (3, 1));
        assert_eq!(library.at_school(&question(9, None)).sector, Some(Sector::Po));
        let contacts = &school.contacts;
        assert!(contacts.incidents.is_some() && contacts.privacy_officer.is_some());
    }

    #[test]
    fn the_decision_stands_beside_the_national_answer() {
        let answer = example().check("kahoot", &question(11, None), Language::Nl).unwrap();
        let school = answer.school.unwrap();
        assert_eq!((school.sector, school.file_date), (Some(Sector::Po), Date::parse("2026-11-21").unwrap()));
        assert!(school.in_force && school.route == Some(Route::NoAccount));
        assert_eq!(school.conditions, ["Laat leerlingen een bijnaam kiezen."]);
        assert!(school.text.contains("1 september 2026") && school.text.contains("schoolleider"), "{}", school.text);
        assert!(answer.conditions.iter().any(|condition| condition.id == "school-conditions"));
    }

    #[test]
    fn a_tool_the_school_says_nothing_about_shows_the_file_and_fills_in_the_name() {
        let library = example();
        let named = Question { sector: Some(Sector::Vo), ..question(15, None) };
        let school = library.check("quizlet", &named, Language::Nl).unwrap().school.unwrap();
        assert_eq!((school.name.as_str(), school.decision, school.sector), ("Voorbeeldschool De Linde", None, None));
        assert_eq!(school.text, "Je school legde niets vast over deze tool.");
        let answer = library.check("kahoot", &question(11, None), Language::Nl).unwrap();
        let text = |id: &str| answer.conditions.iter().find(|found| found.id == id).map(|found| found.text.as_str());
        let own = text("school-conditions");
        assert_eq!(own, Some("Houd je aan de voorwaarden die Voorbeeldschool De Linde zelf stelt."));
    }

    #[test]
    fn what_the_school_did_is_shown_with_its_day_and_stays_in_the_list() {
        let answer = example().check("snappet", &question(9, Some(Account::School)), Language::Nl).unwrap();
        let met =
            |id: &str| answer.conditions.iter().find(|condition| condition.id == id).and_then(|found| found.met_on);
        assert_eq!(met("sign-agreement"), Date::parse("2025-07-10"));
        assert_eq!(met("dpia"), Date::parse("2025-06-20"));
        assert_eq!(met("inform-parents"), None);
    }

    #[test]
    fn a_refusal_closes_and_leaves_the_national_reason_standing() {
        let answer = example().check("tiktok", &question(14, None), Language::Nl).unwrap();
        assert_eq!(answer.outcome, Outcome::NotAllowed);
        let rules: Vec<&str> = answer.reasons.iter().map(|reason| reason.rule).collect();
        assert!(rules.contains(&"school-decision") && rules.contains(&"social-medium"), "{rules:?}");
    }

    #[test]
    fn an_own_tool_is_found_by_its_name_and_answered() {
        let library = example();
        let Named::Uncertain(found) = named(&library, "rekenspel de lnde").unwrap() else { panic!("it is a guess") };
        assert_eq!(found.matches.first().map(|first| first.id.as_str()), Some("delinde-rekenspel"));
        let Named::Tool { id, .. } = named(&library, "rekenspel de linde").unwrap() else { panic!("it is certain") };
        let answer = library.check(&id, &question(9, None), Language::Nl).unwrap();
        assert_eq!((answer.name.as_str(), answer.basis), ("Rekenspel De Linde", Basis::SupplierInformation));
        assert!(answer.sources.iter().any(|source| source.id.as_str() == School::SOURCE));
    }
}
