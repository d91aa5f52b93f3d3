//! The commands, one per file.

pub(crate) mod ask;
pub(crate) mod build;
pub(crate) mod changes;
pub(crate) mod check;
pub(crate) mod coverage;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod info;
pub(crate) mod keygen;
pub(crate) mod keyset;
pub(crate) mod lint;
pub(crate) mod pack;
pub(crate) mod refresh;
pub(crate) mod search;
pub(crate) mod sign;
pub(crate) mod store;
pub(crate) mod tool;
pub(crate) mod verify;
