//! Keeping a knowledge base in a folder, and replacing it by newer ones.
//!
//! The only code of the library that touches files. There is no network here:
//! the application downloads, and hands over the bytes.
//!
//! ```
//! use magdit::store::{OpenedFrom, Store};
//! # use magdit::kb::key::{KeySet, Purpose};
//! # use magdit::kb::sign::SecretKey;
//! use magdit::{Date, Trust};
//!
//! # let keys = vec![SecretKey::from_seed(Purpose::Release, &[1; 32]).public().unwrap()];
//! # let keys = KeySet::new(1, Purpose::Release, 1, keys).unwrap();
//! # let folder = std::env::temp_dir().join("magdit-store-example");
//! # let downloaded = b"<html>";
//! let mut store = Store::at(folder, Trust::Release(keys));
//! // store = store.with_seed(magdit_data::KNOWLEDGE_BASE);
//! let today = Date::new(2026, 11, 21).unwrap();
//! match store.install(downloaded, today) {
//!     Ok(installed) => println!("{installed:?}"),
//!     Err(refused) => println!("kept what there was: {refused}"),
//! }
//! if let Ok(opened) = store.open() {
//!     assert_ne!(opened.from, OpenedFrom::Previous);
//! }
//! ```
//!
//! # What is in the folder
//!
//! | name | what |
//! |---|---|
//! | `current.kb` | the knowledge base in use |
//! | `previous.kb` | the one before it, opened when the current one cannot be |
//! | `floor` | the newest version that was ever kept: nothing older is |
//! | `magdit-….part` | left over from an interrupted installation; removed by the next |
//!
//! A folder belongs to one publisher: for other keys, begin with an empty one.
//! Nothing else in the folder is touched. Nothing in it is believed: every
//! file is verified whole whenever it is opened, and `floor` can only make the
//! store stricter.
//!
//! # What holds
//!
//! - At every moment, power loss included, the folder holds a usable file if it
//!   ever held one: a new file is written beside the old one, forced to disk,
//!   read back and compared before it takes the old one's name.
//! - Once [`Store::install`] returned, the new file survives power loss.
//! - Older versions, other contents under the same number and replaced keys are
//!   refused; see [`Refusal`].
//! - Readers need no lock: whatever they open is one whole file.
//! - One installation at a time. Two processes that install at once never leave
//!   a broken file, but the older of two new versions may end up current.

mod disk;
mod error;
mod file_system;
mod floor;
mod install;
mod judge;
mod shared;

pub use crate::kb::release::Version;
pub use disk::Disk;
pub use error::{InstallError, PassedOver, Refusal, StoreError, Unusable};
pub use file_system::FileSystem;
pub use install::Installed;
pub use judge::{Candidate, MAX_NUMBER_STEP};
pub use shared::Shared;

use std::path::PathBuf;

use crate::kb::container;
use crate::kb::digest::Digest;
use crate::kb::limits::MAX_FILE_BYTES;
use crate::kb::trust::{Origin, Trust};
use crate::knowledge_base::KnowledgeBase;
use crate::vocabulary::vocabulary;
use floor::Floor;

/// Name of the file in use.
pub const CURRENT: &str = "current.kb";

/// Name of the file before it.
pub const PREVIOUS: &str = "previous.kb";

/// Name of the record of the newest version ever kept.
pub const FLOOR: &str = "floor";

vocabulary! {
    /// Where an opened knowledge base came from.
    OpenedFrom {
        /// The file in use.
        Current = "current",
        /// The file before it: the current one cannot be used. The last known
        /// to be good.
        Previous = "previous",
        /// The knowledge base inside the program: nothing newer is installed.
        Seed = "seed",
    }
}

/// A knowledge base from a store, with what was passed over on the way to it.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The knowledge base.
    pub library: KnowledgeBase,
    /// Where it came from.
    pub from: OpenedFrom,
    /// Files that are there and cannot be used, and why. Not empty means that
    /// somebody should install again.
    pub passed_over: Vec<PassedOver>,
}

/// A folder with a knowledge base.
///
/// It holds no file open and nothing in memory, so that it may be made
/// whenever it is needed.
#[derive(Debug, Clone)]
pub struct Store<F = Disk> {
    files: F,
    trust: Trust,
    seed: Option<&'static [u8]>,
}

