//! `magdit sign`: signs a knowledge base or a new key set.

use std::path::Path;

use magdit::kb::container;
use magdit::kb::key::Purpose;
use magdit::kb::key_file;
use magdit::kb::sign::{self, SecretKey};
use magdit::kb::signature::signed_slots;
use serde_json::json;

use crate::args::{Args, SignArgs};
use crate::failure::{Failure, KeyFailure};
use crate::{keys, library, output, render};

pub(crate) fn run(args: &Args, arguments: &SignArgs) -> Result<(), Failure> {
    let key = keys::read_secret(&arguments.key)?;
    let file = library::read(&arguments.file)?;
    let (signed, count) = match file.starts_with(KEY_FILE) {
        true => keys_signed(&arguments.file, &key)?,
        false => knowledge_base_signed(&arguments.file, &file, &key)?,
    };
    let path = arguments.output.as_deref().unwrap_or(&arguments.file);
    output::replace(path, &signed).map_err(|source| Failure::system(path, source))?;
    let public = key.public().map(|public| public.to_string()).unwrap_or_default();
    let (output, purpose) = (path.display().to_string(), key.purpose());
    if args.json {
        return render::json(&json!({
            "output": output, "key": public, "purpose": purpose.to_string(), "signatures": count,
        }));
    }
    let marked = match purpose {
        Purpose::Release => "",
        Purpose::Development => "\na development key: counts only with --allow-development-keys",
    };
    render::out(&format!("{output}: signed with {public}, {count} signatures in all{marked}\n"))
}

/// How a key file begins.
const KEY_FILE: &[u8] = b"magdit keys ";

fn keys_signed(path: &Path, key: &SecretKey) -> Result<(Vec<u8>, usize), Failure> {
    let mut change = keys::read(path)?;
    if change.keys().purpose() != key.purpose() {
        return Err(Failure::Key { path: path.to_owned(), source: KeyFailure::OtherPurpose });
    }
    sign::sign_change(&mut change, key);
    Ok((key_file::write(&change).into_bytes(), change.signatures().len()))
}

fn knowledge_base_signed(path: &Path, file: &[u8], key: &SecretKey) -> Result<(Vec<u8>, usize), Failure> {
    let failure = |source| Failure::Sign { path: path.to_owned(), source };
    let signed = sign::sign(file, key).map_err(failure)?;
    let layout = container::open(&signed).map_err(|error| failure(error.into()))?;
    let count = signed_slots(&signed, &layout).len();
    Ok((signed, count))
}
