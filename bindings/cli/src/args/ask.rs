//! What can be typed after `magdit ask`.

use std::path::PathBuf;

use super::UseArgs;

const EXAMPLES: &str = "\
Examples:
  magdit ask rekenraket --role teacher --age 11
  magdit ask --answers antwoorden.json --json

The questions are about a tool that nobody recorded. The answer is provisional: it is
never a plain yes, and it counts for thirty days. Nothing is kept or sent.

A file of answers is JSON. What it leaves open counts as not known:
  {\"name\": \"Rekenraket\", \"answers\": {\"kind\": \"practice\", \"routes\": [\"no_account\"]}}";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AskArgs {
    /// Name of the tool; left out, it is asked
    #[arg(value_name = "NAME", allow_hyphen_values = true, conflicts_with = "answers")]
    pub(crate) name: Option<String>,

    /// Take the answers from this JSON file and ask nothing
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) by: UseArgs,
}
