//! What would make it allowed holds, is as small as it can be, and what is
//! suggested instead passes.

use std::collections::BTreeSet;
use std::sync::Mutex;

use magdit::{
    Account, Answer, Brief, Change, ConsentKind, Data, Device, Fact, FactEntry, FactKey, Jurisdiction, KnowledgeBase,
    Known, Language, Outcome, Purpose, Question, Register, Role, Route, SourceId, Status, Tool, Value,
};

use crate::ledger::{Ledger, Subject, asked, hold};
use crate::schools::{Entries, single};
use crate::space::Space;

/// Questions that each edition is asked, under each file.
const QUESTIONS: usize = 36;

/// No file, and files of which each opens, closes or tightens.
fn files() -> Vec<Option<&'static Entries>> {
    std::iter::once(None).chain(single().iter().skip(7).step_by(43).map(Some)).collect()
}

fn is_yes(brief: &Brief, question: &Question) -> bool {
    let alone = matches!(question.purpose, Some(Purpose::Show | Purpose::Prepare));
    brief.outcome <= Outcome::Conditional && (alone || brief.route != Some(Route::TeacherOnly))
}

/// The record and the question with changes made, written down apart from the
/// library. A decision of the school is made in its file; consent of parents is
/// no part of record or question.
fn changed(tool: &Tool, question: &Question, changes: &[&Change]) -> (Tool, Question) {
    let (mut tool, mut question) = (tool.clone(), question.clone());
    for change in changes {
        match change {
            Change::Account(account) => question.account = Some(*account),
            Change::AnyEdition => question.edition = None,
            Change::NoPersonalData => question.data = Some(Data::None),
            Change::Voluntary => question.compulsory = Some(false),
            Change::OwnDevice => question.device = Some(Device::Own),
            Change::Contract => question.procured = Some(true),
            Change::TeacherShows => (question.purpose, question.account) = (Some(Purpose::Show), None::<Account>),
            Change::SchoolDecision | Change::ParentalConsent => {}
            Change::Fact(key, value) => tool.editions.iter_mut().for_each(|edition| {
                let known = Known {
                    value: value.clone(),
                    source: SourceId("found".to_owned()),
                    place: "found".to_owned(),
                    content_date: None,
                    checked_on: question.as_of,
                    review_by: question.as_of,
                    jurisdiction: Jurisdiction::Nl,
                };
                if !decides(&edition.facts, *key) {
                    edition.facts.retain(|entry| entry.key != *key);
                    edition.facts.push(FactEntry::new(*key, Vec::new(), Fact::Known(known)));
                }
            }),
        }
    }
    (tool, question)
}

/// Whether something that counts here is known under a key.
fn decides(facts: &[FactEntry], key: FactKey) -> bool {
    facts.iter().filter(|entry| entry.key == key).filter_map(|entry| entry.fact.known()).any(|known| {
        let foreign = matches!(known.jurisdiction, Jurisdiction::Us | Jurisdiction::Other)
            || known.jurisdiction == Jurisdiction::World && key.needs_eea_text();
        !foreign && known.content_date.unwrap_or(known.checked_on) <= magdit_tests::today()
    })
}

/// The whole answer for the edition of a subject, with the question asked.
fn answer(library: &KnowledgeBase, subject: &Subject, question: &Question) -> (Answer, Question) {
    let edition = subject.tool.editions.first().map(|edition| edition.id.clone());
    let question = Question { edition, ..question.clone() };
    let answer = library.check(&subject.tool.id, &question, Language::Nl);
    (answer.expect("a question of the space is answered"), question)
}

/// The knowledge base as it is at the school, and as it would be if the school
/// approved the tool.
struct Libraries {
    now: KnowledgeBase,
    approved: KnowledgeBase,
}

/// A change with an agreement of another kind in it.
fn of_kind(change: &Change, kind: &Value) -> Change {
    match change {
        Change::Fact(FactKey::ProcessingAgreement, _) => Change::Fact(FactKey::ProcessingAgreement, kind.clone()),
        other => other.clone(),
    }
}

