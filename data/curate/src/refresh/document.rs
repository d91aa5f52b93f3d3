//! A document as sections and sentences, and the part of it that a fact was
//! read in.

use std::collections::BTreeSet;

use magdit::Value;

use crate::fingerprint;

/// A heading with the text below it, up to the next heading.
#[derive(Debug)]
struct Section {
    heading: String,
    body: String,
}

/// A document in Markdown, as archives store it.
#[derive(Debug)]
pub(super) struct Document {
    sections: Vec<Section>,
}

/// At most so many sentences stand for a fact; more say nothing about it that
/// the section does not say.
const MOST_SENTENCES: usize = 4;

impl Document {
    pub(super) fn parse(text: &str) -> Self {
        let mut sections = vec![Section { heading: String::new(), body: String::new() }];
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let is_underlined = lines.peek().is_some_and(|next| is_underline(next)) && !line.trim().is_empty();
            if is_underlined {
                lines.next();
            }
            if is_underlined || is_heading(line) {
                sections.push(Section { heading: line.to_owned(), body: String::new() });
            } else if let Some(section) = sections.last_mut() {
                section.body.push_str(line);
                section.body.push('\n');
            }
        }
        Self { sections }
    }

    /// The fingerprints of every section, paragraph and sentence.
    pub(super) fn fingerprints(&self) -> BTreeSet<String> {
        let parts = self.sections.iter().flat_map(|section| {
            let paragraphs = paragraphs(&section.body);
            let sentences: Vec<String> = paragraphs.iter().flat_map(|paragraph| sentences(paragraph)).collect();
            [section.whole()].into_iter().chain(paragraphs).chain(sentences)
        });
        parts.filter_map(|part| fingerprint::of(&part)).collect()
    }

    /// The words of the whole document, without its layout.
    pub(super) fn words(&self) -> Vec<String> {
        self.sections.iter().flat_map(|section| fingerprint::words(&section.whole())).collect()
    }

    /// The fingerprints of what stands at a place: for a number the sentences
    /// that name it, for everything else the section or clause. Nothing where
    /// the place cannot be found.
    pub(super) fn at(&self, place: &str, value: Option<&Value>) -> Option<String> {
        let found: Vec<String> = place.split(';').filter_map(|part| self.locate(part)).collect();
        let number = match value {
            Some(Value::Number(number)) if *number > 0 => Some(*number),
            _ => None,
        };
        let narrowed = number.map(|number| naming(&found, number)).unwrap_or_default();
        let parts = if (1..=MOST_SENTENCES).contains(&narrowed.len()) {
            narrowed
        } else if found.is_empty() {
            let whole: Vec<String> = self.sections.iter().map(Section::whole).collect();
            number.map(|number| naming(&whole, number)).filter(|sentences| sentences.len() == 1)?
        } else {
            found
        };
        let fingerprints: Vec<String> = parts.iter().filter_map(|part| fingerprint::of(part)).collect();
        (!fingerprints.is_empty()).then(|| fingerprints.join(" "))
    }

    /// The section, or the numbered clause, that a place names.
    fn locate(&self, place: &str) -> Option<String> {
        let wanted = fingerprint::words(place);
        let fit = |section: &&Section| heading_fit(&fingerprint::words(&section.heading), &wanted);
        let best = self.sections.iter().filter(|section| fit(section) > 0).max_by_key(fit);
        best.map(Section::whole).or_else(|| self.clause(place))
    }

    /// A paragraph that begins with the number of the place: `4.1 Age`.
    fn clause(&self, place: &str) -> Option<String> {
        let number = place.split_whitespace().next()?.trim_end_matches('.');
        if !number.starts_with(|first: char| first.is_ascii_digit()) || !number.contains('.') {
            return None;
        }
        let begins = |paragraph: &String| {
            let begin = paragraph.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            begin.strip_prefix(number).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
        };
        self.sections.iter().flat_map(|section| paragraphs(&section.body)).find(begins)
    }
}

impl Section {
    fn whole(&self) -> String {
        format!("{}\n{}", self.heading, self.body)
    }
}

/// How well a heading fits a place: not at all (0), as a part, without its
/// number, or word for word.
fn heading_fit(heading: &[String], place: &[String]) -> u8 {
    let unnumbered = |words: &[String]| -> Vec<String> {
        words.iter().skip_while(|word| word.bytes().all(|byte| byte.is_ascii_digit())).cloned().collect()
    };
    let (bare_heading, bare_place) = (unnumbered(heading), unnumbered(place));
    if bare_heading.is_empty() || bare_place.is_empty() {
        return u8::from(!heading.is_empty() && heading == place) * 3;
    }
    let holds = |whole: &[String], part: &[String]| whole.windows(part.len()).any(|window| window == part);
    if heading == place {
        3
    } else if bare_heading == bare_place {
        2
    } else {
        let is_part = bare_place.len() > 1 && holds(&bare_heading, &bare_place);
        u8::from(is_part || bare_heading.len() > 1 && holds(&bare_place, &bare_heading))
    }
}

fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let is_bold = |mark: &str| {
        let inner = line.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(mark))
    };
    line.starts_with('#') || is_bold("**") || is_bold("__")
}

fn is_underline(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// Blocks between empty lines; each item of a list is one.
fn paragraphs(body: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in body.lines() {
        let begins_item = line.trim_start().starts_with(['*', '-', '+', '|'])
            || line.trim_start().split_once('.').is_some_and(|(number, _)| number.parse::<u16>().is_ok());
        if line.trim().is_empty() || begins_item {
            paragraphs.push(String::new());
        }
        if let Some(paragraph) = paragraphs.last_mut() {
            paragraph.push_str(line);
            paragraph.push('\n');
        }
    }
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    paragraphs
}

fn sentences(paragraph: &str) -> Vec<String> {
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = Vec::new();
    let mut rest = line.as_str();
    while let Some(end) = [". ", "! ", "? "].iter().filter_map(|mark| rest.find(mark)).min() {
        let (sentence, after) = rest.split_at(end + 1);
        sentences.push(sentence.to_owned());
        rest = after.trim_start();
    }
    sentences.push(rest.to_owned());
    sentences
}

/// The sentences of texts that name a number, in digits or in words.
fn naming(texts: &[String], number: u16) -> Vec<String> {
    let names = spellings(number);
    let names_it = |sentence: &String| fingerprint::words(sentence).iter().any(|word| names.contains(word));
    let all = texts.iter().flat_map(|text| paragraphs(text)).flat_map(|paragraph| sentences(&paragraph));
    all.filter(names_it).collect()
}

fn spellings(number: u16) -> Vec<String> {
    let words: &[&str] = match number {
        12 => &["twelve", "twaalf"],
        13 => &["thirteen", "dertien"],
        14 => &["fourteen", "veertien"],
        15 => &["fifteen", "vijftien"],
        16 => &["sixteen", "zestien"],
        17 => &["seventeen", "zeventien"],
        18 => &["eighteen", "achttien"],
        _ => &[],
    };
    words.iter().map(|&word| word.to_owned()).chain([number.to_string()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Terms\n=====\n\nWelcome here.\n\n## 4. Who may use it\n\nYou must be at least 13 years old. \
                        Be kind.\n\n* No spam.\n* No bots.\n\n**5 Ends**\n\n5.1 We may stop.\n\n5.2 You may stop.\n";

    #[test]
    fn a_number_is_known_by_its_sentence_and_all_else_by_its_section() {
        let document = Document::parse(TEXT);
        let sentence = fingerprint::of("You must be at least 13 years old.");
        assert_eq!(document.at("4 Who may use it", Some(&Value::Number(13))), sentence);
        assert_eq!(document.at("Nowhere", Some(&Value::Number(13))), sentence);
        let section = document.at("Who may use it", Some(&Value::YesNo(true)));
        assert!(section.is_some() && section != sentence);
        assert_eq!(document.at("4 Who may use it", Some(&Value::Number(0))), section);
        assert_eq!(document.at("Nowhere", Some(&Value::YesNo(true))), None);
    }

    #[test]
    fn a_clause_is_found_by_its_number_and_two_places_have_two_fingerprints() {
        let document = Document::parse(TEXT);
        assert_eq!(document.at("5.2 Stopping", None), fingerprint::of("5.2 You may stop."));
        let both = document.at("4 Who may use it; 5.1", None).unwrap();
        assert_eq!(both.split(' ').count(), 2);
        let all = document.fingerprints();
        assert!(both.split(' ').all(|one| all.contains(one)));
    }

    #[test]
    fn headings_are_found_word_for_word_first() {
        let words = |text: &str| fingerprint::words(text);
        let cases = [
            ("4 Who may use it", "4 Who may use it", 3),
            ("Who may use it", "4 Who may use it", 2),
            ("Children and who may use it", "4 who may use it", 1),
            ("Who may use it", "12 Who may use it: children", 1),
            ("Age", "Age of consent", 0),
            ("", "opening", 0),
            ("4", "4", 3),
        ];
        for (heading, place, expected) in cases {
            assert_eq!(heading_fit(&words(heading), &words(place)), expected, "{heading} / {place}");
        }
    }
}
