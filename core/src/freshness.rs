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
        /// The day given lies before the knowledge base was issued.
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
