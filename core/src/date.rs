//! Calendar dates, without a clock.

use core::fmt;

use crate::read::{Read, Source};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A day in the Gregorian calendar, between 1900-01-01 and 2199-12-31.
///
/// The library never asks what day it is: every date comes from a record or
/// from the caller.
///
/// ```
/// use magdit::Date;
///
/// let day = Date::parse("2026-11-21").unwrap();
/// assert_eq!(day.to_string(), "2026-11-21");
/// assert!(day < Date::parse("2026-11-22").unwrap());
/// assert!(Date::parse("2026-02-30").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, month and day as one number: 20261121.
    packed: u32,
}

impl Date {
    /// First year that can be written.
    pub const MIN_YEAR: u16 = 1900;
    /// Last year that can be written.
    pub const MAX_YEAR: u16 = 2199;

    /// The date with this year, month (1–12) and day, if it exists.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let in_range = (Self::MIN_YEAR..=Self::MAX_YEAR).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        if !in_range {
            return None;
        }
        let packed = u32::from(year)
            .checked_mul(10_000)?
            .checked_add(u32::from(month).checked_mul(100)?)?
            .checked_add(u32::from(day))?;
        Some(Self { packed })
    }

    /// Reads `YYYY-MM-DD`. Nothing else is a date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let well_formed = year.len() == 4
            && month.len() == 2
            && day.len() == 2
            && parts.next().is_none()
            && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit());
        if !well_formed {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.packed.wrapping_div(10_000)).unwrap_or(Self::MAX_YEAR)
    }

    /// The month, 1–12.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.packed.wrapping_div(100).wrapping_rem(100)).unwrap_or(12)
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub fn day(self) -> u8 {
        u8::try_from(self.packed.wrapping_rem(100)).unwrap_or(31)
    }

    /// The same day of the month, `months` later; the last day of that month
    /// where the day does not exist. `None` beyond the last year.
    ///
    /// ```
    /// use magdit::Date;
    ///
    /// let day = Date::parse("2026-08-31").unwrap();
    /// assert_eq!(day.add_months(6), Date::parse("2027-02-28"));
    /// ```
    #[must_use]
    pub fn add_months(self, months: u16) -> Option<Self> {
        let total = u32::from(self.year())
            .checked_mul(12)?
            .checked_add(u32::from(self.month()).checked_sub(1)?)?
            .checked_add(u32::from(months))?;
        let year = u16::try_from(total.checked_div(12)?).ok()?;
        let month = u8::try_from(total.checked_rem(12)?.checked_add(1)?).ok()?;
        Self::new(year, month, self.day().min(days_in_month(year, month)))
    }

    /// The number 20261121 for 2026-11-21: how the knowledge-base file
    /// stores a date.
    #[must_use]
    pub const fn packed(self) -> u32 {
        self.packed
    }

    /// The date stored as `packed`, if that is one.
    #[must_use]
    pub fn from_packed(packed: u32) -> Option<Self> {
        let year = u16::try_from(packed.checked_div(10_000)?).ok()?;
        let month = u8::try_from(packed.checked_div(100)?.checked_rem(100)?).ok()?;
        let day = u8::try_from(packed.checked_rem(100)?).ok()?;
        Self::new(year, month, day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u32(self.packed)
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateVisitor;
        impl de::Visitor<'_> for DateVisitor {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as 2026-11-21")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).ok_or_else(|| E::custom("expected a date such as 2026-11-21"))
            }
            fn visit_u64<E: de::Error>(self, packed: u64) -> Result<Date, E> {
                u32::try_from(packed)
                    .ok()
                    .and_then(Date::from_packed)
                    .ok_or_else(|| E::custom("expected a date such as 20261121"))
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(DateVisitor)
        } else {
            deserializer.deserialize_u32(DateVisitor)
        }
    }
}

impl Read<'_> for Date {
    fn read(source: &mut Source<'_>) -> Self {
        const FIRST: Date = Date { packed: 19_000_101 };
        const EXPECTED: [&str; 2] = ["a date such as 2026-11-21", "a date such as 20261121"];
        let [in_words, in_digits] = EXPECTED;
        let (date, expected) = match source.is_json() {
            true => (Self::parse(source.text(in_words)), in_words),
            false => (Self::from_packed(u32::read(source)), in_digits),
        };
        date.unwrap_or_else(|| {
            source.fail(["expected ", expected].concat());
            FIRST
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_existing_days_in_iso_form_are_dates() {
        let good = ["1900-01-01", "2024-02-29", "2000-02-29", "2199-12-31"];
        let bad = [
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "1899-12-31",
            "2200-01-01",
            "2026-1-01",
            "26-01-01",
            "2026-01-01 ",
            "+026-01-01",
            "2026/01/01",
            "",
            "2026-01-01-01",
        ];
        for text in good {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in bad {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn packing_is_lossless_and_refuses_what_is_no_date() {
        let day = Date::parse("2026-11-21").map(Date::packed);
        assert_eq!(day, Some(20_261_121));
        assert_eq!(day.and_then(Date::from_packed), Date::parse("2026-11-21"));
        assert_eq!(Date::from_packed(20_260_230), None);
        assert_eq!(Date::from_packed(u32::MAX), None);
    }

    #[test]
    fn months_are_added_within_the_calendar() {
        let day = |text| Date::parse(text);
        assert_eq!(day("2026-11-21").and_then(|d| d.add_months(6)), day("2027-05-21"));
        assert_eq!(day("2023-01-31").and_then(|d| d.add_months(13)), day("2024-02-29"));
        assert_eq!(day("2026-12-01").and_then(|d| d.add_months(0)), day("2026-12-01"));
        assert_eq!(day("2199-12-01").and_then(|d| d.add_months(1)), None);
    }
}
