//! What a sentence says besides the tool: who asks, for which age, at which
//! kind of school, with which account.

use crate::question::{Account, Role, Sector};

use super::normalise::Words;
use super::result::Understood;

/// Age of the youngest pupils in the first class of primary education.
const FIRST_GROUP_AGE: u8 = 4;

/// Age of the youngest pupils in the first class of secondary education.
const FIRST_CLASS_AGE: u8 = 12;

/// What was understood, and which words say it.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// What was understood.
    pub(super) understood: Understood,
    /// One bit per word of the sentence that was used.
    pub(super) used: u64,
}

impl Context {
    /// Whether the word at this place says something about the context.
    pub(super) const fn uses(&self, position: usize) -> bool {
        position < 64 && self.used & (1 << position) != 0
    }

    fn take(&mut self, from: usize, count: usize) {
        for position in (from..from.saturating_add(count)).take_while(|position| *position < 64) {
            self.used |= 1 << position;
        }
    }
}

/// Reads the words of a sentence.
pub(super) fn read(words: &Words) -> Context {
    let mut context = Context::default();
    for position in 0..words.len() {
        read_class(words, position, &mut context);
        read_age(words, position, &mut context);
        read_sector(words, position, &mut context);
        read_role(words, position, &mut context);
        read_account(words, position, &mut context);
    }
    context
}

/// "groep 7", "klas 2", "brugklas", "havo 4", "2 havo".
fn read_class(words: &Words, position: usize, context: &mut Context) {
    let word = words.word(position);
    let next = words.word(position.saturating_add(1));
    let (name, number, count) = match split_number(word) {
        Some((name, number)) => (name, Some(number), 1),
        None => (word, numeral(next), 2),
    };
    match name {
        "groep" | "groepen" => {
            if let Some(group) = number.filter(|group| (1..=8).contains(group)) {
                youngest(context, group.saturating_add(FIRST_GROUP_AGE - 1));
                context.understood.sector.get_or_insert(Sector::Po);
                context.take(position, count);
            }
        }
        "klas" | "havo" | "vwo" | "vmbo" | "mavo" | "gymnasium" | "atheneum" => {
            let before = position.checked_sub(1).map(|before| words.word(before));
            let class_before = before.filter(|_| name != "klas").and_then(|before| before.parse().ok());
            let ordinal = before.and_then(ordinal).or(class_before);
            if let Some(class) = number.or(ordinal).filter(|class| (1..=6).contains(class)) {
                youngest(context, class.saturating_add(FIRST_CLASS_AGE - 1));
                context.understood.sector.get_or_insert(Sector::Vo);
                match number {
                    Some(_) => context.take(position, count),
                    None => context.take(position.saturating_sub(1), 2),
                }
            }
        }
        "brugklas" | "brugklassers" | "brugpiepers" => {
            youngest(context, FIRST_CLASS_AGE);
            context.understood.sector.get_or_insert(Sector::Vo);
            context.take(position, 1);
        }
        "kleuters" | "kleuterklas" => {
            youngest(context, FIRST_GROUP_AGE);
            context.understood.sector.get_or_insert(Sector::Po);
            context.take(position, 1);
        }
        _ => {}
    }
}

fn youngest(context: &mut Context, age: u8) {
    let known = context.understood.age.unwrap_or(u8::MAX);
    context.understood.age = Some(known.min(age));
}

/// "12 jaar", "12-jarigen", "13 years old", "mijn dochter van 7", "onder de 13".
fn read_age(words: &Words, position: usize, context: &mut Context) {
    let Some(age) = words.word(position).parse::<u8>().ok().filter(|age| (3..=99).contains(age)) else {
        return;
    };
    let before = |count: usize| position.checked_sub(count).map_or("", |at| words.word(at));
    let is_limit = |word| matches!(word, "onder" | "under" | "below" | "beneden");
    let next = words.word(position.saturating_add(1));
    if is_limit(before(1)) || (before(1) == "de" && is_limit(before(2))) {
        youngest(context, age.saturating_sub(1));
        context.take(position, 1);
    } else if matches!(next, "jaar" | "jarige" | "jarigen" | "jr" | "years" | "year" | "yo") {
        youngest(context, age);
        context.take(position, 2);
    } else if age < 19 && matches!(before(1), "van" | "aged" | "age") && is_child(before(2)) {
        youngest(context, age);
        context.take(position, 1);
    }
}

