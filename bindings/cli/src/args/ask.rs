//! What can be typed after `magdit ask`.

use std::path::PathBuf;

use magdit::{Account, Data, Date, Device, Purpose, Question, Role, Sector};

use super::{date, words, yes_no};

const EXAMPLES: &str = "\
Examples:
  magdit ask rekenraket --role teacher --age 11
  magdit ask --answers antwoorden.json --json

The questions are about a tool that nobody recorded. The answer is provisional: it is
never a plain yes, and it counts for thirty days. Nothing is kept or sent.

A file of answers is JSON. What it leaves open counts as not known:
  {\"name\": \"Rekenraket\", \"answers\": {\"kind\": \"practice\", \"routes\": [\"no_account\"]}}";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AskArgs {
    /// Name of the tool; left out, it is asked
    #[arg(value_name = "NAME", allow_hyphen_values = true, conflicts_with = "answers")]
    pub(crate) name: Option<String>,

    /// Take the answers from this JSON file and ask nothing
    #[arg(long, value_name = "FILE")]
    pub(crate) answers: Option<PathBuf>,

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

impl AskArgs {
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
