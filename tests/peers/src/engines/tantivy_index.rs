//! tantivy: a fuzzy query per word, the last one as a prefix, all required.

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, Query};
use tantivy::schema::{FAST, Field, Schema, TEXT};
use tantivy::{Index, IndexWriter, Searcher, TantivyDocument, Term};

use super::{Engine, first_tools};
use crate::names::Names;

pub(crate) struct Tantivy {
    searcher: Searcher,
    name: Field,
    bytes: usize,
}

impl Tantivy {
    pub(crate) fn new(names: &Names) -> Self {
        let mut schema = Schema::builder();
        let name = schema.add_text_field("name", TEXT);
        let tool = schema.add_u64_field("tool", FAST);
        let index = Index::create_in_ram(schema.build());
        let mut writer: IndexWriter = index.writer_with_num_threads(1, 500_000_000).unwrap();
        for entry in &names.names {
            let mut document = TantivyDocument::default();
            document.add_text(name, &entry.text);
            document.add_u64(tool, u64::from(entry.tool));
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        writer.wait_merging_threads().unwrap();
        let searcher = index.reader().unwrap().searcher();
        let bytes = searcher.space_usage().unwrap().total().get_bytes() as usize;
        Self { searcher, name, bytes }
    }
}

impl Engine for Tantivy {
    fn search(&self, query: &str) -> Vec<u32> {
        let words: Vec<String> = query
            .split(|char: char| !char.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        if words.is_empty() || words.len() > 32 {
            return Vec::new();
        }
        let last = words.len() - 1;
        let clauses = words.iter().enumerate().map(|(position, word)| {
            let term = Term::from_field_text(self.name, word);
            let distance = match word.chars().count() {
                0..5 => 0,
                5..9 => 1,
                _ => 2,
            };
            let clause: Box<dyn Query> = if position == last {
                Box::new(FuzzyTermQuery::new_prefix(term, distance, true))
            } else {
                Box::new(FuzzyTermQuery::new(term, distance, true))
            };
            (Occur::Must, clause)
        });
        let query = BooleanQuery::new(clauses.collect());
        let top = TopDocs::with_limit(20).order_by_score();
        let Ok(found) = self.searcher.search(&query, &top) else { return Vec::new() };
        first_tools(found.into_iter().map(|(_, place)| {
            let column = self.searcher.segment_reader(place.segment_ord).fast_fields().u64("tool").unwrap();
            column.first(place.doc_id).unwrap() as u32
        }))
    }

    fn bytes(&self) -> usize {
        self.bytes
    }
}
