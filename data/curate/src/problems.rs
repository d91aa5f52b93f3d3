//! Where reading and checking leave what they find.

use core::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

use crate::check::Check;
use crate::files::{File, Place};
use crate::problem::{Level, Problem};

/// A problem before its line is known.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) check: &'static Check,
    pub(crate) place: Place,
    pub(crate) found: String,
    pub(crate) expected: String,
    pub(crate) remedy: String,
}

/// The files of a run and the problems in them.
///
/// Shared while reading and checking, hence the cell.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    drafts: RefCell<Vec<Draft>>,
}

impl Problems {
    /// Notes a problem.
    pub(crate) fn add(
        &self,
        check: &'static Check,
        place: Place,
        found: impl Into<String>,
        expected: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.drafts.borrow_mut().push(Draft {
            check,
            place,
            found: found.into(),
            expected: expected.into(),
            remedy: remedy.into(),
        });
    }

    /// Drops what one check found in one file, and says whether that was
    /// anything.
    pub(crate) fn suppress(&self, check: &str, file: usize) -> bool {
        let mut drafts = self.drafts.borrow_mut();
        let before = drafts.len();
        drafts.retain(|draft| draft.check.name != check || draft.place.file != file);
        drafts.len() < before
    }

    /// True where something stops the build.
    pub(crate) fn stop_the_build(&self) -> bool {
        self.drafts.borrow().iter().any(|draft| draft.check.level == Level::Error)
    }

    /// The problems with their lines, sorted, each once.
    pub(crate) fn resolve(&self, dir: &Path, files: &[File]) -> Vec<Problem> {
        let problems: BTreeSet<Problem> = self
            .drafts
            .borrow()
            .iter()
            .map(|draft| {
                let file = files.get(draft.place.file);
                let (line, column) = file.map_or((1, 1), |file| file.line_and_column(draft.place.offset));
                let path = file.map_or("", |file| file.path.as_str());
                Problem {
                    file: dir.join(path).display().to_string().replace('\\', "/"),
                    line,
                    column,
                    check: draft.check.name,
                    level: draft.check.level,
                    found: draft.found.clone(),
                    expected: draft.expected.clone(),
                    remedy: draft.remedy.clone(),
                }
            })
            .collect();
        problems.into_iter().collect()
    }
}
