//! What parents are told.

use serde::Serialize;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a part of the parents' page or of a letter is about.
    PartKind {
        /// What the tool is, and whose.
        What = "what",
        /// What goes in, and where it goes.
        Data = "data",
        /// Why parents are asked or told, or why there is no yes.
        Why = "why",
        /// What the school decided, by its own file.
        Decided = "decided",
        /// What the school sees to.
        School = "school",
        /// The question of a consent letter, apart from the information.
        Question = "question",
        /// What parents can do, and what follows.
        Choice = "choice",
        /// How to change one's mind.
        Change = "change",
        /// Whom to turn to.
        Ask = "ask",
    }
}

/// A part of the parents' page or of a letter: a title with sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParentsPart {
    /// What it is about.
    pub kind: PartKind,
    /// Its title.
    pub title: String,
    /// What it says, in order.
    pub sentences: Vec<String>,
    /// The answers to choose from, of the same weight; none is chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
}

vocabulary! {
    /// A letter to parents.
    LetterKind {
        /// Tells parents, and asks nothing.
        Information = "information",
        /// Asks parents for their consent.
        Consent = "consent",
    }
}

vocabulary! {
    /// Why there is no such letter for this use.
    LetterRefusal {
        /// It may not be used; consent does not mend that.
        NotAllowed = "not_allowed",
        /// The school has to decide first.
        NotDecided = "not_decided",
        /// The answer depends on the age, and the question leaves it open.
        AgeOpen = "age_open",
        /// The pupils are of age.
        Adults = "adults",
        /// The pupils decide for themselves.
        PupilsDecide = "pupils_decide",
        /// Consent is needed, so that telling is not enough.
        ConsentNeeded = "consent_needed",
        /// Consent is not the basis, so that nobody is asked for it.
        ConsentNotTheBasis = "consent_not_the_basis",
        /// The school's own file does not say what a pupil gets whose parents
        /// say no.
        NoAlternative = "no_alternative",
    }
}

/// A letter to parents about this use, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// Which letter.
    pub kind: LetterKind,
    /// Its title.
    pub title: String,
    /// Why there is none; then it has no parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<LetterRefusal>,
    /// The same as a sentence, with what to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused_text: Option<String>,
    /// What it says, in order.
    pub parts: Vec<ParentsPart>,
}

/// What parents are told of this use, and the letters that fit it.
///
/// AVG art. 13 says what parents must be told, art. 7 and 8 when consent
/// counts and that it can be taken back, art. 21 that they may object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ForParents {
    /// The page, in order.
    pub parts: Vec<ParentsPart>,
    /// Both letters.
    pub letters: Vec<Letter>,
}
