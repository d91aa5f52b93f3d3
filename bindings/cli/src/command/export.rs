//! `magdit export`: writes the records as a list, or the answers as files.

mod web;

use std::path::Path;

use magdit_curate::SheetError;
use serde_json::json;

use crate::args::{Args, ExportArgs, ExportInto};
use crate::failure::Failure;
use crate::library;
use crate::render;

/// Name of the sheet in a workbook.
const SHEET: &str = "magdit";

pub(crate) fn run(args: &Args, export: &ExportArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    if let Some(ExportInto::Web(export)) = &export.into {
        return web::run(args, export, &library);
    }
    let sheet = magdit_curate::export(&library);
    let mut written: Vec<&Path> = Vec::new();
    if let Some(path) = &export.csv {
        write(path, sheet.to_csv())?;
        written.push(path);
    }
    if let Some(path) = &export.xlsx {
        write(path, sheet.to_xlsx(SHEET, library.release().issued))?;
        written.push(path);
    }
    let rows = sheet.rows.len().saturating_sub(1);
    if args.json {
        let written: Vec<String> = written.iter().map(|path| path.display().to_string()).collect();
        return render::json(&json!({ "rows": rows, "written": written }));
    }
    let written: String = written.iter().map(|path| format!("{}: {rows} rows\n", path.display())).collect();
    render::out(&written)
}

fn write(path: &Path, bytes: Result<Vec<u8>, SheetError>) -> Result<(), Failure> {
    let bytes = bytes.map_err(|error| Failure::system(path, std::io::Error::other(error.to_string())))?;
    std::fs::write(path, bytes).map_err(|source| Failure::system(path, source))
}
