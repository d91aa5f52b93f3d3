//! Finds the sentences of the questionnaire and fills in what they leave open.

use crate::date::Date;

/// Where sentences come from, and the names that they may use.
pub(crate) struct Words<'a> {
    /// The sentence under a key.
    pub(crate) text: &'a dyn Fn(&str) -> Option<&'a str>,
    /// A date as people write it.
    pub(crate) date: &'a dyn Fn(Date) -> String,
    /// Name of the tool.
    pub(crate) tool: &'a str,
    /// Name of the supplier, if it was given.
    pub(crate) supplier: Option<&'a str>,
}

impl<'a> Words<'a> {
    /// The sentence under a key. A key without a sentence shows as itself.
    pub(super) fn say(&self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| key.to_owned())
    }

    /// The sentence under a key, if there is one.
    pub(super) fn find(&self, key: &str) -> Option<String> {
        let supplier = self.supplier();
        let text = (self.text)(key)?.replace("{supplier}", supplier).replace("{tool}", self.tool);
        Some(if self.supplier.is_some() { text } else { begin(&text, supplier) })
    }

    /// The sentence under a key, with a date.
    pub(super) fn with_date(&self, key: &str, date: Date) -> String {
        self.say(key).replace("{date}", &(self.date)(date))
    }

    /// The sentence under a key, with an age.
    pub(super) fn with_age(&self, key: &str, age: u16) -> String {
        self.say(key).replace("{age}", &age.to_string())
    }

    /// The name of the supplier, or what stands for it inside a sentence.
    pub(crate) fn supplier(&self) -> &'a str {
        self.supplier.or_else(|| (self.text)("questionnaire.supplier")).unwrap_or_default()
    }

    /// Gives sentences that begin with what stands for the supplier their
    /// capital.
    pub(super) fn tidy(&self, text: &mut String) {
        if self.supplier.is_none() {
            *text = begin(text, self.supplier());
        }
    }
}

/// Gives `phrase` a capital wherever a sentence begins with it.
fn begin(text: &str, phrase: &str) -> String {
    let mut letters = phrase.chars();
    let Some(first) = letters.next() else {
        return text.to_owned();
    };
    let capital: String = first.to_uppercase().chain(letters).collect();
    let inside = text.replace(&format!(". {phrase}"), &format!(". {capital}"));
    match inside.strip_prefix(phrase) {
        Some(rest) => format!("{capital}{rest}"),
        None => inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sentence_that_begins_with_the_supplier_gets_a_capital() {
        let cases = [
            ("de leverancier eist dit.", "De leverancier eist dit."),
            ("Vraag de leverancier. de leverancier weet het.", "Vraag de leverancier. De leverancier weet het."),
            ("Ja.", "Ja."),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(begin(text, "de leverancier"), expected);
        }
        assert_eq!(begin("Ja.", ""), "Ja.");
    }
}
