//! `magdit keygen`: makes a pair of keys.

use std::path::{Path, PathBuf};

use magdit::kb::key::KeySet;
use magdit::kb::key_file;
use magdit::kb::sign::SecretKey;
use serde_json::json;

use crate::args::{Args, KeygenArgs};
use crate::failure::Failure;
use crate::{keys, output, render};

pub(crate) fn run(args: &Args, keygen: &KeygenArgs) -> Result<(), Failure> {
    let purpose = keygen.purpose;
    let (seed, public) = loop {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(Failure::Random)?;
        if let Some(public) = SecretKey::from_seed(purpose, &seed).public() {
            break (seed, public);
        }
    };
    let set = KeySet::new(1, purpose, 1, vec![public])?;
    let (secret_path, public_path) = (with_ending(&keygen.name, "secret"), with_ending(&keygen.name, "keys"));
    create(&secret_path, &keys::secret_text(purpose, &seed), true)?;
    create(&public_path, &key_file::write_keys(&set), false)?;
    let (secret_shown, public_shown) = (secret_path.display().to_string(), public_path.display().to_string());
    if args.json {
        render::json(&json!({
            "secret": secret_shown, "public": public_shown, "key": public.to_string(), "purpose": purpose.to_string(),
        }))
    } else {
        render::out(&format!(
            "{secret_shown}: the secret {purpose} key; keep it where nobody else comes\n\
             {public_shown}: the public key, to publish\nkey {public}\n"
        ))
    }
}

fn with_ending(name: &Path, ending: &str) -> PathBuf {
    let mut file = name.as_os_str().to_owned();
    file.push(".");
    file.push(ending);
    file.into()
}

fn create(path: &Path, text: &str, secret: bool) -> Result<(), Failure> {
    output::create(path, text, secret).map_err(|source| Failure::system(path, source))
}
