//! The space of questions, as a grid with one axis per part of a question.

use magdit::{
    Account, Brief, ConsentKind, Data, Device, KnowledgeBase, Outcome, Purpose, Question, Role, Route, Sector, Tool,
};

/// The parts of a question, in the order of the axes.
pub(crate) const ROLE: usize = 0;
pub(crate) const AGE: usize = 1;
pub(crate) const SECTOR: usize = 2;
pub(crate) const PURPOSE: usize = 3;
pub(crate) const ACCOUNT: usize = 4;
pub(crate) const DATA: usize = 5;
pub(crate) const DEVICE: usize = 6;
pub(crate) const PROCURED: usize = 7;
pub(crate) const COMPULSORY: usize = 8;

const AXES: usize = 9;

/// Ages on both sides of every age that law or suppliers name.
pub(crate) const AGES: [u8; 9] = [4, 11, 12, 13, 15, 16, 17, 18, 21];

/// Some of the questions that can be asked: every combination of these.
#[derive(Debug, Clone)]
pub(crate) struct Space {
    pub(crate) roles: Vec<Option<Role>>,
    pub(crate) ages: Vec<Option<u8>>,
    pub(crate) sectors: Vec<Option<Sector>>,
    pub(crate) purposes: Vec<Option<Purpose>>,
    pub(crate) accounts: Vec<Option<Account>>,
    pub(crate) data: Vec<Option<Data>>,
    pub(crate) devices: Vec<Option<Device>>,
    pub(crate) procured: Vec<Option<bool>>,
    pub(crate) compulsory: Vec<Option<bool>>,
    strides: [usize; AXES],
}

/// Every value, with leaving it open in front.
fn open_and<T: Copy>(values: &[T]) -> Vec<Option<T>> {
    std::iter::once(None).chain(values.iter().copied().map(Some)).collect()
}

/// These values.
pub(crate) fn only<T: Copy>(values: &[T]) -> Vec<Option<T>> {
    values.iter().copied().map(Some).collect()
}

impl Space {
    /// Every question: each part with every value it can have, or left open.
    pub(crate) fn whole() -> Self {
        Self {
            roles: open_and(Role::ALL),
            ages: open_and(&AGES),
            sectors: open_and(Sector::ALL),
            purposes: open_and(Purpose::ALL),
            accounts: open_and(Account::ALL),
            data: open_and(Data::ALL),
            devices: open_and(&[Device::School, Device::Own]),
            procured: open_and(&[true, false]),
            compulsory: open_and(&[true, false]),
            strides: [0; AXES],
        }
        .measured()
    }

    /// The whole space without what makes no difference, as `alike` checks:
    /// staff and an open role answer as the teacher does, open data as no
    /// data, open compulsion as none.
    pub(crate) fn distinct() -> Self {
        Self {
            roles: only(&[Role::Teacher, Role::Pupil, Role::Parent]),
            data: only(Data::ALL),
            compulsory: only(&[false, true]),
            ..Self::whole()
        }
        .measured()
    }

    /// Works out how far apart neighbours on each axis are. A space is
    /// measured again after one of its axes was changed.
    pub(crate) fn measured(mut self) -> Self {
        let sizes = self.sizes();
        for axis in 0..AXES {
            self.strides[axis] = sizes[axis + 1..].iter().product();
        }
        self
    }

    pub(crate) fn sizes(&self) -> [usize; AXES] {
        [
            self.roles.len(),
            self.ages.len(),
            self.sectors.len(),
            self.purposes.len(),
            self.accounts.len(),
            self.data.len(),
            self.devices.len(),
            self.procured.len(),
            self.compulsory.len(),
        ]
    }

    pub(crate) fn len(&self) -> usize {
        self.sizes().iter().product()
    }

    /// So many questions, spread over the space, others for each `salt`: a
    /// sample that a tool is asked and that together covers the space.
    pub(crate) fn sample(&self, count: usize, salt: &str) -> Vec<Question> {
        // Primes, so that every value of every part comes by.
        const STEP: usize = 149_993;
        const BASE: usize = 31;
        let start = salt.bytes().fold(0_usize, |sum, byte| (sum * BASE + usize::from(byte)) % self.len());
        (0..count).map(|number| self.question((start + number * STEP) % self.len())).collect()
    }

    /// Where on an axis a question lies.
    pub(crate) fn at(&self, index: usize, axis: usize) -> usize {
        index / self.strides[axis] % self.sizes()[axis]
    }

    /// The same question with another value on one axis.
    pub(crate) fn moved(&self, index: usize, axis: usize, to: usize) -> usize {
        index - self.at(index, axis) * self.strides[axis] + to * self.strides[axis]
    }

    pub(crate) fn question(&self, index: usize) -> Question {
        let at = |axis| self.at(index, axis);
        let mut question = Question::on(magdit_tests::today());
        question.role = self.roles[at(ROLE)];
        question.age = self.ages[at(AGE)];
        question.sector = self.sectors[at(SECTOR)];
        question.purpose = self.purposes[at(PURPOSE)];
        question.account = self.accounts[at(ACCOUNT)];
        question.data = self.data[at(DATA)];
        question.device = self.devices[at(DEVICE)];
        question.procured = self.procured[at(PROCURED)];
        question.compulsory = self.compulsory[at(COMPULSORY)];
        question
    }
}

/// Outcome, route and consent of one answer, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seen(u8);

impl Seen {
    pub(crate) fn of(brief: &Brief) -> Self {
        let outcome = Outcome::ALL.iter().position(|&outcome| outcome == brief.outcome).expect("in its own list");
        let route = brief.route.map_or(Route::ALL.len(), |route| {
            Route::ALL.iter().position(|&other| other == route).expect("in its own list")
        });
        let consent = ConsentKind::ALL.iter().position(|&kind| kind == brief.consent.kind).expect("in its own list");
        Self(u8::try_from(outcome | route << 2 | consent << 5).expect("7 bits"))
    }

    pub(crate) fn outcome(self) -> Outcome {
        Outcome::ALL[usize::from(self.0 & 0b11)]
    }

    pub(crate) fn route(self) -> Option<Route> {
        Route::ALL.get(usize::from(self.0 >> 2 & 0b111)).copied()
    }

    pub(crate) fn consent(self) -> ConsentKind {
        ConsentKind::ALL[usize::from(self.0 >> 5)]
    }

    /// Allowed, with or without conditions.
    pub(crate) fn is_yes(self) -> bool {
        self.outcome() <= Outcome::Conditional
    }
}

/// The answer to every question of a space, changed a little by `adjust`.
pub(crate) fn answers(
    knowledge_base: &KnowledgeBase,
    tool: &Tool,
    space: &Space,
    adjust: impl Fn(&mut Question),
) -> Vec<Seen> {
    (0..space.len())
        .map(|index| {
            let mut question = space.question(index);
            adjust(&mut question);
            Seen::of(&knowledge_base.brief(tool, &question).expect("a question of the space is answered"))
        })
        .collect()
}
