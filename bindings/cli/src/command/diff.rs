//! `magdit diff`: compares two knowledge bases.

use anstream::eprintln;
use magdit::Trust;
use magdit_curate::diff::{DiffOptions, diff};

use crate::args::{Args, DiffArgs};
use crate::failure::Failure;
use crate::render;
use crate::{keys, library};

/// After how many tools a word is said on standard error. Less work than this
/// is done at once.
const A_WORD_EVERY: usize = 50;

pub(crate) fn run(args: &Args, diffed: &DiffArgs) -> Result<(), Failure> {
    let trust = keys::trust(args)?.unwrap_or(Trust::AllowUnsigned);
    let (old, new) = (library::open_file(&diffed.old, &trust)?, library::open_file(&diffed.new, &trust)?);
    let options = DiffOptions { tools: diffed.tool.clone(), roles: diffed.role.clone(), as_of: diffed.as_of };
    let progress = |done: usize, of: usize| {
        if done.is_multiple_of(A_WORD_EVERY) {
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
