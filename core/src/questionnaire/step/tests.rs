//! What is asked, and what stands at the end of a dialogue. Keys show as
//! themselves here.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::super::record;
use super::*;
use crate::answer::{KnowledgeBaseShown, Outcome};
use crate::check::{self, Ground};
use crate::explain::testing::NoSentences;
use crate::explain::{self, Material};
use crate::freshness::Freshness;
use crate::question::{Account, Data, Device, Purpose, Role, Sector};
use crate::text::Language;
use crate::tool::Kind;

fn day() -> Date {
    Date::parse("2026-11-21").expect("a date")
}

/// Keys that were asked for live as long as the program, each once.
static KEYS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

fn key_itself(key: &str) -> Option<&'static str> {
    let mut keys = KEYS.lock().expect("no thread panics with it");
    let known = keys.get(key).copied();
    known.or_else(|| {
        let kept: &str = Box::leak(key.to_owned().into_boxed_str());
        keys.insert(kept).then_some(kept)
    })
}

fn in_digits(date: Date) -> String {
    date.to_string()
}

const WORDS: Words<'static> =
    Words { text: &key_itself, date: &in_digits, tool: "Rekenraket", supplier: Some("Maker") };

fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn answers(given: &[(AskKey, Value)]) -> Answers {
    let mut answers = Answers::about("Rekenraket").expect("a name");
    given.iter().for_each(|(key, value)| answers.give(*key, value.clone()).expect("an answer"));
    answers
}

fn texts(asked: &NextQuestion) -> Vec<&str> {
    asked.options.iter().map(|choice| choice.text.as_str()).collect()
}

#[test]
fn a_question_has_its_sentences_its_number_and_as_its_last_option_that_nobody_knows() {
    let asked = ask(&WORDS, &answers(&[]), AskKey::Kind);
    assert_eq!((asked.key, asked.text.as_str(), asked.help.as_str()), (AskKey::Kind, "ask.kind", "ask-help.kind"));
    assert_eq!((asked.number, asked.at_most, asked.several, asked.any_age_up_to), (1, 10, false, None));
    assert_eq!(asked.options.len(), KINDS.len() + 1);
    let last = Choice { value: Given::DoNotKnow, text: "ask-option.do_not_know".to_owned() };
    assert_eq!(asked.options.last(), Some(&last));
    assert!(KINDS.iter().all(|kind| Kind::from_word(kind).is_some()));
    let age = AskKey::Fact(FactKey::MinimumAge);
    let some = answers(&[(AskKey::Kind, word("quiz")), (age, Value::Number(13))]);
    assert_eq!(ask(&WORDS, &some, AskKey::Plan).number, 3);
}

#[test]
fn options_are_the_values_that_a_question_takes() {
    let asked = |key| ask(&WORDS, &answers(&[]), key);
    for key in AskKey::EVER_ASKED {
        let question = asked(key);
        let values: Vec<&Value> = question.options.iter().filter_map(|choice| choice.value.value()).collect();
        assert!(values.len() >= 2 && values.len() + 1 == question.options.len(), "{key}");
        assert!(values.iter().all(|value| key.takes(value)), "{key}: {values:?}");
        assert_eq!(question.several, key == AskKey::Routes, "{key}");
    }
    let age = asked(AskKey::Fact(FactKey::MinimumAge));
    assert_eq!((age.any_age_up_to, age.options.len()), (Some(18), AGES.len() + 1));
    assert_eq!(texts(&age)[..2], ["ask-option.no_minimum", "ask-option.age"]);
    assert_eq!(texts(&asked(AskKey::Plan)).iter().filter(|text| text.contains("not_recorded")).count(), 0);
    assert_eq!(asked(AskKey::Plan).options.len(), Plan::WORDS.len());
    assert_eq!(asked(AskKey::Routes).options.len(), Route::ALL.len());
    let browser = asked(AskKey::Fact(FactKey::RunsInBrowser));
    assert_eq!(texts(&browser), ["ask-option.yes", "ask-option.no", "ask-option.do_not_know"]);
    assert_eq!((browser.any_age_up_to, browser.options[0].value.value()), (None, Some(&Value::YesNo(true))));
}

