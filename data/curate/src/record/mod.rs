//! The records as they are written.
//!
//! Everything that may be missing or wrong is optional here, so that one
//! mistake does not hide the next. Once no check objects, everything that the
//! library needs is there and [`crate::compile`] turns it into the library's
//! types.

use std::collections::BTreeMap;

use magdit::{Condition, Date, Jurisdiction, Parameter, SourceKind};

use crate::files::{At, File, Place};

mod fact;
mod inherit;
mod reading;
mod tool;

pub(crate) use fact::{CitationRecord, CorrectionRecord, FactRecord, FactState, KnownRecord};
pub(crate) use inherit::{citations, fact_lists, is_superseded, merged_facts};
pub(crate) use reading::{DECIDING, ReadingRecord, deciding_facts};
pub(crate) use tool::{AssessmentRecord, EditionRecord, ScopeRecord, StatusRecord, StoreRecord, ToolRecord};

/// Everything that was read, in the order of the file names.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// Every file that was looked at; places point into it.
    pub(crate) files: Vec<File>,
    /// `edition.toml`.
    pub(crate) release: Option<ReleaseRecord>,
    /// `tools/`.
    pub(crate) tools: Vec<ToolRecord>,
    /// `suppliers/`.
    pub(crate) suppliers: Vec<SupplierRecord>,
    /// `sources/`.
    pub(crate) sources: Vec<SourceRecord>,
    /// `conditions/`.
    pub(crate) conditions: Vec<ConditionRecord>,
    /// `parameters/`.
    pub(crate) parameters: Vec<ParameterRecord>,
    /// `texts/`.
    pub(crate) texts: Vec<TextFile>,
    /// `exceptions.toml`.
    pub(crate) exceptions: Vec<ExceptionRecord>,
    /// `readings.toml`.
    pub(crate) readings: Vec<ReadingRecord>,
    /// `reviewed.toml`.
    pub(crate) reviews: Vec<ReviewRecord>,
}

impl Records {
    /// The day the knowledge base is issued, if `edition.toml` says so.
    pub(crate) fn issued(&self) -> Option<Date> {
        self.release.as_ref()?.issued.as_ref().map(|date| date.value)
    }

    /// The source with this id.
    pub(crate) fn source(&self, id: &str) -> Option<&SourceRecord> {
        let known_as = |source: &&SourceRecord| source.id.as_ref().is_some_and(|its| its.value == id);
        self.sources.iter().find(known_as)
    }

    /// The supplier with this id.
    pub(crate) fn supplier(&self, id: &str) -> Option<&SupplierRecord> {
        let known_as = |supplier: &&SupplierRecord| supplier.id.as_ref().is_some_and(|its| its.value == id);
        self.suppliers.iter().find(known_as)
    }

    /// True where a room, such as `tools`, has a file for this id, even one
    /// that cannot be read.
    pub(crate) fn has_file(&self, room: &str, id: &str) -> bool {
        let path = format!("{room}/{id}.toml");
        self.files.iter().any(|file| file.path == path)
    }

    /// Every id of a room: the names of its files.
    pub(crate) fn ids(&self, room: &str) -> Vec<&str> {
        let is_in_room = |file: &&File| file.path.strip_prefix(room).is_some_and(|rest| rest.starts_with('/'));
        self.files.iter().filter(is_in_room).map(File::stem).collect()
    }
}

/// `edition.toml`: which edition of the knowledge base the records make.
#[derive(Debug)]
pub(crate) struct ReleaseRecord {
    pub(crate) file: usize,
    pub(crate) number: Option<At<u64>>,
    pub(crate) issued: Option<At<Date>>,
    pub(crate) review_by: Option<At<Date>>,
    pub(crate) expires: Option<At<Date>>,
}

/// A supplier.
#[derive(Debug)]
pub(crate) struct SupplierRecord {
    pub(crate) file: usize,
    pub(crate) id: Option<At<String>>,
    pub(crate) name: Option<At<String>>,
    /// Other names it puts its texts under.
    pub(crate) published_as: Vec<At<String>>,
    pub(crate) cited: Option<CitationRecord>,
    pub(crate) facts: Vec<FactRecord>,
}

/// A document that was read.
#[derive(Debug)]
pub(crate) struct SourceRecord {
    pub(crate) file: usize,
    pub(crate) id: Option<At<String>>,
    pub(crate) kind: Option<At<SourceKind>>,
    pub(crate) publisher: Option<At<String>>,
    pub(crate) title: Option<At<String>>,
    pub(crate) url: Option<At<String>>,
    pub(crate) archive_url: Option<At<String>>,
    pub(crate) language: Option<At<String>>,
    pub(crate) jurisdiction: Option<At<Jurisdiction>>,
    pub(crate) content_date: Option<At<Date>>,
    pub(crate) checked_on: Option<At<Date>>,
}

/// A condition of the catalogue.
#[derive(Debug)]
pub(crate) struct ConditionRecord {
    pub(crate) place: Place,
    pub(crate) id: Option<At<String>>,
    pub(crate) sources: Vec<At<String>>,
    /// The condition, where nothing was missing or wrong.
    pub(crate) condition: Option<Condition>,
}

/// A dated number.
#[derive(Debug)]
pub(crate) struct ParameterRecord {
    pub(crate) file: usize,
    pub(crate) id: Option<At<magdit::ParameterId>>,
    /// Where each value begins, in the order of the file.
    pub(crate) values: Vec<ParameterValueRecord>,
    /// The parameter, where nothing was missing or wrong.
    pub(crate) parameter: Option<Parameter>,
}

/// A value of a dated number.
#[derive(Debug)]
pub(crate) struct ParameterValueRecord {
    pub(crate) place: Place,
    pub(crate) source: Option<At<String>>,
    pub(crate) checked_on: Option<At<Date>>,
    pub(crate) value: Option<magdit::ParameterValue>,
}

/// The texts of one language, by dotted key.
#[derive(Debug)]
pub(crate) struct TextFile {
    pub(crate) file: usize,
    pub(crate) language: magdit::Language,
    pub(crate) texts: BTreeMap<String, TextRecord>,
}

/// A text.
#[derive(Debug)]
pub(crate) struct TextRecord {
    pub(crate) place: Place,
    pub(crate) teacher: At<String>,
    pub(crate) parent: Option<At<String>>,
}

/// A problem that is accepted, with the reason why.
#[derive(Debug)]
pub(crate) struct ExceptionRecord {
    pub(crate) place: Place,
    pub(crate) check: Option<At<&'static str>>,
    pub(crate) path: Option<At<String>>,
}

/// What a curator looked up about a tool beside its facts.
#[derive(Debug)]
pub(crate) struct ReviewRecord {
    /// The tool, where its id stands.
    pub(crate) tool: At<String>,
    pub(crate) checked_on: Option<At<Date>>,
    /// Where the supplier was read.
    pub(crate) supplier_source: Option<At<String>>,
    /// Every address or file that is named, that of the supplier among them.
    pub(crate) addresses: Vec<At<String>>,
}
