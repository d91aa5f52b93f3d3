use super::*;

#[test]
fn one_edit_up_to_five_letters_and_two_from_six_on() {
    assert_eq!(allowed(1, 1), 0);
    assert_eq!(allowed(1, 2), 1);
    assert_eq!(allowed(5, 5), 1);
    assert_eq!(allowed(5, 6), 2);
    assert_eq!(allowed(6, 4), 2);
    assert_eq!(most(3), 1);
    assert_eq!(most(4), 2);
}
