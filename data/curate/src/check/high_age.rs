//! A minimum age over 18 is looked at twice.

use magdit::{FactKey, Value};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Suppliers' texts name 21 for other things, such as who may pay; for users
/// it is rare.
pub(super) const CHECK: Check = Check::warning("high-age", "a minimum age is not over 18", run);

/// Highest age that is usual.
const USUAL: u16 = 18;

fn run(records: &Records, problems: &Problems) {
    for fact in fact_lists(records).flatten() {
        let is_age = fact.key.is_some_and(|key| key.value == FactKey::MinimumAge);
        let value = fact.known().and_then(|known| known.value.as_ref()).filter(|_| is_age);
        if let Some(value) = value
            && let Value::Number(age) = value.value
            && age > USUAL
        {
            problems.add(
                &CHECK,
                value.place,
                format!("a minimum age of {age}"),
                format!("an age up to {USUAL}"),
                "read again whether this is the age of users",
            );
        }
    }
}
