//! The folder of records: which files belong to it.

use std::fs;
use std::path::Path;

use crate::check::{empty_folder, stray_file, unreadable_file};
use crate::files::{File, Place};
use crate::problems::Problems;

/// Folders that hold one kind of record each.
pub(crate) const ROOMS: [&str; 6] = ["conditions", "parameters", "sources", "suppliers", "texts", "tools"];

/// Files that stand beside the folders, and whether they must be there.
pub(crate) const SINGLE_FILES: [(&str, bool); 4] =
    [("edition.toml", true), ("exceptions.toml", false), ("readings.toml", false), ("reviewed.toml", false)];

/// Reads the files of a data folder, sorted by path. Files of other kinds
/// beside the folders are none of its business; inside them they are.
pub(crate) fn list(dir: &Path, problems: &Problems) -> Vec<File> {
    let mut files = Vec::new();
    let mut missing = None;
    for (name, required) in SINGLE_FILES {
        if dir.join(name).is_file() {
            read(dir, name.to_owned(), &mut files, problems);
        } else if required {
            missing = Some(Place::start_of(files.len()));
            files.push(File { path: name.to_owned(), text: None });
        }
    }
    let mut records = 0;
    for room in ROOMS {
        records += list_room(dir, room, &mut files, problems);
    }
    if records == 0 {
        files.push(File { path: String::new(), text: None });
        empty_folder::report(problems, Place::start_of(files.len() - 1), dir.is_dir());
    } else if let Some(place) = missing {
        empty_folder::report_missing_edition(problems, place);
    }
    files
}

/// Reads one room and says how many records it holds.
fn list_room(dir: &Path, room: &str, files: &mut Vec<File>, problems: &Problems) -> usize {
    let Ok(entries) = fs::read_dir(dir.join(room)) else {
        return 0;
    };
    let mut names: Vec<String> =
        entries.filter_map(Result::ok).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let mut records = 0;
    for name in names {
        let path = format!("{room}/{name}");
        let is_hidden = name.starts_with('.');
        let belongs = name.ends_with(".toml") && (room != "texts" || ["nl.toml", "en.toml"].contains(&name.as_str()));
        if belongs && dir.join(&path).is_file() {
            records += 1;
            read(dir, path, files, problems);
        } else if !is_hidden && name != "README.md" {
            files.push(File { path, text: None });
            stray_file::report(problems, Place::start_of(files.len() - 1), room);
        }
    }
    records
}

fn read(dir: &Path, path: String, files: &mut Vec<File>, problems: &Problems) {
    let place = Place::start_of(files.len());
    let text = match fs::read(dir.join(&path)).map(String::from_utf8) {
        Ok(Ok(text)) => Some(text),
        Ok(Err(_)) => {
            unreadable_file::report(problems, place, "bytes that are not UTF-8");
            None
        }
        Err(error) => {
            unreadable_file::report(problems, place, &format!("a file that cannot be read ({})", error.kind()));
            None
        }
    };
    files.push(File { path, text });
}
