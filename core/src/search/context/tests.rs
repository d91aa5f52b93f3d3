use super::*;
use crate::search::normalise::normalise;

fn understood(text: &str) -> Understood {
    read(&normalise(text)).understood
}

#[test]
fn classes_give_the_age_of_the_youngest_and_the_sector() {
    for (text, age, sector) in [
        ("mag kahoot in groep 7", Some(10), Some(Sector::Po)),
        ("kahoot groep 1", Some(4), Some(Sector::Po)),
        ("groep 8", Some(11), Some(Sector::Po)),
        ("groep 9", None, None),
        ("groep7", Some(10), Some(Sector::Po)),
        ("groep zeven", Some(10), Some(Sector::Po)),
        ("in klas 1", Some(12), Some(Sector::Vo)),
        ("2e klas", Some(13), Some(Sector::Vo)),
        ("derde klas havo", Some(14), Some(Sector::Vo)),
        ("havo 4", Some(15), Some(Sector::Vo)),
        ("in 2 havo", Some(13), Some(Sector::Vo)),
        ("met 2 klassen", None, None),
        ("de brugklas", Some(12), Some(Sector::Vo)),
        ("voor kleuters", Some(4), Some(Sector::Po)),
        ("groep 3 en groep 5", Some(6), Some(Sector::Po)),
        ("mijn klas", None, None),
        ("op het mbo", None, Some(Sector::Mbo)),
        ("speciaal onderwijs", None, Some(Sector::So)),
        ("middelbare school", None, Some(Sector::Vo)),
    ] {
        let understood = understood(text);
        assert_eq!((understood.age, understood.sector), (age, sector), "{text}");
    }
}

#[test]
fn ages_are_read_and_years_without_an_age_are_not() {
    assert_eq!(understood("leerlingen van 12 jaar").age, Some(12));
    assert_eq!(understood("voor 13-jarigen").age, Some(13));
    assert_eq!(understood("is 15 years old enough").age, Some(15));
    assert_eq!(understood("mijn dochter van 7").age, Some(7));
    assert_eq!(understood("leerlingen van 12 op snapchat").age, Some(12));
    assert_eq!(understood("pupils under 13").age, Some(12));
    assert_eq!(understood("kinderen onder de 16").age, Some(15));
    assert_eq!(understood("groep van 7 leerlingen").age, None);
    assert_eq!(understood("top 13").age, None);
    assert_eq!(understood("in 2026").age, None);
    assert_eq!(understood("2 jaar").age, None);
    assert_eq!(understood("300 jaar").age, None);
}

#[test]
fn who_asks_is_read_from_what_is_theirs() {
    for (text, role) in [
        ("mag mijn klas op snapchat", Some(Role::Teacher)),
        ("mijn zoon van 9", Some(Role::Parent)),
        ("mijn juf gebruikt kahoot", Some(Role::Pupil)),
        ("ik ben docent", Some(Role::Teacher)),
        ("als ouder wil ik weten", Some(Role::Parent)),
        ("mag ik kahoot gebruiken", None),
        ("de klas", None),
    ] {
        assert_eq!(understood(text).role, role, "{text}");
    }
}

#[test]
fn accounts_are_read() {
    for (text, account) in [
        ("padlet zonder account", Some(Account::None)),
        ("zonder een account", Some(Account::None)),
        ("met een privéaccount", Some(Account::Private)),
        ("met een privé-account", Some(Account::Private)),
        ("met het schoolaccount", Some(Account::School)),
        ("een account maken", None),
    ] {
        assert_eq!(understood(text).account, account, "{text}");
    }
}

#[test]
fn the_words_that_were_used_are_known() {
    let words = normalise("mag kahoot in groep 7");
    let context = read(&words);
    let used: Vec<bool> = (0..words.len()).map(|position| context.uses(position)).collect();
    assert_eq!(used, [false, false, false, true, true]);
    assert!(!context.uses(64));
}
