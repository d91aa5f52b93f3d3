//! The command: what it answers, what it refuses, and what it exits with.
//!
//! 0 answered · 1 the system got in the way · 2 bad question · 3 not found or
//! not certain · 4 bad file · 5 bad data · 6 less strict.

mod ask;
mod behind;
mod command;
mod contract;
mod curators;
mod export;
mod files;
mod publish;
mod questions;
mod reproducible;
mod school;
