//! Puts answers together again, independent of what took them apart.

use magdit::{Date, Question};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
pub(crate) struct AnswersFile {
    pub(crate) from: Date,
    pub(crate) until: Date,
    pub(crate) common: String,
    axes: Vec<Axis>,
    fields: Vec<(String, Option<i64>)>,
    nodes: Vec<Vec<i64>>,
    lists: Vec<Vec<usize>>,
    values: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
pub(crate) struct CommonFile {
    values: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Axis {
    field: String,
    #[serde(default)]
    at: serde_json::Map<String, serde_json::Value>,
    #[serde(default)]
    from: Vec<u64>,
    #[serde(default)]
    to: u64,
}

impl Axis {
    fn place(&self, question: &serde_json::Value) -> Option<usize> {
        let asked = question.get(&self.field);
        if self.from.is_empty() {
            let word = asked.and_then(serde_json::Value::as_str).unwrap_or_default();
            return usize::try_from(self.at.get(word)?.as_u64()?).ok();
        }
        let Some(age) = asked.and_then(serde_json::Value::as_u64) else { return Some(0) };
        let range = self.from.iter().filter(|&&first| first <= age).count();
        (range > 0 && age <= self.to).then_some(range)
    }
}

impl AnswersFile {
    /// First years of the ranges of ages.
    pub(crate) fn ages(&self) -> Vec<u8> {
        let ages = self.axes.iter().find(|axis| axis.field == "age").map(|axis| axis.from.as_slice());
        ages.unwrap_or_default().iter().map(|&age| u8::try_from(age).unwrap()).collect()
    }

    /// What each field holds in the answer to a question, by number; nothing
    /// where the question was not asked. Equal numbers are equal answers.
    pub(crate) fn holds(&self, question: &Question) -> Option<Vec<usize>> {
        let asked = serde_json::to_value(question).unwrap();
        let places: Vec<usize> = self.axes.iter().map(|axis| axis.place(&asked)).collect::<Option<_>>()?;
        let leaf = |mut place: i64| {
            while place < 0 {
                let node = &self.nodes[usize::try_from(-1 - place).unwrap()];
                place = node[1 + places[usize::try_from(node[0]).unwrap()]];
            }
            usize::try_from(place).unwrap()
        };
        Some(self.fields.iter().map(|(_, root)| root.map_or(0, leaf)).collect())
    }

    /// The answer with these in its fields, as JSON.
    pub(crate) fn written(&self, common: &CommonFile, holds: &[usize], day: Date) -> String {
        let known = common.values.len();
        let value = |number: usize| match number <= known {
            true => common.values[number - 1].get(),
            false => self.values[number - known - 1].get(),
        };
        let last = known + self.values.len();
        let mut text = String::from("{");
        for ((name, root), &place) in self.fields.iter().zip(holds) {
            let written = match (root, place) {
                (None, _) => format!("\"{name}\":\"{day}\""),
                (Some(_), 0) => continue,
                (Some(_), place) if place > last => {
                    let items: Vec<&str> = self.lists[place - last - 1].iter().map(|&number| value(number)).collect();
                    format!("\"{name}\":[{}]", items.join(","))
                }
                (Some(_), place) => format!("\"{name}\":{}", value(place)),
            };
            if text.len() > 1 {
                text.push(',');
            }
            text.push_str(&written);
        }
        text.push('}');
        text
    }
}

/// The answer as JSON; nothing where the question was not asked.
pub(crate) fn answer(file: &AnswersFile, common: &CommonFile, question: &Question) -> Option<String> {
    Some(file.written(common, &file.holds(question)?, question.as_of))
}
