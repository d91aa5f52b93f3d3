//! What is checked, one check per file.
//!
//! Some checks speak up while a file is read (an unknown key, a date in
//! quotes), the others look at all records together. Each has a broken
//! example with its exact message in `tests/bad-data/<name>`.

use crate::problem::Level;
use crate::problems::Problems;
use crate::record::Records;

/// A check.
#[derive(Debug)]
pub struct Check {
    /// Name, as shown with each problem and used in `exceptions.toml`.
    pub name: &'static str,
    /// What it holds the records to, in one line.
    pub about: &'static str,
    /// Whether its problems stop the build.
    pub level: Level,
    /// Whether `exceptions.toml` may accept its problems.
    pub excusable: bool,
    /// Looks at all records; `None` for what is noticed while reading.
    run: Option<fn(&Records, &Problems)>,
}

impl Check {
    /// A check that speaks up while a file is read.
    const fn while_reading(name: &'static str, about: &'static str) -> Self {
        Self { name, about, level: Level::Error, excusable: false, run: None }
    }

    /// A check over all records whose problems stop the build.
    const fn error(name: &'static str, about: &'static str, run: fn(&Records, &Problems)) -> Self {
        Self { name, about, level: Level::Error, excusable: false, run: Some(run) }
    }

    /// A check over all records that asks somebody to look.
    const fn warning(name: &'static str, about: &'static str, run: fn(&Records, &Problems)) -> Self {
        Self { name, about, level: Level::Warning, excusable: true, run: Some(run) }
    }

    /// The same check, whose problems `exceptions.toml` may accept.
    const fn or_excused(self) -> Self {
        Self { excusable: true, ..self }
    }
}

macro_rules! checks {
    ($($module:ident),+ $(,)?) => {
        $( pub(crate) mod $module; )+

        /// Every check, sorted by name.
        pub const CHECKS: &[&Check] = &[ $( &$module::CHECK, )+ ];
    };
}

checks!(
    address,
    age_differs,
    alias_repeats_name,
    archived_undated,
    bad_id,
    blank_text,
    condition_text,
    conflict,
    consumer_school_account,
    content_after_checked,
    controller_agreement,
    decides_nothing,
    domain_form,
    duplicate_key,
    edition_dates,
    empty_folder,
    empty_list,
    expired_review,
    fact_state,
    file_limits,
    fingerprint_form,
    foreign_domain,
    future_date,
    hidden_character,
    high_age,
    idle_correction,
    junk_source,
    known_and_unknown,
    long_name,
    look_alike,
    missing_key,
    missing_parameter,
    missing_source,
    missing_supplier,
    needless_alias,
    no_purpose,
    no_route,
    old_content,
    ordinary_word,
    other_publisher,
    out_of_range,
    overlapping_routes,
    parameter_order,
    placeholder,
    placeholder_languages,
    public_suffix,
    repeated_alias,
    repeated_id,
    shared_domain,
    shared_name,
    shared_store_id,
    slogan_age,
    stale_archive,
    store_id,
    stray_file,
    sub_service,
    syntax,
    text_languages,
    tracking_address,
    unknown_key,
    unknown_measure,
    unknown_review,
    unknown_successor,
    unknown_word,
    unmatched_reading,
    unneeded_exception,
    unreadable_file,
    unused_source,
    us_text_as_eea,
    wrong_kind,
);

/// Names of the checks whose problems `exceptions.toml` may accept.
pub(crate) const EXCUSABLE: &[&str] = &excusable_names();

const EXCUSABLE_COUNT: usize = {
    let (mut count, mut index) = (0, 0);
    while index < CHECKS.len() {
        count += CHECKS[index].excusable as usize;
        index += 1;
    }
    count
};

const fn excusable_names() -> [&'static str; EXCUSABLE_COUNT] {
    let mut names = [""; EXCUSABLE_COUNT];
    let (mut filled, mut index) = (0, 0);
    while index < CHECKS.len() {
        if CHECKS[index].excusable {
            names[filled] = CHECKS[index].name;
            filled += 1;
        }
        index += 1;
    }
    names
}

/// Runs every check that looks at all records.
pub(crate) fn run_all(records: &Records, problems: &Problems) {
    for check in CHECKS {
        if let Some(run) = check.run {
            run(records, problems);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_sorted_and_each_name_stands_once() {
        assert!(CHECKS.is_sorted_by(|left, right| left.name < right.name));
        assert_eq!(CHECKS.len(), 70);
    }
}
