//! `magdit lint`: looks for mistakes in the records.

use magdit_curate::{Level, Report};

use crate::args::{Args, LintArgs};
use crate::failure::Failure;
use crate::render;

pub(crate) fn run(args: &Args, lint: &LintArgs) -> Result<(), Failure> {
    let report = magdit_curate::lint(&lint.dir);
    if args.json {
        render::json(&report)?;
    } else {
        render::out(&format!("{report}\n"))?;
    }
    verdict(&report)
}

/// Fails when some problem is an error.
pub(crate) fn verdict(report: &Report) -> Result<(), Failure> {
    match report.problems.iter().filter(|problem| problem.level == Level::Error).count() {
        0 => Ok(()),
        errors => Err(Failure::Records { errors }),
    }
}
