//! When a condition of the catalogue is shown by itself.

use crate::condition::{FactTest, Trigger};
use crate::fact::{Known, Value};
use crate::rules::{Reading, Situation};
use crate::tool::Route;

/// Whether every part of a trigger holds in this case, on this route.
pub(crate) fn applies(trigger: &Trigger, s: &Situation<'_>, route: Route) -> bool {
    let question = s.question;
    among(&trigger.kinds, &s.tool.kind)
        && among(&trigger.plans, &s.edition.plan)
        && among(&trigger.routes, &route)
        && question.role.is_none_or(|role| among(&trigger.roles, &role))
        && question.sector.is_none_or(|sector| among(&trigger.sectors, &sector))
        && named(&trigger.purposes, question.purpose.as_ref())
        && named(&trigger.data, question.data.as_ref())
        && named(&trigger.devices, question.device.as_ref())
        && trigger.procured.is_none_or(|procured| question.procured == Some(procured))
        && trigger.age_below.is_none_or(|age| s.age(route) < age)
        && trigger.facts.iter().all(|test| fact_holds(test, s, route))
}

fn among<T: PartialEq>(list: &[T], value: &T) -> bool {
    list.is_empty() || list.contains(value)
}

fn named<T: PartialEq>(list: &[T], value: Option<&T>) -> bool {
    list.is_empty() || value.is_some_and(|value| list.contains(value))
}

fn fact_holds(test: &FactTest, s: &Situation<'_>, route: Route) -> bool {
    match s.reading(test.key, route) {
        Reading::Known(Known { value, .. }) => test.is.iter().any(|wanted| in_common(wanted, value)),
        Reading::NotKnown => test.or_unknown,
        Reading::NotApplicable => false,
    }
}

fn in_common(wanted: &Value, value: &Value) -> bool {
    match (wanted, value) {
        (Value::Word(word), Value::Words(words)) => words.contains(word),
        _ => wanted == value,
    }
}

#[cfg(test)]
mod tests;
