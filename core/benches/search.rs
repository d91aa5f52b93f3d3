//! Placeholder until the module below is filled in.
fn main() {}
