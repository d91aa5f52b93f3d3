//! `magdit ask`: asks about a tool that nobody recorded.

use std::io::BufRead;
use std::path::Path;

use magdit::json::{CallError, read_answers};
use magdit::{Answers, Given, KnowledgeBase, NextQuestion, Provisional, Question, Step, Value};

use crate::args::{Args, AskArgs};
use crate::failure::Failure;
use crate::library;
use crate::render::{self, Words, bold, faint, out};

pub(crate) fn run(args: &Args, ask: &AskArgs) -> Result<(), Failure> {
    let library = library::open(args)?;
    let today = library::today(args);
    let as_of = ask.by.as_of.or(today).unwrap_or(library.release().issued);
    let question = library.at_school(&ask.by.question(as_of, today));
    let words = Words::new(&library, args.lang, &question);
    let done = match &ask.answers {
        Some(path) => unattended(args, &library, &question, read(path)?)?,
        None => dialogue(args, &library, &question, &words, ask.name.as_deref())?,
    };
    if args.json {
        return render::json(&Step::Done(Box::new(done)));
    }
    render::answer::print(&words, &done.answer, &question)?;
    out(&format!("{}\n\n{}", bold(&done.notice), done.request.text))
}

fn read(path: &Path) -> Result<Answers, Failure> {
    let bytes = std::fs::read(path).map_err(|source| Failure::system(path, source))?;
    let refused = |source| Failure::Answers { path: path.to_owned(), source };
    let text = std::str::from_utf8(&bytes).map_err(|_| refused(CallError::not_utf8("the file")))?;
    read_answers(text).map_err(refused)
}

/// Goes through the questions; what the answers leave open is not known.
fn unattended(
    args: &Args,
    library: &KnowledgeBase,
    question: &Question,
    mut answers: Answers,
) -> Result<Provisional, Failure> {
    loop {
        match library.questionnaire(&answers, question, args.lang)? {
            Step::Ask(next) => answers.do_not_know(next.key),
            Step::Done(done) => return Ok(*done),
        }
    }
}

/// Asks on standard error, so that standard output holds the answer alone.
fn dialogue(
    args: &Args,
    library: &KnowledgeBase,
    question: &Question,
    words: &Words<'_>,
    name: Option<&str>,
) -> Result<Provisional, Failure> {
    let mut lines = std::io::stdin().lock().lines();
    let mut line = || match lines.next() {
        Some(line) => line.map_err(|source| Failure::system("standard input".as_ref(), source)),
        None => Err(Failure::Unfinished),
    };
    let mut answers = match name {
        Some(name) => Answers::about(name)?,
        None => {
            say(&bold(&words.say("questionnaire.name")));
            Answers::about(&line()?)?
        }
    };
    loop {
        let next = match library.questionnaire(&answers, question, args.lang)? {
            Step::Ask(next) => next,
            Step::Done(done) => return Ok(*done),
        };
        show(words, &next);
        loop {
            let typed = line()?;
            let given = understood(&next, typed.trim());
            let taken = match given {
                Some(Given::DoNotKnow) => {
                    answers.do_not_know(next.key);
                    true
                }
                Some(Given::Value(value)) => answers.give(next.key, value).is_ok(),
                None => false,
            };
            if taken {
                break;
            }
            say(&words.say("questionnaire.not_understood"));
        }
    }
}

fn say(text: &str) {
    anstream::eprintln!("{text}");
}

fn show(words: &Words<'_>, next: &NextQuestion) {
    let number = words.say("questionnaire.number");
    let at_most = words.say("questionnaire.of_at_most");
    say(&format!("\n{}", faint(&format!("{number} {} {at_most} {}", next.number, next.at_most))));
    say(&bold(&next.text));
    say(&next.help);
    if next.any_age_up_to.is_none() {
        for (number, option) in (1..).zip(next.options.iter().filter(|option| option.value != Given::DoNotKnow)) {
            say(&format!("{number:>3}. {}", option.text));
        }
    }
    let not_known = next.options.iter().filter(|option| option.value == Given::DoNotKnow);
    not_known.for_each(|option| say(&format!("  ?. {}", option.text)));
    let how = match next {
        NextQuestion { several: true, .. } => "questionnaire.choose_several",
        NextQuestion { any_age_up_to: Some(_), .. } => "questionnaire.choose_age",
        _ => "questionnaire.choose",
    };
    say(&faint(&words.say(how)));
}

/// What was typed, as an answer; nothing when it is none.
fn understood(next: &NextQuestion, typed: &str) -> Option<Given> {
    if typed == "?" {
        return Some(Given::DoNotKnow);
    }
    if let Some(oldest) = next.any_age_up_to {
        return typed.parse().ok().filter(|age| *age <= oldest).map(|age| Given::Value(Value::Number(age)));
    }
    let option = |number: &str| {
        let index = number.trim().parse::<usize>().ok()?.checked_sub(1)?;
        next.options.get(index).map(|option| &option.value).filter(|value| **value != Given::DoNotKnow)
    };
    if !next.several {
        return option(typed).cloned();
    }
    let mut chosen: Vec<String> = Vec::new();
    for number in typed.split(',').filter(|_| typed != "0") {
        match option(number)? {
            Given::Value(Value::Words(words)) => chosen.extend(words.iter().cloned()),
            _ => return None,
        }
    }
    chosen.sort_unstable();
    chosen.dedup();
    Some(Given::Value(Value::Words(chosen)))
}

#[cfg(test)]
mod tests {
    use magdit::{AskKey, Choice, FactKey};

    use super::*;

    fn next(values: Vec<Value>, several: bool, any_age_up_to: Option<u16>) -> NextQuestion {
        let options = values.into_iter().map(Given::Value).chain([Given::DoNotKnow]);
        NextQuestion {
            key: AskKey::Fact(FactKey::NoAccount),
            text: String::new(),
            help: String::new(),
            options: options.map(|value| Choice { value, text: String::new() }).collect(),
            several,
            any_age_up_to,
            number: 1,
            at_most: 10,
        }
    }

    #[test]
    fn only_what_fits_the_question_is_understood() {
        let words = |words: &[&str]| Value::Words(words.iter().map(|&word| word.to_owned()).collect());
        let one = next(vec![Value::YesNo(true), Value::YesNo(false)], false, None);
        let many = next(vec![words(&["b"]), words(&["a"])], true, None);
        let age = next(vec![Value::Number(0)], false, Some(18));
        let cases = [
            (&one, "1", Some(Value::YesNo(true))),
            (&one, "2", Some(Value::YesNo(false))),
            (&one, "0", None),
            (&one, "3", None),
            (&one, "ja", None),
            (&many, "1,2", Some(words(&["a", "b"]))),
            (&many, "2, 2", Some(words(&["a"]))),
            (&many, "0", Some(words(&[]))),
            (&many, "0,1", None),
            (&many, "", None),
            (&age, "0", Some(Value::Number(0))),
            (&age, "18", Some(Value::Number(18))),
            (&age, "19", None),
            (&age, "-1", None),
        ];
        for (next, typed, expected) in cases {
            assert_eq!(understood(next, typed), expected.map(Given::Value), "{typed}");
        }
        for next in [&one, &many, &age] {
            assert_eq!(understood(next, "?"), Some(Given::DoNotKnow));
        }
    }
}
