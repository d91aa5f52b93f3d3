//! What can be typed.

mod ask;
mod behind;
mod curators;
mod export;
mod publish;
mod question;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use magdit::{Country, Date, Language};

pub(crate) use ask::AskArgs;
pub(crate) use behind::{ChangesArgs, DiffArgs, ExplainArgs};
pub(crate) use curators::{ImportArgs, RefreshArgs};
pub(crate) use export::{ExportArgs, ExportInto, ExportWebArgs};
pub(crate) use publish::{KeygenArgs, KeysetArgs, PackArgs, SignArgs, StoreArgs, StoreCommand, VerifyArgs};
pub(crate) use question::{QuestionArgs, UseArgs};

const EXIT_CODES: &str = "\
Exit codes:
  0  answered
  1  the system got in the way (a file could not be written, for example)
  2  the question is not complete or not right
  3  no tool found, or not certain which one is meant
  4  the knowledge-base file, a key file, or the school's file, cannot be used
  5  the records have mistakes (lint, build)
  6  an answer became less strict (diff --fail-on-loosening)

The answer is advice. The school decides.";

/// May this app be used at school, with which account, under which conditions, and why?
///
/// Everything runs on this computer: no network, no traces.
#[derive(Debug, Parser)]
#[command(name = "magdit", version, after_help = EXIT_CODES, max_term_width = 100, propagate_version = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Use this knowledge base instead of the one inside the program
    #[arg(long, global = true, value_name = "FILE", help_heading = "For every command")]
    pub(crate) kb: Option<PathBuf>,

    /// The publisher's public keys: a file from outside must be signed with them
    #[arg(long, global = true, value_name = "FILE", help_heading = "For every command")]
    pub(crate) keys: Option<PathBuf>,

    /// Take a file from outside whoever made it, signed or not
    #[arg(long, global = true, conflicts_with = "keys", help_heading = "For every command")]
    pub(crate) allow_unsigned: bool,

    /// Let --keys be development keys
    #[arg(long, global = true, requires = "keys", help_heading = "For every command")]
    pub(crate) allow_development_keys: bool,

    /// The school's own file, as TOML or JSON: its decisions count beside the national answer
    #[arg(long, global = true, value_name = "FILE", help_heading = "For every command")]
    pub(crate) school: Option<PathBuf>,

    /// Take this day for today
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = date, help_heading = "For every command")]
    pub(crate) today: Option<Date>,

    /// Print JSON
    #[arg(long, global = true, help_heading = "For every command")]
    pub(crate) json: bool,

    /// Language of the sentences
    #[arg(long, global = true, value_name = "LANG", default_value = "nl", help_heading = "For every command",
          value_parser = words(Language::WORDS, Language::from_word))]
    pub(crate) lang: Language,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Answer whether a tool may be used
    Check(CheckArgs),
    /// Ask about a tool that nobody recorded, and give a provisional answer
    Ask(AskArgs),
    /// Find a tool by name, with typing errors, or by a link
    Search(SearchArgs),
    /// Show what is recorded of a tool: facts, sources, dates, gaps
    Tool(ToolArgs),
    /// Explain a rule, condition, fact, parameter or source, and how it came out
    Explain(ExplainArgs),
    /// Show what is recorded of a tool in order of time
    Changes(ChangesArgs),
    /// Show which knowledge base this is
    Info(InfoArgs),
    /// Compare two knowledge bases: which answers changed, for whom and why
    Diff(DiffArgs),
    /// Look for mistakes in the records
    Lint(LintArgs),
    /// Compile the records into a knowledge base
    Build(BuildArgs),
    /// Make drafts of records out of a request of `magdit ask` or a list (curators)
    Import(ImportArgs),
    /// Make a pair of keys: one to sign with, one to publish
    Keygen(KeygenArgs),
    /// Put public keys together into a set of which several must sign
    Keyset(KeysetArgs),
    /// Sign a knowledge base, or a new key set
    Sign(SignArgs),
    /// Say whether a knowledge base is signed by those it should come from
    Verify(VerifyArgs),
    /// Pack a knowledge base for a download, or unpack it
    Pack(PackArgs),
    /// Keep a knowledge base in a folder and replace it safely
    Store(StoreArgs),
    /// Compare the records with clones of archives of documents (curators)
    Refresh(RefreshArgs),
    /// Write the tools as a list for a spreadsheet, or the answers as files for a web server
    Export(ExportArgs),
}

