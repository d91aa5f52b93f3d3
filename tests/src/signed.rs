//! Knowledge bases of any number, age and signer, for tests.

use std::sync::OnceLock;

use magdit::kb::chain::{self, KeyChange};
use magdit::kb::container::{self, ROW_BYTES, SLOT_BYTES};
use magdit::kb::digest::Digest;
use magdit::kb::header::{HEADER_BYTES, SEALED_BYTES};
use magdit::kb::key::{KeySet, Purpose};
use magdit::kb::section::{Need, SectionId};
use magdit::kb::sign::{SecretKey, sign, sign_change};
use magdit::kb::write::{Imprint, Writer};
use magdit::{Date, Trust};

use crate::root;

/// The records of `bad-data/_base`, compiled: two tools.
///
/// # Panics
///
/// When they do not compile.
#[must_use]
pub fn base() -> &'static [u8] {
    static BASE: OnceLock<Vec<u8>> = OnceLock::new();
    BASE.get_or_init(|| magdit_curate::build(&root("tests/bad-data/_base")).unwrap_or_else(|report| panic!("{report}")))
}

/// A key of an epoch: each has three of its own, numbered from 0.
#[must_use]
pub fn secret(epoch: u8, index: u8) -> SecretKey {
    SecretKey::from_seed(Purpose::Release, &[epoch * 8 + index + 1; 32])
}

/// The same key as a development key.
#[must_use]
pub fn developer(epoch: u8, index: u8) -> SecretKey {
    SecretKey::from_seed(Purpose::Development, &[epoch * 8 + index + 1; 32])
}

/// The keys of an epoch: two of three must sign.
#[must_use]
pub fn keys(epoch: u8) -> KeySet {
    keys_for(epoch, Purpose::Release)
}

/// [`keys`] for a purpose.
///
/// # Panics
///
/// Never: the keys are a set.
#[must_use]
pub fn keys_for(epoch: u8, purpose: Purpose) -> KeySet {
    let keys = (0..3).filter_map(|index| secret(epoch, index).public()).collect();
    KeySet::new(u32::from(epoch), purpose, 2, keys).expect("a key set")
}

/// Trust in the keys of epoch 1.
#[must_use]
pub fn trust() -> Trust {
    Trust::Release(keys(1))
}

/// The change to an epoch, signed by these keys.
#[must_use]
pub fn change(epoch: u8, signers: &[SecretKey]) -> KeyChange {
    let mut change = KeyChange::new(keys(epoch));
    for key in signers {
        sign_change(&mut change, key);
    }
    change
}

/// The change to an epoch as it must be: two keys of the epoch before and two
/// of its own signed it.
#[must_use]
pub fn sound_change(epoch: u8) -> KeyChange {
    change(epoch, &[secret(epoch - 1, 0), secret(epoch - 1, 1), secret(epoch, 0), secret(epoch, 1)])
}

/// What a file is to be.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Number of the release.
    pub number: u64,
    /// Epoch of its keys.
    pub epoch: u8,
    /// Issued, review by, expires.
    pub dates: [Date; 3],
    /// The changes of keys it shows.
    pub changes: Vec<KeyChange>,
    /// Makes contents differ.
    pub mark: u64,
    /// Bytes of an optional section that nobody knows.
    pub filler: usize,
    /// Least reader version.
    pub min_reader: u16,
    /// Sections put in, or in place of those of the base, and whether they
    /// must be understood.
    pub sections: Vec<(u32, Need, Vec<u8>)>,
}

/// The first edition: signed with the keys of epoch 1.
///
/// # Panics
///
/// Never: the dates are dates.
#[must_use]
pub fn edition(number: u64) -> Edition {
    let dates = ["2026-11-21", "2026-12-21", "2027-05-20"].map(|date| Date::parse(date).expect("a date"));
    Edition {
        number,
        epoch: 1,
        dates,
        changes: Vec::new(),
        mark: number,
        filler: 16,
        min_reader: 1,
        sections: Vec::new(),
    }
}

impl Edition {
    /// The section that only tests have.
    pub const FILLER: u32 = 900;

    /// Signed with the keys of an epoch, showing the sound changes up to it.
    #[must_use]
    pub fn of_epoch(self, epoch: u8) -> Self {
        Self { epoch, changes: (2..=epoch).map(sound_change).collect(), ..self }
    }

    /// The file without signatures.
    ///
    /// # Panics
    ///
    /// When it is none.
    #[must_use]
    pub fn unsigned(&self) -> Vec<u8> {
        let base = base();
        let layout = container::open(base).expect("the base opens");
        let [issued, review_by, expires] = self.dates;
        let imprint = Imprint { number: self.number, issued, review_by, expires, key_epoch: u32::from(self.epoch) };
        let mut writer = Writer::new(imprint).signature_slots(3).min_reader(self.min_reader);
        let mut add = |id: u32, need, bytes| writer.section(id, need, bytes).expect("a section of its own");
        for (id, range) in layout.sections() {
            if !self.sections.iter().any(|(other, _, _)| *other == id.number()) {
                add(id.number(), Need::MustUnderstand, base[range].to_vec());
            }
        }
        if !self.changes.is_empty() {
            add(SectionId::Keys.number(), Need::MustUnderstand, chain::write(&self.changes));
        }
        add(Self::FILLER, Need::Optional, filler(self.mark, self.filler));
        for (id, need, bytes) in &self.sections {
            add(*id, *need, bytes.clone());
        }
        writer.finish().expect("a file")
    }

    /// The file signed by these keys.
    ///
    /// # Panics
    ///
    /// When it cannot be signed.
    #[must_use]
    pub fn signed_by(&self, keys: &[SecretKey]) -> Vec<u8> {
        keys.iter().fold(self.unsigned(), |file, key| sign(&file, key).expect("a free slot"))
    }

    /// The file signed by two keys of its epoch, as it must be.
    #[must_use]
    pub fn signed(&self) -> Vec<u8> {
        self.signed_by(&[secret(self.epoch, 0), secret(self.epoch, 1)])
    }
}

/// Bytes that follow from a mark.
fn filler(mark: u64, length: usize) -> Vec<u8> {
    let mut random = Random::seeded(mark);
    (0..length).map(|_| random.number().to_le_bytes()[0]).collect()
}

/// The file with its checksums and seal made anew, as anybody can.
///
/// # Panics
///
/// When the file is shorter than its header.
#[must_use]
pub fn sealed_again(mut file: Vec<u8>) -> Vec<u8> {
    let count = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
    let (sections, slots) = (count(12), count(14));
    let number = |file: &[u8], at: usize| {
        usize::try_from(u64::from_le_bytes(file[at..at + 8].try_into().expect("eight bytes"))).expect("64 bits")
    };
    for row in (0..sections).map(|index| HEADER_BYTES + index * ROW_BYTES) {
        let (start, length) = (number(&file, row + 8), number(&file, row + 16));
        let digest = Digest::of(&[&file[start..start + length]]);
        file[row + 32..row + 64].copy_from_slice(digest.as_bytes());
    }
    let end = HEADER_BYTES + sections * ROW_BYTES + slots * SLOT_BYTES;
    let seal = Digest::of(&[&file[..SEALED_BYTES], &file[HEADER_BYTES..end]]);
    file[SEALED_BYTES..HEADER_BYTES].copy_from_slice(seal.as_bytes());
    file
}

/// SplitMix64: the same numbers from the same seed.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// Begins with a seed.
    #[must_use]
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, of all 64 bits.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit, which is not 0.
    ///
    /// # Panics
    ///
    /// Where the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.number() % u64::try_from(limit).expect("64 bits")).expect("64 bits")
    }
}
