//! Which kinds of tool can stand in for each other.

use super::Kind;

/// Kinds that can serve for each other.
const GROUPS: [&[Kind]; 4] = [
    &[Kind::Practice, Kind::Quiz, Kind::AdaptiveLearning, Kind::Assessment],
    &[Kind::Messaging, Kind::ParentCommunication, Kind::SocialMedium],
    &[Kind::Board, Kind::Creation, Kind::Survey, Kind::OfficeSuite, Kind::CloudStorage],
    &[Kind::VideoPlatform, Kind::Media],
];

impl Kind {
    /// Whether a tool of this kind can serve where one of the other kind is
    /// looked for: the same kind, or one that does similar things.
    ///
    /// Learning material belongs to a subject and a year, which records do not
    /// say: no method stands in for another.
    ///
    /// ```
    /// use magdit::Kind;
    ///
    /// assert!(Kind::Quiz.can_stand_in_for(Kind::Practice));
    /// assert!(!Kind::Game.can_stand_in_for(Kind::VideoCall));
    /// assert!(!Kind::LearningMaterial.can_stand_in_for(Kind::LearningMaterial));
    /// ```
    #[must_use]
    pub fn can_stand_in_for(self, other: Self) -> bool {
        let same = self == other && self != Self::LearningMaterial;
        same || GROUPS.iter().any(|group| group.contains(&self) && group.contains(&other))
    }
}
