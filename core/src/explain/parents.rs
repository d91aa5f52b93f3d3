//! The parents' page, and what the letters to parents are made of.

use crate::answer::{Consent, ConsentKind, ForParents, LetterKind, Outcome, ParentsPart, PartKind};
use crate::condition::{Strength, Who};
use crate::fact::FactKey;
use crate::question::{Data, Role};
use crate::rules::Situation;
use crate::tool::Route;

use super::wording::{Blanks, Wording};
use super::{ConditionShown, Seen, Shelf, school};

mod letter;

/// Most things the school sees to that are told: the page is one sheet.
const MOST_DUTIES: usize = 4;

/// Conditions that the parts tell in words of their own.
const TOLD_ELSEWHERE: [&str; 12] = [
    "ask-school",
    "choose-other-tool",
    "inform-parents",
    "inform-students",
    "offer-alternative",
    "own-consent",
    "parental-consent",
    "publication-consent-own",
    "publication-consent-parents",
    "respect-objection",
    "stop-using",
    "supplier-permission",
];

/// The law wants parents' consent, or the supplier does.
const ASKED_FOR_USE: [&str; 2] = ["parental-consent", "supplier-permission"];
/// Parents' consent is for making images public, and not for the use.
const ASKED_FOR_IMAGES: &str = "publication-consent-parents";

/// What the page is made from.
pub(super) struct Told<'a, S> {
    pub(super) words: &'a Wording<'a, S>,
    pub(super) situation: &'a Situation<'a>,
    pub(super) outcome: Outcome,
    /// The best route, where there is one.
    pub(super) route: Option<Route>,
    pub(super) consent: Consent,
    pub(super) conditions: &'a [ConditionShown],
    /// The main reason.
    pub(super) why: &'a str,
    pub(super) seen: &'a [Seen<'a>],
}

/// The page and both letters; nothing when no parent asks, or when the
/// knowledge base is of a time before it had these sentences.
pub(super) fn shown<S: Shelf>(told: &Told<'_, S>) -> Option<ForParents> {
    let words = told.words;
    let has_sentences = words.shelf.text(words.language, "parents.what_title", words.register).is_some();
    if told.situation.question.role != Some(Role::Parent) || !has_sentences {
        return None;
    }
    let parts = [told.what(), told.data(), told.why(), told.decided(), told.duties(), told.choice(), told.change()];
    Some(ForParents {
        parts: parts.into_iter().flatten().chain([told.ask()]).collect(),
        letters: LetterKind::ALL.iter().map(|&kind| told.letter(kind)).collect(),
    })
}

