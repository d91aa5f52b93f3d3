//! The questions that are answered beforehand.
//!
//! Every combination of edition, role, account, personal data, kind of school
//! and age: what `<magdit-check>` keeps in sight, and the personal data that
//! decide most. Purpose, device, purchase and duty stay open, because each
//! of them would multiply the questions; a reader refuses a question that
//! names one.

use std::collections::BTreeSet;

use magdit::{Account, AgeBand, Data, Date, FactKey, KnowledgeBase, Question, Role, Sector, Tool, Value};
use serde::{Serialize, Serializer};

/// Ages of users in which the answers about a tool cannot differ: each begins
/// at one of these years and lasts until the next, the last one until
/// [`Question::MAX_AGE`]. Nobody at school is younger than the first.
pub(crate) fn ages(library: &KnowledgeBase, tool: &Tool) -> Vec<u8> {
    let mut ages: BTreeSet<u8> = AgeBand::ALL.iter().map(|band| band.youngest()).collect();
    let numbers = library.parameters().iter().flat_map(|parameter| &parameter.values);
    ages.extend(numbers.filter_map(|value| u8::try_from(value.value).ok()));
    ages.extend(library.conditions().iter().filter_map(|condition| condition.when.as_ref()?.age_below));
    for edition in &tool.editions {
        for entry in &edition.facts {
            let is_age = matches!(entry.key, FactKey::MinimumAge | FactKey::ParentalPermissionAge);
            if let (true, Some(Value::Number(age))) = (is_age, entry.fact.known().map(|known| &known.value)) {
                ages.extend(u8::try_from(*age).ok());
            }
        }
        ages.extend(edition.assessments.iter().filter_map(|assessment| assessment.scope.minimum_age));
    }
    let pupils = AgeBand::Under13.youngest()..=AgeBand::Adult.youngest();
    ages.into_iter().filter(|age| pupils.contains(age)).collect()
}

/// The questions about one tool, in the order of its axes.
#[derive(Debug)]
pub(crate) struct Grid {
    /// Ids of editions; nothing for the edition that suits best.
    pub(crate) editions: Vec<Option<String>>,
    /// First years of the ranges of ages.
    pub(crate) ages: Vec<u8>,
}

impl Grid {
    /// The only edition of a tool is the one that suits best, so naming it
    /// makes no other question.
    pub(crate) fn of(library: &KnowledgeBase, tool: &Tool) -> Self {
        let named = tool.editions.iter().map(|edition| Some(edition.id.clone())).filter(|_| tool.editions.len() > 1);
        Self { editions: core::iter::once(None).chain(named).collect(), ages: ages(library, tool) }
    }

    /// The axes as a reader needs them, outermost first: where each word
    /// stands, and an empty word for nothing said.
    pub(crate) fn axes(&self, tool: &Tool) -> Vec<Axis> {
        let editions = match tool.editions.as_slice() {
            [only] => vec![(String::new(), 0), (only.id.clone(), 0)],
            _ => positions(self.editions.iter().map(|edition| edition.as_deref().unwrap_or_default())),
        };
        let words = |field, at| Axis::Words { field, at };
        vec![
            words("edition", Positions(editions)),
            words("role", Positions(positions(Role::ALL.iter().map(|role| role.as_str())))),
            words("account", Positions(positions(open(Account::ALL).map(|word| word.map_or("", Account::as_str))))),
            words("data", Positions(positions(open(Data::ALL).map(|word| word.map_or("", Data::as_str))))),
            words("sector", Positions(positions(open(Sector::ALL).map(|word| word.map_or("", Sector::as_str))))),
            Axis::Ages { field: "age", from: self.ages.clone(), to: Question::MAX_AGE },
        ]
    }

    /// How many values each axis has.
    pub(crate) fn widths(&self) -> [usize; 6] {
        [
            self.editions.len(),
            Role::ALL.len(),
            open(Account::ALL).count(),
            open(Data::ALL).count(),
            open(Sector::ALL).count(),
            self.ages.len().saturating_add(1),
        ]
    }

    /// Every question about a day, the last axis turning first.
    pub(crate) fn questions(&self, day: Date) -> impl Iterator<Item = Question> {
        let ages = || core::iter::once(None).chain(self.ages.iter().copied().map(Some));
        self.editions.iter().flat_map(move |edition| {
            Role::ALL.iter().flat_map(move |&role| {
                open(Account::ALL).flat_map(move |account| {
                    open(Data::ALL).flat_map(move |data| {
                        open(Sector::ALL).flat_map(move |sector| {
                            ages().map(move |age| Question {
                                edition: edition.clone(),
                                role: Some(role),
                                account,
                                data,
                                sector,
                                age,
                                today: Some(day),
                                ..Question::on(day)
                            })
                        })
                    })
                })
            })
        })
    }
}

/// Nothing said, and then every word of a list.
pub(crate) fn open<T: Copy>(all: &'static [T]) -> impl Iterator<Item = Option<T>> + Clone {
    core::iter::once(None).chain(all.iter().copied().map(Some))
}

/// One way in which questions differ.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Axis {
    /// Words with their places.
    Words {
        /// The field of the question.
        field: &'static str,
        /// Place of each word.
        at: Positions,
    },
    /// Place 0 for no age; after it, one for each range.
    Ages {
        /// The field of the question.
        field: &'static str,
        /// First years of the ranges.
        from: Vec<u8>,
        /// The last year of the last range.
        to: u8,
    },
}

impl Axis {
    /// Whether every tool has it alike: editions and ages are each tool's own.
    pub(crate) fn is_the_same_for_all(&self) -> bool {
        matches!(self, Self::Words { field, .. } if *field != "edition")
    }
}

/// Words with their places, in order.
#[derive(Debug)]
pub(crate) struct Positions(Vec<(String, usize)>);

impl Serialize for Positions {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(word, place)| (word, place)))
    }
}

fn positions<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    words.enumerate().map(|(place, word)| (word.to_owned(), place)).collect()
}
