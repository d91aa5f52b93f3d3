//! One fully described case: a tool in an edition, used by somebody, on a day.

use crate::date::Date;
use crate::fact::{Fact, FactKey, Jurisdiction, Known, Value};
use crate::parameter::{Parameter, ParameterId, ParameterValue};
use crate::question::{Account, Data, Device, Purpose, Question, Role, Sector};
use crate::school::AtSchool;
use crate::tool::{Assessment, Edition, FactEntry, Kind, Route, Tool};

/// Age from which users count as adults towards a supplier.
///
/// Suppliers' ages end at 18 in the records, so that from here on no age of
/// theirs can matter.
pub(crate) const ADULT: u8 = 18;

/// What is recorded of one fact on the day of the question.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reading<'a> {
    /// A value that applies in the Netherlands.
    Known(&'a Known),
    /// The question makes no sense for this edition.
    NotApplicable,
    /// Nothing that can be used.
    NotKnown,
}

/// The facts of an edition that can be used on one day.
#[derive(Debug)]
pub(crate) struct FactsOn<'a> {
    /// Sorted by key.
    entries: Vec<&'a FactEntry>,
    /// Where the entries of each key begin; those of the next one end them.
    begins: [u32; FactKey::ALL.len() + 1],
    /// Whether any of them is past its review date.
    any_outdated: bool,
}

impl<'a> FactsOn<'a> {
    /// The facts of `edition` that are in force on `as_of` and whose source
    /// applies in the Netherlands. Where several stand under one key, the
    /// closest jurisdiction counts, then the latest text.
    pub(crate) fn new(edition: &'a Edition, as_of: Date) -> Self {
        let mut all: Vec<&FactEntry> = edition.facts.iter().filter(|entry| counts(entry, as_of)).collect();
        all.sort_by_key(|entry| entry.key);
        let mut entries: Vec<&FactEntry> = Vec::with_capacity(all.len());
        for entry in all {
            let mut of_key = entries.iter_mut().rev().take_while(|other| other.key == entry.key);
            match of_key.find(|other| other.routes == entry.routes) {
                Some(other) if weight(entry) > weight(other) => *other = entry,
                Some(_) => {}
                None => entries.push(entry),
            }
        }
        let mut begins = [0_u32; FactKey::ALL.len() + 1];
        for entry in &entries {
            if let Some(next) = begins.get_mut((entry.key as usize).saturating_add(1)) {
                *next = next.saturating_add(1);
            }
        }
        let mut behind = 0_u32;
        for begin in &mut begins {
            behind = behind.saturating_add(*begin);
            *begin = behind;
        }
        let is_outdated = |entry: &&FactEntry| entry.fact.known().is_some_and(|known| known.is_outdated(as_of));
        let any_outdated = entries.iter().any(is_outdated);
        Self { entries, begins, any_outdated }
    }

    /// Whether any of them is past its review date on that day.
    pub(crate) fn any_outdated(&self) -> bool {
        self.any_outdated
    }

    /// Whether this very entry is among them.
    pub(crate) fn holds(&self, entry: &FactEntry) -> bool {
        self.entries.iter().any(|other| core::ptr::eq(*other, entry))
    }

    /// What is recorded under `key` for use by `route`: a fact for that route
    /// goes before a fact for all routes.
    pub(crate) fn entry(&self, key: FactKey, route: Route) -> Option<&'a FactEntry> {
        let mut ends = self.begins.iter().skip(key as usize).filter_map(|&at| usize::try_from(at).ok());
        let (Some(first), Some(end)) = (ends.next(), ends.next()) else {
            return None;
        };
        let of_key = self.entries.get(first..end).unwrap_or_default();
        let for_route = of_key.iter().find(|entry| entry.routes.contains(&route));
        for_route.or_else(|| of_key.iter().find(|entry| entry.routes.is_empty())).copied()
    }
}

fn counts(entry: &FactEntry, as_of: Date) -> bool {
    match &entry.fact {
        Fact::Known(known) => {
            let applies = match known.jurisdiction {
                Jurisdiction::Nl | Jurisdiction::Eea => true,
                Jurisdiction::World => !entry.key.needs_eea_text(),
                Jurisdiction::Us | Jurisdiction::Other => false,
            };
            applies && known.in_force_from() <= as_of
        }
        Fact::Unknown { .. } | Fact::NotApplicable => true,
    }
}

