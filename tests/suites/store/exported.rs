//! Every exported type goes from thread to thread.

use std::collections::BTreeSet;

use magdit_tests::{root, text};

/// Compiles only for what threads can share.
fn shared<T: Send + Sync + 'static>() {}

macro_rules! types {
    ($($name:ident: $type:ty),+ $(,)?) => {
        const LISTED: &[&str] = &[$(stringify!($name)),+];
        #[test]
        fn all_of_them_are_shared() {
            $(shared::<$type>();)+
        }
    };
}

types! {
    Account: magdit::Account,
    AgeBand: magdit::AgeBand,
    Alternative: magdit::Alternative,
    Answer: magdit::Answer,
    AnswerError: magdit::AnswerError,
    Answered: magdit::Answered,
    Answers: magdit::Answers,
    AskError: magdit::AskError,
    AskKey: magdit::AskKey,
    Assessment: magdit::Assessment,
    AssessmentOutcome: magdit::AssessmentOutcome,
    AssessmentRequest: magdit::AssessmentRequest,
    AssessmentUsed: magdit::AssessmentUsed,
    Basis: magdit::Basis,
    Brief: magdit::Brief,
    BroughtBy: magdit::BroughtBy,
    BuildError: magdit::search::BuildError,
    CallError: magdit::json::CallError,
    Candidate: magdit::store::Candidate,
    CaseAnswer: magdit::CaseAnswer,
    CaseRoute: magdit::CaseRoute,
    CaseTrace: magdit::CaseTrace,
    CaseWording: magdit::CaseWording,
    Change: magdit::Change,
    Choice: magdit::Choice,
    Citation: magdit::Citation,
    Condition: magdit::Condition,
    Correction: magdit::Correction,
    ConditionShown: magdit::ConditionShown,
    Confidence: magdit::search::Confidence,
    Consent: magdit::Consent,
    ConsentKind: magdit::ConsentKind,
    Contacts: magdit::Contacts,
    Country: magdit::Country,
    Data: magdit::Data,
    Date: magdit::Date,
    Decision: magdit::Decision,
    Device: magdit::Device,
    Digest: magdit::kb::digest::Digest,
    Disk: magdit::store::Disk,
    Edition: magdit::Edition,
    EditionAnswer: magdit::EditionAnswer,
    EditionTrace: magdit::EditionTrace,
    Effect: magdit::Effect,
    ErrorCode: magdit::json::ErrorCode,
    Explained: magdit::Explained,
    Fact: magdit::Fact,
    FactEntry: magdit::FactEntry,
    FactKey: magdit::FactKey,
    FactTest: magdit::FactTest,
    FactUsed: magdit::FactUsed,
    ForParents: magdit::ForParents,
    Foreign: magdit::kb::foreign::Foreign,
    Freshness: magdit::Freshness,
    Given: magdit::Given,
    Happening: magdit::Happening,
    Header: magdit::kb::header::Header,
    History: magdit::History,
    HistoryEdition: magdit::HistoryEdition,
    HistoryEvent: magdit::HistoryEvent,
    Imprint: magdit::kb::write::Imprint,
    Index: magdit::search::Index<'static>,
    IndexEntry: magdit::search::IndexEntry,
    IndexError: magdit::search::IndexError,
    IndexLayout: magdit::search::IndexLayout,
    IndexSize: magdit::search::IndexSize,
    Info: magdit::Info,
    InstallError: magdit::store::InstallError,
    Installed: magdit::store::Installed,
    Jurisdiction: magdit::Jurisdiction,
    KeyChange: magdit::kb::chain::KeyChange,
    KeyFileError: magdit::kb::key_file::KeyFileError,
    KeySet: magdit::kb::key::KeySet,
    KeySetError: magdit::kb::key::KeySetError,
    Kind: magdit::Kind,
    KnowledgeBase: magdit::KnowledgeBase,
    KnowledgeBaseShown: magdit::KnowledgeBaseShown,
    Known: magdit::Known,
    Language: magdit::Language,
    Layout: magdit::kb::container::Layout,
    Letter: magdit::Letter,
    LetterKind: magdit::LetterKind,
    LetterRefusal: magdit::LetterRefusal,
    Limit: magdit::Limit,
    LoadError: magdit::LoadError,
    Many: magdit::Many<'static>,
    Match: magdit::search::Match,
    MatchKind: magdit::search::MatchKind,
    NameKind: magdit::NameKind,
    Need: magdit::kb::section::Need,
    NextQuestion: magdit::NextQuestion,
    NotLookedAt: magdit::NotLookedAt,
    OpenError: magdit::kb::error::OpenError,
    Opened: magdit::store::Opened,
    OpenedFrom: magdit::store::OpenedFrom,
    Origin: magdit::kb::trust::Origin,
    OtherName: magdit::OtherName,
    Outcome: magdit::Outcome,
    Outline: magdit::Outline,
    OutlineFinding: magdit::OutlineFinding,
    OutlineRoute: magdit::OutlineRoute,
    OutsideScope: magdit::OutsideScope,
    PackError: magdit::pack::PackError,
    Parameter: magdit::Parameter,
    ParameterId: magdit::ParameterId,
    ParameterValue: magdit::ParameterValue,
    ParentsPart: magdit::ParentsPart,
    Part: magdit::kb::error::Part,
    PartKind: magdit::PartKind,
    PassedOver: magdit::store::PassedOver,
    Plan: magdit::Plan,
    Problem: magdit::kb::error::Problem,
    Provisional: magdit::Provisional,
    PublicKey: magdit::kb::key::PublicKey,
    Purpose: magdit::Purpose,
    Purpose: magdit::kb::key::Purpose,
    QueryError: magdit::search::QueryError,
    QueryKind: magdit::search::QueryKind,
    Question: magdit::Question,
    Reason: magdit::Reason,
    RecordError: magdit::kb::record::RecordError,
    Refusal: magdit::store::Refusal,
    Register: magdit::Register,
    Release: magdit::kb::release::Release,
    Role: magdit::Role,
    Route: magdit::Route,
    RouteAnswer: magdit::RouteAnswer,
    RouteTrace: magdit::RouteTrace,
    RuleInfo: magdit::RuleInfo,
    ScanError: magdit::kb::scan::ScanError,
    School: magdit::School,
    SchoolAnswer: magdit::SchoolAnswer,
    SchoolDecision: magdit::SchoolDecision,
    SchoolError: magdit::SchoolError,
    SchoolList: magdit::SchoolList,
    SchoolProblem: magdit::SchoolProblem,
    SchoolShown: magdit::SchoolShown,
    Scope: magdit::Scope,
    SearchResult: magdit::search::SearchResult,
    SecretKey: magdit::kb::sign::SecretKey,
    SectionId: magdit::kb::section::SectionId,
    Sector: magdit::Sector,
    SentenceTrace: magdit::SentenceTrace,
    SetAside: magdit::SetAside,
    SetAsideWhy: magdit::SetAsideWhy,
    Shared: magdit::store::Shared,
    SignError: magdit::kb::sign::SignError,
    SignatureError: magdit::kb::signature::SignatureError,
    Slot: magdit::kb::signature::Slot,
    Source: magdit::Source,
    SourceId: magdit::SourceId,
    SourceKind: magdit::SourceKind,
    SourceShown: magdit::SourceShown,
    SourceUse: magdit::SourceUse,
    Status: magdit::Status,
    Step: magdit::Step,
    Store: magdit::Store,
    Store: magdit::store::Store,
    StoreError: magdit::store::StoreError,
    StoreId: magdit::StoreId,
    Strength: magdit::Strength,
    Supplier: magdit::Supplier,
    Table: magdit::kb::table::Table,
    TableError: magdit::kb::table::TableError,
    TableWriter: magdit::kb::table::TableWriter,
    Text: magdit::Text,
    ToLookUp: magdit::ToLookUp,
    Tool: magdit::Tool,
    ToolShown: magdit::ToolShown,
    Trace: magdit::Trace,
    Trigger: magdit::Trigger,
    Trust: magdit::kb::trust::Trust,
    Trusted: magdit::kb::signature::Trusted,
    UndecidedTools: magdit::UndecidedTools,
    Understood: magdit::search::Understood,
    UnknownReason: magdit::UnknownReason,
    UnknownShown: magdit::UnknownShown,
    Unusable: magdit::store::Unusable,
    Usage: magdit::Usage,
    Value: magdit::Value,
    ValueKind: magdit::ValueKind,
    Version: magdit::store::Version,
    Was: magdit::Was,
    Who: magdit::Who,
    WordLists: magdit::search::WordLists<'static>,
    Wordings: magdit::Wordings,
    WouldChange: magdit::WouldChange,
    WriteError: magdit::kb::write::WriteError,
    Writer: magdit::kb::write::Writer,
}

