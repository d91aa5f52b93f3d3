//! Dated numbers from law and policy.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::fact::SourceId;
use crate::question::{Country, Sector};
use crate::read::readable;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a parameter is about.
    ParameterId {
        /// Age in completed years from which a person can consent alone to
        /// the processing of personal data (AVG art. 8, UAVG art. 5).
        ConsentAge = "consent_age",
        /// Age in completed years at which a person is of age.
        MajorityAge = "majority_age",
        /// 1 from the day on which emotion recognition in education is
        /// prohibited (AI Act art. 5).
        EmotionRecognitionBan = "emotion_recognition_ban",
        /// 1 from the day on which the duties for high-risk AI in education
        /// apply (AI Act, annex III).
        HighRiskAiDuties = "high_risk_ai_duties",
        /// 1 from the day on which phones are out of class unless the lesson
        /// needs them (agreement of the sector).
        PhonesOutOfClass = "phones_out_of_class",
    }
}

/// A value of a parameter and the days on which it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterValue {
    /// Country it holds for; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Sector it holds for; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// The number; the parameter says what it counts.
    pub value: u16,
    /// First day.
    pub valid_from: Date,
    /// Last day, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Date>,
    /// Where it was read.
    pub source: SourceId,
    /// Article or heading.
    pub place: String,
    /// The day it was read.
    pub checked_on: Date,
    /// Sources disagree: the number is not used, the answer asks the school.
    #[serde(default)]
    pub conflict: bool,
}

readable! {
    ParameterValue {
        country [default], sector [default], value, valid_from, valid_to [default], source, place, checked_on,
        conflict [default],
    }
}

/// A dated number from law or policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What it is about.
    pub id: ParameterId,
    /// Its values, sorted by country, sector and first day.
    pub values: Vec<ParameterValue>,
}

readable! { Parameter { id, values, } }

impl Parameter {
    /// The value in force on a day, for a country and sector. `None` when no
    /// value is in force or when sources disagree.
    #[must_use]
    pub fn on(&self, as_of: Date, country: Country, sector: Option<Sector>) -> Option<&ParameterValue> {
        self.values
            .iter()
            .filter(|value| value.country.is_none_or(|its| its == country))
            .filter(|value| value.sector.is_none() || value.sector == sector)
            .filter(|value| value.valid_from <= as_of)
            .filter(|value| value.valid_to.is_none_or(|last| as_of <= last))
            .max_by_key(|value| value.valid_from)
            .filter(|value| !value.conflict)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(country: &str, number: u16, from: &str, conflict: bool) -> ParameterValue {
        ParameterValue {
            country: Country::from_code(country),
            sector: None,
            value: number,
            valid_from: Date::parse(from).unwrap(),
            valid_to: None,
            source: SourceId("law".to_owned()),
            place: "art. 8".to_owned(),
            checked_on: Date::parse("2026-11-21").unwrap(),
            conflict,
        }
    }

    #[test]
    fn the_value_changes_on_its_first_day_and_a_conflict_gives_none() {
        let parameter = Parameter {
            id: ParameterId::ConsentAge,
            values: vec![
                value("DK", 13, "2018-05-25", false),
                value("DK", 15, "2024-01-01", false),
                value("SI", 15, "2018-05-25", true),
            ],
        };
        let on = |day: &str, country: &str| {
            let country = Country::from_code(country).unwrap();
            parameter.on(Date::parse(day).unwrap(), country, None).map(|found| found.value)
        };
        assert_eq!(on("2018-05-24", "DK"), None);
        assert_eq!(on("2023-12-31", "DK"), Some(13));
        assert_eq!(on("2024-01-01", "DK"), Some(15));
        assert_eq!(on("2024-01-01", "SI"), None);
        assert_eq!(on("2024-01-01", "NL"), None);
    }
}
