//! The parts of a file by themselves: the index of names, records, keys.

use magdit::kb::record::{Recorded, decode, encode};
use magdit::kb::scan::scan;
use magdit::kb::{chain, key_file};
use magdit::search::IndexLayout;
use magdit::{Condition, Parameter, Source, Supplier, Tool};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is asked of every index that was taken.
const QUERIES: [&str; 10] = [
    "kahoot",
    "kahot",
    "quizlet leren",
    "q",
    "kahoot.it",
    "https://quizlet.com/nl/abc",
    "https://play.google.com/store/apps/details?id=com.quizlet",
    "mag ik kahoot gebruiken in groep 7?",
    "zzzzzzzz",
    "ҟahoot",
];

/// An index of names: what passes is searched, and finds no more than asked.
pub(super) fn index(data: &[u8]) -> bool {
    let Ok(layout) = IndexLayout::read(data) else {
        return false;
    };
    let index = layout.view(data);
    for query in QUERIES {
        let found = index.search(query, 5).expect("a query");
        assert!(found.matches.len() <= 5);
        assert!(!found.certain() || !found.matches.is_empty(), "certain of nothing");
    }
    true
}

/// One record: what passes the scan is read as every type there is, by the
/// reader of opened files and by serde's, which have to agree.
pub(super) fn record(data: &[u8]) -> bool {
    let scanned = scan(data).is_ok();
    let taken = [
        round_trip::<Tool>(data),
        round_trip::<Supplier>(data),
        round_trip::<Source>(data),
        round_trip::<Condition>(data),
        round_trip::<Parameter>(data),
        round_trip::<Vec<String>>(data),
    ];
    assert!(scanned || taken.iter().all(|taken| !taken), "a record was read that the scan refuses");
    taken.contains(&true)
}

/// Reads a value; what is written of it reads as the same value.
fn round_trip<T: Recorded + DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(data: &[u8]) -> bool {
    let (read, serdes) = (T::from_record(data), decode::<T>(data));
    assert_eq!(read.as_ref().ok(), serdes.as_ref().ok(), "the two readers differ");
    let Ok(value) = read else {
        return false;
    };
    if let Ok(again) = encode(&value) {
        assert_eq!(T::from_record(&again).expect("what was written can be read"), value);
    }
    true
}

/// A key file, and the binary form of changes of keys.
pub(super) fn keys(data: &[u8]) -> bool {
    let mut taken = false;
    if let Ok(changes) = chain::read(data) {
        assert_eq!(chain::read(&chain::write(&changes)).as_ref(), Ok(&changes));
        taken = true;
    }
    if let Some(change) = std::str::from_utf8(data).ok().and_then(|text| key_file::read(text).ok()) {
        assert_eq!(key_file::read(&key_file::write(&change)).as_ref(), Ok(&change));
        taken = true;
    }
    taken
}
