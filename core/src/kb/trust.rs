//! Whom a file has to come from to be believed.

use super::container::Layout;
use super::key::{KeySet, Purpose};
use super::signature::{self, SignatureError, Trusted};

/// Whom a file from outside has to come from.
///
/// The knowledge base inside a program is trusted by its place; see
/// [`KnowledgeBase::open`](crate::KnowledgeBase::open). A file that came from
/// elsewhere says by its signatures who made it. The caller says here which
/// keys count, and an application carries them as it carries its own code:
///
/// ```
/// use magdit::kb::key::{KeySet, Purpose};
/// use magdit::kb::key_file;
/// use magdit::kb::sign::SecretKey;
/// use magdit::kb::trust::Trust;
///
/// # let keys: Vec<_> = (1..=3).filter_map(|seed| SecretKey::from_seed(Purpose::Release, &[seed; 32]).public()).collect();
/// # let published = key_file::write_keys(&KeySet::new(1, Purpose::Release, 2, keys).unwrap());
/// let keys = key_file::read(&published)?.keys().clone();
/// assert_eq!((keys.threshold(), keys.keys().len()), (2, 3));
/// let trust = Trust::Release(keys);
/// # let _ = trust;
/// # Ok::<(), magdit::kb::key_file::KeyFileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// Enough of these keys signed it, or keys that follow from them.
    /// Development keys are refused, whoever holds them.
    Release(KeySet),
    /// As [`Trust::Release`], and these keys may be development keys. Not for
    /// anything that reaches a school.
    Development(KeySet),
    /// Anybody may have made it. Its checksums still hold, which say that it
    /// arrived whole, and nothing about who sent it.
    AllowUnsigned,
}

/// How a file came to be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is part of the program.
    Embedded,
    /// Enough keys signed it.
    Signed(Trusted),
    /// The caller allows files that anybody may have made.
    Unsigned,
}

impl Trust {
    /// Says whether a file comes from where it has to.
    ///
    /// `layout` must come from [`open`](super::container::open) with these
    /// bytes.
    ///
    /// # Errors
    ///
    /// [`SignatureError`] if not.
    pub fn verify(&self, file: &[u8], layout: &Layout) -> Result<Origin, SignatureError> {
        match self {
            Self::Release(keys) if keys.purpose() != Purpose::Release => Err(SignatureError::DevelopmentKeys),
            Self::Release(keys) | Self::Development(keys) => signature::verify(file, layout, keys).map(Origin::Signed),
            Self::AllowUnsigned => Ok(Origin::Unsigned),
        }
    }
}