/// A known value goes before none; the closest jurisdiction goes first, then
/// the latest text.
fn weight(entry: &FactEntry) -> (u8, u32) {
    match &entry.fact {
        Fact::Known(known) => {
            let closeness = match known.jurisdiction {
                Jurisdiction::Nl => 4,
                Jurisdiction::Eea => 3,
                Jurisdiction::World | Jurisdiction::Us | Jurisdiction::Other => 2,
            };
            (closeness, known.in_force_from().packed())
        }
        Fact::NotApplicable => (1, 0),
        Fact::Unknown { .. } => (0, 0),
    }
}

/// Who uses the tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Users {
    /// Pupils, the youngest of this age.
    Pupils(u8),
    /// A member of staff, for their own work.
    Staff,
}

/// The central assessment that counts on the day of the question.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Assessed<'a> {
    /// None was published.
    No,
    /// It looked at this use.
    InScope(&'a Assessment),
    /// It looked at other use only.
    OutOfScope(&'a Assessment),
}

/// One fully described case.
#[derive(Debug)]
pub(crate) struct Situation<'a> {
    /// The tool.
    pub(crate) tool: &'a Tool,
    /// The edition.
    pub(crate) edition: &'a Edition,
    /// Its facts on that day.
    pub(crate) facts: &'a FactsOn<'a>,
    /// Dated numbers from law and policy.
    pub(crate) parameters: &'a [Parameter],
    /// What was asked.
    pub(crate) question: &'a Question,
    /// Who uses it.
    pub(crate) users: Users,
    /// Whether the knowledge base itself is past its last day.
    pub(crate) expired: bool,
    /// The conditions the knowledge base has no entry for, by id.
    pub(crate) lacking: &'a [&'static str],
    /// Whether the school is supposed to have approved it, whatever its file
    /// says.
    pub(crate) approved: bool,
    /// What the school's own file says of the edition on that day.
    pub(crate) school: Option<AtSchool<'a>>,
}

impl<'a> Situation<'a> {
    /// Whether the knowledge base has an entry for a condition.
    pub(crate) fn has_condition(&self, id: &str) -> bool {
        !self.lacking.contains(&id)
    }

    /// Age of the users on this route: pupils have theirs; staff and parents
    /// are adults.
    pub(crate) fn age(&self, route: Route) -> u8 {
        match (self.users, route) {
            (_, Route::TeacherOnly | Route::ParentAccount) | (Users::Staff, _) => ADULT,
            (Users::Pupils(age), _) => age,
        }
    }

    /// What kind of tool it is.
    pub(crate) fn kind(&self) -> Kind {
        self.tool.kind
    }

    /// Whether the question names this purpose.
    pub(crate) fn purpose_is(&self, purpose: Purpose) -> bool {
        self.question.purpose == Some(purpose)
    }

    /// Whether the question names this device.
    pub(crate) fn device_is(&self, device: Device) -> bool {
        self.question.device == Some(device)
    }

    /// Whether the question names this account.
    pub(crate) fn account_is(&self, account: Account) -> bool {
        self.question.account == Some(account)
    }

    /// Whether the school bought it, as far as the question says so.
    pub(crate) fn procured(&self) -> Option<bool> {
        self.question.procured
    }

    /// The sector, if named.
    pub(crate) fn sector(&self) -> Option<Sector> {
        self.question.sector
    }

    /// The data that are entered; none when the question leaves it open. In a
    /// call people have names, faces and voices, whatever the question says.
    pub(crate) fn data(&self) -> Data {
        let least = if self.tool.kind == Kind::VideoCall { Data::Ordinary } else { Data::None };
        self.question.data.unwrap_or(Data::None).max(least)
    }

    /// Whether personal data of pupils are in the tool on this route: because
    /// they are entered, or because pupils or parents have an account.
    pub(crate) fn personal_data(&self, route: Route) -> bool {
        let account =
            matches!(route, Route::SchoolSso | Route::SchoolManaged | Route::ParentAccount | Route::PrivateAccount);
        account || self.data() > Data::None
    }

