//! `magdit keyset`: puts public keys together.

use magdit::kb::key::KeySet;
use magdit::kb::key_file;
use serde_json::json;

use crate::args::{Args, KeysetArgs};
use crate::failure::Failure;
use crate::{keys, output, render};

pub(crate) fn run(args: &Args, keyset: &KeysetArgs) -> Result<(), Failure> {
    let sets = keyset.files.iter().map(|path| keys::read(path)).collect::<Result<Vec<_>, _>>()?;
    let purposes: Vec<_> = sets.iter().map(|set| set.keys().purpose()).collect();
    let purpose = match purposes.split_first() {
        Some((first, others)) if others.iter().all(|other| other == first) => *first,
        _ => return Err(Failure::MixedPurposes),
    };
    let members = sets.iter().flat_map(|set| set.keys().keys().iter().copied()).collect();
    let set = KeySet::new(keyset.epoch, purpose, keyset.threshold, members)?;
    let path = &keyset.output;
    output::create(path, &key_file::write_keys(&set), false).map_err(|source| Failure::system(path, source))?;
    let (output, threshold, count) = (path.display().to_string(), set.threshold(), set.keys().len());
    if args.json {
        render::json(&json!({
            "output": output, "purpose": purpose.to_string(), "epoch": set.epoch(), "threshold": threshold,
            "keys": set.keys().iter().map(ToString::to_string).collect::<Vec<_>>(),
        }))
    } else {
        let epoch = set.epoch();
        render::out(&format!("{output}: {threshold} of {count} {purpose} keys must sign, epoch {epoch}\n"))
    }
}
