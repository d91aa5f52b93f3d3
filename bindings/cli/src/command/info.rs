//! `magdit info`: shows which knowledge base this is.

use magdit::Info;

use crate::args::{Args, InfoArgs};
use crate::failure::Failure;
use crate::library;
use crate::render;

pub(crate) fn run(args: &Args, info: &InfoArgs) -> Result<(), Failure> {
    let library = match &info.file {
        Some(path) => library::open_file(path)?,
        None => library::open(args)?,
    };
    let info = library.info(library::today(args));
    if args.json { render::json(&info) } else { print(&info) }
}

fn print(info: &Info) -> Result<(), Failure> {
    let lines = [
        ("magdit", info.version.to_owned()),
        ("edition", info.release.number.to_string()),
        ("issued", info.release.issued.to_string()),
        ("review by", info.release.review_by.to_string()),
        ("expires", info.release.expires.to_string()),
        ("freshness", info.freshness.map(|freshness| freshness.to_string()).unwrap_or_default()),
        ("tools", info.tools.to_string()),
        ("sha-256", info.sha256.to_string()),
    ];
    let text: String = lines.iter().map(|(label, value)| format!("{label:<10} {value}\n")).collect();
    render::out(&text)
}
