//! The store: what is installed, what is refused, and what is left after an
//! interruption.
//!
//! Counts that would take minutes are reduced here; the tests marked *long*
//! run them whole, by `bash tests/run --long`, which writes down what they
//! counted in `tests/LONG.md`.

mod attacks;
mod exported;
mod faults;
mod files;
mod freshness;
mod index;
mod install;
mod kill;
mod later;
mod pack;
mod power_loss;
mod threads;
