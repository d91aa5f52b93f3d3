//! How sentences are written.

use magdit::Language;

use crate::texts;

/// Words that readers of level B1 trip over, with what to write instead.
const HARD_WORDS: [(&str, &str); 38] = [
    ("aangaande", "over"),
    ("alsmede", "en"),
    ("alvorens", "voordat"),
    ("benevens", "en"),
    ("betreffende", "over"),
    ("bewerkstelligen", "zorgen voor"),
    ("conform", "volgens"),
    ("derhalve", "daarom"),
    ("desbetreffende", "deze"),
    ("desgewenst", "als je wilt"),
    ("dient", "moet"),
    ("dienen", "moeten"),
    ("doch", "maar"),
    ("doeleinden", "doelen"),
    ("echter", "maar"),
    ("eveneens", "ook"),
    ("gaarne", "graag"),
    ("gelieve", "…"),
    ("geschieden", "gebeuren"),
    ("hieromtrent", "hierover"),
    ("indien", "als"),
    ("inzake", "over"),
    ("jegens", "tegen"),
    ("krachtens", "volgens"),
    ("middels", "met"),
    ("mits", "als"),
    ("namelijk", "want"),
    ("nopens", "over"),
    ("omtrent", "over"),
    ("onderhavige", "deze"),
    ("reeds", "al"),
    ("slechts", "alleen"),
    ("teneinde", "om"),
    ("tenzij", "behalve als"),
    ("tevens", "ook"),
    ("thans", "nu"),
    ("trachten", "proberen"),
    ("zulks", "dat"),
];

/// The longest sentence, in words.
const LONGEST: usize = 15;

/// Sections of labels, which are no sentences.
const LABELS: [&str; 3] = ["fact.", "value.", "outcome-short."];

/// The sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '!', ';', ':']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

fn words(sentence: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_alphanumeric() || "-'{}_".contains(letter);
    sentence.split(|letter| !is_part(letter)).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn each_sentence(language: Language, mut look: impl FnMut(&str, &str)) -> usize {
    let mut counted = 0;
    for (key, (teacher, parent)) in texts(language) {
        if LABELS.iter().any(|section| key.starts_with(section)) {
            continue;
        }
        let forms = if teacher == parent { vec![teacher] } else { vec![teacher, parent] };
        for form in &forms {
            for sentence in sentences(form) {
                counted += 1;
                look(&key, sentence);
            }
        }
    }
    assert!(counted > 300, "only {counted} sentences");
    counted
}

#[test]
fn dutch_sentences_have_at_most_fifteen_words() {
    let mut long = Vec::new();
    let counted = each_sentence(Language::Nl, |key, sentence| {
        let count = words(sentence).len();
        if count > LONGEST {
            long.push(format!("{key}: {count} words: {sentence}"));
        }
    });
    assert!(long.is_empty(), "{long:#?}");
    println!("{counted} Dutch sentences of at most {LONGEST} words");
}

#[test]
fn dutch_sentences_use_plain_words() {
    let mut hard = Vec::new();
    each_sentence(Language::Nl, |key, sentence| {
        let words = words(sentence);
        for (word, instead) in HARD_WORDS.iter().filter(|(word, _)| words.iter().any(|found| found == word)) {
            hard.push(format!("{key}: `{word}`, write `{instead}`: {sentence}"));
        }
    });
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn no_text_promises_what_the_library_cannot_know() {
    let words_of_promise = ["avg-proof", "score", "sterren", "compliant", "gdpr-proof", "guarantee", "garantie"];
    let promises = [
        "{tool} is veilig",
        "{tool} is safe",
        "veilig te gebruiken",
        "safe to use",
        "100%",
        "voldoet aan de avg",
        "complies with the gdpr",
    ];
    for &language in Language::ALL {
        each_sentence(language, |key, sentence| {
            let words = words(sentence);
            let promises_by_word = words_of_promise.iter().find(|promise| words.iter().any(|word| word == *promise));
            let sentence = sentence.to_lowercase();
            let found = promises_by_word.or_else(|| promises.iter().find(|promise| sentence.contains(**promise)));
            assert!(found.is_none(), "{language} {key}: {found:?} in {sentence}");
        });
    }
}

/// Texts that only parents read, whoever prints them.
const FOR_PARENTS_ALONE: [&str; 8] = [
    "letter.",
    "parents-data.",
    "parents-hosting.",
    "parents-purpose.",
    "parents.",
    "ui.page_greeting",
    "ui.page_newer",
    "ui.page_scan",
];

#[test]
fn teachers_are_je_and_parents_are_u() {
    let mut wrong = Vec::new();
    for (key, (teacher, parent)) in texts(Language::Nl) {
        let has = |text: &str, forms: &[&str]| words(text).iter().any(|word| forms.contains(&word.as_str()));
        let to_teachers = !FOR_PARENTS_ALONE.iter().any(|section| key.starts_with(section));
        if to_teachers && has(&teacher, &["u", "uw"]) {
            wrong.push(format!("{key}, to teachers: {teacher}"));
        }
        if teacher != parent && has(&parent, &["je", "jouw", "jij"]) {
            wrong.push(format!("{key}, to parents: {parent}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Sections that stand in an answer to a parent, or around it.
const SHOWN_TO_PARENTS: [&str; 21] = [
    "ages.",
    "because.",
    "change.",
    "condition.",
    "consent.",
    "freshness.",
    "kind.",
    "letter.",
    "never.",
    "outcome.",
    "parents-data.",
    "parents-hosting.",
    "parents-purpose.",
    "parents.",
    "route.",
    "rule.",
    "school.",
    "standing.",
    "ui.",
    "unknown.",
    "was.",
];

#[test]
fn parents_are_never_told_je() {
    let shared: Vec<String> = texts(Language::Nl)
        .into_iter()
        .filter(|(key, _)| SHOWN_TO_PARENTS.iter().any(|section| key.starts_with(section)))
        .filter(|(_, (teacher, parent))| {
            teacher == parent && words(teacher).iter().any(|word| ["je", "jouw", "jij"].contains(&word.as_str()))
        })
        .map(|(key, (teacher, _))| format!("{key}: {teacher}"))
        .collect();
    assert!(shared.is_empty(), "these need a form for parents: {shared:#?}");
}
