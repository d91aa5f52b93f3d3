//! What can be typed to look behind answers.

use std::path::PathBuf;

use magdit::{Date, Role};

use super::{QuestionArgs, date, words};

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  magdit explain processing-agreement             a rule: its law, its facts, its conditions
  magdit explain minimum_age                      a fact: which rules look at it
  magdit explain consent_age                      a parameter: its values and their days
  magdit explain avg-art-8                        a source: what rests on it
  magdit explain processing-agreement --tool kahoot --role teacher --age 11
                                                  how it came out, and on which facts";

#[derive(Debug, clap::Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// Id of a rule, condition, fact, parameter or source, as answers name it
    #[arg(value_name = "ID")]
    pub(crate) id: String,

    /// Show how it came out for this tool, by id or name, and this question
    #[arg(long, value_name = "TOOL")]
    pub(crate) tool: Option<String>,

    #[command(flatten)]
    pub(crate) asked: QuestionArgs,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ChangesArgs {
    /// Id or name of the tool
    #[arg(value_name = "TOOL", allow_hyphen_values = true)]
    pub(crate) tool: String,
}

const DIFF_EXAMPLES: &str = "\
Examples:
  magdit diff installed.kb magdit.kb
  magdit diff installed.kb magdit.kb --tool kahoot --role pupil
  magdit diff installed.kb magdit.kb --fail-on-loosening   exits with 6 when an answer became less strict

Both are asked the same questions about the same day, as on their own day of issue. A
difference is no error. What became less strict stands first.";

#[derive(Debug, clap::Args)]
#[command(after_help = DIFF_EXAMPLES)]
pub(crate) struct DiffArgs {
    /// The earlier knowledge base
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,

    /// The later knowledge base
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,

    /// Only this tool, by id; may stand more than once
    #[arg(long, value_name = "ID")]
    pub(crate) tool: Vec<String>,

    /// Only questions of this role; may stand more than once
    #[arg(long, value_parser = words(Role::WORDS, Role::from_word))]
    pub(crate) role: Vec<Role>,

    /// The day of the questions; left out, the day the later one was issued
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) as_of: Option<Date>,

    /// Exit with 6 when an answer, a condition or a parameter became less strict
    #[arg(long)]
    pub(crate) fail_on_loosening: bool,
}