fn complaint(libraries: &Libraries, record: &Tool, answer: &Answer, question: &Question) -> Option<String> {
    let library = &libraries.now;
    let leads = |changes: &[&Change]| {
        let approved = changes.iter().any(|change| **change == Change::SchoolDecision);
        let library = if approved { &libraries.approved } else { library };
        let (tool, question) = changed(record, question, changes);
        let brief = library.brief(&tool, &question).expect("a changed question is answered");
        is_yes(&brief, &question).then_some(brief)
    };
    if leads(&[]).is_some() {
        return (!answer.would_change.is_empty() || !answer.alternatives.is_empty())
            .then(|| "a yes needs no change".to_owned());
    }
    for way in &answer.would_change {
        let of_parents = |change: &&Change| **change == Change::ParentalConsent;
        let (consent, changes): (Vec<&Change>, Vec<&Change>) = way.changes.iter().partition(of_parents);
        let Some(brief) = leads(&changes) else {
            return Some(format!("{changes:?} leads to no yes"));
        };
        if (brief.consent.kind == ConsentKind::ParentalConsent) != (consent.len() == 1) {
            return Some(format!("{:?} leads to a yes with {:?}", way.changes, brief.consent));
        }
        if brief.route != way.route || brief.outcome.max(Outcome::Conditional) != way.outcome.max(Outcome::Conditional)
        {
            return Some(format!("{changes:?} leads to {brief:?}, not to {way:?}"));
        }
        let other_kinds = FactKey::ProcessingAgreement.words().iter().filter(|&&kind| kind != "own" && kind != "none");
        for kind in other_kinds.map(|&kind| Value::Word(kind.to_owned())) {
            let agreed: Vec<Change> = changes.iter().map(|&change| of_kind(change, &kind)).collect();
            if leads(&agreed.iter().collect::<Vec<_>>()).is_none() {
                return Some(format!("{agreed:?} leads to no yes, and {changes:?} does"));
            }
        }
        if changes.len() > 2 {
            return Some(format!("{changes:?} is more than is tried"));
        }
        if changes.len() == 2 && changes.iter().any(|&one| leads(&[one]).is_some()) {
            return Some(format!("{changes:?} has a part that is enough"));
        }
    }
    let suggested: Vec<(usize, usize)> =
        answer.alternatives.iter().map(|other| (other.basis as usize, other.outcome as usize)).collect();
    if suggested.len() > 3 || !suggested.is_sorted() {
        return Some(format!("{:?} is not in order", answer.alternatives));
    }
    answer.alternatives.iter().find_map(|other| {
        let tool = library.tool(&other.id).expect("what is suggested is there");
        let open = Question { edition: None, ..question.clone() };
        let brief = library.brief(&tool, &open).expect("a question that is answered");
        let serves = match question.purpose {
            Some(purpose) => tool.purposes.contains(&purpose),
            None => tool.purposes.iter().any(|purpose| record.purposes.contains(purpose)),
        };
        let passes = is_yes(&brief, &open) && serves && tool.status == Status::Active && tool.id != record.id;
        let same = (brief.outcome, brief.route, brief.basis) == (other.outcome, other.route, other.basis);
        (!passes || !same).then(|| format!("{other:?} is {brief:?}"))
    })
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes too long without optimisation; tests/run runs it")]
fn every_change_leads_to_a_yes_no_part_of_it_does_and_every_alternative_passes() {
    let kinds: Mutex<BTreeSet<String>> = Mutex::default();
    let ways = Mutex::new((0_u64, 0_u64));
    let look = |subject: &Subject, ledger: &mut Ledger| {
        for file in files() {
            let library = file.map_or_else(|| subject.knowledge_base.clone(), |file| file.over(subject));
            let record = library.tool(&subject.tool.id).expect("its record");
            let libraries = Libraries { now: library, approved: Entries::approved(file).over(subject) };
            for question in Space::whole().sample(QUESTIONS, &subject.salt()) {
                let (answer, question) = answer(&libraries.now, subject, &question);
                let complaint = complaint(&libraries, &record, &answer, &question);
                ledger.look(complaint.is_none(), || {
                    format!("{file:?} {}: {}", asked(&question), complaint.unwrap_or_default())
                });
                let mut kinds = kinds.lock().expect("no thread panics with it");
                let of = |change: &Change| format!("{change:?}").split('(').next().unwrap_or_default().to_owned();
                kinds.extend(answer.would_change.iter().flat_map(|way| &way.changes).map(of));
                let mut ways = ways.lock().expect("no thread panics with it");
                ways.0 += answer.would_change.len() as u64;
                ways.1 += answer.alternatives.len() as u64;
            }
        }
    };
    let expected = files().len() * QUESTIONS;
    hold("changes hold, no part of them does, alternatives pass", |_| expected as u64, look);
    let (ways, alternatives) = ways.into_inner().expect("no thread panicked");
    let kinds = kinds.into_inner().expect("no thread panicked");
    println!("{ways:>11} sets of changes of {} kinds and {alternatives} alternatives were tried", kinds.len());
    assert!(ways > 1_000 && alternatives > 1_000, "hardly any");
    assert!(kinds.len() >= 7, "only {kinds:?}");
}

#[test]
fn changes_are_made_as_they_say() {
    let tool = magdit_tests::embedded().tool("kahoot").expect("its record");
    let question = Question { compulsory: Some(true), ..Question::on(magdit_tests::today()) };
    let (_, after) = changed(&tool, &question, &[&Change::Voluntary, &Change::Contract]);
    assert_eq!((after.compulsory, after.procured), (Some(false), Some(true)));
    let found = Change::Fact(FactKey::RunsInBrowser, Value::YesNo(true));
    let (found, _) = changed(&tool, &question, &[&found]);
    assert!(found.editions.iter().all(|edition| decides(&edition.facts, FactKey::RunsInBrowser)));
}

#[test]
fn a_way_out_says_with_which_account_and_names_no_kind_of_agreement() {
    let library = magdit_tests::embedded();
    let with = |account, role| Question { account, role, ..Question::on(magdit_tests::today()) };
    let questions = [
        with(None, None),
        with(Some(Account::Private), None),
        with(None, Some(Role::Parent)),
        Question { purpose: Some(Purpose::Communicate), ..with(None, Some(Role::Parent)) },
        Question { purpose: Some(Purpose::Practise), ..with(None, Some(Role::Teacher)) },
    ];
    let mut ended = BTreeSet::new();
    let asked = |language| questions.iter().map(move |question| (question, language));
    for id in library.tool_ids().step_by(5) {
        for (question, language) in asked(Language::Nl).chain(asked(Language::En)) {
            let register = if question.role == Some(Role::Parent) { Register::Parent } else { Register::Teacher };
            let words = |key: &str| library.text(language, key, register).expect("it has a text");
            for way in library.check(id, question, language).expect("an answer").would_change {
                let route = way.route.map_or("none", Route::as_str);
                for change in &way.changes {
                    let key = match (change, way.route) {
                        (Change::SchoolDecision, Some(Route::PrivateAccount | Route::ParentAccount)) => {
                            format!("change.school_decision_{route}")
                        }
                        (Change::SchoolDecision, _) => "change.school_decision".to_owned(),
                        (Change::TeacherShows, Some(Route::SchoolSso | Route::SchoolManaged)) => {
                            "change.teacher_shows_school_account".to_owned()
                        }
                        (Change::TeacherShows, Some(Route::NoAccount | Route::PrivateAccount)) => {
                            format!("change.teacher_shows_{route}")
                        }
                        (Change::TeacherShows, _) => "change.teacher_shows".to_owned(),
                        (Change::Fact(FactKey::ProcessingAgreement, _), _) => "change.agreement".to_owned(),
                        _ => continue,
                    };
                    let part = words(&key).split("{supplier}").next().unwrap_or_default().to_owned();
                    assert!(way.text.contains(&part), "{id} {question:?}: {} lacks {part}", way.text);
                    ended.insert(key);
                }
            }
        }
    }
    println!("{ended:?} were said");
    assert!(ended.len() >= 4, "only {ended:?}");
}
