//! Names, slips, links and sentences; and whole records.

use std::collections::BTreeSet;

use magdit::KnowledgeBase;
use magdit_tests::conformance::Case;

fn search(text: &str, limit: u32) -> Case {
    Case {
        name: format!("{limit} {}", text.escape_debug()),
        call: "search".to_owned(),
        text: Some(text.to_owned()),
        limit: Some(limit),
        ..Case::default()
    }
}

const OTHERS: [&str; 24] = [
    "",
    " ",
    "x",
    "voorbeeld",
    "VOORBEELD",
    "vöörbeeld quiz",
    "voorbeeld-media",
    "mag ik voorbeeldquiz gebruiken in groep 7?",
    "may i use voorbeeldchat with a private account",
    "mijn leerlingen van 14 willen voorbeeldsociaal met een privéaccount",
    "https://voorbeeld-quiz.example.evil.example/",
    "https://voorbeeld-quiz.example@evil.example/",
    "zie https://voorbeeld-quiz.example/ en https://voorbeeld-chat.example/",
    "voorbeeldquiz voorbeeldchat",
    "nl.example.quiz",
    "ｖｏｏｒｂｅｅｌｄｑｕｉｚ",
    "vооrbeeldquiz",
    "🙂",
    "日本語",
    "\"quotes\" and \\ backslashes",
    "<script>alert(1)</script>",
    "'; drop table tools; --",
    "voorbeeldquiz\u{301}",
    "e\u{301}\u{301}\u{301}",
];

pub(crate) fn all(library: &KnowledgeBase) -> Vec<Case> {
    let mut cases = Vec::new();
    for id in library.tool_ids() {
        let tool = library.tool(id).expect("its own id");
        let name = &tool.name;
        let letters: Vec<char> = name.chars().collect();
        let without =
            |at: usize| letters.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, c)| *c).collect::<String>();
        let mut swapped = letters.clone();
        swapped.swap(letters.len() - 3, letters.len() - 2);
        let texts = [
            name.clone(),
            name.to_uppercase(),
            id.replace('-', " "),
            without(letters.len() - 2),
            swapped.iter().collect(),
            letters[..letters.len() - 3].iter().collect(),
            format!("https://{id}.example/pagina?x=1"),
            format!("mag {name} op de basisschool, klas van 10 jaar?"),
        ];
        cases.extend(texts.iter().map(|text| search(text, 5)));
    }
    cases.extend(OTHERS.iter().map(|text| search(text, 10)));
    cases.extend([0, 1, 2, 50, 51, 1000, u32::MAX].map(|limit| search("voorbeeld", limit)));
    let mut names = BTreeSet::new();
    cases.retain(|case| names.insert(case.name.clone()));
    cases
}

pub(crate) fn records(library: &KnowledgeBase) -> Vec<Case> {
    let record = |id: &str| Case {
        name: format!("tool {id}"),
        call: "tool".to_owned(),
        tool: Some(id.to_owned()),
        ..Case::default()
    };
    let info = |today: Option<&str>| Case {
        name: format!("info {}", today.unwrap_or("without a day")),
        call: "info".to_owned(),
        today: today.map(str::to_owned),
        ..Case::default()
    };
    let days = ["2026-11-20", "2026-11-21", "2026-12-21", "2026-12-22", "2027-05-20", "2027-05-21"];
    let infos = [None].into_iter().chain(days.into_iter().map(Some)).map(info);
    library.tool_ids().map(record).chain(infos).collect()
}
