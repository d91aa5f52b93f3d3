//! From the files of a folder to records as they are written.

use std::path::Path;

use magdit::Language;
use toml::de::DeTable;

use crate::check::{duplicate_key, hidden_character, syntax};
use crate::files::{File, Place};
use crate::folder;
use crate::problems::Problems;
use crate::record::Records;

mod assessment;
mod citation;
mod condition;
mod exceptions;
mod fact;
mod field;
mod parameter;
mod readings;
mod release;
mod reviewed;
mod source;
mod supplier;
mod table;
mod texts;
mod tool;
mod value;
mod word;

use table::{Context, Table};

/// Reads every file of a data folder. What is wrong goes to `problems`; what
/// can be read is read all the same.
pub(crate) fn read_folder(dir: &Path, problems: &Problems) -> Records {
    let mut records = Records { files: folder::list(dir, problems), ..Records::default() };
    let files = core::mem::take(&mut records.files);
    for (number, file) in files.iter().enumerate() {
        read_file(&mut records, number, file, problems);
    }
    records.files = files;
    records
}

fn read_file(records: &mut Records, number: usize, file: &File, problems: &Problems) {
    let Some(text) = &file.text else {
        return;
    };
    hidden_character::look_at(number, text, problems);
    let Some(document) = parse(number, text, problems) else {
        return;
    };
    hidden_character::look_at_values(number, text, &document, problems);
    let context = Context { file: number, problems };
    let table = |what| Table::new(context, &document, Place::start_of(number), what);
    match file.path.split_once('/').map_or(file.path.as_str(), |(room, _)| room) {
        "edition.toml" => records.release = Some(release::read_release(number, table("the edition"))),
        "reviewed.toml" => records.reviews = reviewed::read_reviews(context, table("the reviews")),
        "readings.toml" => records.readings = readings::read_readings(context, table("the readings")),
        "exceptions.toml" => records.exceptions = exceptions::read_exceptions(table("the exceptions")),
        "tools" => records.tools.push(tool::read_tool(context, table("a tool"))),
        "suppliers" => records.suppliers.push(supplier::read_supplier(context, table("a supplier"))),
        "sources" => records.sources.push(source::read_source(number, table("a source"))),
        "conditions" => records.conditions.extend(condition::read_conditions(table("a file of conditions"))),
        "parameters" => records.parameters.push(parameter::read_parameter(number, table("a parameter"))),
        _ => {
            if let Some(language) = Language::from_word(file.stem()) {
                records.texts.push(texts::read_texts(context, language, &document));
            }
        }
    }
}

/// The document, unless it is not TOML. A key that stands twice is reported
/// and counts once.
pub(crate) fn parse<'f>(number: usize, text: &'f str, problems: &Problems) -> Option<DeTable<'f>> {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut readable = true;
    for error in errors {
        let place = Place { file: number, offset: error.span().map_or(0, |span| span.start) };
        if error.message() == "duplicate key" {
            let key = error.span().and_then(|span| text.get(span)).unwrap_or_default();
            duplicate_key::report(problems, place, key);
        } else {
            readable = false;
            let found = error.span().and_then(|span| text.get(span)).unwrap_or_default();
            syntax::report(problems, place, found, error.message());
        }
    }
    readable.then(|| document.into_inner())
}
