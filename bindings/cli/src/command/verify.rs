//! `magdit verify`: says whether a file is signed by those it should come from.

use magdit::Origin;
use serde_json::json;

use crate::args::{Args, VerifyArgs};
use crate::failure::Failure;
use crate::{keys, library, render};

pub(crate) fn run(args: &Args, verify: &VerifyArgs) -> Result<(), Failure> {
    let library = library::open_trusted(&verify.file, keys::trust(args)?.as_ref())?;
    library.scan_records().map_err(|source| Failure::File { path: verify.file.clone(), source })?;
    let (file, release) = (verify.file.display().to_string(), library.release());
    let (signers, threshold, epoch, purpose) = match library.origin() {
        Origin::Signed(trusted) => {
            let keys = trusted.keys();
            (trusted.signers(), keys.threshold(), keys.epoch(), keys.purpose().to_string())
        }
        Origin::Embedded | Origin::Unsigned => (0, 0, library.key_epoch(), "unsigned".to_owned()),
    };
    if args.json {
        return render::json(&json!({
            "file": file, "edition": release.number, "issued": release.issued, "sha256": library.sha256(),
            "signers": signers, "threshold": threshold, "key_epoch": epoch, "purpose": purpose,
        }));
    }
    let (number, sha256) = (release.number, library.sha256());
    let by = match library.origin() {
        Origin::Signed(_) => {
            format!("signed by {signers} {purpose} keys, {threshold} must sign, epoch {epoch}")
        }
        Origin::Embedded | Origin::Unsigned => "whole, and whoever made it: unsigned files are allowed".to_owned(),
    };
    render::out(&format!("{file}: edition {number}, {by}\nsha-256 {sha256}\n"))
}
