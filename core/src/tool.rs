//! Tools, their editions, suppliers and sources, as the records hold them.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::fact::{Citation, Correction, Fact, FactKey, Jurisdiction, SourceId};
use crate::question::{Data, Purpose, Role, Sector};
use crate::read::readable;
use crate::vocabulary::vocabulary;

mod rows;
mod stand_in;

vocabulary! {
    /// What a tool is.
    Kind {
        /// A teaching method or other learning material.
        LearningMaterial = "learning_material",
        /// Practice, flash cards, drill.
        Practice = "practice",
        /// Quiz or vote in class.
        Quiz = "quiz",
        /// Chooses exercises by what the pupil does.
        AdaptiveLearning = "adaptive_learning",
        /// Tests and exams.
        Assessment = "assessment",
        /// Reads feelings from faces or voices.
        EmotionRecognition = "emotion_recognition",
        /// Watches pupils during a test.
        Proctoring = "proctoring",
        /// Administration and tracking of pupils (LAS, LVS).
        PupilTrackingSystem = "pupil_tracking_system",
        /// Electronic learning environment (ELO).
        LearningEnvironment = "learning_environment",
        /// Office suite.
        OfficeSuite = "office_suite",
        /// Electronic mail.
        Email = "email",
        /// Storage of files in the cloud.
        CloudStorage = "cloud_storage",
        /// Calls with picture and sound.
        VideoCall = "video_call",
        /// Messages between people.
        Messaging = "messaging",
        /// Contact between school and parents.
        ParentCommunication = "parent_communication",
        /// Social medium.
        SocialMedium = "social_medium",
        /// Videos to watch.
        VideoPlatform = "video_platform",
        /// Makes text, images, sound or code on request.
        GenerativeAi = "generative_ai",
        /// Making images, video, sound, books or presentations.
        Creation = "creation",
        /// Shared board, mind map or notes.
        Board = "board",
        /// Questionnaire or form.
        Survey = "survey",
        /// Programming and making.
        Programming = "programming",
        /// Game.
        Game = "game",
        /// Reference work, dictionary or calculator.
        Reference = "reference",
        /// Library, e-books, reading aloud.
        Reading = "reading",
        /// News, music or films for the general public.
        Media = "media",
        /// Planning, agenda, task list.
        Planning = "planning",
        /// Sees or steers pupils' screens in class.
        ClassroomManagement = "classroom_management",
        /// Manages devices.
        DeviceManagement = "device_management",
        /// Sign-in service for schools.
        Identity = "identity",
        /// A device, such as a VR headset.
        Device = "device",
        /// Web browser.
        Browser = "browser",
        /// Add-on for a browser or office suite.
        AddOn = "add_on",
        /// Search engine.
        SearchEngine = "search_engine",
        /// Hides traffic from the school's network (Tor, VPN).
        NetworkAnonymiser = "network_anonymiser",
        /// Translation.
        Translation = "translation",
        /// None of the others.
        General = "general",
    }
}

vocabulary! {
    /// Who an edition is made for.
    Plan {
        /// For anyone, on the supplier's ordinary terms.
        Consumer = "consumer",
        /// Free for teachers, without a contract of the school.
        FreeTeacher = "free_teacher",
        /// For schools, under a contract of the school.
        Education = "education",
        /// Paid, not made for schools.
        Paid = "paid",
        /// Nobody recorded in which editions the tool comes.
        NotRecorded = "not_recorded",
    }
}

vocabulary! {
    /// How a tool is used, from the least to the most personal data that
    /// leave the school.
    ///
    /// The order is the order of preference.
    Route {
        /// Nobody signs in.
        NoAccount = "no_account",
        /// Pupils sign in with the school's account.
        SchoolSso = "school_sso",
        /// The school makes accounts in the tool.
        SchoolManaged = "school_managed",
        /// Only the teacher uses it; pupils have no account and no data in it.
        TeacherOnly = "teacher_only",
        /// Parents use it, with an account of their own.
        ParentAccount = "parent_account",
        /// Each user makes a private account.
        PrivateAccount = "private_account",
    }
}

