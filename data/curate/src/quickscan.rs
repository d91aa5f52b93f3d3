//! The columns of Kennisnet's Privacy-quickscan, which many boards keep.
//!
//! Five of its columns are facts of ours. The words in their cells are those
//! that lists use; a processing agreement also says which model it follows,
//! because "yes" does not tell that.

use magdit::{FactKey, Value};

/// Headings that stand in every list, in its order.
pub(crate) const APPLICATION: &str = "Applicatie";
pub(crate) const USE: &str = "Toepassing";
pub(crate) const REMARKS: &str = "Bijzonderheden";
pub(crate) const PRIVACY_POLICY: &str = "Privacybeleid";
pub(crate) const CHECKED_ON: &str = "Datum gecheckt";

/// Headings that only our own lists have.
pub(crate) const ID: &str = "Id";
pub(crate) const EDITION: &str = "Editie";
pub(crate) const SUPPLIER: &str = "Leverancier";

/// The columns that are facts.
pub(crate) const FACTS: [(FactKey, &str); 5] = [
    (FactKey::UsableWithoutPupilData, "Ook te gebruiken zonder verwerking persoonsgegevens"),
    (FactKey::PrivacyCovenant, "Ondertekening privacyconvenant"),
    (FactKey::ProcessingAgreement, "Verwerkersovereenkomst mogelijk"),
    (FactKey::Hosting, "Verwerking data in EER"),
    (FactKey::NoCommercialSharing, "Geeft aan geen data te delen met derden voor commerciële doeleinden"),
];

/// What stands in a cell of which the fact is not known.
pub(crate) const UNKNOWN: &str = "Onbekend";
/// What stands in a cell of which the question makes no sense.
pub(crate) const NOT_APPLICABLE: &str = "N.v.t.";

/// The columns of a list that we write.
pub(crate) fn headings() -> Vec<&'static str> {
    let facts = FACTS.iter().map(|(_, heading)| *heading);
    let last = [REMARKS, PRIVACY_POLICY, CHECKED_ON, SUPPLIER, EDITION, ID];
    [APPLICATION, USE].into_iter().chain(facts).chain(last).collect()
}

/// The cells of a fact, with their values; the first cell of a value is the
/// one that is written.
fn cells(key: FactKey) -> Vec<(&'static str, Value)> {
    let word = |cell, word: &str| (cell, Value::Word(word.to_owned()));
    match key {
        FactKey::PrivacyCovenant => vec![
            word("Ja", "participant"),
            word("Deelnemer", "participant"),
            word("Medestander", "supporter"),
            word("Nee", "none"),
        ],
        FactKey::ProcessingAgreement => vec![
            word("Ja, model privacyconvenant", "covenant_model"),
            word("Ja, algemeen model onderwijs", "general_model"),
            word("Ja, eigen overeenkomst", "own"),
            word("Nee", "none"),
        ],
        FactKey::Hosting => vec![
            word("Ja", "eea"),
            word("Op verzoek of betaald", "eea_optional"),
            word("Nee", "outside_eea"),
            word("Alleen op het apparaat", "device"),
        ],
        _ => vec![("Ja", Value::YesNo(true)), ("Nee", Value::YesNo(false))],
    }
}

/// The cell of a value; nothing where the column has none for it.
pub(crate) fn cell(key: FactKey, value: &Value) -> Option<&'static str> {
    cells(key).into_iter().find(|(_, its)| its == value).map(|(cell, _)| cell)
}

/// The value of a cell; nothing where it says something of its own.
pub(crate) fn value(key: FactKey, cell: &str) -> Option<Value> {
    let written = cell.trim().to_lowercase();
    cells(key).into_iter().find(|(its, _)| its.to_lowercase() == written).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_cell_that_means_it() {
        let mut counted = 0;
        for (key, _) in FACTS {
            let words = key.words().iter().map(|&word| Value::Word(word.to_owned()));
            let all: Vec<Value> =
                if key.words().is_empty() { vec![Value::YesNo(true), Value::YesNo(false)] } else { words.collect() };
            for written in all {
                let cell = cell(key, &written).unwrap_or_else(|| panic!("{key} {written}"));
                assert_eq!(value(key, cell), Some(written), "{key} {cell}");
                counted += 1;
            }
        }
        assert_eq!(counted, 15);
        assert_eq!(value(FactKey::ProcessingAgreement, "Ja"), None, "it does not say which");
        assert_eq!(value(FactKey::Hosting, " ja "), Some(Value::Word("eea".to_owned())));
    }
}
