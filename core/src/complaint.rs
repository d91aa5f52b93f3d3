//! What the reader of JSON complains about, without what it found: that is
//! what somebody wrote or asked, and errors end up in logs.

/// The complaint without its place and without what was found. What follows
/// the last `, expected ` is always of this library.
pub(crate) fn complaint(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    let found = ["unknown field", "unknown variant", "invalid type", "invalid value", "invalid length"];
    let Some(begin) = found.iter().find(|begin| said.starts_with(**begin)) else {
        return said.to_owned();
    };
    match said.rsplit_once(", expected ") {
        Some((_, "u8")) => format!("{begin}, expected a whole number"),
        Some((_, expected)) if expected.starts_with("struct ") => format!("{begin}, expected an object"),
        Some((_, expected)) => format!("{begin}, expected {expected}"),
        None => (*begin).to_owned(),
    }
}
