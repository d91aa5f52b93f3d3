//! Mirrors of `core/src/tool.rs` and what belongs to it.

use magdit::{
    Assessment, AssessmentOutcome, Citation, Correction, Data, Date, Edition, Fact, FactEntry, FactKey, Jurisdiction,
    Kind, NameKind, OtherName, OutsideScope, Plan, Purpose, Role, Route, Scope, Sector, Source, SourceId, SourceKind,
    Status, Store, StoreId, Tool, ToolShown, Usage,
};

/// Who an edition is made for.
#[uniffi::remote(Enum)]
pub enum Plan {
    /// For anyone, on the supplier's ordinary terms.
    Consumer,
    /// Free for teachers, without a contract of the school.
    FreeTeacher,
    /// For schools, under a contract of the school.
    Education,
    /// Paid, not made for schools.
    Paid,
    /// Nobody recorded in which editions the tool comes.
    NotRecorded,
}

/// How a tool is used, from the least to the most personal data that
/// leave the school.
///
/// The order is the order of preference.
#[uniffi::remote(Enum)]
pub enum Route {
    /// Nobody signs in.
    NoAccount,
    /// Pupils sign in with the school's account.
    SchoolSso,
    /// The school makes accounts in the tool.
    SchoolManaged,
    /// Only the teacher uses it; pupils have no account and no data in it.
    TeacherOnly,
    /// Parents use it, with an account of their own.
    ParentAccount,
    /// Each user makes a private account.
    PrivateAccount,
}

/// Shops and registers in which an app has an id.
#[uniffi::remote(Enum)]
pub enum Store {
    /// Google Play: a package name such as `org.example.app`.
    Play,
    /// Apple App Store: a number.
    AppStore,
    /// F-Droid: a package name.
    FDroid,
    /// Microsoft Store: twelve letters and digits.
    Microsoft,
    /// Chrome Web Store: 32 letters a–p.
    Chrome,
    /// Edge add-ons: 32 letters a–p.
    Edge,
    /// Firefox add-ons: the name in the address.
    Firefox,
}

/// The id of an app in one store.
#[uniffi::remote(Record)]
pub struct StoreId {
    /// The store.
    pub store: Store,
    /// The id there.
    pub id: String,
}

/// Why a name leads to a tool.
#[uniffi::remote(Enum)]
pub enum NameKind {
    /// The name itself.
    Name,
    /// Another spelling, a nickname or a spoken form.
    Alias,
    /// A name it had before.
    FormerName,
    /// An abbreviation.
    Abbreviation,
}

/// A further name of a tool.
#[uniffi::remote(Record)]
pub struct OtherName {
    /// The name.
    pub text: String,
    /// What kind of name.
    pub kind: NameKind,
}

/// How much a tool is used in Dutch schools, for the order of search
/// results only.
#[uniffi::remote(Enum)]
pub enum Usage {
    /// In most schools, every day.
    Everyday,
    /// In many schools.
    Common,
    /// In some schools.
    Occasional,
    /// Seldom.
    Rare,
}

/// Whether a tool still exists under this name.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
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

/// What a central assessment advises, from free to forbidden.
#[uniffi::remote(Enum)]
pub enum AssessmentOutcome {
    /// Can be used.
    Usable,
    /// Can be used when the measures are taken.
    UsableWithMeasures,
    /// Use it with restraint, weighing each use.
    Restrained,
    /// Do not use it.
    DoNotUse,
}

/// What an assessment means for use it did not look at.
#[uniffi::remote(Enum)]
pub enum OutsideScope {
    /// Nothing: the school decides as if there were no assessment.
    NotCovered,
    /// The assessor says that other use is not allowed for now.
    NotAllowed,
}

/// For whom and what an assessment holds; an empty list means all.
#[uniffi::remote(Record)]
pub struct Scope {
    /// Youngest age it looked at, in completed years.
    pub minimum_age: Option<u8>,
    /// Roles of the users it looked at.
    pub roles: Vec<Role>,
    /// Sectors it was made for.
    pub sectors: Vec<Sector>,
    /// Data it looked at.
    pub data: Vec<Data>,
}

/// A dated assessment by a body that works for many schools, such as a DPIA.
#[uniffi::remote(Record)]
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

/// One way in which a supplier offers a tool. Facts belong to an edition:
/// the same name with a school account and without one can be two answers.
#[uniffi::remote(Record)]
pub struct Edition {
    /// Id, unique within the tool.
    pub id: String,
    /// The name users know, such as "Zoom for Education".
    pub name: String,
    /// Who it is made for.
    pub plan: Plan,
    /// Hosts that lead to this edition alone.
    pub domains: Vec<String>,
    /// What is recorded, sorted by key, routes and date.
    pub facts: Vec<FactEntry>,
    /// Central assessments, oldest first.
    pub assessments: Vec<Assessment>,
}

/// An app, online service or device.
#[uniffi::remote(Record)]
pub struct Tool {
    /// Permanent id.
    pub id: String,
    /// The name as the supplier writes it.
    pub name: String,
    /// Further names people type.
    pub other_names: Vec<OtherName>,
    /// Id of the supplier.
    pub supplier: String,
    /// What it is.
    pub kind: Kind,
    /// What it serves for.
    pub purposes: Vec<Purpose>,
    /// Hosts, or host and path, that belong to this tool alone.
    pub domains: Vec<String>,
    /// Ids in stores.
    pub stores: Vec<StoreId>,
    /// Whether it still exists.
    pub status: Status,
    /// How much it is used.
    pub usage: Usage,
    /// The ways it is offered, the one schools should look at first in front.
    pub editions: Vec<Edition>,
    /// Where the status was read.
    pub status_cited: Option<Citation>,
}

/// What kind of document a source is.
#[uniffi::remote(Enum)]
pub enum SourceKind {
    /// The supplier's terms of use.
    SupplierTerms,
    /// The supplier's privacy statement.
    SupplierPrivacy,
    /// The supplier's processing agreement.
    SupplierAgreement,
    /// Any other page of the supplier.
    SupplierPage,
    /// A DPIA or similar assessment.
    Assessment,
    /// A public authority or body for education.
    PublicBody,
    /// Law or official guidance.
    Law,
    /// A school or school board.
    School,
    /// An independent review.
    Review,
    /// News.
    Press,
    /// A public list of names and addresses.
    Register,
}

/// A document that was opened and read.
#[uniffi::remote(Record)]
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
    pub archive_url: Option<String>,
    /// Language code of the text.
    pub language: String,
    /// Where its text applies.
    pub jurisdiction: Jurisdiction,
    /// Last change of its content, where it says or shows so.
    pub content_date: Option<Date>,
    /// The day it was opened last.
    pub checked_on: Date,
}

/// A tool with its supplier and every source its record refers to.
#[uniffi::remote(Record)]
pub struct ToolShown {
    /// The record.
    pub tool: Tool,
    /// Name of the supplier.
    pub supplier_name: String,
    /// Where it was read that this supplier is behind it.
    pub supplier_cited: Option<Citation>,
    /// The documents its facts were read in, by id.
    pub sources: Vec<Source>,
}
