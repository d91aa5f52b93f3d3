//! The questions that are asked of both knowledge bases.
//!
//! Roles, ages, sectors and accounts are crossed in full. Everything else is
//! turned one at a time ([`Turn`]), for a teacher: what is rare in
//! combination is rare to change in combination, and the whole product would
//! take hours. Ages are asked at the first year of every range between two
//! ages that a parameter, a condition, a fact or an assessment names: within
//! such a range no answer can differ.

use std::collections::BTreeSet;

use magdit::{
    Account, AgeBand, Country, Data, Date, Device, FactKey, KnowledgeBase, Purpose, Question, Role, Sector, Tool, Value,
};
use serde::Serialize;

/// The youngest pupils, in completed years.
pub(super) const YOUNGEST: u8 = AgeBand::Under13.youngest();

/// Users are adults from this age: no supplier's age lies above it.
pub(super) const ADULT: u8 = AgeBand::Adult.youngest();

/// Roles that are crossed with everything.
const ROLES: [Role; 3] = [Role::Teacher, Role::Pupil, Role::Parent];

/// Accounts at hand; none named is every way.
const ACCOUNTS: [Option<Account>; 4] = [None, Some(Account::None), Some(Account::School), Some(Account::Private)];

/// Accounts of the questions in which one thing is turned.
const TURNED_ACCOUNTS: [Option<Account>; 3] = [None, Some(Account::School), Some(Account::Private)];

/// Ages of users from one year to another, in completed years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct AgeRange {
    /// The youngest.
    pub from: u8,
    /// The oldest; nothing for adults.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u8>,
}

/// The one thing in which a question is turned from the plain one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Turn {
    /// What for.
    Purpose(Purpose),
    /// The most personal data entered.
    Data(Data),
    /// The device.
    Device(Device),
    /// Whether the school bought it.
    Procured(bool),
    /// Whether pupils must use it.
    Compulsory(bool),
    /// Country whose law counts.
    Country(Country),
}

/// One question, in the terms in which changes are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub(super) role: Role,
    /// Nobody of an age: the one who asks uses it.
    pub(super) age: Option<AgeRange>,
    pub(super) sector: Option<Sector>,
    pub(super) account: Option<Account>,
    pub(super) turn: Option<Turn>,
}

/// For whom a change holds: every combination of what is listed. An empty
/// list says that the question leaves it open, or that every value is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Whom {
    /// Who asks.
    pub roles: Vec<Role>,
    /// Ages of the users; empty when the one who asks uses it, or all.
    pub ages: Vec<AgeRange>,
    /// Whether the one who asks is the user, for own work or as a parent.
    pub own_use: bool,
    /// Kinds of school.
    pub sectors: Vec<Sector>,
    /// Accounts at hand; `null` for a question that names none.
    pub accounts: Vec<Option<Account>>,
    /// What else the question says; empty for the plain question.
    pub turns: Vec<Turn>,
}

/// The questions of one comparison.
#[derive(Debug)]
pub(super) struct Grid {
    roles: Vec<Role>,
    ages: BTreeSet<u8>,
    turns: Vec<Turn>,
}

impl Grid {
    /// The questions of these roles; of all when there are none. `countries`
    /// are those whose parameters differ.
    pub(super) fn new(old: &KnowledgeBase, new: &KnowledgeBase, roles: &[Role], countries: &[Country]) -> Self {
        let roles = Role::ALL.iter().copied().filter(|role| roles.is_empty() || roles.contains(role)).collect();
        let mut ages: BTreeSet<u8> = AgeBand::ALL.iter().map(|band| band.youngest()).collect();
        for library in [old, new] {
            let numbers = library.parameters().iter().flat_map(|parameter| &parameter.values);
            ages.extend(numbers.filter_map(|value| u8::try_from(value.value).ok()));
            let triggers = library.conditions().iter().filter_map(|condition| condition.when.as_ref());
            ages.extend(triggers.filter_map(|trigger| trigger.age_below));
        }
        let turns = Purpose::ALL
            .iter()
            .map(|&purpose| Turn::Purpose(purpose))
            .chain(Data::ALL.iter().map(|&data| Turn::Data(data)))
            .chain(Device::ALL.iter().map(|&device| Turn::Device(device)))
            .chain([Turn::Procured(true), Turn::Procured(false), Turn::Compulsory(true)])
            .chain(countries.iter().filter(|&&country| country != Country::NL).map(|&country| Turn::Country(country)))
            .collect();
        Self { roles, ages, turns }
    }

