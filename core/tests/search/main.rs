//! Search on the real catalogue: query suites, generated slips and spoofs,
//! limits, and the list of ordinary words.

#![expect(clippy::print_stdout, reason = "a test says what it measured")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "the functions here serve tests only")]
#![expect(clippy::indexing_slicing, reason = "the functions here serve tests only")]
#![expect(clippy::arithmetic_side_effects, reason = "the functions here serve tests only")]

mod beginnings;
mod catalogue;
mod limits;
mod look_alikes;
mod slips;
mod spoofs;
mod suites;
mod words;
