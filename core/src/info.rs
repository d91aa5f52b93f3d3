//! Which knowledge base this is.

use serde::Serialize;

use crate::date::Date;
use crate::freshness::Freshness;
use crate::kb::digest::Digest;
use crate::kb::release::Release;
use crate::question::Sector;
use crate::school::{School, SchoolProblem};

/// Which knowledge base this is, and how old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Info {
    /// Version of this library.
    pub version: &'static str,
    /// The publication.
    #[serde(flatten)]
    pub release: Release,
    /// How old it is; nothing when nobody said which day it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freshness: Option<Freshness>,
    /// How many tools it holds, those of a school's own file not counted.
    pub tools: usize,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// The school's own file, where one lies over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub school: Option<SchoolShown>,
}

/// A school's own file, in short, with what is not right in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SchoolShown {
    /// Name of the school or board.
    pub name: String,
    /// The day the file was last looked through.
    pub date: Date,
    /// The kind of school, for questions that leave it open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// How many decisions count.
    pub decisions: usize,
    /// How many tools of its own count.
    pub tools: usize,
    /// Entries that are not right. Show these to whoever keeps the file: a
    /// refusal that was left out may read as a yes.
    pub problems: Vec<SchoolProblem>,
}

impl From<&School> for SchoolShown {
    fn from(school: &School) -> Self {
        Self {
            name: school.name.clone(),
            date: school.date,
            sector: school.sector,
            decisions: school.decisions().len(),
            tools: school.tools().len(),
            problems: school.problems().to_vec(),
        }
    }
}
