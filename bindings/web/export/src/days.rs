//! Until when answers hold.

use magdit::{Date, KnowledgeBase, Status, Tool};

/// The last day on which the answers about a tool are those of `day`, apart
/// from the day itself: the day before anything that is dated comes to count
/// or grows too old. `tools` are the tool and those its answers name.
pub(crate) fn until(library: &KnowledgeBase, tools: &[Tool], day: Date) -> Date {
    let release = library.release();
    let mut last = vec![release.review_by, release.expires];
    for value in library.parameters().iter().flat_map(|parameter| &parameter.values) {
        last.extend(before(value.valid_from));
        last.extend(value.valid_to);
    }
    for tool in tools {
        of_tool(tool, &mut last);
        let decisions = library.school().map(magdit::School::decisions).unwrap_or_default();
        for decision in decisions.iter().filter(|decision| decision.tool == tool.id) {
            let begins = [Some(decision.date), decision.agreement_signed, decision.dpia_done];
            last.extend(begins.into_iter().flatten().filter_map(before));
            last.extend(decision.valid_until);
        }
    }
    last.into_iter().filter(|&last| last >= day).min().unwrap_or(day)
}

fn of_tool(tool: &Tool, last: &mut Vec<Date>) {
    if let Status::Discontinued { on: Some(on), .. } | Status::Renamed { on: Some(on), .. } = &tool.status {
        last.extend(before(*on));
    }
    for edition in &tool.editions {
        for known in edition.facts.iter().filter_map(|entry| entry.fact.known()) {
            last.push(known.review_by);
            last.extend(known.content_date.and_then(before));
            last.extend(before(known.checked_on));
        }
        for assessment in &edition.assessments {
            last.push(assessment.review_by);
            last.extend(before(assessment.date));
        }
    }
}

/// The day before, from 1900-01-02 on.
fn before(day: Date) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    let in_month = day.day().checked_sub(1).and_then(|earlier| Date::new(year, month, earlier));
    let last_of = |year, month| [31, 30, 29, 28].into_iter().find_map(|last| Date::new(year, month, last));
    in_month.or_else(|| match month {
        1 => last_of(year.saturating_sub(1), 12),
        _ => last_of(year, month.saturating_sub(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_before_crosses_months_and_years() {
        let day = |text| Date::parse(text).unwrap();
        let cases = [
            ("2026-11-22", "2026-11-21"),
            ("2026-12-01", "2026-11-30"),
            ("2027-01-01", "2026-12-31"),
            ("2028-03-01", "2028-02-29"),
            ("2027-03-01", "2027-02-28"),
        ];
        for (of, expected) in cases {
            assert_eq!(before(day(of)), Some(day(expected)), "{of}");
        }
        assert_eq!(before(day("1900-01-01")), None);
    }
}
