//! What can be written for others.

use std::path::PathBuf;

use clap::Subcommand;
use magdit::{Date, Language};

use super::{date, words};

const EXPORT_EXAMPLES: &str = "\
Examples:
  magdit export --xlsx tools.xlsx
  magdit export --csv tools.csv --kb magdit.kb
  magdit export web public/mag-dit       answers as files for a web server

One row per edition, with the columns of Kennisnet's Privacy-quickscan and some more. The
list says what is recorded, not what may be used.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT_EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[group(required = true, multiple = true)]
pub(crate) struct ExportArgs {
    #[command(subcommand)]
    pub(crate) into: Option<ExportInto>,

    /// Write comma-separated values
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,

    /// Write a workbook
    #[arg(long, value_name = "FILE")]
    pub(crate) xlsx: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ExportInto {
    /// Write precomputed answers and pages without scripts, for any web server
    Web(ExportWebArgs),
}

const WEB_EXAMPLES: &str = "\
Examples:
  magdit export web public/mag-dit --most-used 100
  magdit export web public/mag-dit --tools kahoot,zoom --school school.toml
  magdit export web public/mag-dit --base-url https://portal.example/mag-dit

Answers every role, edition, account, kind of personal data, kind of school and age; other
questions, such as one with a purpose, get no answer. Each tool's answers hold from the day asked
about until something dated comes to count or grows too old, and no later than the day the
knowledge base is due for review: write the tree anew with every newer one. What stands in
the folders of the tree and is not part of it any more is removed. With all tools it takes
some minutes.

Without --base-url no oEmbed is written, which needs whole addresses.";

#[derive(Debug, clap::Args)]
#[command(after_help = WEB_EXAMPLES)]
pub(crate) struct ExportWebArgs {
    /// An empty or new folder, or one with an earlier tree
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,

    /// Only these tools, by id
    #[arg(long, value_name = "ID,…", value_delimiter = ',', conflicts_with = "most_used")]
    pub(crate) tools: Vec<String>,

    /// Only so many tools, those most used first
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) most_used: Option<u16>,

    /// Languages of answers and pages
    #[arg(long, value_name = "LANG,…", value_delimiter = ',', default_value = "nl,en",
          value_parser = words(Language::WORDS, Language::from_word))]
    pub(crate) languages: Vec<Language>,

    /// The day asked about: the first one on which the answers hold; left out, today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) as_of: Option<Date>,

    /// Where the tree will stand, for oEmbed
    #[arg(long, value_name = "URL")]
    pub(crate) base_url: Option<String>,
}