impl Store<Disk> {
    /// The store in this folder, which is made by the first installation.
    ///
    /// The folder is the store's own: a backup of it may be put back, but is
    /// then as old as it is.
    pub fn at(folder: impl Into<PathBuf>, trust: Trust) -> Self {
        Self::on(Disk::at(folder), trust)
    }
}

/// What can be opened, and what cannot.
#[derive(Debug)]
struct Held {
    current: Option<KnowledgeBase>,
    previous: Option<KnowledgeBase>,
    seed: Option<KnowledgeBase>,
}

impl<F: FileSystem> Store<F> {
    /// A store on files of another kind than those on disk.
    pub const fn on(files: F, trust: Trust) -> Self {
        Self { files, trust, seed: None }
    }

    /// With the knowledge base inside the program: it is opened as long as
    /// nothing newer is installed, and nothing older than it is.
    #[must_use]
    pub const fn with_seed(mut self, seed: &'static [u8]) -> Self {
        self.seed = Some(seed);
        self
    }

    /// The newest knowledge base that can be used. Writes nothing.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if there is none, with why each file cannot be used.
    pub fn open(&self) -> Result<Opened, StoreError> {
        let mut passed_over = Vec::new();
        let mut from = OpenedFrom::Current;
        let installed = self.file(CURRENT, &mut passed_over).or_else(|| {
            from = OpenedFrom::Previous;
            self.file(PREVIOUS, &mut passed_over)
        });
        let seed = match &installed {
            Some(installed) if !self.seed_is_newer_than(installed.version()) => None,
            Some(_) | None => self.seed(&mut passed_over),
        };
        match (seed, installed) {
            (Some(library), _) => Ok(Opened { library, from: OpenedFrom::Seed, passed_over }),
            (None, Some(library)) => Ok(Opened { library, from, passed_over }),
            (None, None) => Err(StoreError { passed_over }),
        }
    }

    /// The files it works on.
    pub const fn files(&self) -> &F {
        &self.files
    }

    /// Everything there is, for whoever is about to change it.
    fn held(&self) -> Held {
        let mut unused = Vec::new();
        Held {
            current: self.file(CURRENT, &mut unused),
            previous: self.file(PREVIOUS, &mut unused),
            seed: self.seed(&mut unused),
        }
    }

    /// A file of the folder, if it is there and can be used.
    fn file(&self, name: &'static str, passed_over: &mut Vec<PassedOver>) -> Option<KnowledgeBase> {
        let bytes = self.files.read(name, MAX_FILE_BYTES).map_err(Unusable::from_io);
        let opened = bytes.and_then(|bytes| KnowledgeBase::open_file(bytes, &self.trust).map_err(Unusable::File));
        match opened {
            Ok(library) => Some(library),
            Err(Unusable::Missing) => None,
            Err(why) => {
                passed_over.push(PassedOver { name, why });
                None
            }
        }
    }

    fn seed(&self, passed_over: &mut Vec<PassedOver>) -> Option<KnowledgeBase> {
        match KnowledgeBase::open(self.seed?) {
            Ok(library) => Some(library),
            Err(error) => {
                passed_over.push(PassedOver { name: "the embedded knowledge base", why: Unusable::File(error) });
                None
            }
        }
    }

    /// Whether the embedded knowledge base is to be opened instead. Its header
    /// says so; the rest of it is opened only then.
    fn seed_is_newer_than(&self, installed: Version) -> bool {
        let version = self
            .seed
            .and_then(|seed| container::open(seed).ok())
            .map(|layout| Version { key_epoch: layout.header().key_epoch, number: layout.header().number });
        version.is_some_and(|version| version > installed)
    }

    /// The newest version that was ever kept, as far as anything here says so.
    fn floor(&self, held: &Held) -> Option<Floor> {
        let written = self.files.read(FLOOR, Floor::BYTES).ok().and_then(|bytes| Floor::read(&bytes));
        let opened = [&held.current, &held.previous, &held.seed].into_iter().flatten().map(Floor::of);
        written.into_iter().chain(opened).max_by_key(|floor| (floor.version, floor.keys.is_some()))
    }
}

/// Names the key set that signed a file.
fn keys_digest(library: &KnowledgeBase) -> Option<Digest> {
    match library.origin() {
        Origin::Signed(trusted) => Some(Digest::of(&[&trusted.keys().to_bytes()])),
        Origin::Embedded | Origin::Unsigned => None,
    }
}
