//! A supplier that is controller has no processing agreement for that use.

use magdit::{FactKey, Route, Value};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactRecord, Records, merged_facts};

/// A processing agreement binds a processor. Where the supplier decides itself
/// what happens to the data, an agreement beside it would open a route as soon
/// as the one fact were lost. The two belong to different routes or editions.
pub(super) const CHECK: Check =
    Check::error("controller-agreement", "a supplier that is controller has no processing agreement for that use", run);

/// The routes on which an agreement counts.
const ROUTES: [Route; 5] =
    [Route::NoAccount, Route::SchoolSso, Route::SchoolManaged, Route::TeacherOnly, Route::ParentAccount];

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for edition in &tool.editions {
            let facts = merged_facts(records, tool, edition);
            for &route in &ROUTES {
                let controller = on(&facts, FactKey::DataRole, route).filter(|fact| is(fact, "controller"));
                let agreement = on(&facts, FactKey::ProcessingAgreement, route)
                    .filter(|fact| fact.known().is_some() && !is(fact, "none"));
                if let (Some(controller), Some(_)) = (controller, agreement) {
                    problems.add(
                        &CHECK,
                        controller.place,
                        format!("`data_role = controller` beside a processing agreement for `{route}`"),
                        "an agreement only where the supplier is processor",
                        "say with `routes` where each of the two holds, or split the edition",
                    );
                    break;
                }
            }
        }
    }
}

/// The fact that counts for a route: one that names it goes before one for all.
fn on<'r>(facts: &[&'r FactRecord], key: FactKey, route: Route) -> Option<&'r FactRecord> {
    let of_key = || facts.iter().filter(|fact| fact.key.is_some_and(|its| its.value == key));
    of_key()
        .find(|fact| fact.route_list().contains(&route))
        .or_else(|| of_key().find(|fact| fact.route_list().is_empty()))
        .copied()
}

fn is(fact: &FactRecord, word: &str) -> bool {
    let value = fact.known().and_then(|known| known.value.as_ref());
    value.is_some_and(|value| value.value == Value::Word(word.to_owned()))
}
