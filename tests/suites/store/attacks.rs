//! Attacks on updates, each by name, and what they answer to in the TUF
//! conformance suite.

mod content;
mod folder;
mod rotation;
mod scene;
mod signatures;
mod tuf;
mod versions;

/// Tests with the names of those of the TUF conformance suite they mirror.
macro_rules! attacks {
    ($($name:ident [$($mirrors:literal),*] $body:block)+) => {
        /// Every attack of this file, with what it mirrors.
        pub(super) const LIST: &[(&str, &[&str])] = &[$((stringify!($name), &[$($mirrors),*])),+];
        $(#[test] fn $name() $body)+
    };
}
use attacks;
