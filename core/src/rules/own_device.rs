//! May a pupil's own phone be used in class?
//!
//! By agreement of the sector, phones, tablets and watches are out of class unless
//! the lesson needs them. The device itself has to be safe.

use super::Rule;
use super::finding::Finding;
use super::situation::Situation;
use super::situation::Users;
use crate::parameter::ParameterId;
use crate::question::Device;
use crate::tool::Route;

/// See the module.
pub(crate) const RULE: Rule = Rule {
    id: "own-device",
    cites: "Landelijke afspraak mobiele telefoons; gedragscode ict",
    sources: &["phones-agreement", "seed-conduct"],
    because: &["lesson_needs_it", "before_the_agreement"],
    looks_at: &[],
    parameters: &[ParameterId::PhonesOutOfClass],
    brings: &["own-device-for-lesson", "safe-own-device"],
    check,
};

fn check(s: &Situation<'_>, _route: Route) -> Finding {
    if !s.device_is(Device::Own) {
        return Finding::NOT_APPLICABLE;
    }
    let agreed = s.parameter(ParameterId::PhonesOutOfClass).is_some() || s.sector().is_none();
    let pupils = matches!(s.users, Users::Pupils(_));
    if agreed && pupils {
        Finding::requires("lesson_needs_it", &["own-device-for-lesson", "safe-own-device"])
    } else {
        Finding::satisfied("before_the_agreement").with(&["safe-own-device"])
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Case;
    use super::*;
    use crate::answer::Effect::*;
    use crate::question::Sector;

    #[test]
    fn own_devices_serve_the_lesson_since_the_agreement_of_each_sector() {
        let effect = |sector, day| {
            Case::pupils(12).device(Device::Own).sector(sector).as_of(day).effect(&RULE, Route::NoAccount)
        };
        assert_eq!(effect(Some(Sector::Vo), "2023-12-31"), Satisfied);
        assert_eq!(effect(Some(Sector::Vo), "2024-01-01"), Requires);
        assert_eq!(effect(Some(Sector::Po), "2024-07-31"), Satisfied);
        assert_eq!(effect(Some(Sector::Po), "2024-08-01"), Requires);
        assert_eq!(effect(Some(Sector::Mbo), "2026-11-21"), Satisfied);
        assert_eq!(effect(None, "2026-11-21"), Requires);
    }

    #[test]
    fn staff_use_their_own_device_safely() {
        assert_eq!(Case::staff().device(Device::Own).effect(&RULE, Route::TeacherOnly), Satisfied);
        assert_eq!(Case::staff().device(Device::School).effect(&RULE, Route::TeacherOnly), NotApplicable);
    }
}
