//! Characters that only look like the letters of a name.
//!
//! A name written with Cyrillic or Greek letters, or with digits for letters,
//! may be an imitation. It is shown for what it resembles, marked as such,
//! and never taken for it.

/// The key as it looks, in ASCII; `None` when it is what it looks like, or
/// like nothing in ASCII.
pub(super) fn plain(key: &str) -> Option<String> {
    let mut plain = String::with_capacity(key.len());
    for char in key.chars() {
        plain.push(if char.is_ascii() { char } else { letter(char)? });
    }
    if plain.contains("rn") || plain.contains("vv") {
        plain = plain.replace("rn", "m").replace("vv", "w");
    }
    (plain != key).then_some(plain)
}

/// The same with digits for the letters they resemble.
pub(super) fn without_digits(key: &str) -> Option<String> {
    let letters: String = key
        .chars()
        .map(|char| match char {
            '0' => 'o',
            '1' => 'l',
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            _ => char,
        })
        .collect();
    (letters != key && letters.is_ascii()).then_some(letters)
}

/// Lower-case letters of other scripts, and what they look like.
const fn letter(char: char) -> Option<char> {
    Some(match char {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' | 'ᴄ' => 'c',
        'ԁ' | 'ɗ' => 'd',
        'е' | 'є' | 'ε' => 'e',
        'ғ' => 'f',
        'ɡ' | 'ց' => 'g',
        'һ' | 'н' | 'հ' => 'h',
        'і' | 'ι' | 'ɩ' | 'ӏ' => 'i',
        'ј' | 'ϳ' => 'j',
        'к' | 'κ' => 'k',
        'ⅼ' | 'ا' | 'ו' => 'l',
        'м' => 'm',
        'ո' | 'п' | 'η' => 'n',
        'о' | 'ο' | 'օ' | 'ס' | 'ه' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' | 'գ' => 'q',
        'г' | 'ʀ' => 'r',
        'ѕ' | 'ꜱ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' | 'ц' => 'u',
        'ѵ' | 'ν' => 'v',
        'ԝ' | 'ω' | 'ѡ' | 'ш' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'ᴢ' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests;
