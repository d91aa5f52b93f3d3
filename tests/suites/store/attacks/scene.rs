//! A store with something in it, and an attacker who offers files.

use magdit::kb::container;
use magdit::kb::section::SectionId;
use magdit::store::{InstallError, Installed, Refusal, Store};
use magdit::{Date, LoadError, Trust};
use magdit_tests::signed::{edition, sealed_again, trust};
use magdit_tests::today;

use crate::files::Memory;

pub(super) struct Scene {
    pub(super) memory: Memory,
    pub(super) store: Store<Memory>,
}

impl Scene {
    /// Nothing installed.
    pub(super) fn empty() -> Self {
        Self::trusting(trust())
    }

    pub(super) fn trusting(trust: Trust) -> Self {
        let memory = Memory::default();
        Self { store: Store::on(memory.clone(), trust), memory }
    }

    /// These releases installed, one after the other.
    pub(super) fn with(numbers: &[u64]) -> Self {
        let mut scene = Self::empty();
        for &number in numbers {
            assert_eq!(scene.accepts(&edition(number).signed()), number);
        }
        scene
    }

    /// The file is installed and opened: its number.
    pub(super) fn accepts(&mut self, file: &[u8]) -> u64 {
        let installed = self.store.install(file, today());
        assert!(matches!(installed, Ok(Installed::New { .. })), "{installed:?}");
        self.number()
    }

    /// The file is refused, twice for the same reason, and nothing changed.
    pub(super) fn refuses(&mut self, file: &[u8]) -> Refusal {
        self.refuses_on(file, today())
    }

    pub(super) fn refuses_on(&mut self, file: &[u8], today: Date) -> Refusal {
        let before = self.memory.files();
        let inspected = self.store.inspect(file, today).expect_err("it is refused");
        let refused = match self.store.install(file, today) {
            Err(InstallError::Refused(refused)) => refused,
            other => panic!("{other:?}"),
        };
        assert_eq!(inspected, refused);
        assert_eq!(self.memory.files(), before, "a refused file changed something");
        let message = refused.to_string();
        assert!(message.contains("; ") && !message.contains('\n'), "no remedy: {message}");
        refused
    }

    /// Refused for what it is, not for what is there.
    pub(super) fn refuses_file(&mut self, file: &[u8]) -> LoadError {
        match self.refuses(file) {
            Refusal::File(error) => error,
            other => panic!("{other:?}"),
        }
    }

    /// The number of what is opened.
    pub(super) fn number(&self) -> u64 {
        self.store.open().expect("something opens").library.release().number
    }
}

/// A file with some of its bytes changed, and checksums and seal made anew.
pub(super) fn forged(mut file: Vec<u8>, change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    change(&mut file);
    sealed_again(file)
}

/// A file with the signature slots of another one.
pub(super) fn with_slots_of(mut file: Vec<u8>, other: &[u8]) -> Vec<u8> {
    let slots = |file: &[u8]| container::open(file).expect("it opens").slots();
    let (to, from) = (slots(&file), slots(other));
    file[to].copy_from_slice(&other[from]);
    sealed_again(file)
}

/// Where the signature slot of this number begins, and where it ends.
pub(super) fn slot(file: &[u8], index: usize) -> core::ops::Range<usize> {
    let start = container::open(file).expect("it opens").slots().start + index * container::SLOT_BYTES;
    start..start + container::SLOT_BYTES
}

/// Where a section lies.
pub(super) fn section(file: &[u8], id: SectionId) -> core::ops::Range<usize> {
    container::open(file).expect("it opens").section(id).expect("the section")
}
