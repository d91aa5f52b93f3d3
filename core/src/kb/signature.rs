//! Who signed a file, and whether that is enough.
//!
//! A signature covers the words `magdit-manifest-v1` and a zero byte, the
//! header before its seal, and the section table: through the checksums in the
//! table it covers every section. It does not cover the other signatures, so
//! that each key signs on its own. Signatures with development keys begin with
//! `magdit-development-manifest-v1` instead.

use super::chain;
use super::container::{Layout, SLOT_BYTES};
use super::cursor::Cursor;
use super::header::SEALED_BYTES;
use super::key::{KeySet, PublicKey, Purpose};

/// Why a file cannot be trusted by its signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// The file carries no signature.
    #[error("the knowledge base is not signed; download it from its publisher, or open it as an unsigned file by name")]
    Unsigned,

    /// Fewer keys signed than must.
    #[error(
        "{found} of the {expected} signatures that the knowledge base needs are there and match; \
         download it from its publisher"
    )]
    NotEnough {
        /// Keys of the set that signed.
        found: u8,
        /// Keys that must sign.
        expected: u8,
    },

    /// The keys were replaced since.
    #[error(
        "the knowledge base is signed with keys of epoch {found}, which were replaced by those of epoch {expected}; \
         download a newer knowledge base"
    )]
    ReplacedKeys {
        /// Epoch of the file.
        found: u32,
        /// Epoch that is trusted.
        expected: u32,
    },

    /// The file does not show how its keys follow from the trusted ones.
    #[error(
        "the knowledge base is signed with keys of epoch {found} and does not show the change of keys after \
         epoch {trusted}; install a newer version of the library"
    )]
    NoChange {
        /// Epoch of the file.
        found: u32,
        /// Last epoch that could be trusted.
        trusted: u32,
    },

    /// A change of keys is not signed by enough of the old or the new keys.
    #[error(
        "the change to the keys of epoch {epoch} has {found} of the {expected} signatures it needs from the \
         {side} keys; download the knowledge base from its publisher"
    )]
    Change {
        /// The new epoch.
        epoch: u32,
        /// `old` or `new`.
        side: &'static str,
        /// Keys of that side that signed.
        found: u8,
        /// Keys of that side that must sign.
        expected: u8,
    },

    /// Development keys signed it, where release keys must.
    #[error(
        "the knowledge base is signed with development keys, which count only where they are allowed by name; \
         download it from its publisher"
    )]
    ByDevelopers,

    /// Development keys were given where release keys are expected.
    #[error(
        "the keys given are development keys, which count only where they are allowed by name; \
         give the release keys of the publisher"
    )]
    DevelopmentKeys,

    /// The section with the changes of keys cannot be read.
    #[error("the changes of keys in the knowledge base cannot be read; download it from its publisher")]
    Unreadable,
}

/// A file that enough keys signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trusted {
    earlier: Vec<KeySet>,
    keys: KeySet,
    signers: u8,
}

impl Trusted {
    /// The keys that signed it. They replace the ones it was verified with:
    /// whoever keeps them refuses files signed with replaced keys.
    #[must_use]
    pub const fn keys(&self) -> &KeySet {
        &self.keys
    }

    /// The keys of an epoch on the way from the ones it was verified with to
    /// the ones that signed it, both included.
    #[must_use]
    pub fn keys_of(&self, epoch: u32) -> Option<&KeySet> {
        self.earlier.iter().chain([&self.keys]).find(|keys| keys.epoch() == epoch)
    }

    /// How many of them signed.
    #[must_use]
    pub const fn signers(&self) -> u8 {
        self.signers
    }
}

/// Says whether enough of the trusted keys signed a file, or of keys that
/// follow from them by changes that both old and new keys signed.
///
/// `layout` must come from [`open`](super::container::open) with these bytes.
///
/// # Errors
///
/// [`SignatureError`] if not.
pub fn verify(file: &[u8], layout: &Layout, trusted: &KeySet) -> Result<Trusted, SignatureError> {
    let found = layout.header().key_epoch;
    if !slots(file, layout).any(|slot| slot.iter().any(|&byte| byte != 0)) {
        return Err(SignatureError::Unsigned);
    }
    if found < trusted.epoch() {
        return Err(SignatureError::ReplacedKeys { found, expected: trusted.epoch() });
    }
    let (earlier, keys) = chain::follow(file, layout, trusted)?;
    let message = manifest(file, layout, keys.purpose());
    let signers = keys.signers(&message, slots(file, layout));
    if signers >= keys.threshold() {
        return Ok(Trusted { earlier, keys, signers });
    }
    match keys.purpose() == Purpose::Release && is_signed_for(file, layout, Purpose::Development) {
        true => Err(SignatureError::ByDevelopers),
        false => Err(SignatureError::NotEnough { found: signers, expected: keys.threshold() }),
    }
}

/// Whether some key, trusted or not, signed a file for this purpose: tells
/// what a file is that was refused, never that it is good.
fn is_signed_for(file: &[u8], layout: &Layout, purpose: Purpose) -> bool {
    signed_slots(file, layout).iter().any(|slot| slot.purpose == Some(purpose))
}

/// A filled slot of a file: whose it says it is, and for what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The key it names, where that is one that can be trusted.
    pub key: Option<PublicKey>,
    /// What the signature was made for; `None` where it matches nothing.
    pub purpose: Option<Purpose>,
}

/// The filled slots of a file, to look at. Anybody can make keys and sign
/// with them: only [`verify`] says whom to believe.
#[must_use]
pub fn signed_slots(file: &[u8], layout: &Layout) -> Vec<Slot> {
    let filled = slots(file, layout).filter(|slot| slot.iter().any(|&byte| byte != 0));
    let look = |slot: &[u8]| {
        let mut cursor = Cursor::new(slot);
        let key = cursor.take().and_then(PublicKey::from_bytes);
        let signature: Option<[u8; 64]> = cursor.take();
        let purpose = key.zip(signature).and_then(|(key, signature)| {
            let holds = |purpose: &Purpose| key.signed(&manifest(file, layout, *purpose), signature);
            [Purpose::Release, Purpose::Development].into_iter().find(holds)
        });
        Slot { key, purpose }
    };
    filled.map(look).collect()
}

/// What a signature of this file covers.
pub(super) fn manifest(file: &[u8], layout: &Layout, purpose: Purpose) -> Vec<u8> {
    let domain: &[u8] = match purpose {
        Purpose::Release => b"magdit-manifest-v1\0",
        Purpose::Development => b"magdit-development-manifest-v1\0",
    };
    let header = file.get(..SEALED_BYTES).unwrap_or_default();
    let table = file.get(layout.table()).unwrap_or_default();
    [domain, header, table].concat()
}

/// The signature slots, filled or not.
pub(super) fn slots<'a>(file: &'a [u8], layout: &Layout) -> impl Iterator<Item = &'a [u8]> {
    file.get(layout.slots()).unwrap_or_default().chunks_exact(SLOT_BYTES)
}

#[cfg(test)]
mod tests;
