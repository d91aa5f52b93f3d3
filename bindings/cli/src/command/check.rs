//! `magdit check`: answers whether a tool may be used.

use magdit::Question;

use crate::args::{Args, CheckArgs};
use crate::failure::Failure;
use crate::library::{self, Named};
use crate::render;

pub(crate) fn run(args: &Args, check: &CheckArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let (id, edition) = match library::named(&library, &check.tool)? {
        Named::Tool { id, edition } => (id, edition),
        Named::Uncertain(result) => {
            render::candidates::print(args, &library, &result)?;
            return Err(Failure::NotCertain);
        }
    };
    let question = library.at_school(&question(args, &library, check, edition));
    let answer = library.check(&id, &question, args.lang)?;
    if args.json {
        render::json(&answer)
    } else {
        render::answer::print(&render::Words::new(&library, args.lang, &question), &answer, &question)
    }
}

fn question(args: &Args, library: &magdit::KnowledgeBase, check: &CheckArgs, edition: Option<String>) -> Question {
    let today = library::today(args);
    let as_of = check.as_of.or(today).unwrap_or(library.release().issued);
    Question {
        role: check.role,
        age: check.age,
        sector: check.sector,
        purpose: check.purpose,
        account: check.account,
        data: check.data,
        device: check.device,
        procured: check.procured,
        compulsory: check.compulsory,
        country: check.country,
        edition: check.edition.clone().or(edition),
        as_of,
        today,
    }
}
