//! Mirrors of `core/src/question.rs` and what belongs to it.

use magdit::{Account, Country, Data, Date, Device, Language, Purpose, Question, Role, Sector};

/// Who asks.
#[uniffi::remote(Enum)]
pub enum Role {
    /// Teaches pupils.
    Teacher,
    /// Is a pupil or student.
    Pupil,
    /// Is a parent or guardian.
    Parent,
    /// Works at the school, but does not teach.
    Staff,
}

/// Kind of school.
#[uniffi::remote(Enum)]
pub enum Sector {
    /// Primary education.
    Po,
    /// Special education.
    So,
    /// Secondary education.
    Vo,
    /// Vocational education.
    Mbo,
}

/// What the tool is to be used for.
#[uniffi::remote(Enum)]
pub enum Purpose {
    /// The teacher shows something.
    Show,
    /// Pupils practise.
    Practise,
    /// Pupils' work is tested or judged.
    Assess,
    /// Contact between school, pupils and parents.
    Communicate,
    /// Pupils make something.
    Create,
    /// Something is made public.
    Publish,
    /// Pupils' progress is followed.
    Track,
    /// The teacher prepares work, without pupils.
    Prepare,
}

/// The account that is at hand.
#[uniffi::remote(Enum)]
pub enum Account {
    /// None.
    None,
    /// An account from the school.
    School,
    /// A private account.
    Private,
}

/// The most personal data that are entered, from none to confidential.
#[uniffi::remote(Enum)]
pub enum Data {
    /// No personal data.
    None,
    /// Ordinary personal data, such as a name.
    Ordinary,
    /// Images or voices of people.
    Images,
    /// Special categories, such as health.
    Special,
    /// Confidential school data.
    Confidential,
}

/// The device it runs on.
#[uniffi::remote(Enum)]
pub enum Device {
    /// A device of the school.
    School,
    /// A device of the user.
    Own,
}

/// A question about one tool. Everything but the date may be left open; what
/// is left open is answered for every case.
#[uniffi::remote(Record)]
pub struct Question {
    /// Who asks.
    #[uniffi(default)]
    pub role: Option<Role>,
    /// Age of the youngest user in completed years, up to `Question::MAX_AGE`.
    #[uniffi(default)]
    pub age: Option<u8>,
    /// Kind of school.
    #[uniffi(default)]
    pub sector: Option<Sector>,
    /// What for.
    #[uniffi(default)]
    pub purpose: Option<Purpose>,
    /// The account at hand; the answer is then for that account.
    #[uniffi(default)]
    pub account: Option<Account>,
    /// The most personal data entered. Left open, the answer holds for use
    /// without personal data and says so.
    #[uniffi(default)]
    pub data: Option<Data>,
    /// The device.
    #[uniffi(default)]
    pub device: Option<Device>,
    /// Whether the school bought it or has a contract for it.
    #[uniffi(default)]
    pub procured: Option<bool>,
    /// Whether pupils must use it.
    #[uniffi(default)]
    pub compulsory: Option<bool>,
    /// Country whose law counts.
    #[uniffi(default = "NL")]
    pub country: Country,
    /// Id of the edition; left open, the edition that suits the question best.
    #[uniffi(default)]
    pub edition: Option<String>,
    /// The day the question is asked about.
    pub as_of: Date,
    /// The day it is asked, for the age of the knowledge base; left open,
    /// the day it is asked about, or the day of issue for a day before that.
    #[uniffi(default)]
    pub today: Option<Date>,
}

/// Language of the sentences.
#[uniffi::remote(Enum)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}