const CHECK_EXAMPLES: &str = "\
Examples:
  magdit check kahoot --role teacher --age 11 --sector po
  magdit check zoom --role teacher --purpose communicate
  magdit check chatgpt --role teacher --purpose prepare --account private
  magdit check snappet --role parent --age 8 --account school --procured yes
  magdit check kahoot                  every age and every way of using it
  magdit check zoom --as-of 2021-02-01 the answer for that day
  magdit check kahoot --trace --json   the whole trail, for machines

The role says who asks, the age says who uses it: a teacher with an age asks about
pupils of that age; a teacher without one who prepares asks about own use. What you
leave out is answered for every case.";

#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(crate) struct CheckArgs {
    /// Id or name of the tool
    #[arg(value_name = "TOOL", allow_hyphen_values = true)]
    pub(crate) tool: String,

    #[command(flatten)]
    pub(crate) asked: QuestionArgs,

    /// Show the whole trail: what every rule found, on which facts, and what was not looked at
    #[arg(long)]
    pub(crate) trace: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SearchArgs {
    /// A name, the beginning of one, a link, an app id, or a sentence
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) text: String,

    /// Most matches to show
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u8).range(1..=50))]
    pub(crate) limit: u8,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ToolArgs {
    /// Id or name of the tool
    #[arg(value_name = "TOOL", allow_hyphen_values = true)]
    pub(crate) tool: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct InfoArgs {
    /// A knowledge-base file; left out, the one in use. With --coverage, the folder of records; left out, `data`
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,

    /// Show how large a file, a query and everything else may be
    #[arg(long)]
    pub(crate) limits: bool,

    /// Count what the records know, and how often that is enough for an answer (curators)
    #[arg(long)]
    pub(crate) coverage: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct LintArgs {
    /// Folder with the records
    #[arg(value_name = "DIR", default_value = "data")]
    pub(crate) dir: PathBuf,
}

const BUILD_EXAMPLES: &str = "\
Examples:
  magdit build -o magdit.kb
  magdit check kahoot --kb magdit.kb --allow-unsigned     your own file, as you made it
  magdit sign magdit.kb --key my.secret                   or signed, for others

A file that was built is not signed. Whoever takes it from you names your keys; you
yourself say --allow-unsigned.";

#[derive(Debug, clap::Args)]
#[command(after_help = BUILD_EXAMPLES)]
pub(crate) struct BuildArgs {
    /// Folder with the records
    #[arg(value_name = "DIR", default_value = "data")]
    pub(crate) dir: PathBuf,

    /// Where to write the knowledge base
    #[arg(short, long, value_name = "FILE", default_value = "magdit.kb")]
    pub(crate) output: PathBuf,

    /// A key set that replaced an earlier one, signed by both; once for each, oldest first
    #[arg(long, value_name = "FILE")]
    pub(crate) key_change: Vec<PathBuf>,
}

/// Accepts the words of a closed list, and shows them in the help.
fn words<T>(list: &'static [&'static str], read: fn(&str) -> Option<T>) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(list).try_map(move |word| read(&word).ok_or("is not one of the values"))
}

fn yes_no() -> impl TypedValueParser<Value = bool> {
    PossibleValuesParser::new(["yes", "no"]).map(|word| word == "yes")
}

fn country(text: &str) -> Result<Country, &'static str> {
    Country::from_code(text).ok_or("expected two capitals, such as NL")
}

fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("expected an existing day as YYYY-MM-DD, such as 2026-11-21")
}
