//! `magdit changes`: shows what is recorded of a tool in order of time.

use crate::args::{Args, ChangesArgs};
use crate::failure::Failure;
use crate::library::{self, Named};
use crate::render;

pub(crate) fn run(args: &Args, changes: &ChangesArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let id = match library::named(&library, &changes.tool)? {
        Named::Tool { id, .. } => id,
        Named::Uncertain(result) => {
            render::candidates::print(args, &library, &result)?;
            return Err(Failure::of_search(&result));
        }
    };
    let history = library.history(&id)?;
    if args.json {
        render::json(&history)
    } else {
        render::history::print(&render::Words::plain(&library, args.lang), &history)
    }
}
