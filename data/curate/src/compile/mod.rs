//! From checked records to the file.

use core::fmt::Display;

use magdit::kb::chain;
use magdit::kb::limits::MAX_SIGNATURES;
use magdit::kb::record::RecordError;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::table::TableWriter;
use magdit::kb::write::{Imprint, Writer};
use magdit::{Tool, stand_ins};
use serde::Serialize;

use crate::Signers;
use crate::check::file_limits;
use crate::files::Place;
use crate::problems::Problems;
use crate::record::Records;

mod names;
mod source;
mod tool;

/// Makes the file. The records have passed every check that stops a build, so
/// each of them is complete; were one not, there would be no file rather than
/// one without it. What the file format itself refuses is reported here.
pub(crate) fn compile(records: &Records, signers: &Signers, problems: &Problems) -> Option<Vec<u8>> {
    let tools = tool::tools(records)?;
    let writer = Writer::new(imprint(records, signers)?).signature_slots(MAX_SIGNATURES);
    let mut sections = Sections { problems, writer };
    sections.table(SectionId::Tools, tools.iter().map(|(file, tool)| (Place::start_of(*file), tool.id.clone(), tool)));
    sections.table(
        SectionId::Suppliers,
        source::suppliers(records)?
            .iter()
            .map(|(file, supplier)| (Place::start_of(*file), supplier.id.clone(), supplier)),
    );
    sections.table(
        SectionId::Sources,
        source::sources(records)?.iter().map(|(file, source)| (Place::start_of(*file), source.id.0.clone(), source)),
    );
    let conditions: Option<Vec<_>> =
        records.conditions.iter().map(|record| Some((record.place, record.condition.as_ref()?))).collect();
    sections.table(
        SectionId::Conditions,
        conditions?.into_iter().map(|(place, condition)| (place, condition.id.clone(), condition)),
    );
    let parameters: Option<Vec<_>> =
        records.parameters.iter().map(|record| Some((record.file, record.parameter.as_ref()?))).collect();
    sections.table(
        SectionId::Parameters,
        parameters?
            .into_iter()
            .map(|(file, parameter)| (Place::start_of(file), parameter.id.as_str().to_owned(), parameter)),
    );
    let texts = source::texts(records);
    sections.bytes(SectionId::Texts, texts.into_iter().map(|(place, key, text)| (place, key, Ok(text.to_record()))));
    let all: Vec<&Tool> = tools.iter().map(|(_, tool)| tool).collect();
    let standing_in: Vec<(Place, String, Vec<String>)> = tools
        .iter()
        .map(|(file, tool)| (Place::start_of(*file), tool.id.clone(), stand_ins(tool, all.iter().copied())))
        .filter(|(_, _, others)| !others.is_empty())
        .collect();
    sections.table(SectionId::Alternatives, standing_in.iter().map(|(place, id, others)| (*place, id.clone(), others)));
    names::add(&tools, records, &mut sections);
    if !signers.changes.is_empty() {
        sections.add(SectionId::Keys, chain::write(&signers.changes));
    }
    sections.finish()
}

fn imprint(records: &Records, signers: &Signers) -> Option<Imprint> {
    let release = records.release.as_ref()?;
    Some(Imprint {
        number: release.number?.value,
        issued: release.issued?.value,
        review_by: release.review_by?.value,
        expires: release.expires?.value,
        key_epoch: signers.key_epoch,
    })
}

/// The sections of a file in the making.
struct Sections<'p> {
    problems: &'p Problems,
    writer: Writer,
}

impl Sections<'_> {
    /// Adds a section of records: where each stands, its key, and what it
    /// holds.
    fn table<'r, T: Serialize + 'r>(&mut self, id: SectionId, records: impl Iterator<Item = (Place, String, &'r T)>) {
        let encoded = records.map(|(place, key, record)| (place, key, magdit::kb::record::encode(record)));
        self.bytes(id, encoded);
    }

    /// Adds a section of records that are bytes already.
    fn bytes(&mut self, id: SectionId, records: impl Iterator<Item = (Place, String, Result<Vec<u8>, RecordError>)>) {
        let mut table = TableWriter::new();
        for (place, key, record) in records {
            match record {
                Ok(bytes) => {
                    let added = table.insert(&key, bytes);
                    self.report(place, added);
                }
                Err(error) => file_limits::report(self.problems, place, &error.to_string()),
            }
        }
        self.add(id, table.finish());
    }

    /// Adds a section.
    fn add(&mut self, id: SectionId, bytes: Vec<u8>) {
        let added = self.writer.section(id, Need::MustUnderstand, bytes);
        self.report(Place::start_of(0), added);
    }

    /// Reports what the format refuses.
    fn report<E: Display>(&self, place: Place, result: Result<(), E>) {
        if let Err(error) = result {
            file_limits::report(self.problems, place, &error.to_string());
        }
    }

    /// The file, unless something was refused.
    fn finish(self) -> Option<Vec<u8>> {
        match self.writer.finish() {
            Ok(bytes) if !self.problems.stop_the_build() => Some(bytes),
            Ok(_) => None,
            Err(error) => {
                self.report(Place::start_of(0), Err(error));
                None
            }
        }
    }
}
