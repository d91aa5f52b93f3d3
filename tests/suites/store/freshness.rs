//! Knowledge bases of every age, asked on every day.

use std::path::Path;

use magdit::{Account, Date, Freshness, KnowledgeBase, Outcome, Question, Role, Tool, Trust};
use magdit_tests::signed::{Random, sealed_again};
use magdit_tests::{synthetic_bytes, tools};

fn some_day(random: &mut Random) -> Date {
    let part = |random: &mut Random, from: u16, count: usize| from + u16::try_from(random.below(count)).expect("small");
    let (year, month, day) = (part(random, 2025, 5), part(random, 1, 12), part(random, 1, 28));
    let small = |number: u16| u8::try_from(number).expect("small");
    Date::new(year, small(month), small(day)).expect("a date")
}

/// The file with other dates.
fn dated(file: &[u8], dates: [Date; 3]) -> Vec<u8> {
    let mut file = file.to_vec();
    for (at, date) in [32, 36, 40].into_iter().zip(dates) {
        file[at..at + 4].copy_from_slice(&date.packed().to_le_bytes());
    }
    sealed_again(file)
}

fn question(random: &mut Random, today: Date) -> Question {
    let as_of = if random.below(2) == 0 { Date::new(2026, 11, 21).expect("a date") } else { today };
    Question {
        today: Some(today),
        age: (random.below(3) > 0).then(|| u8::try_from(4 + random.below(16)).expect("small")),
        role: Role::ALL.get(random.below(5)).copied(),
        account: Account::ALL.get(random.below(4)).copied(),
        procured: [None, Some(true), Some(false)][random.below(3)],
        ..Question::on(as_of)
    }
}

/// Asks about `files` ages of the knowledge base, `questions` times each.
/// Returns how many were asked, and how many of them were a yes.
fn ask(files: u32, questions: u32) -> (u32, u32) {
    let file = synthetic_bytes(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("freshness"));
    let all: Vec<Tool> = tools(&KnowledgeBase::open_file(file.clone(), &Trust::AllowUnsigned).expect("it opens"));
    let mut random = Random::seeded(180);
    let (mut asked, mut yes) = (0, 0);
    for _ in 0..files {
        let mut dates = [(); 3].map(|()| some_day(&mut random));
        dates.sort_unstable();
        let library = KnowledgeBase::open_file(dated(&file, dates), &Trust::AllowUnsigned).expect("it opens");
        let [issued, review_by, expires] = dates;
        for _ in 0..questions {
            let today = match random.below(4) {
                0 => dates[random.below(3)],
                _ => some_day(&mut random),
            };
            let question = question(&mut random, today);
            let tool = &all[random.below(all.len())];
            let Ok(brief) = library.brief(tool, &question) else { continue };
            let permits = brief.outcome <= Outcome::Conditional;
            let expected = match today {
                today if today < issued => Freshness::ClockSuspect,
                today if today > expires => Freshness::Expired,
                today if today > review_by => Freshness::DueForReview,
                _ => Freshness::Fresh,
            };
            assert_eq!(library.freshness(today), expected);
            if matches!(expected, Freshness::Expired | Freshness::ClockSuspect) {
                assert!(!permits, "{dates:?} on {today}: {:?} of {} for {question:?}", brief.outcome, tool.id);
            }
            asked += 1;
            yes += u32::from(permits);
        }
    }
    (asked, yes)
}

#[test]
fn nothing_is_fresh_or_permitted_after_the_last_day() {
    let (asked, yes) = ask(20, 500);
    println!("{asked} combinations of dates, today and question, {yes} of them a yes, none after the last day");
    assert!(yes > asked / 20, "{yes} of {asked}: too few to show anything");
}

#[test]
#[ignore = "long: a million combinations"]
fn a_million_combinations_of_dates() {
    let (asked, yes) = ask(1_000, 1_000);
    println!(
        "long: freshness | {asked} combinations of issued, review by, expires, today and question, {yes} of them a yes; \
         none fresh or a yes after the last day or before the day of issue"
    );
    assert_eq!(asked, 1_000_000);
}
