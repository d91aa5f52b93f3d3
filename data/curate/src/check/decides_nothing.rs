//! Where a text must apply here, one that does stands under the key.

use std::collections::BTreeSet;

use magdit::{FactKey, Jurisdiction};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{FactRecord, Records, merged_facts};

/// An age from a text for users in the United States says nothing about
/// Dutch pupils. It may be recorded, but rules treat the key as not known,
/// so the curator should go and look for the text that applies here.
pub(super) const CHECK: Check =
    Check::warning("decides-nothing", "where a text must apply in the EEA, one that does is recorded", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        for edition in &tool.editions {
            look_at(&merged_facts(records, tool, edition), records, problems);
        }
    }
}

fn look_at(facts: &[&FactRecord], records: &Records, problems: &Problems) {
    let settled: BTreeSet<FactKey> =
        facts.iter().filter_map(|fact| fact.key.filter(|_| foreign(fact, records).is_none())).map(|key| key.value).collect();
    for fact in facts {
        let (Some(key), Some(jurisdiction)) = (fact.key, foreign(fact, records)) else {
            continue;
        };
        if settled.contains(&key.value) {
            continue;
        }
        let expected = if key.value.needs_eea_text() {
            "a text that applies in the Netherlands or the EEA"
        } else {
            "a text that applies in the Netherlands or the EEA, or names no region"
        };
        problems.add(
            &CHECK,
            fact.place,
            format!("`{}` from a text for `{jurisdiction}` only", key.value),
            expected,
            "look for one, or record what you searched as `unknown = \"other_country_only\"` beside it",
        );
    }
}

/// The jurisdiction of a value that rules leave aside.
fn foreign(fact: &FactRecord, records: &Records) -> Option<Jurisdiction> {
    let key = fact.key?.value;
    let jurisdiction = fact.known()?.jurisdiction(records)?;
    let decides = match jurisdiction {
        Jurisdiction::Nl | Jurisdiction::Eea => true,
        Jurisdiction::World => !key.needs_eea_text(),
        Jurisdiction::Us | Jurisdiction::Other => false,
    };
    (!decides).then_some(jurisdiction)
}
