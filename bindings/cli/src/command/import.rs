//! `magdit import`: makes drafts of records out of a request or a list.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use magdit_curate::{Draft, Import, ImportError, Imported};
use serde_json::json;

use crate::args::{Args, ImportArgs};
use crate::failure::Failure;
use crate::render;

pub(crate) fn run(args: &Args, import: &ImportArgs) -> Result<(), Failure> {
    let path = || import.file.clone();
    let bytes = fs::read(&import.file).map_err(|source| Failure::system(&import.file, source))?;
    match magdit_curate::import(&import.file, &bytes, &import.output) {
        Ok(Import::Request(draft)) => request(args, import, &draft),
        Ok(Import::List(imported)) => list(args, import, &imported),
        Err(ImportError::Request(source)) => Err(Failure::Request { path: path(), source }),
        Err(source) => Err(Failure::Import { path: path(), source }),
    }
}

fn request(args: &Args, import: &ImportArgs, draft: &Draft) -> Result<(), Failure> {
    let files = draft.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    let written = write(import, files)?;
    if args.json {
        let written: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
        return render::json(&json!({ "id": draft.id, "written": written, "to_read": draft.to_read }));
    }
    let written: String = written.iter().map(|path| format!("{}\n", path.display())).collect();
    let to_read: Vec<&str> = draft.to_read.iter().map(|key| key.as_str()).collect();
    render::out(&format!(
        "{written}This is a draft without facts. Read the documents of the supplier, and record with its source:\n  {}\n\
         CONTRIBUTING.md says how; `magdit lint` looks over what you wrote.\n",
        to_read.join(", ")
    ))
}

fn list(args: &Args, import: &ImportArgs, imported: &Imported) -> Result<(), Failure> {
    let files = imported.drafts.iter().map(|draft| (draft.path.as_str(), draft.text.as_str()));
    let written = write(import, files)?;
    if args.json {
        let drafts: Vec<_> = imported
            .drafts
            .iter()
            .map(|draft| json!({ "id": draft.id, "path": draft.path, "rows": draft.rows, "text": draft.text }))
            .collect();
        let recorded: Vec<_> = imported.recorded.iter().map(|(row, id)| json!({ "row": row, "id": id })).collect();
        let written: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
        return render::json(&json!({ "drafts": drafts, "recorded": recorded, "written": written }));
    }
    let mut text = String::new();
    for draft in &imported.drafts {
        let rows: Vec<String> = draft.rows.iter().map(ToString::to_string).collect();
        text.push_str(&format!("draft {}, of row {}\n", import.output.join(&draft.path).display(), rows.join(", ")));
    }
    for (row, id) in &imported.recorded {
        text.push_str(&format!("row {row} is `{id}`, which has a record: compare them\n"));
    }
    let (drafts, recorded) = (imported.drafts.len(), imported.recorded.len());
    let done = if import.dry_run { "nothing was written" } else { "written; `magdit lint` says what each still needs" };
    render::out(&format!("{text}{drafts} drafts, {recorded} rows with a record; {done}\n"))
}

/// Writes files that are not there yet: all of them, or none.
fn write<'f>(import: &ImportArgs, files: impl Iterator<Item = (&'f str, &'f str)>) -> Result<Vec<PathBuf>, Failure> {
    let mut written: Vec<PathBuf> = Vec::new();
    for (path, text) in files.filter(|_| !import.dry_run) {
        let path = import.output.join(path);
        if let Err(source) = write_new(&path, text) {
            written.iter().for_each(|path| fs::remove_file(path).unwrap_or_default());
            return Err(Failure::system(&path, source));
        }
        written.push(path);
    }
    Ok(written)
}

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}
