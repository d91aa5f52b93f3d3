//! The value of a fact, of the kind its key asks for.

use magdit::{FactKey, Value, ValueKind};

use crate::files::At;
use crate::read::field::Field;

/// Highest age that can be recorded.
pub(crate) const MAX_AGE: u64 = 21;
/// Highest number of months that can be recorded.
const MAX_MONTHS: u64 = 600;

/// Reads the value of a key.
pub(crate) fn read_value(field: Field<'_>, key: FactKey) -> Option<At<Value>> {
    match key.kind() {
        ValueKind::YesNo => field.yes_no().map(|yes| yes.map(Value::YesNo)),
        ValueKind::Age => read_number(field, MAX_AGE),
        ValueKind::Months => read_number(field, MAX_MONTHS),
        ValueKind::Word => field.word_of(key.words()).map(|word| word.map(|word| Value::Word(word.to_owned()))),
        ValueKind::Country => {
            field.country().map(|country| country.map(|country| Value::Word(country.as_str().to_owned())))
        }
        ValueKind::Words => field.words_of(key.words()).map(|words| words.map(sorted_words)),
    }
}

/// Reads one of the values a condition compares with: as for a fact, but of
/// a key that takes a list, one word of that list.
pub(crate) fn read_compared_value(field: Field<'_>, key: FactKey) -> Option<Value> {
    match key.kind() {
        ValueKind::Words => field.word_of(key.words()).map(|word| Value::Word(word.value.to_owned())),
        _ => read_value(field, key).map(|value| value.value),
    }
}

fn read_number(field: Field<'_>, highest: u64) -> Option<At<Value>> {
    let number = field.number(0..=highest)?;
    u16::try_from(number.value).ok().map(|value| At::new(Value::Number(value), number.place))
}

fn sorted_words(words: Vec<&'static str>) -> Value {
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words.sort();
    words.dedup();
    Value::Words(words)
}