    /// Every age range in which the answers about a tool cannot differ.
    pub(super) fn ranges(&self, tools: [&Tool; 2]) -> Vec<AgeRange> {
        let mut ages = self.ages.clone();
        for edition in tools.into_iter().flat_map(|tool| &tool.editions) {
            for entry in &edition.facts {
                let is_age = matches!(entry.key, FactKey::MinimumAge | FactKey::ParentalPermissionAge);
                if let (true, Some(Value::Number(age))) = (is_age, entry.fact.known().map(|known| &known.value)) {
                    ages.extend(u8::try_from(*age).ok());
                }
            }
            ages.extend(edition.assessments.iter().filter_map(|assessment| assessment.scope.minimum_age));
        }
        let starts: Vec<u8> = ages.into_iter().filter(|&age| (YOUNGEST..=ADULT).contains(&age)).collect();
        let end = |index: usize| starts.get(index + 1).map(|next| next - 1);
        starts.iter().enumerate().map(|(index, &from)| AgeRange { from, to: end(index) }).collect()
    }

    /// Every question about a tool with these ranges.
    pub(super) fn cells(&self, ranges: &[AgeRange]) -> Vec<Cell> {
        let mut cells = Vec::new();
        let asks = |role: &Role| self.roles.contains(role);
        for &role in ROLES.iter().filter(|role| asks(role)) {
            for &age in ranges {
                for &sector in Sector::ALL {
                    for account in ACCOUNTS {
                        cells.push(Cell { role, age: Some(age), sector: Some(sector), account, turn: None });
                    }
                }
            }
        }
        let turned = |role, age, account, turn| Cell { role, age, sector: None, account, turn: Some(turn) };
        if asks(&Role::Teacher) {
            for &turn in &self.turns {
                for &age in ranges {
                    cells.extend(TURNED_ACCOUNTS.map(|account| turned(Role::Teacher, Some(age), account, turn)));
                }
            }
        }
        let own_work = [Role::Teacher, Role::Staff].into_iter().filter(asks).flat_map(|role| {
            TURNED_ACCOUNTS.map(|account| turned(role, None, account, Turn::Purpose(Purpose::Prepare)))
        });
        cells.extend(own_work);
        if asks(&Role::Parent) {
            let purposes = [Purpose::Communicate, Purpose::Track];
            cells.extend(purposes.map(|purpose| turned(Role::Parent, None, None, Turn::Purpose(purpose))));
        }
        cells
    }
}

impl Cell {
    /// The question of this cell. The knowledge base counts as fresh: it is
    /// asked as on its own day of issue.
    pub(super) fn question(&self, as_of: Date, issued: Date) -> Question {
        let mut question = Question {
            role: Some(self.role),
            age: self.age.map(|range| range.from),
            sector: self.sector,
            account: self.account,
            today: Some(issued),
            ..Question::on(as_of)
        };
        match self.turn {
            None => {}
            Some(Turn::Purpose(purpose)) => question.purpose = Some(purpose),
            Some(Turn::Data(data)) => question.data = Some(data),
            Some(Turn::Device(device)) => question.device = Some(device),
            Some(Turn::Procured(procured)) => question.procured = Some(procured),
            Some(Turn::Compulsory(compulsory)) => question.compulsory = Some(compulsory),
            Some(Turn::Country(country)) => question.country = country,
        }
        question
    }
}
