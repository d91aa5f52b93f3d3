//! Types of the core that are text, a number or a list elsewhere.

use magdit::json::{CallError, ErrorCode};
use magdit::kb::digest::Digest;
use magdit::{Answers, AskKey, Country, Date, Given, SourceId};

use crate::error::MagditError;

/// Text that the library itself holds.
pub(crate) type Word = &'static str;

/// Several of them.
pub(crate) type Words = &'static [&'static str];

/// How many there are.
pub(crate) type Count = usize;

uniffi::custom_type!(
    /// A word or sentence of the library.
    Word, String, { remote, lower: |word| word.to_owned(), try_lift: |_word| Err(only_given()) }
);

uniffi::custom_type!(
    /// Words of the library.
    Words, Vec<String>, {
        remote,
        lower: |words| words.iter().map(|&word| word.to_owned()).collect(),
        try_lift: |_words| Err(only_given()),
    }
);

uniffi::custom_type!(
    /// How many there are.
    Count, u64, {
        remote,
        lower: |count| u64::try_from(count).unwrap_or(u64::MAX),
        try_lift: |_count| Err(only_given()),
    }
);

uniffi::custom_type!(
    /// SHA-256, in hexadecimal.
    Digest, String, { remote, lower: |digest| digest.to_string(), try_lift: |_digest| Err(only_given()) }
);

uniffi::custom_type!(
    /// A day such as `2026-11-21`, between 1900-01-01 and 2199-12-31.
    Date, String, {
        remote,
        lower: |date| date.to_string(),
        try_lift: |date| Date::parse(&date).ok_or_else(|| {
            refused(ErrorCode::InvalidDate, "a day is none; expected one such as 2026-11-21")
        }),
    }
);

uniffi::custom_type!(
    /// A country code of two capitals, such as `NL`.
    Country, String, {
        remote,
        lower: |country| country.as_str().to_owned(),
        try_lift: |code| Country::from_code(&code).ok_or_else(|| {
            refused(ErrorCode::InvalidRequest, "expected a country code of two capitals, such as NL")
        }),
    }
);

uniffi::custom_type!(
    /// Id of a document.
    SourceId, String, { remote, lower: |id| id.0, try_lift: |id| Ok(SourceId(id)) }
);

uniffi::custom_type!(
    /// What the questionnaire asks about: `kind`, `plan`, `routes`, or the
    /// word of a `FactKey`, such as `minimum_age`.
    AskKey, String, {
        remote,
        lower: |key| key.as_str().to_owned(),
        try_lift: |word| AskKey::from_word(&word).ok_or_else(|| {
            refused(ErrorCode::InvalidRequest, "expected what the questionnaire asks about, such as kind or minimum_age")
        }),
    }
);

/// One answer of the questionnaire.
#[derive(uniffi::Record)]
pub struct GivenAnswer {
    /// What was asked: `NextQuestion.key`.
    pub key: AskKey,
    /// The answer: the value of one of the options.
    pub given: Given,
}

/// What somebody answered so far about a tool that nobody recorded.
#[derive(uniffi::Record)]
pub struct GivenAnswers {
    /// Name of the tool: 1 to 120 characters.
    pub name: String,
    /// Name of its supplier, if that is known.
    #[uniffi(default)]
    pub supplier: Option<String>,
    /// The answers; a later one takes the place of an earlier one.
    #[uniffi(default)]
    pub answers: Vec<GivenAnswer>,
}

uniffi::custom_type!(
    /// What somebody answered so far about a tool that nobody recorded.
    Answers, GivenAnswers, { remote, lower: |answers| lowered(&answers), try_lift: |given| lifted(given) }
);

fn lowered(answers: &Answers) -> GivenAnswers {
    GivenAnswers {
        name: answers.name().to_owned(),
        supplier: answers.supplier().map(str::to_owned),
        answers: answers.iter().map(|(key, given)| GivenAnswer { key, given: given.clone() }).collect(),
    }
}

fn lifted(given: GivenAnswers) -> uniffi::Result<Answers> {
    let mut answers = Answers::about(&given.name).map_err(not_taken)?;
    if let Some(supplier) = &given.supplier {
        answers = answers.from_supplier(supplier).map_err(not_taken)?;
    }
    for GivenAnswer { key, given } in given.answers {
        match given {
            Given::Value(value) => answers.give(key, value).map_err(not_taken)?,
            Given::DoNotKnow => answers.do_not_know(key),
        }
    }
    Ok(answers)
}

fn not_taken(error: magdit::AnswerError) -> uniffi::deps::anyhow::Error {
    refused(ErrorCode::InvalidRequest, error.to_string())
}

/// The error that a call throws where its arguments are not right.
fn refused(code: ErrorCode, text: impl Into<String>) -> uniffi::deps::anyhow::Error {
    MagditError::from(CallError::new(code, text)).into()
}

fn only_given() -> uniffi::deps::anyhow::Error {
    refused(ErrorCode::InvalidRequest, "the library gives this; it does not take it")
}
