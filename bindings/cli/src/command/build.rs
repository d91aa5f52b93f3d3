//! `magdit build`: compiles the records into a knowledge base.

use std::path::PathBuf;

use magdit::Trust;
use magdit_curate::{Level, Signers};
use serde_json::json;

use crate::args::{Args, BuildArgs};
use crate::failure::Failure;
use crate::{keys, library, output, render};

pub(crate) fn run(args: &Args, build: &BuildArgs) -> Result<(), Failure> {
    let compiled = match magdit_curate::compile_for(&build.dir, &signers(&build.key_change)?) {
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
    output::replace(&build.output, &compiled.bytes).map_err(|source| Failure::system(&build.output, source))?;
    let library = library::open_file(&build.output, &Trust::AllowUnsigned)?;
    let (bytes, warnings) = (compiled.bytes.len(), compiled.warnings.len());
    let (tools, sha256) = (library.tool_ids().count(), library.sha256().to_string());
    let output = build.output.display().to_string();
    if args.json {
        render::json(&json!({
            "output": output, "bytes": bytes, "tools": tools, "warnings": warnings, "sha256": sha256,
            "key_epoch": library.key_epoch(),
        }))
    } else {
        render::out(&format!(
            "{output}: {tools} tools, {bytes} bytes, {warnings} warnings\nsha-256 {sha256}\n\
             not signed: use it with --allow-unsigned, or sign it with magdit sign\n"
        ))
    }
}

/// Whose signatures the file is made for: the first key set, or the last one
/// that replaced it.
fn signers(changes: &[PathBuf]) -> Result<Signers, Failure> {
    let changes = changes.iter().map(|path| keys::read(path)).collect::<Result<Vec<_>, _>>()?;
    match changes.last() {
        Some(last) => Ok(Signers { key_epoch: last.keys().epoch(), changes }),
        None => Ok(Signers::default()),
    }
}
