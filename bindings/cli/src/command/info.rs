//! `magdit info`: shows which knowledge base this is, the limits, or what its
//! records cover.

use std::path::Path;

use magdit::kb::container;
use magdit::kb::signature::{Slot, signed_slots};
use magdit::{Info, LIMITS, Origin, Trust};
use serde::Serialize;

use crate::args::{Args, InfoArgs};
use crate::failure::Failure;
use crate::{keys, library, render};

#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    info: Info,
    key_epoch: u32,
    origin: &'static str,
    signatures: Vec<Signature>,
}

/// A signature in the file. Anybody can sign: only keys say whether it counts.
#[derive(Serialize)]
struct Signature {
    key: String,
    purpose: Option<String>,
    counts: Option<bool>,
}

pub(crate) fn run(args: &Args, info: &InfoArgs) -> Result<(), Failure> {
    if info.coverage {
        return super::coverage::run(args, info.file.as_deref().unwrap_or(Path::new("data")));
    }
    if info.limits {
        return limits(args);
    }
    let path = info.file.as_ref().or(args.kb.as_ref());
    let trust = keys::trust(args)?.unwrap_or(Trust::AllowUnsigned);
    let library = match path {
        Some(path) => library::open_file(path, &trust)?,
        None => library::open(args)?,
    };
    let signatures = match path {
        Some(path) => signatures(&library::read(path)?, library.origin()),
        None => Vec::new(),
    };
    let shown = Shown {
        info: library.info(library::today(args)),
        key_epoch: library.key_epoch(),
        origin: match library.origin() {
            Origin::Embedded => "embedded",
            Origin::Signed(_) => "signed",
            Origin::Unsigned => "not_verified",
        },
        signatures,
    };
    if args.json { render::json(&shown) } else { print(&shown) }
}

fn signatures(file: &[u8], origin: &Origin) -> Vec<Signature> {
    let Ok(layout) = container::open(file) else {
        return Vec::new();
    };
    let show = |slot: Slot| Signature {
        key: slot.key.map_or_else(|| "no key".to_owned(), |key| key.to_string()),
        purpose: slot.purpose.map(|purpose| purpose.to_string()),
        counts: match origin {
            Origin::Signed(trusted) => {
                let keys = trusted.keys();
                let is_one = slot.key.is_some_and(|key| keys.keys().contains(&key));
                Some(is_one && slot.purpose == Some(keys.purpose()))
            }
            Origin::Embedded | Origin::Unsigned => None,
        },
    };
    signed_slots(file, &layout).into_iter().map(show).collect()
}

fn print(shown: &Shown) -> Result<(), Failure> {
    let info = &shown.info;
    let lines = [
        ("magdit", info.version.to_owned()),
        ("edition", info.release.number.to_string()),
        ("issued", info.release.issued.to_string()),
        ("review by", info.release.review_by.to_string()),
        ("expires", info.release.expires.to_string()),
        ("freshness", info.freshness.map(|freshness| freshness.to_string()).unwrap_or_default()),
        ("tools", info.tools.to_string()),
        ("sha-256", info.sha256.to_string()),
        ("key epoch", shown.key_epoch.to_string()),
        ("origin", shown.origin.replace('_', " ")),
    ];
    let mut text: String = lines.iter().map(|(label, value)| format!("{label:<10} {value}\n")).collect();
    for signature in &shown.signatures {
        let purpose = signature.purpose.as_deref().unwrap_or("does not match");
        let counts = match signature.counts {
            Some(true) => ", counts",
            Some(false) => ", does not count",
            None => "",
        };
        text.push_str(&format!("signature  {} ({purpose}{counts})\n", signature.key));
    }
    if shown.origin == "not_verified" {
        text.push_str("Who made this file was not verified; name the publisher's keys with --keys.\n");
    }
    render::out(&text)
}

fn limits(args: &Args) -> Result<(), Failure> {
    if args.json {
        return render::json(&LIMITS);
    }
    let text: String = LIMITS
        .iter()
        .map(|limit| format!("{:<15} {:>9} {} of {}\n", limit.name, limit.most, limit.unit, limit.of))
        .collect();
    render::out(&text)
}
