//! `magdit import`: makes the draft of a record out of a request.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::args::{Args, ImportArgs};
use crate::failure::Failure;
use crate::render;

pub(crate) fn run(args: &Args, import: &ImportArgs) -> Result<(), Failure> {
    let bytes = fs::read(&import.request).map_err(|source| Failure::system(&import.request, source))?;
    let draft = magdit_curate::draft(&bytes, &import.output)
        .map_err(|source| Failure::Request { path: import.request.clone(), source })?;
    let mut written: Vec<PathBuf> = Vec::new();
    for file in &draft.files {
        let path = import.output.join(&file.path);
        if let Err(source) = write_new(&path, &file.text) {
            written.iter().for_each(|path| fs::remove_file(path).unwrap_or_default());
            return Err(Failure::system(&path, source));
        }
        written.push(path);
    }
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

/// Writes a file that is not there yet.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}
