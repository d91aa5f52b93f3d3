//! `magdit refresh`: compares the records with clones of archives.

use magdit_curate::RefreshError;

use crate::args::{Args, RefreshArgs};
use crate::failure::Failure;
use crate::library;
use crate::render;

pub(crate) fn run(args: &Args, refresh: &RefreshArgs) -> Result<(), Failure> {
    let today = library::today(args).ok_or(Failure::NoToday)?;
    let found = match magdit_curate::refresh(&refresh.data, &refresh.archive, today, args.lang) {
        Ok(found) => found,
        Err(RefreshError::Records(report)) => {
            render::out(&format!("{report}\n"))?;
            return super::lint::verdict(&report);
        }
        Err(error) => return Err(error.into()),
    };
    if refresh.write {
        found.write(&refresh.data)?;
    }
    if let Some(path) = &refresh.worklist {
        std::fs::write(path, found.worklist()).map_err(|source| Failure::system(path, source))?;
    }
    if args.json {
        return render::json(&found);
    }
    let list = if refresh.worklist.is_some() { String::new() } else { format!("\n{}", found.worklist()) };
    let done = if refresh.write { "written" } else { "nothing was written; --write does" };
    render::out(&format!("{found}\n{done}\n{list}"))
}
