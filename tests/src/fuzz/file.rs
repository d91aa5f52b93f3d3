//! Whole files: damaged ones, and those whose checksums were made anew.

use std::sync::OnceLock;

use magdit::kb::container;
use magdit::kb::container::{ROW_BYTES, SLOT_BYTES};
use magdit::kb::digest::Digest;
use magdit::kb::header::{HEADER_BYTES, SEALED_BYTES};
use magdit::kb::limits::MAX_FILE_BYTES;
use magdit::kb::section::{Need, SectionId};
use magdit::kb::write::{Imprint, Writer};
use magdit::{Date, KnowledgeBase, Language, Question, Register, Trust, pack};

use super::seeds;
use crate::today;

/// A file as it came, and again with the length, the checksums and the seal
/// that belong to its bytes: what somebody makes who can sign.
pub(super) fn container(data: &[u8]) -> bool {
    let _ = container::open(data);
    let Some(file) = repaired(data) else {
        return false;
    };
    let Ok(layout) = container::open(&file) else {
        return false;
    };
    let mut end = layout.slots().end;
    for (id, range) in layout.sections() {
        assert!(end <= range.start && range.end <= file.len(), "{id} lies outside");
        end = range.end;
    }
    opened(file);
    true
}

/// The small file with some of its sections replaced: for each its number,
/// its length in two bytes, and the bytes. Everybody who can sign can make it.
pub(super) fn sections(data: &[u8]) -> bool {
    let mut replaced = Vec::new();
    let mut rest = data;
    while let [number, low, high, more @ ..] = rest {
        let length = usize::from(u16::from_le_bytes([*low, *high])).min(more.len());
        let (bytes, after) = more.split_at(length);
        replaced.push((SectionId::ALL[usize::from(*number) % SectionId::ALL.len()], bytes));
        rest = after;
    }
    opened(with_sections(&replaced))
}

/// The small file with other bytes in some of its sections.
fn with_sections(replaced: &[(SectionId, &[u8])]) -> Vec<u8> {
    let small = small();
    let layout = container::open(small).expect("the small file opens");
    let mut writer = Writer::new(imprint());
    for id in SectionId::ALL {
        let bytes = match replaced.iter().rev().find(|(other, _)| *other == id) {
            Some((_, bytes)) => bytes.to_vec(),
            None => match layout.section(id) {
                Some(range) => small[range].to_vec(),
                None => continue,
            },
        };
        writer.section(id, Need::MustUnderstand, bytes).expect("a section of its own");
    }
    writer.finish().expect("a file")
}

fn imprint() -> Imprint {
    let day = |text| Date::parse(text).expect("a date");
    let (issued, review_by, expires) = (day("2026-11-21"), day("2026-12-21"), day("2027-05-20"));
    Imprint { number: 1, issued, review_by, expires, key_epoch: 1 }
}

/// The signed file of the conformance folder with a small index of names.
pub(super) fn small() -> &'static [u8] {
    static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
    SMALL.get_or_init(|| {
        let signed = include_bytes!("../../conformance/signed.kb");
        let layout = container::open(signed).expect("the signed file opens");
        let mut writer = Writer::new(imprint());
        for id in SectionId::ALL {
            let bytes = match id {
                SectionId::Names => seeds::index(),
                _ => match layout.section(id) {
                    Some(range) => signed[range].to_vec(),
                    None => continue,
                },
            };
            writer.section(id, Need::MustUnderstand, bytes).expect("a section of its own");
        }
        writer.finish().expect("a file")
    })
}

/// A packed file: what is unpacked is no larger than a file may be.
pub(super) fn pack(data: &[u8]) -> bool {
    let Ok(file) = pack::unpack(data) else {
        return false;
    };
    assert!(file.len() <= MAX_FILE_BYTES);
    opened(file);
    true
}

/// Opens a file, whoever made it, and asks for all there is.
fn opened(file: Vec<u8>) -> bool {
    let Ok(library) = KnowledgeBase::open_file(file, &Trust::AllowUnsigned) else {
        return false;
    };
    let question = Question::on(today());
    let _ = library.scan_records();
    let _ = library.info(Some(today()));
    let ids: Vec<&str> = library.tool_ids().take(4).collect();
    for id in ids.into_iter().chain(["voorbeeldquiz"]) {
        let _ = library.tool_shown(id);
        let _ = library.check(id, &question, Language::Nl);
        let _ = library.trace(id, &question, Language::En);
        let _ = library.history(id);
        let _ = library.explain(id);
    }
    for id in library.source_ids().take(4) {
        let _ = library.explain(id);
    }
    let _ = library.texts(Language::Nl, "outcome", Register::Parent).count();
    for text in ["voorbeeldquiz", "voorbeldquis in groep 7", "https://voorbeeldquiz.example"] {
        assert!(library.search(text, 3).expect("a query").matches.len() <= 3);
    }
    true
}

/// The file with what follows from its other bytes made anew.
fn repaired(data: &[u8]) -> Option<Vec<u8>> {
    let mut file = data.to_vec();
    let length = u64::try_from(file.len()).ok()?;
    file.get_mut(16..24)?.copy_from_slice(&length.to_le_bytes());
    let count = |at: usize| Some(usize::from(u16::from_le_bytes([*data.get(at)?, *data.get(at + 1)?])));
    let (sections, slots) = (count(12)?.min(64), count(14)?.min(64));
    for row in (0..sections).map(|index| HEADER_BYTES + index * ROW_BYTES) {
        let number = |at: usize| {
            let bytes = data.get(at..at + 8)?.try_into().ok()?;
            usize::try_from(u64::from_le_bytes(bytes)).ok()
        };
        let (start, length) = (number(row + 8)?, number(row + 16)?);
        if let Some(section) = file.get(start..start.checked_add(length)?) {
            let digest = Digest::of(&[section]);
            file.get_mut(row + 32..row + 64)?.copy_from_slice(digest.as_bytes());
        }
    }
    let end = HEADER_BYTES + sections * ROW_BYTES + slots * SLOT_BYTES;
    let seal = Digest::of(&[file.get(..SEALED_BYTES)?, file.get(HEADER_BYTES..end)?]);
    file.get_mut(SEALED_BYTES..HEADER_BYTES)?.copy_from_slice(seal.as_bytes());
    Some(file)
}
