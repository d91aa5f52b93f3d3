//! stub
use crate::args::{Args, ExportArgs};
use crate::failure::Failure;
pub(crate) fn run(_: &Args, _: &ExportArgs) -> Result<(), Failure> {
    Ok(())
}
