//! Search on the real catalogue: query suites, generated slips and spoofs,
//! limits, and the list of ordinary words.

mod catalogue;
mod limits;
mod slips;
mod spoofs;
mod suites;
mod words;