#[test]
fn an_answer_as_words_is_its_label_and_a_list_has_one_for_each() {
    let months = AskKey::Fact(FactKey::Hosting);
    assert_eq!(option(&WORDS, months, &Value::Number(0)), "ask-option.age");
    let ways = |ways: &[&str]| Value::Words(ways.iter().map(|&way| way.to_owned()).collect());
    assert_eq!(option(&WORDS, AskKey::Routes, &ways(&[])), "ask-option.none_of_these");
    let both = "ask-option.routes.no_account, ask-option.routes.school_sso";
    assert_eq!(option(&WORDS, AskKey::Routes, &ways(&["no_account", "school_sso"])), both);
    let only_values = |key: &str| key.starts_with("value.").then(|| key_itself(key)).flatten();
    let words = Words { text: &only_values, ..WORDS };
    assert_eq!(option(&words, months, &word("eea")), "value.eea");
    let none = Words { text: &|_| None, ..WORDS };
    assert_eq!(option(&none, months, &word("eea")), "eea");
}

/// The end of a dialogue with these answers.
fn end(given: &Answers, question: &Question, words: &Words<'_>) -> Provisional {
    let ground = Ground::of(question);
    let tool = record::record(given, question.as_of, "place");
    let mut checks = vec![check::check_edition(&tool, &tool.editions[0], ground)];
    record::hold_back(&mut checks, given);
    let knowledge_base = KnowledgeBaseShown { edition: 1, issued: day(), sha256: String::new() };
    let material = Material {
        shelf: &NoSentences,
        tool: &tool,
        supplier: words.supplier(),
        ground,
        checks: &checks,
        language: Language::Nl,
        freshness: Freshness::Fresh,
        knowledge_base,
    };
    provisional(words, explain::answer(&material).expect("an edition"), given, question)
}

#[test]
fn the_end_rests_on_what_was_answered_and_never_says_more() {
    let known = answers(&[
        (AskKey::Kind, word("quiz")),
        (AskKey::Fact(FactKey::NoAccount), Value::YesNo(true)),
        (AskKey::Fact(FactKey::UsableWithoutPupilData), Value::YesNo(true)),
        (AskKey::Fact(FactKey::AiKind), word("none")),
        (AskKey::Fact(FactKey::MinimumAge), Value::Number(0)),
    ]);
    let question = Question { age: Some(11), account: Some(Account::None), ..Question::on(day()) };
    let end_of = |given: &Answers| end(given, &question, &WORDS);
    let done = end_of(&known);
    assert!(done.provisional && done.answer.outcome >= Outcome::Conditional);
    assert_eq!((done.answer.basis, done.valid_until.to_string()), (Basis::RuleOfThumb, "2026-12-21".to_owned()));
    assert_eq!(done.notice, "questionnaire.notice");
    assert!(done.answer.headline.starts_with("questionnaire.provisional outcome."), "{}", done.answer.headline);
    let [own] = done.answer.sources.as_slice() else { panic!("{:?}", done.answer.sources) };
    assert_eq!(
        (own.id.as_str(), own.publisher.as_str(), own.title.as_str()),
        (record::SOURCE, "questionnaire.own_answers", "Rekenraket")
    );
    assert_eq!((own.content_date, own.checked_on), (Some(day()), day()));
    let mut unknown = answers(&[(AskKey::Kind, word("quiz"))]);
    unknown.do_not_know(AskKey::Routes);
    assert_eq!(end_of(&unknown).answer.sources, []);
}

