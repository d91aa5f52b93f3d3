use super::*;

fn sound(key: &str) -> String {
    phonetic(key, SoftG::AsG).unwrap()
}

#[test]
fn spellings_by_ear_sound_like_the_name() {
    for (name, spellings) in [
        ("kahoot", ["kahoet", "kahut", "kaahoet"].as_slice()),
        ("quizlet", &["kwizlet", "kwislet", "quislet"]),
        ("padlet", &["pedlet", "paadlet"]),
        ("snapchat", &["snepsjet", "snepchet", "snaptsjat"]),
        ("facebook", &["fasebuuk"]),
        ("youtube", &["joutoebe"]),
        ("classroom", &["klasroem", "klassroom"]),
        ("zoom", &["zoem", "soem"]),
        ("teams", &["tiems", "teems"]),
        ("canva", &["kanfa", "kenva"]),
        ("google", &["goegel", "gugel"]),
        ("discord", &["diskort"]),
        ("school", &["skoel", "skool"]),
        ("mentimeter", &["mentiemeter", "mentymeter"]),
        ("socialschools", &["sosjalskoels"]),
        ("wetransfer", &["wetransver"]),
    ] {
        for spelling in spellings {
            assert_eq!(sound(spelling), sound(name), "{spelling} and {name}");
        }
    }
}

#[test]
fn names_that_sound_otherwise_stay_apart() {
    for (a, b) in [("canva", "canvas"), ("zoom", "loom"), ("meet", "keep"), ("teams", "times"), ("kahoot", "cohort")] {
        assert_ne!(sound(a), sound(b), "{a} and {b}");
    }
}

#[test]
fn a_g_before_a_front_vowel_has_two_sounds() {
    assert_eq!(phonetic("gemini", SoftG::AsJ), phonetic("djemini", SoftG::AsG));
    assert_eq!(phonetic("gimkit", SoftG::AsG), phonetic("kimkit", SoftG::AsG));
}

#[test]
fn only_ascii_has_a_sound() {
    assert_eq!(phonetic("канва", SoftG::AsG), None);
    assert_eq!(sound(""), "");
    assert_eq!(sound("m365"), "m365");
    assert_eq!(sound("7788"), "7788");
}
