//! `magdit pack`: makes a knowledge base small for a download.

use std::path::Path;

use magdit::pack;
use serde_json::json;

use crate::args::{Args, PackArgs};
use crate::failure::Failure;
use crate::{library, output, render};

pub(crate) fn run(args: &Args, arguments: &PackArgs) -> Result<(), Failure> {
    let file = library::read(&arguments.file)?;
    let failure = |source| Failure::File { path: arguments.file.clone(), source };
    let changed = match pack::is_packed(&file) {
        true => pack::unpack(&file).map_err(|error| failure(error.into()))?,
        false => pack::pack(&file).map_err(|error| failure(error.into()))?,
    };
    let path: &Path = &arguments.output;
    output::replace(path, &changed).map_err(|source| Failure::system(path, source))?;
    let (from, bytes) = (file.len(), changed.len());
    let (output, packed) = (path.display().to_string(), pack::is_packed(&changed));
    if args.json {
        return render::json(&json!({ "output": output, "packed": packed, "bytes": bytes, "bytes_before": from }));
    }
    let done = if packed { "packed" } else { "unpacked" };
    render::out(&format!("{output}: {done}, {bytes} bytes instead of {from}\n"))
}
