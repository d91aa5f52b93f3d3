//! `magdit info --coverage`: counts what the records below a folder cover.

use std::path::Path;

use crate::args::Args;
use crate::failure::Failure;
use crate::render;

pub(crate) fn run(args: &Args, dir: &Path) -> Result<(), Failure> {
    match magdit_curate::coverage(dir) {
        Ok(coverage) if args.json => render::json(&coverage),
        Ok(coverage) => render::out(&coverage.to_string()),
        Err(report) => {
            if args.json {
                render::json(&report)?;
            } else {
                render::out(&format!("{report}\n"))?;
            }
            super::lint::verdict(&report)
        }
    }
}
