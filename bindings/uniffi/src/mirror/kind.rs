//! Mirrors of `core/src/tool.rs`.

use magdit::Kind;

/// What a tool is.
#[uniffi::remote(Enum)]
pub enum Kind {
    /// A teaching method or other learning material.
    LearningMaterial,
    /// Practice, flash cards, drill.
    Practice,
    /// Quiz or vote in class.
    Quiz,
    /// Chooses exercises by what the pupil does.
    AdaptiveLearning,
    /// Tests and exams.
    Assessment,
    /// Reads feelings from faces or voices.
    EmotionRecognition,
    /// Watches pupils during a test.
    Proctoring,
    /// Administration and tracking of pupils (LAS, LVS).
    PupilTrackingSystem,
    /// Electronic learning environment (ELO).
    LearningEnvironment,
    /// Office suite.
    OfficeSuite,
    /// Electronic mail.
    Email,
    /// Storage of files in the cloud.
    CloudStorage,
    /// Calls with picture and sound.
    VideoCall,
    /// Messages between people.
    Messaging,
    /// Contact between school and parents.
    ParentCommunication,
    /// Social medium.
    SocialMedium,
    /// Videos to watch.
    VideoPlatform,
    /// Makes text, images, sound or code on request.
    GenerativeAi,
    /// Making images, video, sound, books or presentations.
    Creation,
    /// Shared board, mind map or notes.
    Board,
    /// Questionnaire or form.
    Survey,
    /// Programming and making.
    Programming,
    /// Game.
    Game,
    /// Reference work, dictionary or calculator.
    Reference,
    /// Library, e-books, reading aloud.
    Reading,
    /// News, music or films for the general public.
    Media,
    /// Planning, agenda, task list.
    Planning,
    /// Sees or steers pupils' screens in class.
    ClassroomManagement,
    /// Manages devices.
    DeviceManagement,
    /// Sign-in service for schools.
    Identity,
    /// A device, such as a VR headset.
    Device,
    /// Web browser.
    Browser,
    /// Add-on for a browser or office suite.
    AddOn,
    /// Search engine.
    SearchEngine,
    /// Hides traffic from the school's network (Tor, VPN).
    NetworkAnonymiser,
    /// Translation.
    Translation,
    /// None of the others.
    General,
}
