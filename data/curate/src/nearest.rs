//! "Did you mean": the listed word that somebody probably meant.

/// The word closest to `typed`, where one is close enough to be a slip: at
/// most one change per three letters, and at least one.
pub(crate) fn nearest<'w>(typed: &str, words: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let allowed = (typed.chars().count() / 3).max(1);
    words
        .into_iter()
        .map(|word| (distance(typed, word), word))
        .filter(|&(changes, _)| changes <= allowed)
        .min()
        .map(|(_, word)| word)
}

/// The words closest to `typed`, the closest first: at most `most`, each close
/// enough to be a slip or beginning with what was typed.
#[must_use]
pub fn nearest_words<'w>(typed: &str, words: impl IntoIterator<Item = &'w str>, most: usize) -> Vec<&'w str> {
    let allowed = (typed.chars().count() / 3).max(1);
    let begins = |word: &str| !typed.is_empty() && word.starts_with(typed);
    let mut near: Vec<(usize, &str)> = words
        .into_iter()
        .map(|word| (distance(typed, word), word))
        .filter(|&(changes, word)| changes <= allowed || begins(word))
        .collect();
    near.sort_unstable();
    near.truncate(most);
    near.into_iter().map(|(_, word)| word).collect()
}

/// A remedy that names the nearest word, or else says what to do.
pub(crate) fn did_you_mean<'w>(typed: &str, words: impl IntoIterator<Item = &'w str>, otherwise: &str) -> String {
    nearest(typed, words).map_or_else(|| otherwise.to_owned(), |word| format!("did you mean `{word}`?"))
}

/// Letters added, dropped, replaced or swapped with their neighbour
/// (optimal string alignment), case and hyphens aside.
fn distance(left: &str, right: &str) -> usize {
    let fold = |text: &str| -> Vec<char> {
        text.chars().flat_map(char::to_lowercase).map(|c| if c == '-' || c == ' ' { '_' } else { c }).collect()
    };
    let (left, right) = (fold(left), fold(right));
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (row, &from) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &to) in right.iter().enumerate() {
            let replaced = last[column] + usize::from(from != to);
            let mut best = replaced.min(last[column + 1] + 1).min(current[column] + 1);
            let swapped = row > 0 && column > 0 && from == right[column - 1] && left[row - 1] == to;
            if swapped {
                best = best.min(before_last[column - 1] + 1);
            }
            current.push(best);
        }
        before_last = last;
        last = current;
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let words = ["value", "source", "place", "checked_on", "content_date"];
        let cases = [
            ("valeu", Some("value")),
            ("vlaue", Some("value")),
            ("Source", Some("source")),
            ("checked-on", Some("checked_on")),
            ("contentdate", Some("content_date")),
            ("url", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(nearest(typed, words), expected, "{typed}");
        }
    }

    #[test]
    fn the_nearest_words_come_in_order_and_no_more_than_asked() {
        let words = ["dpia", "local-dpia", "dpia-nu-zoom", "images", "image-publication"];
        assert_eq!(nearest_words("dpai", words, 3), ["dpia"]);
        assert_eq!(nearest_words("dpia", words, 1), ["dpia"]);
        assert_eq!(nearest_words("image", words, 3), ["images", "image-publication"]);
        assert_eq!(nearest_words("", words, 3), [""; 0]);
    }

    #[test]
    fn of_two_words_equally_near_the_first_in_the_alphabet_is_named() {
        assert_eq!(nearest("c", ["b", "a"]), Some("a"));
    }
}
