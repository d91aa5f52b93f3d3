//! SQLite FTS5 with the trigram tokenizer: any trigram, ranked by BM25.

use rusqlite::Connection;

use super::{Engine, LIMIT, first_tools};
use crate::names::Names;

pub(crate) struct Sqlite {
    connection: Connection,
    bytes: usize,
}

impl Sqlite {
    pub(crate) fn new(names: &Names) -> Self {
        let mut connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch("CREATE VIRTUAL TABLE names USING fts5(name, tool UNINDEXED, tokenize = 'trigram');")
            .unwrap();
        let transaction = connection.transaction().unwrap();
        {
            let mut insert = transaction.prepare("INSERT INTO names VALUES (?1, ?2)").unwrap();
            for name in &names.names {
                insert.execute((&name.text, name.tool)).unwrap();
            }
        }
        transaction.commit().unwrap();
        connection.execute_batch("INSERT INTO names(names) VALUES ('optimize');").unwrap();
        let number = |pragma: &str| -> i64 { connection.query_row(pragma, [], |row| row.get(0)).unwrap() };
        let free = number("PRAGMA freelist_count");
        let bytes = ((number("PRAGMA page_count") - free) * number("PRAGMA page_size")) as usize;
        Self { connection, bytes }
    }
}

impl Engine for Sqlite {
    fn search(&self, query: &str) -> Vec<u32> {
        let letters: Vec<char> = query.to_lowercase().chars().collect();
        let mut trigrams: Vec<String> = letters
            .windows(3)
            .map(|trigram| format!("\"{}\"", trigram.iter().collect::<String>().replace('"', "\"\"")))
            .filter(|trigram| !trigram.contains('\0'))
            .collect();
        trigrams.sort();
        trigrams.dedup();
        trigrams.truncate(64);
        if trigrams.is_empty() {
            return Vec::new();
        }
        let mut select = self
            .connection
            .prepare_cached("SELECT tool FROM names WHERE names MATCH ?1 ORDER BY rank, rowid LIMIT 20")
            .unwrap();
        let Ok(rows) = select.query_map([trigrams.join(" OR ")], |row| row.get::<_, u32>(0)) else {
            return Vec::new();
        };
        let found: Vec<u32> = rows.filter_map(Result::ok).collect();
        first_tools(found.into_iter()).into_iter().take(LIMIT).collect()
    }

    fn bytes(&self) -> usize {
        self.bytes
    }

    fn memory(&self) -> usize {
        self.bytes
    }
}
