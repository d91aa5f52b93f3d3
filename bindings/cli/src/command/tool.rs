//! `magdit tool`: shows what is recorded.

use crate::args::{Args, ToolArgs};
use crate::failure::Failure;
use crate::library::{self, Named};
use crate::render;

pub(crate) fn run(args: &Args, tool: &ToolArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let id = match library::named(&library, &tool.tool)? {
        Named::Tool { id, .. } => id,
        Named::Uncertain(result) => {
            render::candidates::print(args, &library, &result)?;
            return Err(Failure::of_search(&result));
        }
    };
    let shown = library.tool_shown(&id)?;
    if args.json { render::json(&shown) } else { render::tool::print(args, &library, &shown) }
}
