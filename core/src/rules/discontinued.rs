//! Does the tool still exist?
//!
//! What is gone gets no updates and nobody answers for its data. A tool with a new
//! name has a record under that name.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use crate::date::Date;
use crate::tool::{Route, Status};

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "discontinued",
    cites: "leverancier",
    sources: &["seed-shadow-it"],
    because: &["gone", "renamed"],
    looks_at: &[],
    parameters: &[],
    brings: &[],
    check,
};

fn check(s: &Situation<'_>, _route: Route) -> Finding {
    let on_the_day = |on: &Option<Date>| on.is_none_or(|day| day <= s.question.as_of);
    match &s.tool.status {
        Status::Discontinued { on, .. } if on_the_day(on) => Finding::forbids("gone"),
        Status::Renamed { on, .. } if on_the_day(on) => Finding::asks("renamed"),
        Status::Active | Status::Discontinued { .. } | Status::Renamed { .. } => Finding::NOT_APPLICABLE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;
    use crate::fact::SourceId;

    fn status(on: Option<&str>, renamed: bool) -> Status {
        let on = on.and_then(Date::parse);
        let source = SourceId("page".to_owned());
        if renamed {
            Status::Renamed { on, to: "other".to_owned(), source }
        } else {
            Status::Discontinued { on, replaced_by: None, source }
        }
    }

    #[test]
    fn a_tool_is_gone_from_its_last_day() {
        let effect =
            |on, renamed, day| Case::staff().status(status(on, renamed)).as_of(day).effect(&RULE, Route::TeacherOnly);
        assert_eq!(effect(Some("2024-07-01"), false, "2024-06-30"), NotApplicable);
        assert_eq!(effect(Some("2024-07-01"), false, "2024-07-01"), Forbids);
        assert_eq!(effect(None, false, "2020-01-01"), Forbids);
        assert_eq!(effect(Some("2024-07-01"), true, "2024-06-30"), NotApplicable);
        assert_eq!(effect(Some("2024-07-01"), true, "2024-07-01"), Asks);
        assert_eq!(Case::staff().effect(&RULE, Route::TeacherOnly), NotApplicable);
    }
}
