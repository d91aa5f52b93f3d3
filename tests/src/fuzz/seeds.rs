//! Where the changes begin: one small, sound input per form.

use magdit::kb::container;
use magdit::kb::section::SectionId;
use magdit::kb::table::Table;
use magdit::kb::{chain, key_file};
use magdit::search::{IndexEntry, WordLists, build_with_words};
use magdit::{NameKind, Store, StoreId, pack};

use super::file::small;
use crate::conformance::{case_files, school_file};
use crate::signed;

/// The seeds of a target.
///
/// # Panics
///
/// When no target has this name.
#[must_use]
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    match target {
        "calls" => calls(),
        "container" => vec![small().to_vec()],
        "index" => vec![index()],
        "keys" => keys(),
        "pack" => vec![pack::pack(small()).expect("it can be packed")],
        "query" => queries(),
        "record" => records(),
        "school" => schools(),
        "sections" => sections(),
        _ => panic!("no target is called {target}"),
    }
}

/// An index of two names and few words: a thousand bytes or two, of which most
/// matter.
pub(super) fn index() -> Vec<u8> {
    let entry = |tool: &str, name: &str, domain: &str, text: &str| IndexEntry {
        tool: tool.to_owned(),
        edition: None,
        name: name.to_owned(),
        texts: vec![(text.to_owned(), NameKind::Alias)],
        supplier: "Voorbeeld B.V.".to_owned(),
        domains: vec![domain.to_owned()],
        stores: vec![StoreId { store: Store::Play, id: format!("com.{tool}") }],
        weight: 200,
        judged: true,
    };
    let entries =
        [entry("kahoot", "Kahoot!", "kahoot.it", "kahoet"), entry("quizlet", "Quizlet", "quizlet.com/nl", "woordjes")];
    let words = WordLists {
        small: "de het een and",
        fillers: "app",
        question: "mag ik gebruiken",
        school: "groep leren",
        common: "boek",
        near: "",
        apps: "voorbeeld",
        top_level: "com nl",
    };
    build_with_words(&entries, &|_| false, &words).expect("the names are fine")
}

/// Cases of the conformance file, thinned out, as bytes of the target.
fn cases(every: usize, form: impl Fn(&crate::conformance::Case) -> Option<Vec<u8>>) -> Vec<Vec<u8>> {
    let all = case_files().into_iter().flat_map(|(_, file)| file.cases);
    let formed: Vec<Vec<u8>> = all.filter_map(|case| form(&case)).filter(|bytes| bytes.len() <= 600).collect();
    formed.into_iter().step_by(every).collect()
}

fn calls() -> Vec<Vec<u8>> {
    cases(9, |case| {
        if case.status != 0 {
            return None;
        }
        let (number, first) = match case.call.as_str() {
            "check" => (0, case.tool.as_deref()?),
            "questionnaire" => (1, case.answers.as_deref()?),
            _ => return None,
        };
        let mut bytes = vec![number];
        bytes.extend_from_slice(first.as_bytes());
        bytes.push(0);
        bytes.extend_from_slice(case.question.as_deref()?.as_bytes());
        Some(bytes)
    })
}

fn queries() -> Vec<Vec<u8>> {
    cases(4, |case| case.text.clone().map(String::into_bytes))
}

fn schools() -> Vec<Vec<u8>> {
    let mut names: Vec<String> =
        case_files().into_iter().flat_map(|(_, file)| file.cases).filter_map(|case| case.school).collect();
    names.sort();
    names.dedup();
    names.iter().map(|name| school_file(name)).filter(|file| file.len() <= 4_000).collect()
}

fn keys() -> Vec<Vec<u8>> {
    let changes = [signed::sound_change(2), signed::sound_change(3)];
    vec![
        key_file::write_keys(&signed::keys(1)).into_bytes(),
        key_file::write(&changes[0]).into_bytes(),
        chain::write(&changes),
    ]
}

/// The sections of the small file that hold records, with their ids.
fn tables() -> Vec<(SectionId, &'static [u8])> {
    let layout = container::open(small()).expect("the small file opens");
    SectionId::ALL.iter().filter_map(|id| layout.section(*id).map(|range| (*id, &small()[range]))).collect()
}

fn records() -> Vec<Vec<u8>> {
    let wanted =
        [SectionId::Tools, SectionId::Suppliers, SectionId::Sources, SectionId::Conditions, SectionId::Parameters];
    let mut found = Vec::new();
    for (id, bytes) in tables().into_iter().filter(|(id, _)| wanted.contains(id)) {
        let table = Table::open(bytes).unwrap_or_else(|error| panic!("{id}: {error}"));
        found.extend(table.iter(bytes).map(|(_, record)| record.to_vec()));
    }
    found
}

fn sections() -> Vec<Vec<u8>> {
    let one = |(id, bytes): (SectionId, &[u8])| {
        let number = SectionId::ALL.iter().position(|known| *known == id).and_then(|at| u8::try_from(at).ok());
        let length = u16::try_from(bytes.len()).ok()?;
        let mut made = vec![number?];
        made.extend_from_slice(&length.to_le_bytes());
        made.extend_from_slice(bytes);
        Some(made)
    };
    tables().into_iter().filter_map(one).filter(|bytes| bytes.len() <= 8_000).collect()
}
