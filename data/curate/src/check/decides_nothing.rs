//! Where a text must apply here, a text that does stands under the key.

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
    let applies = |fact: &FactRecord| {
        fact.known()
            .and_then(|known| known.jurisdiction(records))
            .is_none_or(|found| matches!(found, Jurisdiction::Nl | Jurisdiction::Eea))
    };
    let settled: BTreeSet<FactKey> =
        facts.iter().filter(|fact| applies(fact)).filter_map(|fact| fact.key).map(|key| key.value).collect();
    for fact in facts.iter().filter(|fact| !applies(fact)) {
        let (Some(key), Some(known)) = (fact.key, fact.known()) else {
            continue;
        };
        if let Some(jurisdiction) = known.jurisdiction(records).filter(|_| key.value.needs_eea_text())
            && !settled.contains(&key.value)
        {
            problems.add(
                &CHECK,
                fact.place,
                format!("`{}` from a text for `{jurisdiction}` only", key.value),
                "a text that applies in the Netherlands or the EEA",
                "look for one, or record what you searched as `unknown = \"other_country_only\"` beside it",
            );
        }
    }
}
