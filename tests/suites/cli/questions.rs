//! Questions that cannot be answered.

use magdit::{Language, Question};

use crate::command::magdit;

#[test]
fn a_question_with_a_value_that_is_none_exits_with_2_and_says_which() {
    let table: [(&[&str], &[&str]); 16] = [
        (&["--role", "janitor"], &["janitor", "teacher", "pupil", "parent", "staff"]),
        (&["--age", "-1"], &["-1", "0", "120"]),
        (&["--age", "200"], &["200", "120"]),
        (&["--age", "121"], &["121"]),
        (&["--age", "eleven"], &["eleven"]),
        (&["--age", "11.5"], &["11.5"]),
        (&["--sector", "hbo"], &["hbo", "po", "so", "vo", "mbo"]),
        (&["--purpose", "fun"], &["fun", "practise"]),
        (&["--account", "google"], &["google", "school", "private"]),
        (&["--data", "some"], &["some", "ordinary"]),
        (&["--device", "phone"], &["phone", "own"]),
        (&["--procured", "maybe"], &["maybe", "yes", "no"]),
        (&["--compulsory", "true"], &["true", "yes", "no"]),
        (&["--country", "Netherlands"], &["Netherlands", "NL"]),
        (&["--as-of", "2026-02-30"], &["2026-02-30", "2026-11-21"]),
        (&["--lang", "fr"], &["fr", "nl", "en"]),
    ];
    for (options, says) in table {
        let arguments: Vec<&str> = ["check", "kahoot"].iter().chain(options).copied().collect();
        let run = magdit(&arguments);
        run.refuses(2, says);
        assert_eq!(run.out, "", "{options:?}");
    }
    println!("{} options that are refused", table.len());
}

#[test]
fn both_sides_of_the_limits_of_an_age_are_as_they_say() {
    for (age, code) in [("0", 0), ("119", 0), ("120", 0), ("121", 2), ("-1", 2), ("255", 2), ("256", 2)] {
        assert_eq!(magdit(&["check", "kahoot", "--age", age]).code, code, "{age}");
    }
    let library = magdit_tests::embedded();
    for (age, is_read) in [(Question::MAX_AGE - 1, true), (Question::MAX_AGE, true), (Question::MAX_AGE + 1, false)] {
        let question = Question { age: Some(age), ..Question::on(magdit_tests::today()) };
        assert_eq!(library.check("kahoot", &question, Language::Nl).is_ok(), is_read, "{age}");
    }
}

#[test]
fn days_that_do_not_exist_are_refused_and_days_that_do_are_not() {
    for day in
        ["2026-02-30", "2026-13-01", "2026-00-10", "2027-02-29", "26-11-21", "2026-11-21T00:00", "21-11-2026", ""]
    {
        magdit(&["check", "kahoot", "--as-of", day]).refuses(2, &[]);
    }
    for day in ["2026-11-21", "2028-02-29"] {
        assert_eq!(magdit(&["check", "kahoot", "--as-of", day]).code, 0, "{day}");
    }
}

#[test]
fn an_unknown_option_command_or_edition_is_refused() {
    magdit(&[]).refuses(2, &[]);
    magdit(&["chek", "kahoot"]).refuses(2, &["chek"]);
    magdit(&["check"]).refuses(2, &["TOOL"]);
    magdit(&["check", "kahoot", "--agee", "11"]).refuses(2, &["--agee"]);
    magdit(&["check", "kahoot", "--edition", "platinum"]).refuses(2, &["edition"]);
    magdit(&["search", "kahoot", "--limit", "0"]).refuses(2, &["0"]);
}

#[test]
fn an_answer_is_never_given_for_a_guess() {
    for name in ["kahoet!!x", "zzqqxxyy", "office teams whatsapp"] {
        let run = magdit(&["check", name]);
        assert_eq!(run.code, 3, "{run:?}");
        run.refuses(3, &[]);
    }
    let run = magdit(&["check", "zzqqxxyy", "--json"]);
    assert_eq!(run.code, 3);
    assert!(run.json().get("outcome").is_none(), "{run:?}");
    let several = magdit(&["check", "office teams whatsapp"]);
    assert!(several.err.contains("not certain which tool is meant"), "{several:?}");
}

#[test]
fn a_tool_that_is_not_known_is_said_to_be_so_with_what_to_do() {
    for command in ["check", "tool", "search", "changes"] {
        let run = magdit(&[command, "zzqqxxyy"]);
        run.refuses(3, &["no tool found", "magdit ask"]);
        assert!(!run.err.contains("certain"), "{run:?}");
        let json = magdit(&["--json", command, "zzqqxxyy"]);
        assert!(json.err.contains(r#""code":"unknown_tool""#), "{json:?}");
    }
}

#[test]
fn a_text_beyond_the_limits_of_search_is_refused() {
    let long = "a".repeat(100_000);
    magdit(&["search", &long]).refuses(2, &[]);
    magdit(&["search", "ka\u{7}hoot"]).refuses(2, &[]);
}

#[test]
fn help_teaches_and_exits_with_0() {
    for command in ["check", "explain", "changes", "diff", "search", "lint", "build"]
        .map(|command| vec![command, "--help"])
        .iter()
        .chain([&vec!["--help"]])
    {
        let run = magdit(command);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.len() > 200 && run.err.is_empty(), "{run:?}");
    }
    let help = magdit(&["--help"]).out;
    for code in ["0", "1", "2", "3", "4", "5", "6"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(code)), "exit code {code} is not in the help");
    }
    assert_eq!(magdit(&["--version"]).code, 0);
}
