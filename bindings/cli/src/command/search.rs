//! `magdit search`: finds a tool.

use magdit::Confidence;

use crate::args::{Args, SearchArgs};
use crate::failure::Failure;
use crate::library;
use crate::render;

pub(crate) fn run(args: &Args, search: &SearchArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let result = library.search(&search.text, usize::from(search.limit))?;
    if args.json {
        render::json(&result)?;
    } else {
        render::matches::print(args, &library, &result)?;
    }
    if result.confidence == Confidence::None { Err(Failure::of_search(&result)) } else { Ok(()) }
}
