//! "Under 16 needs parents' consent" is a rule, not a fact of a tool.

use magdit::{FactKey, SourceKind, Value};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// The law asks parents' consent where consent is the legal basis of a
/// service offered to the child itself. Laws, authorities, schools and the
/// press say so in general; what a supplier itself asks stands in its texts.
pub(super) const CHECK: Check = Check::error(
    "slogan-age",
    "the age of consent of the law is not recorded as what a supplier asks",
    run,
);

/// The age of consent in the Netherlands, of which the slogan speaks.
const CONSENT_AGE: u16 = 16;

fn run(records: &Records, problems: &Problems) {
    for fact in fact_lists(records).flatten() {
        let is_asked = fact.key.is_some_and(|key| key.value == FactKey::ParentalPermissionAge);
        let Some(known) = fact.known().filter(|_| is_asked) else {
            continue;
        };
        let kind = known.source.as_ref().and_then(|id| records.source(&id.value)?.kind);
        let speaks_in_general = kind.is_some_and(|kind| {
            matches!(kind.value, SourceKind::Law | SourceKind::PublicBody | SourceKind::School | SourceKind::Press)
        });
        if let Some(value) = known.value.as_ref().filter(|value| value.value == Value::Number(CONSENT_AGE))
            && speaks_in_general
        {
            problems.add(
                &CHECK,
                value.place,
                format!("the age of {CONSENT_AGE} from a text that is not the supplier's"),
                "the age that the supplier's own text names",
                "leave it out: the rule about consent is in the library; record what the supplier itself asks",
            );
        }
    }
}
