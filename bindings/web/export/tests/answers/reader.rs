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

/// The answer as JSON; nothing where the question was not asked.
pub(crate) fn answer(file: &AnswersFile, common: &CommonFile, question: &Question) -> Option<String> {
    let asked = serde_json::to_value(question).unwrap();
    let places: Vec<usize> = file.axes.iter().map(|axis| axis.place(&asked)).collect::<Option<_>>()?;
    let known = common.values.len();
    let value = |number: usize| {
        let value = if number <= known { &common.values[number - 1] } else { &file.values[number - known - 1] };
        value.get().to_owned()
    };
    let mut fields = Vec::new();
    for (name, root) in &file.fields {
        let Some(root) = *root else {
            fields.push(format!("\"{name}\":\"{}\"", question.as_of));
            continue;
        };
        let mut place = root;
        while place < 0 {
            let node = &file.nodes[usize::try_from(-1 - place).unwrap()];
            place = node[1 + places[usize::try_from(node[0]).unwrap()]];
        }
        let place = usize::try_from(place).unwrap();
        let last = known + file.values.len();
        match place {
            0 => {}
            place if place > last => {
                let items: Vec<String> = file.lists[place - last - 1].iter().map(|&number| value(number)).collect();
                fields.push(format!("\"{name}\":[{}]", items.join(",")));
            }
            place => fields.push(format!("\"{name}\":{}", value(place))),
        }
    }
    Some(format!("{{{}}}", fields.join(",")))
}
