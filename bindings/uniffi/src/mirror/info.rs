//! Mirrors of `core/src/info.rs` and what belongs to it.

use magdit::kb::digest::Digest;
use magdit::{Date, Freshness, Info, Release, SchoolList, SchoolProblem, SchoolShown, Sector};

use crate::custom::{Count, Word};

/// Which knowledge base this is, and how old.
#[uniffi::remote(Record)]
pub struct Info {
    /// Version of this library.
    pub version: Word,
    /// The publication.
    pub release: Release,
    /// How old it is; nothing when nobody said which day it is.
    pub freshness: Option<Freshness>,
    /// How many tools it holds, those of a school's own file not counted.
    pub tools: Count,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// The school's own file, where one lies over it.
    pub school: Option<SchoolShown>,
}

/// A school's own file, in short, with what is not right in it.
#[uniffi::remote(Record)]
pub struct SchoolShown {
    /// Name of the school or board.
    pub name: String,
    /// The day the file was last looked through.
    pub date: Date,
    /// The kind of school, for questions that leave it open.
    pub sector: Option<Sector>,
    /// How many decisions count.
    pub decisions: Count,
    /// How many tools of its own count.
    pub tools: Count,
    /// Entries that are not right. Show these to whoever keeps the file: a
    /// refusal that was left out may read as a yes.
    pub problems: Vec<SchoolProblem>,
}

/// The publication a file holds: its number and its dates.
#[uniffi::remote(Record)]
pub struct Release {
    /// Counts publications: a later one has a higher number.
    pub number: u64,
    /// The day it was made.
    pub issued: Date,
    /// After this day a newer one should be looked for.
    pub review_by: Date,
    /// After this day nothing in it counts as a plain yes.
    pub expires: Date,
}

/// How old a knowledge base is on the day somebody asks.
#[uniffi::remote(Enum)]
pub enum Freshness {
    /// Within its review date.
    Fresh,
    /// Past its review date: a newer one should be looked for.
    DueForReview,
    /// Past its last day: nothing in it counts as a yes.
    Expired,
    /// The day given lies before the knowledge base was issued, so that
    /// nobody knows how old it is: nothing in it counts as a yes.
    ClockSuspect,
}

/// The lists of a school's file.
#[uniffi::remote(Enum)]
pub enum SchoolList {
    /// Decisions on tools.
    Decisions,
    /// The school's own tools.
    Tools,
}

/// One entry that is not right.
#[uniffi::remote(Record)]
pub struct SchoolProblem {
    /// The list it stands in.
    pub list: SchoolList,
    /// Its place in the list, from 1.
    pub number: Count,
    /// Id of the tool it is about, where that could be read.
    pub tool: Option<String>,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub remedy: Word,
    /// Whether it is left out. An entry that contradicts another one stays,
    /// and answers ask the school.
    pub skipped: bool,
    /// Whether answers on the tool ask the school because of it: what an entry
    /// that cannot be read says may be a refusal.
    pub asks_school: bool,
}
