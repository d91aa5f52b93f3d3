//! The values of a parameter follow each other without overlap.

use magdit::{Country, Date, Sector};

use crate::check::Check;
use crate::problems::Problems;
use crate::record::{ParameterValueRecord, Records};

/// On a given day one value is in force for a country and sector. The order
/// in the file is the order in time, so that a reader sees the history.
pub(super) const CHECK: Check =
    Check::error("parameter-order", "values of a parameter are sorted and do not overlap", run);

fn run(records: &Records, problems: &Problems) {
    for parameter in &records.parameters {
        look_at_days(&parameter.values, problems);
        for pair in parameter.values.windows(2) {
            if let [earlier, later] = pair {
                look_at_pair(earlier, later, problems);
            }
        }
    }
}

fn look_at_days(values: &[ParameterValueRecord], problems: &Problems) {
    for record in values {
        if let Some(value) = &record.value
            && let Some(valid_to) = value.valid_to.filter(|&last| last < value.valid_from)
        {
            problems.add(
                &CHECK,
                record.place,
                format!("a value from {} to {valid_to}", value.valid_from),
                "a last day that is not before the first",
                "correct one of the days",
            );
        }
    }
}

fn look_at_pair(earlier: &ParameterValueRecord, later: &ParameterValueRecord, problems: &Problems) {
    let (Some(first), Some(second)) = (&earlier.value, &later.value) else {
        return;
    };
    let order = |country: Option<Country>, sector: Option<Sector>, from: Date| (country, sector, from);
    let first_order = order(first.country, first.sector, first.valid_from);
    let second_order = order(second.country, second.sector, second.valid_from);
    if second_order <= first_order {
        problems.add(
            &CHECK,
            later.place,
            format!("a value from {} after one from {}", second.valid_from, first.valid_from),
            "values sorted by country, sector and first day, each once",
            "put them in that order",
        );
        return;
    }
    let same_group = first.country == second.country && first.sector == second.sector;
    if let Some(valid_to) = first.valid_to.filter(|&last| same_group && last >= second.valid_from) {
        problems.add(
            &CHECK,
            later.place,
            format!("a value from {}, while the one before holds to {valid_to}", second.valid_from),
            "values that do not overlap",
            "end the earlier one the day before, or leave out its last day",
        );
    }
}
