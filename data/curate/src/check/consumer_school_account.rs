//! A consumer edition has no school account.

use magdit::{FactKey, Plan, Value};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, merged_facts};

/// An edition on the supplier's ordinary terms cannot be offered through the
/// school; what can is another edition, with other facts.
pub(super) const CHECK: Check =
    Check::error("consumer-school-account", "a consumer edition is not used with a school account", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let consumer = |plan: Plan| plan == Plan::Consumer;
        for edition in tool.editions.iter().filter(|edition| edition.plan.is_some_and(|plan| consumer(plan.value))) {
            for fact in merged_facts(records, tool, edition) {
                let school_keys = [FactKey::SchoolSso, FactKey::SchoolManaged];
                let key = fact.key.filter(|key| school_keys.contains(&key.value));
                let value = fact.known().and_then(|known| known.value.as_ref());
                if let (Some(key), Some(value)) = (key, value)
                    && value.value == Value::YesNo(true)
                {
                    problems.add(
                        &CHECK,
                        value.place,
                        format!("`{} = true` for the consumer edition `{}`", key.value, edition.id()),
                        "no school account in a consumer edition",
                        "record the edition for schools separately, with its own plan",
                    );
                }
            }
        }
    }
}
