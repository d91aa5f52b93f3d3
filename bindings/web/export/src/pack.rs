//! The answers about one tool in one language, each different part once.

use std::collections::{BTreeSet, HashMap};

use magdit::json::{self, CallError};
use magdit::{Date, Language, Many, Tool};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::diagram::{Diagrams, Place};
use crate::grid::Grid;
use crate::{Asked, Witness};

/// The field that is the day of the question itself.
const DAY: &str = "as_of";

/// What a field of an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// One value.
    Value,
    /// A list of values.
    List,
    /// The day of the question.
    Day,
}

/// All answers about a tool in a language. Values are JSON as the library
/// writes it, and numbered from 1; lists name values, and are numbered on
/// after them. 0 is a field that is absent.
#[derive(Debug)]
pub(crate) struct Packed {
    /// Name and diagram of each field; none for the day of the question.
    pub(crate) fields: Vec<(String, Option<Place>)>,
    pub(crate) nodes: Vec<Vec<Place>>,
    pub(crate) lists: Vec<Vec<Place>>,
    pub(crate) values: Vec<String>,
    pub(crate) questions: usize,
    /// Tools that are named as alternatives.
    pub(crate) alternatives: BTreeSet<String>,
}

impl Packed {
    /// Asks every question of a grid: the answers by language, in their order.
    pub(crate) fn of(
        many: &Many<'_>,
        tool: &Tool,
        grid: &Grid,
        (day, languages): (Date, &[Language]),
        asked: &Witness<'_>,
    ) -> Result<Vec<Self>, CallError> {
        let mut all: Vec<(Parts, Vec<usize>)> = languages.iter().map(|_| Default::default()).collect();
        for question in grid.questions(day) {
            let answers = many.check(tool, &question, languages)?;
            for ((answer, &language), (parts, numbers)) in answers.iter().zip(languages).zip(&mut all) {
                parts.alternatives.extend(answer.alternatives.iter().map(|alternative| alternative.id.clone()));
                let text = json::write(answer)?;
                asked(&Asked { tool: &tool.id, language, question: &question, answer: &text });
                numbers.push(parts.add(text));
            }
        }
        Ok(all.into_iter().map(|(parts, numbers)| parts.into_packed(grid, &numbers)).collect())
    }
}

/// A list or a value, by its number from 1.
#[derive(Debug, Clone, Copy)]
struct Part {
    field: usize,
    number: Place,
}

#[derive(Debug, Default)]
struct Parts {
    fields: Vec<(String, Holds)>,
    values: Numbers<String>,
    lists: Numbers<Vec<Place>>,
    /// Each different answer.
    answers: Vec<Vec<Part>>,
    known: HashMap<String, usize>,
    alternatives: BTreeSet<String>,
}

impl Parts {
    fn add(&mut self, answer: String) -> usize {
        if let Some(&known) = self.known.get(&answer) {
            return known;
        }
        let fields = serde_json::from_str::<Fields>(&answer).map(|fields| fields.0).unwrap_or_default();
        let mut parts = Vec::with_capacity(fields.len());
        let mut after = 0;
        for (name, raw) in fields {
            let field = self.field(&name, raw.get(), after);
            after = field.saturating_add(1);
            let number = match self.fields.get(field).map(|(_, holds)| *holds) {
                Some(Holds::List) => {
                    let items: Vec<Box<RawValue>> = serde_json::from_str(raw.get()).unwrap_or_default();
                    let items = items.iter().map(|item| self.values.number(item.get().to_owned())).collect();
                    self.lists.number(items)
                }
                Some(Holds::Value) => self.values.number(raw.get().to_owned()),
                Some(Holds::Day) | None => 0,
            };
            parts.push(Part { field, number });
        }
        let number = self.answers.len();
        self.answers.push(parts);
        self.known.insert(answer, number);
        number
    }

    /// The place of a field among all fields; a new one comes to stand where
    /// this answer has it.
    fn field(&mut self, name: &str, raw: &str, after: usize) -> usize {
        if let Some(found) = self.fields.iter().position(|(known, _)| known == name) {
            return found;
        }
        let holds = match (name, raw.starts_with('[')) {
            (DAY, _) => Holds::Day,
            (_, true) => Holds::List,
            (_, false) => Holds::Value,
        };
        self.fields.insert(after, (name.to_owned(), holds));
        for part in self.answers.iter_mut().flatten().filter(|part| part.field >= after) {
            part.field = part.field.saturating_add(1);
        }
        after
    }

    fn into_packed(self, grid: &Grid, answers: &[usize]) -> Packed {
        let mut diagrams = Diagrams::default();
        let widths = grid.widths();
        let lists_after = Place::try_from(self.values.all.len()).unwrap_or(Place::MAX);
        let mut fields = Vec::new();
        for (field, (name, holds)) in self.fields.into_iter().enumerate() {
            if holds == Holds::Day {
                fields.push((name, None));
                continue;
            }
            let number = |parts: &Vec<Part>| match parts.iter().find(|part| part.field == field) {
                Some(part) if holds == Holds::List => part.number.saturating_add(lists_after),
                Some(part) => part.number,
                None => 0,
            };
            let numbers: Vec<Place> = self.answers.iter().map(number).collect();
            let leaves: Vec<Place> = answers.iter().filter_map(|&answer| numbers.get(answer).copied()).collect();
            fields.push((name, Some(diagrams.add(&widths, &leaves))));
        }
        Packed {
            fields,
            nodes: diagrams.nodes,
            lists: self.lists.all,
            values: self.values.all,
            questions: answers.len(),
            alternatives: self.alternatives,
        }
    }
}

/// Different values, numbered from 1.
#[derive(Debug)]
struct Numbers<T> {
    all: Vec<T>,
    known: HashMap<T, Place>,
}

impl<T> Default for Numbers<T> {
    fn default() -> Self {
        Self { all: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + core::hash::Hash> Numbers<T> {
    fn number(&mut self, value: T) -> Place {
        if let Some(&known) = self.known.get(&value) {
            return known;
        }
        self.all.push(value.clone());
        let number = Place::try_from(self.all.len()).unwrap_or(Place::MAX);
        self.known.insert(value, number);
        number
    }
}

/// The fields of an object in their order, as they are written.
struct Fields(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Fields;

            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