/// A word for somebody whose age is told.
fn is_child(word: &str) -> bool {
    matches!(
        word,
        "kind"
            | "kinderen"
            | "zoon"
            | "zoontje"
            | "dochter"
            | "dochtertje"
            | "leerling"
            | "leerlingen"
            | "jongen"
            | "jongens"
            | "meisje"
            | "meisjes"
            | "pupil"
            | "pupils"
            | "student"
            | "students"
            | "child"
            | "children"
            | "kids"
            | "son"
            | "daughter"
            | "iemand"
    )
}

fn read_sector(words: &Words, position: usize, context: &mut Context) {
    let next = words.word(position.saturating_add(1));
    let (sector, count) = match words.word(position) {
        "po" | "basisschool" | "basisonderwijs" => (Sector::Po, 1),
        "primair" if next == "onderwijs" => (Sector::Po, 2),
        "so" | "sbo" | "vso" => (Sector::So, 1),
        "speciaal" if next == "onderwijs" => (Sector::So, 2),
        "vo" | "havo" | "vwo" | "vmbo" | "mavo" | "gymnasium" | "atheneum" | "brugklas" => (Sector::Vo, 1),
        "voortgezet" if next == "onderwijs" => (Sector::Vo, 2),
        "middelbare" if next == "school" => (Sector::Vo, 2),
        "mbo" | "roc" => (Sector::Mbo, 1),
        "primary" | "elementary" if next == "school" => (Sector::Po, 2),
        "secondary" | "high" if next == "school" => (Sector::Vo, 2),
        _ => return,
    };
    context.understood.sector.get_or_insert(sector);
    context.take(position, count);
}

fn read_role(words: &Words, position: usize, context: &mut Context) {
    let next = words.word(position.saturating_add(1));
    let is_own = matches!(words.word(position), "mijn" | "m" | "onze" | "ons" | "my" | "our");
    let is_self = matches!(words.word(position), "ben" | "als" | "am" | "as" | "een" | "a" | "ik");
    let role = match next {
        "leerling" | "leerlingen" | "klas" | "pupils" | "students" | "kleuters" if is_own => Role::Teacher,
        "kind" | "kinderen" | "zoon" | "dochter" | "zoontje" | "dochtertje" | "child" | "kids" | "son" | "daughter"
            if is_own =>
        {
            Role::Parent
        }
        "juf" | "meester" | "leraar" | "lerares" | "docent" | "mentor" | "teacher" if is_own => Role::Pupil,
        "leraar" | "lerares" | "docent" | "leerkracht" | "juf" | "meester" | "teacher" | "mentor" if is_self => {
            Role::Teacher
        }
        "leerling" | "scholier" | "student" | "pupil" if is_self => Role::Pupil,
        "ouder" | "moeder" | "vader" | "verzorger" | "parent" if is_self => Role::Parent,
        _ => return,
    };
    context.understood.role.get_or_insert(role);
    context.take(position, 2);
}

fn read_account(words: &Words, position: usize, context: &mut Context) {
    let next = words.word(position.saturating_add(1));
    let after = words.word(position.saturating_add(2));
    let (account, count) = match words.word(position) {
        "zonder" | "without" if matches!(next, "account" | "accounts" | "inloggen" | "login") => (Account::None, 2),
        "zonder" | "without" if matches!(next, "een" | "an") && after == "account" => (Account::None, 3),
        "schoolaccount" | "schoolaccounts" => (Account::School, 1),
        "school" if matches!(next, "account" | "accounts") => (Account::School, 2),
        "priveaccount" | "priveaccounts" => (Account::Private, 1),
        "prive" | "private" | "personal" | "eigen" if matches!(next, "account" | "accounts") => (Account::Private, 2),
        _ => return,
    };
    context.understood.account.get_or_insert(account);
    context.take(position, count);
}

/// "groep7" as name and number.
fn split_number(word: &str) -> Option<(&str, u8)> {
    let digits = word.find(|char: char| char.is_ascii_digit()).filter(|at| *at > 0)?;
    let (name, number) = word.split_at_checked(digits)?;
    Some((name, number.parse().ok()?))
}

fn numeral(word: &str) -> Option<u8> {
    Some(match word {
        "een" => 1,
        "twee" => 2,
        "drie" => 3,
        "vier" => 4,
        "vijf" => 5,
        "zes" => 6,
        "zeven" => 7,
        "acht" => 8,
        _ => return word.parse().ok(),
    })
}

/// "tweede", "2e".
fn ordinal(word: &str) -> Option<u8> {
    Some(match word {
        "eerste" | "1e" | "1ste" => 1,
        "tweede" | "2e" | "2de" => 2,
        "derde" | "3e" | "3de" => 3,
        "vierde" | "4e" | "4de" => 4,
        "vijfde" | "5e" | "5de" => 5,
        "zesde" | "6e" | "6de" => 6,
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
