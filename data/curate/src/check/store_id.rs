//! An id in a store has the form that store gives out.

use magdit::Store;

use crate::check::Check;
use crate::problems::Problems;
use crate::record::Records;

/// Links to stores are recognised by these ids, letter by letter.
pub(super) const CHECK: Check = Check::error("store-id", "an id in a store has the form of that store", run);

fn run(records: &Records, problems: &Problems) {
    for entry in records.tools.iter().flat_map(|tool| &tool.stores) {
        let (fits, expected) = form(entry.store, &entry.id.value);
        if !fits {
            problems.add(
                &CHECK,
                entry.id.place,
                format!("`{}` for the store `{}`", entry.id.value, entry.store),
                expected,
                "copy the id from the address of the app's page in the store",
            );
        }
    }
}

/// Whether an id fits a store, and what its ids look like.
fn form(store: Store, id: &str) -> (bool, &'static str) {
    match store {
        Store::Play | Store::FDroid => (is_package(id), "a package name such as nl.voorbeeld.quiz"),
        Store::AppStore => {
            let fits = (5..=12).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit());
            (fits, "the number behind `id` in the address, such as 123456789")
        }
        Store::Microsoft => {
            let fits = id.len() == 12 && id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            (fits, "twelve capitals and digits such as 9WZDNCRFHVN5")
        }
        Store::Chrome | Store::Edge => {
            let fits = id.len() == 32 && id.bytes().all(|byte| (b'a'..=b'p').contains(&byte));
            (fits, "32 letters from a to p")
        }
        Store::Firefox => {
            let inner = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
            (!id.is_empty() && id.bytes().all(inner), "the name behind /addon/ in the address")
        }
    }
}

fn is_package(id: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    id.contains('.') && id.split('.').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_store_has_its_own_form() {
        let cases = [
            (Store::Play, "no.mobitroll.kahoot.android", true),
            (Store::Play, "kahoot", false),
            (Store::Play, "nl.8bit", false),
            (Store::FDroid, "org.example.app_two", true),
            (Store::AppStore, "1131203560", true),
            (Store::AppStore, "id1131203560", false),
            (Store::Microsoft, "9WZDNCRFHVN5", true),
            (Store::Microsoft, "9wzdncrfhvn5", false),
            (Store::Chrome, "abcdefghijklmnopabcdefghijklmnop", true),
            (Store::Chrome, "abcdefghijklmnopabcdefghijklmnoq", false),
            (Store::Edge, "abcdefghijklmnopabcdefghijklmno", false),
            (Store::Firefox, "ublock-origin", true),
            (Store::Firefox, "ublock/origin", false),
        ];
        assert_eq!(cases.len(), 13);
        for (store, id, fits) in cases {
            assert_eq!(form(store, id).0, fits, "{store} {id}");
        }
    }
}