impl Route {
    /// The fact that says whether an edition offers this route. Every edition
    /// has the teacher-only route, so it has no fact of its own.
    #[must_use]
    pub const fn fact_key(self) -> Option<FactKey> {
        match self {
            Self::NoAccount => Some(FactKey::NoAccount),
            Self::SchoolSso => Some(FactKey::SchoolSso),
            Self::SchoolManaged => Some(FactKey::SchoolManaged),
            Self::TeacherOnly => None,
            Self::ParentAccount => Some(FactKey::ParentAccount),
            Self::PrivateAccount => Some(FactKey::PrivateAccount),
        }
    }
}

vocabulary! {
    /// Shops and registers in which an app has an id.
    Store {
        /// Google Play: a package name such as `org.example.app`.
        Play = "play",
        /// Apple App Store: a number.
        AppStore = "app_store",
        /// F-Droid: a package name.
        FDroid = "f_droid",
        /// Microsoft Store: twelve letters and digits.
        Microsoft = "microsoft",
        /// Chrome Web Store: 32 letters a–p.
        Chrome = "chrome",
        /// Edge add-ons: 32 letters a–p.
        Edge = "edge",
        /// Firefox add-ons: the name in the address.
        Firefox = "firefox",
    }
}

/// The id of an app in one store.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StoreId {
    /// The store.
    pub store: Store,
    /// The id there.
    pub id: String,
}

readable! { StoreId { store, id, } }

vocabulary! {
    /// Why a name leads to a tool.
    NameKind {
        /// The name itself.
        Name = "name",
        /// Another spelling, a nickname or a spoken form.
        Alias = "alias",
        /// A name it had before.
        FormerName = "former_name",
        /// An abbreviation.
        Abbreviation = "abbreviation",
    }
}

/// A further name of a tool.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OtherName {
    /// The name.
    pub text: String,
    /// What kind of name.
    pub kind: NameKind,
}

readable! { OtherName { text, kind, } }

vocabulary! {
    /// How much a tool is used in Dutch schools, for the order of search
    /// results only.
    Usage {
        /// In most schools, every day.
        Everyday = "everyday",
        /// In many schools.
        Common = "common",
        /// In some schools.
        Occasional = "occasional",
        /// Seldom.
        Rare = "rare",
    }
}

/// Whether a tool still exists under this name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "rows::StatusRow", into = "rows::StatusRow")]
pub enum Status {
    /// It exists.
    Active,
    /// It is gone.
    Discontinued {
        /// First day without it, where known.
        on: Option<Date>,
        /// The tool to use instead, where the supplier names one.
        replaced_by: Option<String>,
        /// Where that was read.
        source: SourceId,
    },
    /// It goes on under another name, with its own record.
    Renamed {
        /// First day of the new name, where known.
        on: Option<Date>,
        /// The id of the record with the new name.
        to: String,
        /// Where that was read.
        source: SourceId,
    },
}

/// A fact with its key and the routes it holds for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "rows::FactRow", into = "rows::FactRow")]
pub struct FactEntry {
    /// What it is about.
    pub key: FactKey,
    /// The routes it holds for; empty for all.
    pub routes: Vec<Route>,
    /// What is recorded.
    pub fact: Fact,
    /// What somebody says is wrong with it; it never decides.
    pub correction: Option<Correction>,
}

impl FactEntry {
    /// A fact that nobody corrected.
    #[must_use]
    pub const fn new(key: FactKey, routes: Vec<Route>, fact: Fact) -> Self {
        Self { key, routes, fact, correction: None }
    }
}

vocabulary! {
    /// What a central assessment advises, from free to forbidden.
    AssessmentOutcome {
        /// Can be used.
        Usable = "usable",
        /// Can be used when the measures are taken.
        UsableWithMeasures = "usable_with_measures",
        /// Use it with restraint, weighing each use.
        Restrained = "restrained",
        /// Do not use it.
        DoNotUse = "do_not_use",
    }
}

vocabulary! {
    /// What an assessment means for use it did not look at.
    OutsideScope {
        /// Nothing: the school decides as if there were no assessment.
        NotCovered = "not_covered",
        /// The assessor says that other use is not allowed for now.
        NotAllowed = "not_allowed",
    }
}

