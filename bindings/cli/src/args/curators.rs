//! The commands of curators.

use std::path::PathBuf;

const REFRESH_EXAMPLES: &str = "\
Examples:
  magdit refresh --archive ../pga-versions ../contrib-versions
  magdit refresh --archive ../pga-versions --worklist todo.md --write

Pull the clones first: nothing is fetched. Without --write nothing is changed. What still
stands in an archive gets the day of the archive's last commit as `checked_on`, and the
fingerprint of the sentence or clause it was read in. All else is work for people.";

#[derive(Debug, clap::Args)]
#[command(after_help = REFRESH_EXAMPLES)]
pub(crate) struct RefreshArgs {
    /// Local clones of archives, bare or not
    #[arg(long, value_name = "DIR", required = true, num_args = 1..)]
    pub(crate) archive: Vec<PathBuf>,

    /// Folder with the records
    #[arg(long, value_name = "DIR", default_value = "data")]
    pub(crate) data: PathBuf,

    /// Write what is unchanged into the records
    #[arg(long)]
    pub(crate) write: bool,

    /// Write what people have to look at to this file, as Markdown
    #[arg(long, value_name = "FILE")]
    pub(crate) worklist: Option<PathBuf>,
}

const IMPORT_EXAMPLES: &str = "\
Examples:
  magdit import quickscan.xlsx --dry-run    see what it would make
  magdit import quickscan.csv               write the drafts among the records
  magdit ask rekenraket --role teacher --age 11 --json > request.json
  magdit import request.json
  magdit lint                               see what is left to do in them

Takes what `magdit ask --json` printed, and tables with the columns of Kennisnet's
Privacy-quickscan as CSV or XLSX. What the file holds says which it is.

The draft of a request holds no facts: what was answered in the dialogue stands in its
comments, as what to look for. Until somebody read the documents, its answer asks the
school. The draft of a list keeps each row as it was, and `lint` refuses it until somebody
has read the documents.";

#[derive(Debug, clap::Args)]
#[command(after_help = IMPORT_EXAMPLES)]
pub(crate) struct ImportArgs {
    /// A request, or a list
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Folder with the records: drafts are written there, tools that have a record are left alone
    #[arg(short, long, value_name = "DIR", default_value = "data")]
    pub(crate) output: PathBuf,

    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}
