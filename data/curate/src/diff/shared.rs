//! What every answer is made of: parameters, conditions, sentences.

use std::collections::BTreeSet;

use magdit::{Condition, Country, KnowledgeBase, Language, Parameter, ParameterId, ParameterValue, Register, Strength};
use serde::Serialize;

/// A dated number that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParameterChange {
    /// The parameter.
    pub id: ParameterId,
    /// The country it holds for; all when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Whether the number of the last value is lower, or has an end, or is
    /// gone: less is asked.
    pub loosens: bool,
    /// The values before.
    pub before: Vec<ParameterValue>,
    /// The values after.
    pub after: Vec<ParameterValue>,
}

/// A condition that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionChange {
    /// Its id.
    pub id: String,
    /// Whether it is gone or less binding. A trigger that changed shows in the
    /// answers.
    pub loosens: bool,
    /// Before; nothing for a new one.
    pub before: Option<Condition>,
    /// After; nothing for one that is gone.
    pub after: Option<Condition>,
}

/// A sentence that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextChange {
    /// Its language and key, such as `nl/outcome.allowed`.
    pub key: String,
    /// To whom it speaks.
    pub register: Register,
    /// Before; nothing for a new one.
    pub before: Option<String>,
    /// After; nothing for one that is gone.
    pub after: Option<String>,
}

/// What changed in what every answer is made of.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) parameters: Vec<ParameterChange>,
    pub(super) conditions: Vec<ConditionChange>,
    pub(super) texts: Vec<TextChange>,
    /// Countries whose parameters changed.
    pub(super) countries: Vec<Country>,
}

impl Shared {
    /// Whether answers may differ although the records are the same.
    pub(super) fn may_change_answers(&self) -> bool {
        !self.parameters.is_empty() || !self.conditions.is_empty()
    }
}

pub(super) fn compare(old: &KnowledgeBase, new: &KnowledgeBase) -> Shared {
    let parameters = parameters(old.parameters(), new.parameters());
    let countries: BTreeSet<Country> = parameters.iter().filter_map(|change| change.country).collect();
    let mut conditions = conditions(old.conditions(), new.conditions());
    conditions.sort_by_key(|change| !change.loosens);
    Shared { parameters, conditions, texts: texts(old, new), countries: countries.into_iter().collect() }
}

fn parameters(old: &[Parameter], new: &[Parameter]) -> Vec<ParameterChange> {
    let mut changes = Vec::new();
    for &id in ParameterId::ALL {
        let values = |list: &[Parameter]| -> Vec<ParameterValue> {
            list.iter().filter(|parameter| parameter.id == id).flat_map(|parameter| parameter.values.clone()).collect()
        };
        let (before, after) = (values(old), values(new));
        let countries: BTreeSet<Option<Country>> = before.iter().chain(&after).map(|value| value.country).collect();
        for country in countries {
            let of = |list: &[ParameterValue]| -> Vec<ParameterValue> {
                list.iter().filter(|value| value.country == country).cloned().collect()
            };
            let (before, after) = (of(&before), of(&after));
            let bare = |list: &[ParameterValue]| -> Vec<_> {
                list.iter()
                    .map(|value| (value.sector, value.value, value.valid_from, value.valid_to, value.conflict))
                    .collect()
            };
            if bare(&before) != bare(&after) {
                let loosens = loosens(before.last(), after.last());
                changes.push(ParameterChange { id, country, loosens, before, after });
            }
        }
    }
    changes.sort_by_key(|change| !change.loosens);
    changes
}

/// Whether the last value asks less: it is lower, or gone, or ends, or begins
/// later. A conflict asks the school, so that settling one may loosen.
fn loosens(before: Option<&ParameterValue>, after: Option<&ParameterValue>) -> bool {
    match (before, after) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(before), Some(after)) => {
            let ends = |value: &ParameterValue| value.valid_to.is_some();
            after.value < before.value
                || (ends(after) && !ends(before))
                || after.valid_from > before.valid_from
                || (before.conflict && !after.conflict)
        }
    }
}

fn conditions(old: &[Condition], new: &[Condition]) -> Vec<ConditionChange> {
    let ids: BTreeSet<&String> = old.iter().chain(new).map(|condition| &condition.id).collect();
    ids.into_iter()
        .filter_map(|id| {
            let of = |list: &[Condition]| list.iter().find(|condition| condition.id == *id).cloned();
            let (before, after) = (of(old), of(new));
            let strength = |condition: &Option<Condition>| condition.as_ref().map(|condition| condition.strength);
            let loosens = match (strength(&before), strength(&after)) {
                (Some(before), Some(after)) => rank(after) < rank(before),
                (Some(_), None) => true,
                (None, _) => false,
            };
            (before != after).then(|| ConditionChange { id: id.clone(), loosens, before, after })
        })
        .collect()
}

const fn rank(strength: Strength) -> u8 {
    match strength {
        Strength::Must => 2,
        Strength::Should => 1,
        Strength::Tip => 0,
    }
}

fn texts(old: &KnowledgeBase, new: &KnowledgeBase) -> Vec<TextChange> {
    let keys: BTreeSet<&str> = old.text_keys().chain(new.text_keys()).collect();
    let mut changes = Vec::new();
    for key in keys {
        let Some((language, name)) = key.split_once('/') else { continue };
        let Some(language) = Language::from_word(language) else { continue };
        let form = |library: &KnowledgeBase, register| library.text(language, name, register).map(str::to_owned);
        for &register in Register::ALL {
            let (before, after) = (form(old, register), form(new, register));
            let told = register == Register::Parent
                && (&before, &after) == (&form(old, Register::Teacher), &form(new, Register::Teacher));
            if before != after && !told {
                changes.push(TextChange { key: key.to_owned(), register, before, after });
            }
        }
    }
    changes
}
