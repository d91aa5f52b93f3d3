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

const EXPORT_EXAMPLES: &str = "\
Examples:
  magdit export --xlsx tools.xlsx
  magdit export --csv tools.csv --kb magdit.kb

One row per edition, with the columns of Kennisnet's Privacy-quickscan and some more. The
list says what is recorded, not what may be used.";

#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT_EXAMPLES)]
#[group(required = true, multiple = true)]
pub(crate) struct ExportArgs {
    /// Write comma-separated values
    #[arg(long, value_name = "FILE")]
    pub(crate) csv: Option<PathBuf>,

    /// Write a workbook
    #[arg(long, value_name = "FILE")]
    pub(crate) xlsx: Option<PathBuf>,
}
