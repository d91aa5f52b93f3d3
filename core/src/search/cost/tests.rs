use proptest::prelude::*;

use super::*;

fn cost(query: &str, name: &str) -> Cost {
    of_typos(query.as_bytes(), name.as_bytes())
}

#[test]
fn each_slip_costs_what_the_table_says() {
    for (query, name, wanted) in [
        ("kahoot", "kahoot", 0),
        ("kahoto", "kahoot", SWAP),
        ("akhoot", "kahoot", SWAP + FIRST_LETTER),
        ("kahot", "kahoot", DOUBLE),
        ("kahhoot", "kahoot", DOUBLE),
        ("kkahoot", "kahoot", DOUBLE),
        ("qahoot", "kahoot", SOUND_ALIKE + FIRST_LETTER),
        ("kahoet", "kahoot", SOUND_ALIKE),
        ("kwislet", "kwizlet", SOUND_ALIKE),
        ("kahoor", "kahoot", NEXT_KEY),
        ("padet", "padlet", LEFT_OUT),
        ("adlet", "padlet", LEFT_OUT + FIRST_LETTER),
        ("padqlet", "padlet", TOO_MANY),
        ("padflet", "padlet", TOO_MANY_NEXT_KEY),
        ("padlem", "padlet", OTHER),
        ("groep8", "groep7", DIGIT),
        ("kah0ot", "kahoot", NEXT_KEY),
        ("kahto", "kahoot", SWAP + DOUBLE),
    ] {
        assert_eq!(cost(query, name), wanted, "{query} for {name}");
    }
}

#[test]
fn keys_are_neighbours_both_ways() {
    for a in b'a'..=b'z' {
        for b in b'a'..=b'z' {
            assert_eq!(are_next_keys(a, b), are_next_keys(b, a), "{} {}", a as char, b as char);
        }
        assert!(!are_next_keys(a, a));
    }
}

#[test]
fn a_longer_rest_costs_more_up_to_a_limit() {
    assert!(of_rest(5, 1, 0) < of_rest(5, 2, 0));
    assert!(of_rest(5, 1, 0) < of_rest(5, 1, 1));
    assert_eq!(of_rest(5, 60, 0), PREFIX_MOST);
    assert_eq!(of_rest(5, usize::MAX, 0), PREFIX_MOST);
}

#[test]
fn an_edit_in_a_short_beginning_costs_more() {
    let of_edit = |typed| of_rest(typed, 3, 1) - of_rest(typed, 3, 0);
    assert_eq!([3, 4, 5, 6].map(of_edit), [SHORT_PREFIX_EDIT, SHORT_PREFIX_EDIT, PREFIX_EDIT, PREFIX_EDIT]);
    assert_eq!(of_rest(3, 3, 0), of_rest(6, 3, 0));
}

#[test]
fn popularity_counts_in_tenths() {
    assert_eq!(of_weight(255), 0);
    assert_eq!(of_weight(245), 100);
    assert_eq!(of_weight(0), 2_550);
}

proptest! {
    #[test]
    fn nothing_costs_nothing_and_anything_costs_something(a in "[a-z0-9]{1,12}", b in "[a-z0-9]{1,12}") {
        prop_assert_eq!(cost(&a, &a), 0);
        prop_assert_eq!(cost(&a, &b) == 0, a == b);
    }

    #[test]
    fn one_edit_costs_no_more_than_a_digit_in_first_place(
        name in "[a-z0-9]{2,12}",
        at in any::<prop::sample::Index>(),
        letter in "[a-z0-9]",
    ) {
        let at = at.index(name.len());
        let mut left_out = name.clone();
        left_out.remove(at);
        let mut added = name.clone();
        added.insert_str(at, &letter);
        let mut replaced = left_out.clone();
        replaced.insert_str(at, &letter);
        for query in [left_out, added, replaced] {
            prop_assert!(cost(&query, &name) <= DIGIT + FIRST_LETTER, "{} for {}", query, name);
        }
    }
}
