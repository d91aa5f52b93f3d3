//! Files and places in them.

/// A file that was looked at.
#[derive(Debug)]
pub(crate) struct File {
    /// Path below the data folder, with `/`: `tools/quiz.toml`.
    pub(crate) path: String,
    /// What stands in it; nothing where it is missing, could not be read or
    /// does not belong here.
    pub(crate) text: Option<String>,
}

impl File {
    /// The file name without `.toml`: the id its record must have.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub(crate) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let text = self.text.as_deref().unwrap_or("");
        let before = text.get(..offset).unwrap_or(text);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        let last_line = before.rsplit('\n').next().unwrap_or("");
        (line, last_line.chars().count() + 1)
    }
}

/// A byte in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Number of the file in [`crate::problems::Problems`].
    pub(crate) file: usize,
    /// Bytes before the place.
    pub(crate) offset: usize,
}

impl Place {
    /// The first byte of a file.
    pub(crate) const fn start_of(file: usize) -> Self {
        Self { file, offset: 0 }
    }
}

/// A value with the place where it is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it is written.
    pub(crate) place: Place,
}

impl<T> At<T> {
    /// The value written at a place.
    pub(crate) const fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// The same place with another value.
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> At<U> {
        At { value: change(self.value), place: self.place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_start_at_one() {
        let file = File { path: "tools/een.toml".to_owned(), text: Some("é = 1\nab\n".to_owned()) };
        let cases = [(0, (1, 1)), (2, (1, 2)), (6, (1, 6)), (7, (2, 1)), (8, (2, 2)), (99, (3, 1))];
        for (offset, expected) in cases {
            assert_eq!(file.line_and_column(offset), expected, "{offset}");
        }
        assert_eq!(file.stem(), "een");
    }
}
