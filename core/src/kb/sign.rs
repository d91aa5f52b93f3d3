//! Signing: for those who publish. Nothing that reads a file needs it.

use core::fmt;

use ed25519_dalek::{Signer as _, SigningKey};

use super::chain::KeyChange;
use super::container::{self, Layout, SLOT_BYTES};
use super::error::OpenError;
use super::header::{HEADER_BYTES, SEALED_BYTES};
use super::key::{PublicKey, Purpose};
use super::signature::{manifest, slots};

/// A secret key with its purpose. It is wiped from memory when dropped and
/// shown nowhere.
#[derive(Clone)]
pub struct SecretKey {
    key: SigningKey,
    purpose: Purpose,
}

impl SecretKey {
    /// The key that follows from 32 random bytes. Making them is the caller's
    /// task: the library has no randomness.
    #[must_use]
    pub fn from_seed(purpose: Purpose, seed: &[u8; 32]) -> Self {
        Self { key: SigningKey::from_bytes(seed), purpose }
    }

    /// What it is for.
    #[must_use]
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// The public key that belongs to it; `None` for a seed that makes a key
    /// nobody may trust.
    #[must_use]
    pub fn public(&self) -> Option<PublicKey> {
        PublicKey::from_bytes(self.key.verifying_key().to_bytes())
    }

    fn slot(&self, message: &[u8]) -> [u8; SLOT_BYTES] {
        let key = self.key.verifying_key().to_bytes();
        let signature = self.key.sign(message).to_bytes();
        let mut slot = [0; SLOT_BYTES];
        slot.iter_mut().zip(key.iter().chain(&signature)).for_each(|(to, from)| *to = *from);
        slot
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretKey").field("purpose", &self.purpose).finish_non_exhaustive()
    }
}

/// Why a file cannot be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The file does not open.
    #[error(transparent)]
    Open(#[from] OpenError),

    /// All slots are taken.
    #[error("all {slots} signature slots of the file are in use; build it again with more slots")]
    NoSlot {
        /// Slots of the file.
        slots: u16,
    },
}

/// Signs a file: puts the signature into the first free slot, or the slot of
/// the same key, and makes the seal anew. No other byte changes.
///
/// # Errors
///
/// [`SignError`] if the file does not open or has no slot left.
pub fn sign(file: &[u8], key: &SecretKey) -> Result<Vec<u8>, SignError> {
    let layout = container::open(file)?;
    let public = key.key.verifying_key().to_bytes();
    let usable = |slot: &[u8]| slot.starts_with(&public) || slot.iter().all(|&byte| byte == 0);
    let own = slots(file, &layout).position(|slot| slot.starts_with(&public));
    let free = slots(file, &layout).position(usable);
    let no_slot = SignError::NoSlot { slots: layout.header().signature_slots };
    let index = own.or(free).ok_or(no_slot)?;
    let slot = key.slot(&manifest(file, &layout, key.purpose));
    let mut signed = file.to_vec();
    if let Some(slots) = signed.get_mut(layout.slots())
        && let Some(place) = slots.chunks_exact_mut(SLOT_BYTES).nth(index)
    {
        place.copy_from_slice(&slot);
    }
    seal_again(&mut signed, &layout);
    Ok(signed)
}

/// Adds a signature to a change of keys.
pub fn sign_change(change: &mut KeyChange, key: &SecretKey) {
    let slot = key.slot(&change.message());
    change.add(slot);
}

fn seal_again(file: &mut [u8], layout: &Layout) {
    let parts = [0..SEALED_BYTES, layout.table(), layout.slots()];
    let seal = container::seal(file, &parts);
    if let (Some(seal), Some(place)) = (seal, file.get_mut(SEALED_BYTES..HEADER_BYTES)) {
        place.copy_from_slice(seal.as_bytes());
    }
}
