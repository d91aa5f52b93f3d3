use super::*;

#[test]
fn numbers_of_codes_are_append_only() {
    let shipped = [
        (1, "null_pointer"),
        (2, "closed_handle"),
        (3, "not_utf8"),
        (4, "too_large"),
        (5, "not_json"),
        (6, "invalid_request"),
        (7, "unknown_language"),
        (8, "invalid_date"),
        (9, "invalid_age"),
        (10, "unknown_tool"),
        (11, "unknown_edition"),
        (12, "query_too_long"),
        (13, "query_characters"),
        (14, "not_a_knowledge_base"),
        (15, "knowledge_base_damaged"),
        (16, "knowledge_base_version"),
        (17, "record_unreadable"),
        (18, "not_embedded"),
        (19, "school_file"),
        (20, "too_many_open"),
        (21, "knowledge_base_not_trusted"),
        (99, "internal"),
    ];
    let now: Vec<(u8, &str)> = ErrorCode::ALL.iter().map(|code| (code.number(), code.as_str())).collect();
    for one in shipped {
        assert!(now.contains(&one), "{one:?} changed its number or its word, or is gone");
    }
    let mut numbers: Vec<u8> = now.iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), now.len(), "two codes share a number");
    assert!(!numbers.contains(&0), "0 is no error");
}