    /// The number in force for a parameter.
    pub(crate) fn parameter(&self, id: ParameterId) -> Option<&'a ParameterValue> {
        let question = self.question;
        self.parameters
            .iter()
            .find(|parameter| parameter.id == id)
            .and_then(|parameter| parameter.on(question.as_of, question.country, question.sector))
    }

    /// The consent age in the country of the question.
    pub(crate) fn consent_age(&self) -> Option<u8> {
        self.parameter(ParameterId::ConsentAge).and_then(|value| u8::try_from(value.value).ok())
    }

    /// What is recorded under a key.
    pub(crate) fn reading(&self, key: FactKey, route: Route) -> Reading<'a> {
        match self.facts.entry(key, route).map(|entry| &entry.fact) {
            Some(Fact::Known(known)) => Reading::Known(known),
            Some(Fact::NotApplicable) => Reading::NotApplicable,
            Some(Fact::Unknown { .. }) | None => Reading::NotKnown,
        }
    }

    /// A known yes or no.
    pub(crate) fn yes_no(&self, key: FactKey, route: Route) -> Option<bool> {
        match self.reading(key, route) {
            Reading::Known(Known { value: Value::YesNo(yes), .. }) => Some(*yes),
            _ => None,
        }
    }

    /// A known age.
    pub(crate) fn years(&self, key: FactKey, route: Route) -> Option<u8> {
        match self.reading(key, route) {
            Reading::Known(Known { value: Value::Number(years), .. }) => u8::try_from(*years).ok(),
            _ => None,
        }
    }

    /// A known word.
    pub(crate) fn word(&self, key: FactKey, route: Route) -> Option<&'a str> {
        match self.reading(key, route) {
            Reading::Known(Known { value: Value::Word(word), .. }) => Some(word.as_str()),
            _ => None,
        }
    }

    /// Whether there is AI in the tool: by its kind, or by what is recorded.
    pub(crate) fn uses_ai(&self, route: Route) -> Option<bool> {
        if matches!(
            self.tool.kind,
            Kind::GenerativeAi | Kind::AdaptiveLearning | Kind::Proctoring | Kind::EmotionRecognition
        ) {
            return Some(true);
        }
        self.word(FactKey::AiKind, route).map(|kind| kind != "none")
    }

    /// Whether a processing agreement is known to be on offer.
    pub(crate) fn agreement_offered(&self, route: Route) -> bool {
        self.word(FactKey::ProcessingAgreement, route).is_some_and(|word| word != "none")
    }

    /// The latest central assessment published on or before the day asked
    /// about, and whether it looked at this use.
    pub(crate) fn assessment(&self, route: Route) -> Assessed<'a> {
        let latest = self
            .edition
            .assessments
            .iter()
            .filter(|assessment| assessment.date <= self.question.as_of)
            .max_by_key(|assessment| assessment.date);
        match latest {
            None => Assessed::No,
            Some(assessment) if self.in_scope(assessment, route) => Assessed::InScope(assessment),
            Some(assessment) => Assessed::OutOfScope(assessment),
        }
    }

    /// A part of a scope that the question leaves open counts as not met, so
    /// that naming it can only help.
    fn in_scope(&self, assessment: &Assessment, route: Route) -> bool {
        let scope = &assessment.scope;
        let old_enough = scope.minimum_age.is_none_or(|minimum| self.age(route) >= minimum);
        let roles = match (self.users, route) {
            (_, Route::ParentAccount) => [Role::Parent, Role::Parent],
            (Users::Staff, _) | (_, Route::TeacherOnly) => [Role::Teacher, Role::Staff],
            (Users::Pupils(_), _) => [Role::Pupil, Role::Pupil],
        };
        let role = scope.roles.is_empty() || roles.iter().any(|role| scope.roles.contains(role));
        let sector = scope.sectors.is_empty() || self.sector().is_some_and(|sector| scope.sectors.contains(&sector));
        let data = scope.data.is_empty() || self.data() == Data::None || scope.data.contains(&self.data());
        old_enough && role && sector && data
    }
}

#[cfg(test)]
mod tests;
