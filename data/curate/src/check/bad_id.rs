//! An id is made of safe characters and equals the name of its file.

use crate::check::Check;
use crate::files::{At, File};
use crate::problems::Problems;
use crate::record::Records;

/// Ids are permanent and stand in addresses, other files and schools' own
/// lists; the file name is how people find the record.
pub(super) const CHECK: Check =
    Check::error("bad-id", "an id has lower case, digits and hyphens, and equals the file name", run);

/// Longest id.
const MAX_LENGTH: usize = 64;

fn run(records: &Records, problems: &Problems) {
    let tools = records.tools.iter().map(|tool| (tool.file, &tool.id));
    let suppliers = records.suppliers.iter().map(|supplier| (supplier.file, &supplier.id));
    let sources = records.sources.iter().map(|source| (source.file, &source.id));
    for (file, id) in tools.chain(suppliers).chain(sources) {
        if let (Some(id), Some(file)) = (id, records.files.get(file)) {
            look_at_characters(id, problems);
            look_at_file_name(id, file, problems);
        }
    }
    let editions = records.tools.iter().flat_map(|tool| &tool.editions).filter_map(|edition| edition.id.as_ref());
    let conditions = records.conditions.iter().filter_map(|condition| condition.id.as_ref());
    for id in editions.chain(conditions) {
        look_at_characters(id, problems);
    }
    for parameter in &records.parameters {
        if let (Some(id), Some(file)) = (parameter.id, records.files.get(parameter.file)) {
            look_at_file_name(&id.map(|id| id.as_str().to_owned()), file, problems);
        }
    }
}

fn look_at_characters(id: &At<String>, problems: &Problems) {
    if !is_id(&id.value) {
        problems.add(
            &CHECK,
            id.place,
            format!("`{}`", id.value),
            format!("lower-case letters and digits with single hyphens between them, at most {MAX_LENGTH}"),
            "choose an id of these characters",
        );
    }
}

fn look_at_file_name(id: &At<String>, file: &File, problems: &Problems) {
    if id.value != file.stem() {
        problems.add(
            &CHECK,
            id.place,
            format!("`{}` in a file named {}.toml", id.value, file.stem()),
            "the same name for both",
            "rename the file, or correct the id of a record that was never published",
        );
    }
}

fn is_id(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= MAX_LENGTH && text.split('-').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_lower_case_words_with_single_hyphens() {
        for good in ["kahoot", "microsoft-365", "8x8", "a"] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Kahoot", "a_b", "a.b", "é", "a b", &"a".repeat(65)] {
            assert!(!is_id(bad), "{bad}");
        }
    }
}