#[test]
fn the_request_says_what_was_answered_what_is_unknown_and_what_to_look_at_besides() {
    let mut given =
        answers(&[(AskKey::Kind, word("quiz")), (AskKey::Fact(FactKey::ProcessingAgreement), word("none"))]);
    given.do_not_know(AskKey::Fact(FactKey::Hosting));
    let given = given.from_supplier("Maker").expect("a name");
    let question = Question {
        role: Some(Role::Teacher),
        age: Some(11),
        sector: Some(Sector::Po),
        purpose: Some(Purpose::Practise),
        account: Some(Account::School),
        data: Some(Data::Ordinary),
        device: Some(Device::School),
        procured: Some(true),
        compulsory: Some(false),
        ..Question::on(day())
    };
    let request = end(&given, &question, &WORDS).request;
    assert_eq!((request.tool.as_str(), request.supplier.as_deref()), ("Rekenraket", Some("Maker")));
    assert_eq!((request.date, request.valid_until.to_string()), (day(), "2026-12-21".to_owned()));
    assert_eq!((&request.question, &request.answers), (&question, &given));
    let answered: Vec<[&str; 3]> =
        request.answered.iter().map(|one| [one.asked.as_str(), &one.answer, &one.why]).collect();
    let agreement =
        ["ask.processing_agreement", "ask-option.processing_agreement.none", "ask-why.processing_agreement"];
    assert_eq!(answered, [["ask.kind", "ask-option.kind.quiz", "ask-why.kind"], agreement]);
    let keys = |open: &[crate::questionnaire::ToLookUp]| open.iter().map(|open| open.key).collect::<Vec<_>>();
    assert_eq!(keys(&request.unknown), [Some(AskKey::Fact(FactKey::Hosting))]);
    let besides = [
        FactKey::Advertising,
        FactKey::DevicePermissions,
        FactKey::StoresWork,
        FactKey::OwnerOfWork,
        FactKey::ExportPossible,
    ];
    let besides = besides.map(|key| Some(AskKey::Fact(key)));
    assert_eq!(keys(&request.advice), [&[None, None][..], &besides].concat());
    assert_eq!([&request.unknown[0].help, &request.unknown[0].why], ["ask-help.hosting", "ask-why.hosting"]);
    let used = "questionnaire.use: role.teacher, sector.po, purpose.practise, account.school, data.ordinary, \
                device.school, procured.yes, compulsory.no, questionnaire.age\n";
    let lines = [
        "questionnaire.request\nquestionnaire.date\nquestionnaire.by: Maker\n",
        used,
        "\n\nquestionnaire.answered\n- ask.kind ask-option.kind.quiz\n- ask.processing_agreement ask-option.processing_agreement.none\n",
        "\n\nquestionnaire.unknown\n- ask.hosting ask-why.hosting ask-help.hosting\n",
        "\n\nquestionnaire.advice\n- ask.in_use ask-why.in_use ask-help.in_use\n",
        "\n\nstanding.school_decides\n",
    ];
    for line in lines {
        assert!(request.text.contains(line), "{line} is not in {}", request.text);
    }
    let bare = end(&answers(&[(AskKey::Kind, word("quiz"))]), &Question::on(day()), &WORDS).request.text;
    assert!(bare.contains("questionnaire.use: questionnaire.any_use\n") && !bare.contains("questionnaire.by"));
    assert!(!bare.contains("questionnaire.unknown"), "{bare}");
}

#[test]
fn sentences_take_the_names_and_begin_with_a_capital() {
    let text = |key: &str| match key {
        "questionnaire.supplier" => Some("de leverancier"),
        "both" => Some("{supplier} maakt {tool}."),
        "dated" => Some("Tot {date}."),
        "aged" => Some("Vanaf {age} jaar."),
        _ => None,
    };
    let words = |supplier| Words { text: &text, supplier, ..WORDS };
    assert_eq!(words(None).say("both"), "De leverancier maakt Rekenraket.");
    assert_eq!(words(Some("maker")).say("both"), "maker maakt Rekenraket.");
    assert_eq!((words(None).supplier(), words(Some("Maker")).supplier()), ("de leverancier", "Maker"));
    assert_eq!((words(None).find("none"), words(None).say("none")), (None, "none".to_owned()));
    assert_eq!(words(None).with_date("dated", day()), "Tot 2026-11-21.");
    assert_eq!(words(None).with_age("aged", 13), "Vanaf 13 jaar.");
    let tidied = |supplier, text: &str| {
        let mut text = text.to_owned();
        words(supplier).tidy(&mut text);
        text
    };
    assert_eq!(tidied(None, "de leverancier eist dit."), "De leverancier eist dit.");
    assert_eq!(tidied(Some("maker"), "de leverancier eist dit."), "de leverancier eist dit.");
}
