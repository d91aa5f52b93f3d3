//! `magdit info`: shows which knowledge base this is.

use magdit::{Freshness, Release};
use serde::Serialize;

use crate::args::{Args, InfoArgs};
use crate::failure::Failure;
use crate::library;
use crate::render;

#[derive(Serialize)]
struct Info<'a> {
    version: &'static str,
    #[serde(flatten)]
    release: &'a Release,
    freshness: Freshness,
    tools: usize,
}

pub(crate) fn run(args: &Args, info: &InfoArgs) -> Result<(), Failure> {
    let library = match &info.file {
        Some(path) => library::open_file(path)?,
        None => library::open(args)?,
    };
    let release = library.release();
    let today = library::today().unwrap_or(release.issued);
    let freshness = Freshness::on(today, release.issued, release.review_by, release.expires);
    let info = Info {
        version: env!("CARGO_PKG_VERSION"),
        release,
        freshness,
        tools: library.tool_ids().count(),
    };
    if args.json {
        render::json(&info)
    } else {
        print(&info)
    }
}

fn print(info: &Info<'_>) -> Result<(), Failure> {
    let lines = [
        ("magdit", info.version.to_owned()),
        ("edition", info.release.number.to_string()),
        ("issued", info.release.issued.to_string()),
        ("review by", info.release.review_by.to_string()),
        ("expires", info.release.expires.to_string()),
        ("freshness", info.freshness.to_string()),
        ("tools", info.tools.to_string()),
        ("sha-256", info.release.sha256.to_string()),
    ];
    let text: String = lines
        .iter()
        .map(|(label, value)| format!("{label:<10} {value}\n"))
        .collect();
    render::out(&text)
}
