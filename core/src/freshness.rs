//! How old a knowledge base is on the day somebody asks.

use crate::date::Date;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How old a knowledge base is on the day somebody asks.
    Freshness {
        /// Within its review date.
        Fresh = "fresh",
        /// Past its review date: a newer one should be looked for.
        DueForReview = "due_for_review",
        /// Past its last day: nothing in it counts as a yes.
        Expired = "expired",
        /// The day given lies before the knowledge base was issued, so that
        /// nobody knows how old it is: nothing in it counts as a yes.
        ClockSuspect = "clock_suspect",
    }
}

impl Freshness {
    /// How old a knowledge base with these dates is on `today`.
    ///
    /// Review date and last day are themselves still good. Ages count from
    /// the day of issue that stands in the file, never from the day it was
    /// copied or installed.
    ///
    /// ```
    /// use magdit::{Date, Freshness};
    ///
    /// let day = |text| Date::parse(text).unwrap();
    /// let on = |today| Freshness::on(day(today), day("2026-11-21"), day("2026-12-21"), day("2027-05-20"));
    /// assert_eq!(on("2026-12-21"), Freshness::Fresh);
    /// assert_eq!(on("2026-12-22"), Freshness::DueForReview);
    /// assert_eq!(on("2027-05-21"), Freshness::Expired);
    /// assert_eq!(on("2026-11-20"), Freshness::ClockSuspect);
    /// ```
    #[must_use]
    pub fn on(today: Date, issued: Date, review_by: Date, expires: Date) -> Self {
        if today < issued {
            Self::ClockSuspect
        } else if today > expires {
            Self::Expired
        } else if today > review_by {
            Self::DueForReview
        } else {
            Self::Fresh
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::print_stdout, reason = "a test says how many combinations it looked at")]

    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn each_state_ends_with_its_own_day() {
        let (issued, review_by, expires) = (day("2026-11-21"), day("2026-12-31"), day("2027-02-28"));
        let cases = [
            ("1900-01-01", Freshness::ClockSuspect),
            ("2026-11-20", Freshness::ClockSuspect),
            ("2026-11-21", Freshness::Fresh),
            ("2026-12-31", Freshness::Fresh),
            ("2027-01-01", Freshness::DueForReview),
            ("2027-02-28", Freshness::DueForReview),
            ("2027-03-01", Freshness::Expired),
            ("2199-12-31", Freshness::Expired),
        ];
        for (today, state) in cases {
            assert_eq!(Freshness::on(day(today), issued, review_by, expires), state, "{today}");
        }
    }

    #[test]
    fn a_state_without_a_day_of_its_own_is_passed_over() {
        let on = |today, [issued, review_by, expires]: [&str; 3]| {
            Freshness::on(day(today), day(issued), day(review_by), day(expires))
        };
        let one_day = ["2026-11-21"; 3];
        assert_eq!(on("2026-11-20", one_day), Freshness::ClockSuspect);
        assert_eq!(on("2026-11-21", one_day), Freshness::Fresh);
        assert_eq!(on("2026-11-22", one_day), Freshness::Expired);
        let no_review = ["2026-11-21", "2026-12-01", "2026-12-01"];
        assert_eq!(on("2026-12-01", no_review), Freshness::Fresh);
        assert_eq!(on("2026-12-02", no_review), Freshness::Expired);
    }

    /// Every way in which three dates and today can lie among fifty days, six
    /// under Miri.
    #[test]
    fn nothing_is_good_after_its_last_day_and_no_state_comes_back() {
        let last = if cfg!(miri) { 6 } else { 28 };
        let days: Vec<Date> =
            (2..=3).flat_map(|month| (4..=last).filter_map(move |at| Date::new(2028, month, at))).collect();
        let rank = |state| match state {
            Freshness::ClockSuspect => 0,
            Freshness::Fresh => 1,
            Freshness::DueForReview => 2,
            Freshness::Expired => 3,
        };
        let mut looked_at: u32 = 0;
        for &issued in &days {
            for &review_by in days.iter().filter(|&&date| date >= issued) {
                for &expires in days.iter().filter(|&&date| date >= review_by) {
                    let mut before = 0;
                    for &today in &days {
                        let state = Freshness::on(today, issued, review_by, expires);
                        assert_eq!(state == Freshness::Expired, today > expires);
                        assert_eq!(state == Freshness::Fresh, issued <= today && today <= review_by);
                        assert_eq!(state == Freshness::ClockSuspect, today < issued);
                        assert!(rank(state) >= before);
                        before = rank(state);
                        looked_at += 1;
                    }
                }
            }
        }
        println!("{looked_at} combinations of today, issued, review by and expires");
        assert_eq!(looked_at, if cfg!(miri) { 336 } else { 1_105_000 });
    }
}
