//! A name can be typed and searched as a whole.

use magdit::search::MAX_NAME_CHARS;

use crate::check::Check;
use crate::files::At;
use crate::problems::Problems;
use crate::record::Records;

/// Search looks at so many characters at once; a longer name would never be
/// found, nor would one without a letter or digit.
pub(super) const CHECK: Check = Check::error("long-name", "a name is short enough to be searched", run);

fn run(records: &Records, problems: &Problems) {
    for tool in &records.tools {
        let editions = tool.editions.iter().filter_map(|edition| edition.name.as_ref());
        tool.names().chain(editions).for_each(|name| look_at(name, problems));
    }
}

fn look_at(name: &At<String>, problems: &Problems) {
    let length = name.value.chars().count();
    let found = if length > MAX_NAME_CHARS {
        format!("a name of {length} characters")
    } else if !name.value.is_empty() && !name.value.contains(char::is_alphanumeric) {
        format!("the name `{}`, without a letter or digit", name.value)
    } else {
        return;
    };
    problems.add(
        &CHECK,
        name.place,
        found,
        format!("a name of at most {MAX_NAME_CHARS} characters, some of them letters or digits"),
        "shorten it; what else there is to say belongs in a note",
    );
}
