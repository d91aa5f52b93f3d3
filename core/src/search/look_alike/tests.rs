use super::*;

#[test]
fn letters_of_other_scripts_pass_for_latin_ones() {
    assert_eq!(plain("каhооt").as_deref(), Some("kahoot"));
    assert_eq!(plain("саnvа").as_deref(), Some("canva"));
    assert_eq!(plain("ρadlet").as_deref(), Some("padlet"));
    assert_eq!(plain("zoorn").as_deref(), Some("zoom"));
    assert_eq!(plain("vvordwall").as_deref(), Some("wordwall"));
}

#[test]
fn what_is_what_it_looks_like_has_no_other_spelling() {
    assert_eq!(plain("kahoot"), None);
    assert_eq!(plain("漢字"), None);
    assert_eq!(without_digits("kahoot"), None);
}

#[test]
fn digits_pass_for_letters() {
    assert_eq!(without_digits("kah00t").as_deref(), Some("kahoot"));
}