/// Every place of a question and of answers with a mark in it.
#[test]
fn no_error_repeats_what_was_asked() {
    const MARK: &str = "Geheim-Piet";
    let questions = [
        r#"{"as_of":"2026-11-21","MARK":1}"#,
        r#"{"as_of":"2026-11-21","MARK, expected MARK":1}"#,
        r#"{"as_of":"MARK"}"#,
        r#"{"as_of":"2026-11-21","age":"MARK"}"#,
        r#"{"as_of":"2026-11-21","age":"MARK\", expected `MARK"}"#,
        r#"{"as_of":"2026-11-21","role":"MARK"}"#,
        r#"{"as_of":"2026-11-21","role":{"MARK":"MARK"}}"#,
        r#"{"as_of":"2026-11-21","procured":"MARK"}"#,
        r#"{"as_of":"2026-11-21","country":"MARK"}"#,
        r#"{"as_of":"2026-11-21","edition":["MARK"]}"#,
        r#"["MARK"]"#,
        r#""MARK""#,
        r#"{"as_of":"2026-11-21"} MARK"#,
        r"{MARK",
        "MARK",
    ];
    for question in questions {
        let error = read_question(&question.replace("MARK", MARK)).unwrap_err();
        assert!(!error.text.contains("Geheim") && !error.to_json().contains("Piet"), "{question}: {error}");
        assert!(matches!(error.code, ErrorCode::InvalidRequest | ErrorCode::NotJson), "{error:?}");
    }
    let answers = [
        r#"{"name":"MARK@school.example"}"#,
        r#"{"name":"x","supplier":"MARK@x"}"#,
        r#"{"name":"x","MARK":1}"#,
        r#"{"name":"x","answers":{"MARK":true}}"#,
        r#"{"name":"x","answers":{"kind":"MARK"}}"#,
        r#"{"name":"x","answers":{"kind":{"MARK":1}}}"#,
        r#"{"name":"x","answers":{"routes":["MARK"]}}"#,
        r#"{"name":"x","answers":["MARK"]}"#,
        r#"{"name":["MARK"]}"#,
    ];
    for text in answers {
        let error = read_answers(&text.replace("MARK", MARK)).unwrap_err();
        assert!(!error.text.contains("Geheim") && !error.text.contains("Piet"), "{text}: {error}");
        assert_eq!(error.code, ErrorCode::InvalidRequest, "{text}: {error}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_was_expected() {
    let said = |question: &str| read_question(question).unwrap_err().text;
    let text = said(r#"{"as_of":"2026-11-21","agee":11}"#);
    assert!(text.starts_with("the question, line 1, column "), "{text}");
    assert!(text.contains("unknown field, expected one of `role`, `age`"), "{text}");
    assert!(said(r#"{"age":11}"#).contains("missing field `as_of`"));
    assert!(said(r#"{"age":11,"age":12,"as_of":"2026-11-21"}"#).contains("duplicate field `age`"));
    assert!(said(r#"{"age":-1,"as_of":"2026-11-21"}"#).contains("invalid value, expected a whole number"));
    assert!(said(r#"{"role":"teachr","as_of":"2026-11-21"}"#).contains("expected one of teacher, pupil"));
    assert!(said("{").starts_with("the question, line 1, column 1: from here it is no JSON"));
    let in_order = r#"["teacher",11,null,null,null,null,null,null,null,"NL",null,"2026-11-21",null]"#;
    assert_eq!(said(in_order), "the question, line 1, column 1: found a list, expected an object");
    assert_eq!(read_answers(r#"{"name":""}"#).unwrap_err().text.split(':').next(), Some("the answers"));
}

#[test]
fn a_limit_is_the_last_size_that_is_read() {
    let question = r#"{"as_of":"2026-11-21"}"#;
    let of = |bytes: usize| format!("{question}{}", " ".repeat(bytes - question.len()));
    assert!(read_question(&of(MAX_QUESTION_BYTES - 1)).is_ok());
    assert!(read_question(&of(MAX_QUESTION_BYTES)).is_ok());
    let error = read_question(&of(MAX_QUESTION_BYTES + 1)).unwrap_err();
    assert_eq!(error.code, ErrorCode::TooLarge);
    let answers = r#"{"name":"x"}"#;
    let of = |bytes: usize| format!("{answers}{}", " ".repeat(bytes - answers.len()));
    assert!(read_answers(&of(MAX_ANSWERS_BYTES)).is_ok());
    assert_eq!(read_answers(&of(MAX_ANSWERS_BYTES + 1)).unwrap_err().code, ErrorCode::TooLarge);
    let limit = |length: usize| at_most("xxxx", "it", length).map(str::len).map_err(|error| error.code);
    assert_eq!([limit(3), limit(4), limit(5)], [Err(ErrorCode::TooLarge), Ok(4), Ok(4)]);
}

#[test]
fn depth_is_bounded() {
    let nested =
        |depth: usize| format!(r#"{{"as_of":"2026-11-21","edition":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    for depth in [1, 100, 200, 1900] {
        let question = nested(depth);
        assert!(question.len() <= MAX_QUESTION_BYTES);
        let error = read_question(&question).unwrap_err();
        assert!(matches!(error.code, ErrorCode::InvalidRequest | ErrorCode::NotJson), "{depth}: {error}");
    }
}

#[test]
fn every_error_of_the_library_has_a_code_that_says_what_to_do() {
    use crate::error::{AskError, LoadError};
    use crate::kb::error::{OpenError, Part};
    use crate::kb::section::SectionId;
    use crate::search::IndexError;
    let code = |error: LoadError| CallError::from(error).code;
    let file = |error: OpenError| code(LoadError::File(error));
    assert_eq!(file(OpenError::TooLarge { found: 2, limit: 1 }), ErrorCode::NotAKnowledgeBase);
    assert_eq!(file(OpenError::OtherProduct), ErrorCode::NotAKnowledgeBase);
    assert_eq!(file(OpenError::TextModeDamage), ErrorCode::KnowledgeBaseDamaged);
    assert_eq!(file(OpenError::Damaged { part: Part::Header }), ErrorCode::KnowledgeBaseDamaged);
    assert_eq!(file(OpenError::Format { found: 2, expected: 1 }), ErrorCode::KnowledgeBaseVersion);
    assert_eq!(file(OpenError::NeedsNewerReader { found: 2, expected: 1 }), ErrorCode::KnowledgeBaseVersion);
    assert_eq!(file(OpenError::UnknownSection { number: 99 }), ErrorCode::KnowledgeBaseVersion);
    assert_eq!(code(IndexError::Format { found: 2, expected: 1 }.into()), ErrorCode::KnowledgeBaseVersion);
    assert_eq!(code(IndexError::Damaged { part: "names" }.into()), ErrorCode::KnowledgeBaseDamaged);
    assert_eq!(code(LoadError::MissingSection { section: SectionId::Names }), ErrorCode::KnowledgeBaseDamaged);
    assert_eq!(CallError::from(AskError::NoEdition).code, ErrorCode::RecordUnreadable);
    let error = CallError::from(AskError::UnknownTool);
    assert_eq!(error.to_json(), format!(r#"{{"code":"unknown_tool","error":"{error}"}}"#));
}
