//! `magdit diff`: compares two knowledge bases.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anstream::eprintln;
use magdit_curate::diff::{DiffOptions, diff};

use crate::args::{Args, DiffArgs};
use crate::failure::Failure;
use crate::library;
use crate::render;

/// How long the work may take without a word on standard error, and how long
/// between two words.
const QUIET: Duration = Duration::from_secs(2);

pub(crate) fn run(args: &Args, diffed: &DiffArgs) -> Result<(), Failure> {
    let (old, new) = (library::open_file(&diffed.old)?, library::open_file(&diffed.new)?);
    let options = DiffOptions { tools: diffed.tool.clone(), roles: diffed.role.clone(), as_of: diffed.as_of };
    let (begun, told) = (Instant::now(), AtomicUsize::new(0));
    let progress = |done: usize, of: usize| {
        let rounds = begun.elapsed().as_secs().checked_div(QUIET.as_secs()).unwrap_or(0);
        let rounds = usize::try_from(rounds).unwrap_or(usize::MAX);
        if told.fetch_max(rounds, Ordering::Relaxed) < rounds {
            eprintln!("compared {done} of {of} tools");
        }
    };
    let difference = diff(&old, &new, &options, &progress)?;
    if args.json {
        render::json(&difference)?;
    } else {
        render::diff::print(&difference)?;
    }
    match difference.loosenings {
        loosenings if loosenings > 0 && diffed.fail_on_loosening => Err(Failure::Loosened { loosenings }),
        _ => Ok(()),
    }
}
