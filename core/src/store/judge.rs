//! Whether a file may take the place of what is there.

use crate::date::Date;
use crate::freshness::Freshness;
use crate::kb::digest::Digest;
use crate::kb::release::Version;
use crate::kb::trust::Origin;
use crate::knowledge_base::KnowledgeBase;

use super::error::Refusal;
use super::file_system::FileSystem;
use super::floor::Floor;
use super::{Held, Store};

/// How far a number may lie beyond the last one. A stolen key that signed the
/// highest number there is would otherwise shut out every later version.
pub const MAX_NUMBER_STEP: u64 = 1_000_000;

/// A file that may be installed.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The file, opened.
    pub library: KnowledgeBase,
    /// Its version.
    pub version: Version,
    /// How old it is.
    pub freshness: Freshness,
    /// Whether this content is the one in use.
    pub is_current: bool,
}

impl<F: FileSystem> Store<F> {
    /// Whether a file may be installed, without installing it.
    ///
    /// `today` says whether it is still good; nothing else depends on it.
    ///
    /// # Errors
    ///
    /// [`Refusal`] says why not, and what to do.
    pub fn inspect(&self, file: &[u8], today: Date) -> Result<Candidate, Refusal> {
        self.judge(file.to_vec(), today, &self.held())
    }

    pub(super) fn judge(&self, file: Vec<u8>, today: Date, held: &Held) -> Result<Candidate, Refusal> {
        let library = KnowledgeBase::open_file(file, &self.trust)?;
        library.scan_records()?;
        let freshness = library.freshness(today);
        if freshness == Freshness::Expired {
            return Err(Refusal::Expired { expires: library.release().expires, today });
        }
        let floor = self.floor(held);
        follows(&library, floor.as_ref())?;
        let version = library.version();
        let newest = [held.seed.as_ref(), held.current.as_ref()];
        let in_use = newest.into_iter().flatten().max_by_key(|library| library.version());
        let is_current = in_use.is_some_and(|in_use| in_use.content() == library.content());
        Ok(Candidate { library, version, freshness, is_current })
    }
}

/// Whether a file may follow the newest version that was ever kept.
pub(super) fn follows(library: &KnowledgeBase, floor: Option<&Floor>) -> Result<(), Refusal> {
    let found = library.version();
    let last = floor.map_or(0, |floor| floor.version.number);
    if let Some(floor) = floor {
        let (expected, epoch) = (floor.version, floor.version.key_epoch);
        if found.key_epoch < epoch {
            return Err(Refusal::ReplacedKeys { found: found.key_epoch, expected: epoch });
        }
        if let (Origin::Signed(trusted), Some(kept)) = (library.origin(), floor.keys) {
            let other = trusted.keys_of(epoch).is_some_and(|keys| Digest::of(&[&keys.to_bytes()]) != kept);
            if other {
                return Err(Refusal::OtherKeys { epoch });
            }
        }
        if found < expected {
            return Err(Refusal::Rollback { found, floor: expected });
        }
        if found == expected && *library.content() != floor.content {
            return Err(Refusal::Fork { found });
        }
    }
    match found.number > last.saturating_add(MAX_NUMBER_STEP) {
        true => Err(Refusal::FastForward { found, floor: last }),
        false => Ok(()),
    }
}