/// For whom and what an assessment holds; an empty list means all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Youngest age it looked at, in completed years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<u8>,
    /// Roles of the users it looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Sectors it was made for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<Sector>,
    /// Data it looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<Data>,
}

readable! { Scope { minimum_age [default], roles [default], sectors [default], data [default], } }

/// A dated assessment by a body that works for many schools, such as a DPIA.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// Who made it, as users know the body.
    pub by: String,
    /// The day it was published.
    pub date: Date,
    /// What it advises.
    pub outcome: AssessmentOutcome,
    /// What it looked at.
    pub scope: Scope,
    /// What follows for use outside the scope.
    pub outside_scope: OutsideScope,
    /// Ids of the conditions that its measures ask for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Where it was read.
    pub source: SourceId,
    /// Heading or clause.
    pub place: String,
    /// The day it was read.
    pub checked_on: Date,
    /// After this day it counts as outdated.
    pub review_by: Date,
}

readable! {
    Assessment {
        by, date, outcome, scope, outside_scope, measures [default], source, place, checked_on, review_by,
    }
}

/// One way in which a supplier offers a tool. Facts belong to an edition:
/// the same name with a school account and without one can be two answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Id, unique within the tool.
    pub id: String,
    /// The name users know, such as "Zoom for Education".
    pub name: String,
    /// Who it is made for.
    pub plan: Plan,
    /// Hosts that lead to this edition alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// What is recorded, sorted by key, routes and date.
    pub facts: Vec<FactEntry>,
    /// Central assessments, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
}

readable! { Edition { id, name, plan, domains [default], facts, assessments [default], } }

/// An app, online service or device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    /// Permanent id.
    pub id: String,
    /// The name as the supplier writes it.
    pub name: String,
    /// Further names people type.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<OtherName>,
    /// Id of the supplier.
    pub supplier: String,
    /// What it is.
    pub kind: Kind,
    /// What it serves for.
    pub purposes: Vec<Purpose>,
    /// Hosts, or host and path, that belong to this tool alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    /// Ids in stores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stores: Vec<StoreId>,
    /// Whether it still exists.
    pub status: Status,
    /// How much it is used.
    pub usage: Usage,
    /// The ways it is offered, the one schools should look at first in front.
    pub editions: Vec<Edition>,
    /// Where the status was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_cited: Option<Citation>,
}

readable! {
    Tool {
        id, name, other_names [default], supplier, kind, purposes, domains [default], stores [default], status,
        usage, editions, status_cited [default],
    }
}

impl Tool {
    /// The edition with this id.
    #[must_use]
    pub fn edition(&self, id: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.id == id)
    }
}

/// The company or body that offers a tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supplier {
    /// Permanent id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it was read that this is the one behind its tools.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cited: Option<Citation>,
}

readable! { Supplier { id, name, cited [default], } }

vocabulary! {
    /// What kind of document a source is.
    SourceKind {
        /// The supplier's terms of use.
        SupplierTerms = "supplier_terms",
        /// The supplier's privacy statement.
        SupplierPrivacy = "supplier_privacy",
        /// The supplier's processing agreement.
        SupplierAgreement = "supplier_agreement",
        /// Any other page of the supplier.
        SupplierPage = "supplier_page",
        /// A DPIA or similar assessment.
        Assessment = "assessment",
        /// A public authority or body for education.
        PublicBody = "public_body",
        /// Law or official guidance.
        Law = "law",
        /// A school or school board.
        School = "school",
        /// An independent review.
        Review = "review",
        /// News.
        Press = "press",
        /// A public list of names and addresses.
        Register = "register",
    }
}

/// A document that was opened and read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Id.
    pub id: SourceId,
    /// What kind of document.
    pub kind: SourceKind,
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub url: String,
    /// A copy that does not change, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_url: Option<String>,
    /// Language code of the text.
    pub language: String,
    /// Where its text applies.
    pub jurisdiction: Jurisdiction,
    /// Last change of its content, where it says or shows so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_date: Option<Date>,
    /// The day it was opened last.
    pub checked_on: Date,
}

readable! {
    Source {
        id, kind, publisher, title, url, archive_url [default], language, jurisdiction, content_date [default],
        checked_on,
    }
}
