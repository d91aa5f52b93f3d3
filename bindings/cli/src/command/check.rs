//! `magdit check`: answers whether a tool may be used.

use magdit::{Answer, Trace};
use serde::Serialize;

use crate::args::{Args, CheckArgs};
use crate::failure::Failure;
use crate::library::{self, Named};
use crate::render;

/// An answer with its whole trail.
#[derive(Serialize)]
struct Traced<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    trace: &'a Trace,
}

pub(crate) fn run(args: &Args, check: &CheckArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let (id, edition) = match library::named(&library, &check.tool)? {
        Named::Tool { id, edition } => (id, edition),
        Named::Uncertain(result) => {
            render::candidates::print(args, &library, &result)?;
            return Err(Failure::of_search(&result));
        }
    };
    let asked = check.asked.question(&library, library::today(args), edition);
    let question = library.at_school(&asked);
    let words = render::Words::new(&library, args.lang, &question);
    if !check.trace {
        let answer = library.check(&id, &asked, args.lang)?;
        return if args.json { render::json(&answer) } else { render::answer::print(&words, &answer, &question) };
    }
    let (answer, trace) = library.trace(&id, &asked, args.lang)?;
    if args.json {
        return render::json(&Traced { answer: &answer, trace: &trace });
    }
    render::answer::print(&words, &answer, &question)?;
    render::trace::print(&words, &trace)
}
