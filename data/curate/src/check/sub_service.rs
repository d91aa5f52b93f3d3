//! An age is that of the users of the tool.

use magdit::FactKey;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{Records, fact_lists};

/// Suppliers bundle products: the age of an API, of advertisers or of sellers
/// stands in the same text as that of users, and is another one.
pub(super) const CHECK: Check =
    Check::warning("sub-service", "an age was not read in the part of a text about another service", run);

/// Words in the name of a place that speak of another service.
const OTHERS: [&str; 12] = [
    "advertis",
    "affiliate",
    "ai studio",
    "api ",
    "business terms",
    "creator program",
    "customer user",
    "developer",
    "marketplace",
    "merchant",
    "moneti",
    "seller",
];

fn run(records: &Records, problems: &Problems) {
    for fact in fact_lists(records).flatten() {
        let is_age =
            fact.key.is_some_and(|key| matches!(key.value, FactKey::MinimumAge | FactKey::ParentalPermissionAge));
        let Some(heading) = fact.known().filter(|_| is_age).and_then(|known| known.heading.as_ref()) else {
            continue;
        };
        let named = format!("{} ", heading.value.to_lowercase());
        if let Some(other) = OTHERS.iter().find(|other| named.contains(*other)) {
            problems.add(
                &CHECK,
                heading.place,
                format!("an age from a place about another service (`{}`)", other.trim()),
                "an age of the users of this tool",
                "read again whom the sentence is about; if it is users, name the place by another heading",
            );
        }
    }
}
