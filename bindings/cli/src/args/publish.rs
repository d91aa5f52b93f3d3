//! What can be typed to sign, to verify and to install.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use magdit::kb::key::Purpose;

const KEYGEN_EXAMPLES: &str = "\
Examples:
  magdit keygen anna --purpose release          makes anna.secret and anna.keys
  magdit keyset anna.keys bram.keys carla.keys --threshold 2 -o publisher.keys

Publish the .keys file; keep the .secret file where nobody else comes. Development
keys are marked as such, and count only with --allow-development-keys.";

/// Which key to make.
#[derive(Debug, Args)]
#[command(after_help = KEYGEN_EXAMPLES)]
pub(crate) struct KeygenArgs {
    /// Name of the files to make, without ending
    #[arg(value_name = "NAME")]
    pub(crate) name: PathBuf,

    /// What it is for: files that are published, or work on the library and its records
    #[arg(long, value_parser = purpose())]
    pub(crate) purpose: Purpose,
}

const KEYSET_EXAMPLES: &str = "\
Examples:
  magdit keyset anna.keys bram.keys carla.keys --threshold 2 -o publisher.keys

To replace keys, make a set of the next epoch, and have enough holders of the old and
of the new keys sign it; from then on files are built for it:
  magdit keyset anna.keys dirk.keys eva.keys --threshold 2 --epoch 2 -o publisher-2.keys
  magdit sign publisher-2.keys --key anna.secret
  magdit build --key-change publisher-2.keys -o magdit.kb";

/// Which keys make up a set.
#[derive(Debug, Args)]
#[command(after_help = KEYSET_EXAMPLES)]
pub(crate) struct KeysetArgs {
    /// Files with public keys
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,

    /// How many of the keys must sign
    #[arg(long, value_name = "N")]
    pub(crate) threshold: u8,

    /// Counts the publisher's key sets
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) epoch: u32,

    /// Where to write the set
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

const SIGN_EXAMPLES: &str = "\
Examples:
  magdit sign magdit.kb --key anna.secret
  magdit sign magdit.kb --key bram.secret       adds a second signature
  magdit sign publisher-2.keys --key anna.secret

The signature is put into the file itself; nothing else in it changes.";

/// What to sign.
#[derive(Debug, Args)]
#[command(after_help = SIGN_EXAMPLES)]
pub(crate) struct SignArgs {
    /// A knowledge base, or a key set that is to replace another
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The secret key
    #[arg(long, value_name = "FILE")]
    pub(crate) key: PathBuf,

    /// Where to write the signed file; left out, in its place
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

const VERIFY_EXAMPLES: &str = "\
Examples:
  magdit verify magdit.kb --keys publisher.keys

Run it before a file is published: it refuses files that development keys signed.";

/// What to verify.
#[derive(Debug, Args)]
#[command(after_help = VERIFY_EXAMPLES)]
pub(crate) struct VerifyArgs {
    /// The knowledge base
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

const PACK_EXAMPLES: &str = "\
Examples:
  magdit pack magdit.kb --output packed.kb
  magdit pack packed.kb --output magdit.kb

For a download: leaves out what follows from the records, and is then compressed by the
server. Whatever opens a knowledge base opens it too, with the signatures it had. A file
that is packed is unpacked.";

/// What to pack.
#[derive(Debug, Args)]
#[command(after_help = PACK_EXAMPLES)]
pub(crate) struct PackArgs {
    /// The knowledge base, signed or not
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Where to write the packed file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

const STORE_EXAMPLES: &str = "\
Examples:
  magdit store inspect new.kb --dir kb --keys publisher.keys
  magdit store install new.kb --dir kb --keys publisher.keys
  magdit store info --dir kb --keys publisher.keys

Nothing is downloaded. What is installed takes the place of the file before it in one
step; at every moment, power loss included, the folder holds a usable file. A file
that is older than what was there, or not signed, is refused.";

/// What to do with a store.
#[derive(Debug, Args)]
#[command(after_help = STORE_EXAMPLES, arg_required_else_help = true)]
pub(crate) struct StoreArgs {
    #[command(subcommand)]
    pub(crate) command: StoreCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum StoreCommand {
    /// Install a file
    Install(WithStore<FileArg>),
    /// Say whether a file would be installed, and change nothing
    Inspect(WithStore<FileArg>),
    /// Show what is installed
    Info(WithStore<NoArg>),
}

/// The folder of a store, and what else is needed.
#[derive(Debug, Args)]
pub(crate) struct WithStore<T: Args> {
    #[command(flatten)]
    pub(crate) more: T,

    /// The folder of the store
    #[arg(long, value_name = "DIR")]
    pub(crate) dir: PathBuf,

    /// Leave the knowledge base inside the program out of account
    #[arg(long)]
    pub(crate) no_seed: bool,
}

/// The file to install.
#[derive(Debug, Args)]
pub(crate) struct FileArg {
    /// The knowledge base
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

/// Nothing else.
#[derive(Debug, Args)]
pub(crate) struct NoArg {}

fn purpose() -> impl TypedValueParser<Value = Purpose> {
    PossibleValuesParser::new(["release", "development"]).map(|word| match word.as_str() {
        "release" => Purpose::Release,
        _ => Purpose::Development,
    })
}
