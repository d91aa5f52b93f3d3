//! The conformance file for languages without a reader of JSON: one stream of
//! fields, each as its length, a colon and its bytes, or `-:` where a case has
//! none. Thirteen fields make a case; a case `open-file` gives the knowledge
//! base that the following ones ask. Cases on the embedded knowledge base get
//! the bytes that the library gives now.
//!
//! `cargo run -p magdit-tests --example conformance > cases.stream` writes the
//! stream and says on standard error how many cases there are to replay.

use std::io::Write;

use magdit_tests::conformance::{Case, call, case_files, fixture, school_file};
use magdit_tests::embedded;

fn field(out: &mut Vec<u8>, bytes: Option<&[u8]>) {
    match bytes {
        None => out.extend_from_slice(b"-:"),
        Some(bytes) => {
            out.extend_from_slice(format!("{}:", bytes.len()).as_bytes());
            out.extend_from_slice(bytes);
        }
    }
}

fn case(out: &mut Vec<u8>, case: &Case, bytes: Option<&[u8]>) {
    let school = case.school.as_deref().map(school_file);
    let (limit, status) = (case.limit.map(|limit| limit.to_string()), case.status.to_string());
    let text = |text: &Option<String>| text.clone().map(String::into_bytes);
    field(out, Some(case.call.as_bytes()));
    field(out, Some(case.name.as_bytes()));
    field(out, school.as_deref());
    for optional in [&case.text, &limit, &case.tool, &case.answers, &case.question, &case.language, &case.today] {
        field(out, text(optional).as_deref());
    }
    field(out, bytes);
    field(out, Some(status.as_bytes()));
    field(out, text(&case.answer).as_deref());
}

fn main() -> std::io::Result<()> {
    let embedded = embedded();
    let mut out = Vec::new();
    let mut count = 0;
    for (_, file) in case_files() {
        let is_embedded = file.knowledge_base == "embedded";
        let kb = if is_embedded { magdit_data::KNOWLEDGE_BASE.to_vec() } else { fixture() };
        let opens = Case { call: "open-file".to_owned(), ..Case::default() };
        case(&mut out, &opens, Some(&kb));
        for one in file.cases {
            let unhexed = one.bytes.as_ref().map(|hex| {
                hex.as_bytes()
                    .chunks(2)
                    .map(|pair| u8::from_str_radix(&String::from_utf8_lossy(pair), 16).unwrap_or(0))
                    .collect::<Vec<u8>>()
            });
            let one = match is_embedded {
                true => Case { answer: call(&embedded, &one).ok(), ..one },
                false => one,
            };
            case(&mut out, &one, unhexed.as_deref());
            count += 1;
        }
    }
    std::io::stdout().write_all(&out)?;
    eprintln!("{count}");
    Ok(())
}
