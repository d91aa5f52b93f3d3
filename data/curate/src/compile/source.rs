//! Suppliers, sources and texts as the library holds them.

use magdit::{Citation, Source, SourceId, Supplier, Text};

use crate::files::Place;
use crate::record::{CitationRecord, Records, SourceRecord, SupplierRecord, TextFile};

/// Every supplier, with its file.
pub(super) fn suppliers(records: &Records) -> Option<Vec<(usize, Supplier)>> {
    let supplier = |record: &SupplierRecord| {
        let id = record.id.as_ref()?.value.clone();
        let name = record.name.as_ref()?.value.clone();
        let cited = record.cited.as_ref().and_then(citation);
        Some((record.file, Supplier { id, name, cited }))
    };
    records.suppliers.iter().map(supplier).collect()
}

/// Where something was read.
pub(super) fn citation(record: &CitationRecord) -> Option<Citation> {
    Some(Citation {
        source: SourceId(record.source.as_ref()?.value.clone()),
        place: record.heading.as_ref().map(|heading| heading.value.clone()),
        checked_on: record.checked_on.map(|date| date.value),
    })
}

/// Every source, with its file.
pub(super) fn sources(records: &Records) -> Option<Vec<(usize, Source)>> {
    records.sources.iter().map(|record| Some((record.file, source(record)?))).collect()
}

fn source(record: &SourceRecord) -> Option<Source> {
    Some(Source {
        id: SourceId(record.id.as_ref()?.value.clone()),
        kind: record.kind?.value,
        publisher: record.publisher.as_ref()?.value.clone(),
        title: record.title.as_ref()?.value.clone(),
        url: record.url.as_ref()?.value.clone(),
        archive_url: record.archive_url.as_ref().map(|address| address.value.clone()),
        language: record.language.as_ref()?.value.clone(),
        jurisdiction: record.jurisdiction?.value,
        content_date: record.content_date.map(|date| date.value),
        checked_on: record.checked_on?.value,
    })
}

/// Every text with its place, under its language and key: `nl/outcome.allowed`.
pub(super) fn texts(records: &Records) -> Vec<(Place, String, Text)> {
    let of_file = |file: &TextFile| {
        let language = file.language;
        let texts = file.texts.iter().map(move |(key, record)| {
            let text = Text {
                teacher: record.teacher.value.clone(),
                parent: record.parent.as_ref().map(|parent| parent.value.clone()),
            };
            (record.place, format!("{language}/{key}"), text)
        });
        texts.collect::<Vec<_>>()
    };
    records.texts.iter().flat_map(of_file).collect()
}
