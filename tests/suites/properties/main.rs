//! What must hold for every question about every tool.
//!
//! The space of questions is finite and small enough to ask all of it: every
//! role, age on both sides of each limit, sector, purpose, account, data,
//! device, purchase and compulsion, each also left open. For every edition of
//! every tool there are 1 458 000 questions. Parts that make no difference are
//! left out where that is shown (see `alike`), which leaves 486 000.
//!
//! Without optimisation this takes too long, so `tests/run` runs it in
//! release; `cargo test` skips it.

mod alike;
mod dialogue;
mod facts;
mod ledger;
mod monotone;
mod school_file;
mod schools;
mod space;
mod ways_out;
mod whole_answer;