impl<S: Shelf> Told<'_, S> {
    fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    fn say_value(&self, key: &str, value: &str) -> String {
        self.words.fill(key, &Blanks { value: Some(value), age: self.consent.until_age, ..Blanks::default() })
    }

    fn part(&self, kind: PartKind, title: &str, sentences: Vec<String>) -> Option<ParentsPart> {
        (!sentences.is_empty()).then(|| ParentsPart { kind, title: self.say(title), sentences, options: Vec::new() })
    }

    fn has(&self, id: &str) -> bool {
        self.conditions.iter().any(|condition| condition.id == id)
    }

    /// Whether parents are asked about images that become public.
    fn asks_for_images(&self) -> bool {
        self.has(ASKED_FOR_IMAGES)
    }

    /// Whether parents are asked about the use itself.
    fn asks_for_use(&self) -> bool {
        !self.asks_for_images() || ASKED_FOR_USE.iter().any(|id| self.has(id))
    }

    /// Whether somebody may use it, with conditions or without.
    fn is_open(&self) -> bool {
        self.outcome <= Outcome::Conditional
    }

    fn what(&self) -> Option<ParentsPart> {
        let kind = self.say(&format!("kind.{}", self.situation.kind()));
        let mut sentences = vec![self.say_value("parents.what", &kind), self.say("parents.maker")];
        if let Some(purpose) = self.situation.question.purpose {
            sentences.push(self.say(&format!("parents-purpose.{purpose}")));
        }
        self.part(PartKind::What, "parents.what_title", sentences)
    }

    fn data(&self) -> Option<ParentsPart> {
        let route = self.route.filter(|_| self.outcome != Outcome::NotAllowed)?;
        let s = self.situation;
        let mut sentences = vec![self.say(&format!("route.{route}"))];
        match route {
            Route::SchoolSso => sentences.push(self.say("parents.data_school_sso")),
            Route::SchoolManaged => sentences.push(self.say("parents.data_school_managed")),
            Route::ParentAccount => sentences.push(self.say("parents.data_parent_account")),
            Route::PrivateAccount => sentences.push(self.say("parents.data_private_account")),
            Route::NoAccount | Route::TeacherOnly => {}
        }
        match s.data() {
            Data::None if s.personal_data(route) => {}
            Data::None => sentences.push(self.say("parents.data_none")),
            data => sentences.push(self.say(&format!("parents-data.{data}"))),
        }
        if s.personal_data(route) {
            if s.yes_no(FactKey::StoresWork, route) == Some(true) {
                sentences.push(self.say("parents.stores_work"));
            }
            let hosting = s.word(FactKey::Hosting, route).unwrap_or("not_known");
            sentences.push(self.say(&format!("parents-hosting.{hosting}")));
        }
        if matches!(s.word(FactKey::Advertising, route), Some("contextual" | "personalised")) {
            sentences.push(self.say("parents.advertising"));
        }
        self.part(PartKind::Data, "parents.data_title", sentences)
    }

    fn why(&self) -> Option<ParentsPart> {
        let (title, sentences) = match (self.outcome, self.consent.kind) {
            (Outcome::NotAllowed, _) => ("parents.why_not_title", vec![self.why.to_owned()]),
            (Outcome::AskSchool, _) => ("parents.why_not_yet_title", vec![self.why.to_owned()]),
            (_, ConsentKind::ParentalConsent) => ("parents.why_asked_title", self.why_asked()),
            (_, ConsentKind::InformParents) => ("parents.why_told_title", self.why_told()),
            (_, ConsentKind::OwnConsent) => ("parents.why_own_title", vec![self.say("parents.why_own")]),
            (_, ConsentKind::None) => ("parents.why_told_title", vec![self.say("parents.why_none")]),
        };
        self.part(PartKind::Why, title, sentences)
    }

    /// Why parents are asked, with the law at the end.
    fn why_asked(&self) -> Vec<String> {
        let asks = |id: &str| id == ASKED_FOR_IMAGES || ASKED_FOR_USE.contains(&id);
        let asking = || self.conditions.iter().filter(move |condition| asks(&condition.id));
        let mut sentences = Vec::new();
        for condition in asking() {
            sentences.extend((condition.id == "supplier-permission").then(|| condition.text.clone()));
            sentences.push(condition.because.clone());
        }
        if self.consent.until_age.is_some() {
            sentences.push(self.words.with_age("parents.until_age", self.consent.until_age));
        }
        sentences.extend(self.laws(asking().map(|condition| condition.cites.as_str())));
        once(sentences)
    }

    fn why_told(&self) -> Vec<String> {
        let telling = self.conditions.iter().find(|condition| condition.id == "inform-parents");
        let law = self.laws(telling.into_iter().map(|condition| condition.cites.as_str()));
        ["parents.why_task", "parents.why_right"].map(|key| self.say(key)).into_iter().chain(law).collect()
    }

    /// Where a rule comes from, with the one name that nobody can guess explained.
    fn laws<'c>(&self, cites: impl Iterator<Item = &'c str> + Clone) -> Vec<String> {
        let explained = cites.clone().any(|cites| cites.contains("AVG")).then(|| self.say("parents.law_explained"));
        cites.map(|cites| self.say_value("parents.law", cites)).chain(explained).collect()
    }

    fn decided(&self) -> Option<ParentsPart> {
        let shown = school::shown(self.words, self.situation, self.route)?;
        self.part(PartKind::Decided, "parents.decided_title", vec![shown.text])
    }

    /// What people of the school must do, as parents read it.
    fn duties(&self) -> Option<ParentsPart> {
        if !self.is_open() {
            return None;
        }
        let of_school = |condition: &&ConditionShown| {
            let id = condition.id.as_str();
            let told = TOLD_ELSEWHERE.contains(&id) || matches!(condition.who, Who::Parent | Who::Pupil);
            condition.strength == Strength::Must && !told
        };
        let duties = self.conditions.iter().filter(of_school).take(MOST_DUTIES);
        self.part(PartKind::School, "parents.school_title", duties.map(|duty| duty.text.clone()).collect())
    }

    /// What a pupil gets whose parents say no, by the school's own file.
    fn alternative(&self) -> Option<&str> {
        self.situation.school?.alternative(self.route?)
    }

    fn choice(&self) -> Option<ParentsPart> {
        let mut keys: Vec<&str> = Vec::new();
        match (self.outcome, self.consent.kind) {
            (Outcome::NotAllowed, _) => keys.extend(["parents.choice_refused", "parents.choice_refused_ask"]),
            (Outcome::AskSchool, _) => keys.extend(["parents.choice_nothing_yet", "parents.choice_wait"]),
            (_, ConsentKind::ParentalConsent) => return self.choice_of_consent(),
            (_, ConsentKind::InformParents) => {
                keys.extend(["parents.choice_nothing", "parents.object", "parents.object_then"]);
            }
            (_, ConsentKind::OwnConsent) => {
                keys.push("parents.choice_own");
                keys.extend(self.has("own-consent").then_some("parents.choice_equal"));
            }
            (_, ConsentKind::None) => keys.extend(["parents.choice_nothing", "parents.disagree"]),
        }
        self.part(PartKind::Choice, "parents.choice_title", keys.iter().map(|key| self.say(key)).collect())
    }

    fn choice_of_consent(&self) -> Option<ParentsPart> {
        let mut sentences = vec![self.say("parents.choice_no")];
        if self.asks_for_use() {
            sentences.push(match self.alternative() {
                Some(alternative) => self.say_value("parents.choice_alternative", alternative),
                None => self.say("parents.choice_equal"),
            });
        }
        sentences.extend(self.asks_for_images().then(|| self.say("parents.choice_images")));
        sentences.push(self.say("parents.choice_silence"));
        self.part(PartKind::Choice, "parents.choice_title", sentences)
    }

    fn change(&self) -> Option<ParentsPart> {
        let mut keys: Vec<&str> = Vec::new();
        match self.consent.kind {
            _ if !self.is_open() => {}
            ConsentKind::ParentalConsent => {
                keys.push("parents.change_consent");
                keys.extend(self.asks_for_use().then_some("parents.change_then"));
                keys.extend(self.asks_for_images().then_some("parents.change_images"));
            }
            ConsentKind::InformParents => keys.push("parents.change_objection"),
            ConsentKind::OwnConsent => keys.push("parents.change_own"),
            ConsentKind::None => {}
        }
        self.part(PartKind::Change, "parents.change_title", keys.iter().map(|key| self.say(key)).collect())
    }

    fn ask(&self) -> ParentsPart {
        let contacts = self.situation.school.map(|at| &at.school.contacts);
        let mut sentences = vec![self.say("parents.ask_school")];
        if let Some(address) = contacts.and_then(|contacts| contacts.privacy_officer.as_deref()) {
            sentences.push(self.say_value("parents.ask_privacy", address));
        }
        if let Some(address) = contacts.and_then(|contacts| contacts.data_protection_officer.as_deref()) {
            sentences.push(self.say_value("parents.ask_officer", address));
        }
        sentences.push(self.say("parents.ask_authority"));
        ParentsPart { kind: PartKind::Ask, title: self.say("parents.ask_title"), sentences, options: Vec::new() }
    }
}

/// Each sentence once, in order.
fn once(sentences: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        if !kept.contains(&sentence) {
            kept.push(sentence);
        }
    }
    kept
}
