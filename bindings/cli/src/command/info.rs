//! `magdit info`: shows which knowledge base this is.

use magdit::kb::digest::Digest;
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
    sha256: Digest,
}

pub(crate) fn run(args: &Args, info: &InfoArgs) -> Result<(), Failure> {
    let library = match &info.file {
        Some(path) => library::open_file(path)?,
        None => library::open(args)?,
    };
    let release = library.release();
    let today = library::today(args).unwrap_or(release.issued);
    let freshness = Freshness::on(today, release.issued, release.review_by, release.expires);
    let (version, tools, sha256) = (env!("CARGO_PKG_VERSION"), library.tool_ids().count(), library.sha256());
    let info = Info { version, release, freshness, tools, sha256 };
    if args.json { render::json(&info) } else { print(&info) }
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
        ("sha-256", info.sha256.to_string()),
    ];
    let text: String = lines.iter().map(|(label, value)| format!("{label:<10} {value}\n")).collect();
    render::out(&text)
}
