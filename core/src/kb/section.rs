//! What the sections of a file hold.

use core::fmt;

/// A section this library knows.
///
/// Numbers are append-only: a number, once shipped, keeps its meaning.
/// Number 1 is kept free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionId {
    /// The index of names, domains and store ids.
    Names,
    /// Tools by id.
    Tools,
    /// Suppliers by id.
    Suppliers,
    /// Source documents by id.
    Sources,
    /// The catalogue of conditions by id.
    Conditions,
    /// Dated parameters by id.
    Parameters,
    /// Sentences by language and id.
    Texts,
    /// Skeletons of names, against look-alikes.
    Lookalikes,
    /// Ids that are no longer given an answer, with what became of them.
    Withdrawn,
    /// Keys that take over from older ones.
    Keys,
    /// For each tool the tools that could stand in for it, by id.
    Alternatives,
}

impl SectionId {
    /// Every section, in the order in which they stand in a file.
    pub const ALL: [Self; 11] = [
        Self::Names,
        Self::Tools,
        Self::Suppliers,
        Self::Sources,
        Self::Conditions,
        Self::Parameters,
        Self::Texts,
        Self::Lookalikes,
        Self::Withdrawn,
        Self::Keys,
        Self::Alternatives,
    ];

    /// The number in the section table.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Self::Names => 2,
            Self::Tools => 3,
            Self::Suppliers => 4,
            Self::Sources => 5,
            Self::Conditions => 6,
            Self::Parameters => 7,
            Self::Texts => 8,
            Self::Lookalikes => 9,
            Self::Withdrawn => 10,
            Self::Keys => 11,
            Self::Alternatives => 12,
        }
    }

    /// The section with this number.
    #[must_use]
    pub fn from_number(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.number() == number)
    }

    /// Its name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Names => "names",
            Self::Tools => "tools",
            Self::Suppliers => "suppliers",
            Self::Sources => "sources",
            Self::Conditions => "conditions",
            Self::Parameters => "parameters",
            Self::Texts => "texts",
            Self::Lookalikes => "look-alikes",
            Self::Withdrawn => "withdrawn ids",
            Self::Keys => "keys",
            Self::Alternatives => "alternatives",
        }
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl From<SectionId> for u32 {
    fn from(section: SectionId) -> Self {
        section.number()
    }
}

/// Whether a reader that does not know a section may go on without it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// Answers would be wrong without it: such a reader refuses the file.
    MustUnderstand,
    /// Such a reader skips it.
    Optional,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_unique_ascending_and_found_again() {
        for pair in SectionId::ALL.windows(2) {
            assert!(pair.first().map(|id| id.number()) < pair.last().map(|id| id.number()));
            assert_ne!(pair.first().map(|id| id.name()), pair.last().map(|id| id.name()));
        }
        for section in SectionId::ALL {
            assert_eq!(SectionId::from_number(section.number()), Some(section));
        }
        for unknown in [0, 1, 13, u32::MAX] {
            assert_eq!(SectionId::from_number(unknown), None);
        }
    }
}