/// Names of public types in a source file: after `pub struct`, `pub enum`, or
/// in a closed word list.
fn public_types(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let name = |rest: &str| rest.chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    let mut found = Vec::new();
    let mut in_list = false;
    for line in source.lines() {
        let line_is = |start: &str| line.strip_prefix(start);
        if let Some(rest) = line_is("pub struct ").or(line_is("pub enum ")) {
            found.push(name(rest));
        }
        if in_list && line.starts_with("    ") && line.ends_with(" {") && !line.trim_start().starts_with("//") {
            found.push(name(line.trim_start()));
            in_list = false;
        }
        in_list |= line.starts_with("vocabulary! {");
    }
    found
}

#[test]
fn no_exported_type_is_left_out() {
    let mut files = vec![root("core/src")];
    let mut all = BTreeSet::new();
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).expect("a folder").filter_map(Result::ok).map(|entry| entry.path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            all.extend(public_types(&text(&path)));
        }
    }
    let listed: BTreeSet<String> = LISTED.iter().map(|name| (*name).to_owned()).collect();
    let missing: Vec<&String> = all.difference(&listed).collect();
    let gone: Vec<&String> = listed.difference(&all).collect();
    assert!(missing.is_empty() && gone.is_empty(), "not listed: {missing:?}; no longer there: {gone:?}");
    println!("{} exported types go from thread to thread", all.len());
}
