//! `magdit build`: compiles the records into a knowledge base.

use std::path::Path;

use magdit_curate::Level;
use serde_json::json;

use crate::args::{Args, BuildArgs};
use crate::failure::Failure;
use crate::render;

pub(crate) fn run(args: &Args, build: &BuildArgs) -> Result<(), Failure> {
    let compiled = match magdit_curate::compile(&build.dir) {
        Ok(compiled) => compiled,
        Err(problems) => {
            let errors = problems.iter().filter(|problem| problem.level == Level::Error).count();
            if args.json {
                render::json(&json!({ "problems": problems }))?;
            } else {
                render::out(&problems.iter().map(|problem| format!("{problem}\n")).collect::<String>())?;
            }
            return Err(Failure::Records { errors });
        }
    };
    write(&build.output, &compiled.bytes).map_err(|source| Failure::system(&build.output, source))?;
    let library = crate::library::open_file(&build.output)?;
    let (bytes, warnings) = (compiled.bytes.len(), compiled.warnings.len());
    let (tools, sha256) = (library.tool_ids().count(), library.sha256().to_string());
    if args.json {
        let output = build.output.display().to_string();
        render::json(&json!({
            "output": output, "bytes": bytes, "tools": tools, "warnings": warnings, "sha256": sha256,
        }))
    } else {
        let output = build.output.display();
        render::out(&format!("{output}: {tools} tools, {bytes} bytes, {warnings} warnings\nsha-256 {sha256}\n"))
    }
}

/// Writes beside the file first, so that a reader never sees half of it.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let written = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        std::fs::remove_file(&part).ok();
    }
    written
}
