//! A fact does not lend a foreign text a reach that it does not have.

use magdit::Jurisdiction;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// A fact may override its source's jurisdiction for a section about one
/// region. A text under United States law has no such section; where it
/// does, the source is worldwide and should say so.
pub(super) const CHECK: Check =
    Check::error("us-text-as-eea", "a text for the United States is not recorded as one for the EEA", run);

fn run(records: &Records, problems: &Problems) {
    for known in fact_lists(records).flatten().filter_map(|fact| fact.known()) {
        let of_source = known.source.as_ref().and_then(|id| records.source(&id.value)?.jurisdiction);
        let (Some(own), Some(of_source)) = (known.jurisdiction, of_source) else {
            continue;
        };
        let is_here = matches!(own.value, Jurisdiction::Nl | Jurisdiction::Eea);
        if is_here && of_source.value == Jurisdiction::Us {
            problems.add(
                &CHECK,
                own.place,
                format!("`{}` for a text whose source is `us`", own.value),
                "the jurisdiction of the text",
                "leave it out; if the text has a section for the EEA, its source is `world`",
            );
        }
    }
}
