//! Which kinds of tool can stand in for each other.

use super::Kind;

/// Kinds that can serve for each other.
const GROUPS: [&[Kind]; 5] = [
    &[Kind::Practice, Kind::Quiz, Kind::AdaptiveLearning, Kind::LearningMaterial, Kind::Assessment],
    &[
        Kind::Messaging,
        Kind::ParentCommunication,
        Kind::LearningEnvironment,
        Kind::VideoCall,
        Kind::Email,
        Kind::SocialMedium,
    ],
    &[Kind::Board, Kind::Creation, Kind::Survey, Kind::OfficeSuite, Kind::CloudStorage],
    &[Kind::VideoPlatform, Kind::Media, Kind::LearningMaterial],
    &[Kind::Programming, Kind::Game],
];

impl Kind {
    /// Whether a tool of this kind can serve where one of the other kind is
    /// looked for: the same kind, or one that does similar things.
    ///
    /// ```
    /// use magdit::Kind;
    ///
    /// assert!(Kind::Quiz.can_stand_in_for(Kind::Practice));
    /// assert!(!Kind::Game.can_stand_in_for(Kind::VideoCall));
    /// ```
    #[must_use]
    pub fn can_stand_in_for(self, other: Self) -> bool {
        self == other || GROUPS.iter().any(|group| group.contains(&self) && group.contains(&other))
    }
}
