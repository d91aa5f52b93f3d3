//! Everything that hosts ask of the library, under conditions of theirs: for
//! the suite `host`, which starts it.
//!
//! - `reading-path strict` makes every call of the conformance file, and opens
//!   files, after it told the kernel to end it at any system call but `read`,
//!   `write` and `exit`. Asking for the environment or the time, which takes no
//!   system call, ends it with another code. `strict file`, `strict
//!   environment` and `strict clock` then do what is forbidden.
//! - `reading-path stack BYTES` makes the same calls on a thread with a stack
//!   of so many bytes.
//!
//! It says how many calls there were, and ends with 0.

#![expect(unsafe_code, reason = "neither an allocator nor a call of the kernel can be written without")]

#[cfg(target_os = "linux")]
#[path = "reading_path/kernel.rs"]
mod kernel;

#[cfg(target_os = "linux")]
fn main() {
    kernel::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {
    println!("not run: Linux only");
}
