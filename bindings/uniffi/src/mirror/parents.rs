//! Mirrors of `core/src/answer/parents.rs`.

use magdit::{ForParents, Letter, LetterKind, LetterRefusal, ParentsPart, PartKind};

/// What a part of the parents' page or of a letter is about.
#[uniffi::remote(Enum)]
pub enum PartKind {
    /// What the tool is, and whose.
    What,
    /// What goes in, and where it goes.
    Data,
    /// Why parents are asked or told, or why there is no yes.
    Why,
    /// What the school decided, by its own file.
    Decided,
    /// What the school sees to.
    School,
    /// The question of a consent letter, apart from the information.
    Question,
    /// What parents can do, and what follows.
    Choice,
    /// How to change one's mind.
    Change,
    /// Whom to turn to.
    Ask,
}

/// A part of the parents' page or of a letter: a title with sentences.
#[uniffi::remote(Record)]
pub struct ParentsPart {
    /// What it is about.
    pub kind: PartKind,
    /// Its title.
    pub title: String,
    /// What it says, in order.
    pub sentences: Vec<String>,
    /// The answers to choose from, of the same weight; none is chosen.
    pub options: Vec<String>,
}

/// A letter to parents.
#[uniffi::remote(Enum)]
pub enum LetterKind {
    /// Tells parents, and asks nothing.
    Information,
    /// Asks parents for their consent.
    Consent,
}

/// Why there is no such letter for this use.
#[uniffi::remote(Enum)]
pub enum LetterRefusal {
    /// It may not be used; consent does not mend that.
    NotAllowed,
    /// The school has to decide first.
    NotDecided,
    /// The answer depends on the age, and the question leaves it open.
    AgeOpen,
    /// The pupils are of age.
    Adults,
    /// The pupils decide for themselves.
    PupilsDecide,
    /// Consent is needed, so that telling is not enough.
    ConsentNeeded,
    /// Consent is not the basis, so that nobody is asked for it.
    ConsentNotTheBasis,
    /// The school's own file does not say what a pupil gets whose parents
    /// say no.
    NoAlternative,
}

/// A letter to parents about this use, or why there is none.
#[uniffi::remote(Record)]
pub struct Letter {
    /// Which letter.
    pub kind: LetterKind,
    /// Its title.
    pub title: String,
    /// Why there is none; then it has no parts.
    pub refused: Option<LetterRefusal>,
    /// The same as a sentence, with what to do.
    pub refused_text: Option<String>,
    /// What it says, in order.
    pub parts: Vec<ParentsPart>,
}

/// What parents are told of this use, and the letters that fit it.
///
/// AVG art. 13 says what parents must be told, art. 7 and 8 when consent
/// counts and that it can be taken back, art. 21 that they may object.
#[uniffi::remote(Record)]
pub struct ForParents {
    /// The page, in order.
    pub parts: Vec<ParentsPart>,
    /// Both letters.
    pub letters: Vec<Letter>,
}
