//! The `magdit` command: may this app be used at school?

mod args;
mod command;
mod failure;
mod keys;
mod library;
mod output;
mod render;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    let result = match &args.command {
        Command::Check(check) => command::check::run(&args, check),
        Command::Ask(ask) => command::ask::run(&args, ask),
        Command::Search(search) => command::search::run(&args, search),
        Command::Tool(tool) => command::tool::run(&args, tool),
        Command::Explain(explain) => command::explain::run(&args, explain),
        Command::Changes(changes) => command::changes::run(&args, changes),
        Command::Diff(diff) => command::diff::run(&args, diff),
        Command::Info(info) => command::info::run(&args, info),
        Command::Lint(lint) => command::lint::run(&args, lint),
        Command::Build(build) => command::build::run(&args, build),
        Command::Keygen(keygen) => command::keygen::run(&args, keygen),
        Command::Keyset(keyset) => command::keyset::run(&args, keyset),
        Command::Sign(sign) => command::sign::run(&args, sign),
        Command::Verify(verify) => command::verify::run(&args, verify),
        Command::Pack(pack) => command::pack::run(&args, pack),
        Command::Store(store) => command::store::run(&args, store),
        Command::Refresh(refresh) => command::refresh::run(&args, refresh),
        Command::Import(import) => command::import::run(&args, import),
        Command::Export(export) => command::export::run(&args, export),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.report(args.json);
            failure.exit_code()
        }
    }
}
