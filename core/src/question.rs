//! What somebody wants to know.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::read::{Read, Source, readable};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Who asks.
    Role {
        /// Teaches pupils.
        Teacher = "teacher",
        /// Is a pupil or student.
        Pupil = "pupil",
        /// Is a parent or guardian.
        Parent = "parent",
        /// Works at the school, but does not teach.
        Staff = "staff",
    }
}

vocabulary! {
    /// Kind of school.
    Sector {
        /// Primary education.
        Po = "po",
        /// Special education.
        So = "so",
        /// Secondary education.
        Vo = "vo",
        /// Vocational education.
        Mbo = "mbo",
    }
}

vocabulary! {
    /// What the tool is to be used for.
    Purpose {
        /// The teacher shows something.
        Show = "show",
        /// Pupils practise.
        Practise = "practise",
        /// Pupils' work is tested or judged.
        Assess = "assess",
        /// Contact between school, pupils and parents.
        Communicate = "communicate",
        /// Pupils make something.
        Create = "create",
        /// Something is made public.
        Publish = "publish",
        /// Pupils' progress is followed.
        Track = "track",
        /// The teacher prepares work, without pupils.
        Prepare = "prepare",
    }
}

vocabulary! {
    /// The account that is at hand.
    Account {
        /// None.
        None = "none",
        /// An account from the school.
        School = "school",
        /// A private account.
        Private = "private",
    }
}

vocabulary! {
    /// The most personal data that are entered, from none to confidential.
    Data {
        /// No personal data.
        None = "none",
        /// Ordinary personal data, such as a name.
        Ordinary = "ordinary",
        /// Images or voices of people.
        Images = "images",
        /// Special categories, such as health.
        Special = "special",
        /// Confidential school data.
        Confidential = "confidential",
    }
}

vocabulary! {
    /// The device it runs on.
    Device {
        /// A device of the school.
        School = "school",
        /// A device of the user.
        Own = "own",
    }
}

/// A country code such as `NL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// The Netherlands.
    pub const NL: Self = Self(*b"NL");

    /// The country with this code of two capitals.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or("NL")
    }
}

impl Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Read<'_> for Country {
    fn read(source: &mut Source<'_>) -> Self {
        if source.left_out() {
            return netherlands();
        }
        Self::from_code(source.text("a country code")).unwrap_or_else(|| {
            source.fail("expected a country code of two capitals, such as NL".to_owned());
            Self::NL
        })
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code)
            .ok_or_else(|| serde::de::Error::custom("expected a country code of two capitals, such as NL"))
    }
}

/// A question about one tool. Everything but the date may be left open; what
/// is left open is answered for every case.
///
/// ```
/// use magdit::{Date, Question, Role};
///
/// let mut question = Question::on(Date::parse("2026-11-21").unwrap());
/// question.role = Some(Role::Teacher);
/// question.age = Some(11);
/// assert_eq!(question.country.as_str(), "NL");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Age of the youngest user in completed years, up to [`Question::MAX_AGE`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// Kind of school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Sector>,
    /// What for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// The account at hand; the answer is then for that account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<Account>,
    /// The most personal data entered. Left open, the answer holds for use
    /// without personal data and says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Data>,
    /// The device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Device>,
    /// Whether the school bought it or has a contract for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procured: Option<bool>,
    /// Whether pupils must use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compulsory: Option<bool>,
    /// Country whose law counts.
    #[serde(default = "netherlands")]
    pub country: Country,
    /// Id of the edition; left open, the edition that suits the question best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// The day the question is asked about.
    pub as_of: Date,
    /// The day it is asked, for the age of the knowledge base; left open,
    /// the day it is asked about, or the day of issue for a day before that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Date>,
}

readable! {
    Question {
        role [default], age [default], sector [default], purpose [default], account [default], data [default],
        device [default], procured [default], compulsory [default], country [default], edition [default], as_of,
        today [default],
    }
}

fn netherlands() -> Country {
    Country::NL
}

impl Question {
    /// Highest age that is accepted, in completed years.
    pub const MAX_AGE: u8 = 120;

    /// An open question on this day.
    #[must_use]
    pub const fn on(as_of: Date) -> Self {
        Self {
            role: None,
            age: None,
            sector: None,
            purpose: None,
            account: None,
            data: None,
            device: None,
            procured: None,
            compulsory: None,
            country: Country::NL,
            edition: None,
            as_of,
            today: None,
        }
    }
}
