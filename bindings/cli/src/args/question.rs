//! What can be typed about a question.

use magdit::{Account, Country, Data, Date, Device, KnowledgeBase, Purpose, Question, Role, Sector};

use super::{country, date, words, yes_no};

/// Who uses a tool, for what and how.
#[derive(Debug, clap::Args)]
pub(crate) struct UseArgs {
    /// Who asks
    #[arg(long, value_parser = words(Role::WORDS, Role::from_word))]
    role: Option<Role>,

    /// Age of the youngest pupil, in completed years
    #[arg(long, value_name = "YEARS", allow_negative_numbers = true,
          value_parser = clap::value_parser!(u8).range(0..=i64::from(Question::MAX_AGE)))]
    age: Option<u8>,

    /// Kind of school: primary, special, secondary, vocational
    #[arg(long, value_parser = words(Sector::WORDS, Sector::from_word))]
    sector: Option<Sector>,

    /// What for
    #[arg(long, value_parser = words(Purpose::WORDS, Purpose::from_word))]
    purpose: Option<Purpose>,

    /// The account at hand; the answer is then for that account
    #[arg(long, value_parser = words(Account::WORDS, Account::from_word))]
    account: Option<Account>,

    /// The most personal data that are entered
    #[arg(long, value_parser = words(Data::WORDS, Data::from_word))]
    data: Option<Data>,

    /// The device
    #[arg(long, value_parser = words(Device::WORDS, Device::from_word))]
    device: Option<Device>,

    /// Whether the school bought it or has a contract for it
    #[arg(long, value_name = "YES/NO", value_parser = yes_no())]
    procured: Option<bool>,

    /// Whether pupils must use it
    #[arg(long, value_name = "YES/NO", value_parser = yes_no())]
    compulsory: Option<bool>,

    /// The day the question is about; left out, today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) as_of: Option<Date>,
}

impl UseArgs {
    /// What was typed, as a question about a day.
    pub(crate) fn question(&self, as_of: Date, today: Option<Date>) -> Question {
        Question {
            role: self.role,
            age: self.age,
            sector: self.sector,
            purpose: self.purpose,
            account: self.account,
            data: self.data,
            device: self.device,
            procured: self.procured,
            compulsory: self.compulsory,
            today,
            ..Question::on(as_of)
        }
    }
}

/// A question about a tool of the knowledge base.
#[derive(Debug, clap::Args)]
pub(crate) struct QuestionArgs {
    #[command(flatten)]
    by: UseArgs,

    /// Country whose law counts, as two capitals
    #[arg(long, value_name = "CODE", default_value = "NL", value_parser = country)]
    country: Country,

    /// Id of the edition; left out, the one that suits the question best
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
}

impl QuestionArgs {
    /// What was typed, as a question; the day is `today` unless one was typed.
    /// An edition that was typed goes before the one a name belongs to.
    pub(crate) fn question(&self, library: &KnowledgeBase, today: Option<Date>, edition: Option<String>) -> Question {
        let as_of = self.by.as_of.or(today).unwrap_or(library.release().issued);
        Question { country: self.country, edition: self.edition.clone().or(edition), ..self.by.question(as_of, today) }
    }
}
