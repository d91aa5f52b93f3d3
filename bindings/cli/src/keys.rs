//! Key files, and whom a file has to come from.

use std::path::Path;

use magdit::Trust;
use magdit::kb::chain::KeyChange;
use magdit::kb::key::Purpose;
use magdit::kb::key_file;
use magdit::kb::sign::SecretKey;

use crate::args::Args;
use crate::failure::{Failure, KeyFailure};

/// Whom a file from outside has to come from, where the arguments say it.
pub(crate) fn trust(args: &Args) -> Result<Option<Trust>, Failure> {
    if args.allow_unsigned {
        return Ok(Some(Trust::AllowUnsigned));
    }
    let Some(path) = &args.keys else {
        return Ok(None);
    };
    let keys = read(path)?.keys().clone();
    Ok(Some(match args.allow_development_keys {
        true => Trust::Development(keys),
        false => Trust::Release(keys),
    }))
}

/// The keys in a public key file, with the signatures for them.
pub(crate) fn read(path: &Path) -> Result<KeyChange, Failure> {
    let text = text(path)?;
    key_file::read(&text).map_err(|source| Failure::Key { path: path.to_owned(), source: KeyFailure::Public(source) })
}

/// First line of the file with a secret key.
const FIRST: &str = "magdit secret key 1";

/// The text of a file with a secret key.
pub(crate) fn secret_text(purpose: Purpose, seed: &[u8; 32]) -> String {
    let digits: String = seed.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{FIRST}\npurpose {purpose}\nseed {digits}\n")
}

/// The secret key in a file.
pub(crate) fn read_secret(path: &Path) -> Result<SecretKey, Failure> {
    let text = text(path)?;
    let failure = |source| Failure::Key { path: path.to_owned(), source };
    if key_file::read(&text).is_ok() {
        return Err(failure(KeyFailure::PublicForSecret));
    }
    let mut lines = text.lines();
    let fields = [lines.next(), lines.next(), lines.next(), lines.next()];
    let (purpose, seed) = match fields {
        [Some(FIRST), Some("purpose release"), Some(seed), None] => (Purpose::Release, seed),
        [Some(FIRST), Some("purpose development"), Some(seed), None] => (Purpose::Development, seed),
        _ => return Err(failure(KeyFailure::NoSecret)),
    };
    let seed = seed.strip_prefix("seed ").and_then(key_file::bytes::<32>);
    let seed = seed.ok_or_else(|| failure(KeyFailure::NoSecret))?;
    Ok(SecretKey::from_seed(purpose, &seed))
}

fn text(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path).map_err(|source| Failure::Key {
        path: path.to_owned(),
        source: match source.kind() {
            std::io::ErrorKind::InvalidData => KeyFailure::Public(key_file::KeyFileError::NoKeyFile),
            _ => KeyFailure::Unreadable(source),
        },
    })
}
