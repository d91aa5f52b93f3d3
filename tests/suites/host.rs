//! What the library takes from its host: no system call, no look at the
//! environment or the clock, and a small stack.

#![expect(clippy::print_stdout, reason = "a test says how much it looked at")]

use std::process::{Command, Output};

/// Most of the stack that any call may need.
const STACK: usize = 64 * 1024;

/// How exactly it is found out.
const STEP: usize = 8 * 1024;

fn reading_path(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reading-path")).args(arguments).output().expect("the program starts")
}

/// How many calls a run made, if it came to its end.
fn calls(output: &Output) -> Option<usize> {
    let said = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| said.strip_suffix(" calls\n")?.parse().ok()).flatten()
}

#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "only Linux can forbid system calls")]
fn nothing_is_asked_of_the_system_while_opening_and_answering() {
    let output = reading_path(&["strict"]);
    let calls = calls(&output).unwrap_or_else(|| panic!("{output:?}"));
    assert!(calls >= 400, "{calls}");
    println!("{calls} calls without a system call, the environment or the clock");
}

#[test]
#[cfg(target_os = "linux")]
fn whoever_asks_the_system_is_caught() {
    use std::os::unix::process::ExitStatusExt as _;
    const KILLED: i32 = 9;
    assert_eq!(reading_path(&["strict", "file"]).status.signal(), Some(KILLED));
    assert_eq!(reading_path(&["strict", "environment"]).status.code(), Some(41));
    assert_eq!(reading_path(&["strict", "clock"]).status.code(), Some(42));
}

/// Without optimisation a function keeps everything on the stack, and still it
/// fits.
#[test]
#[cfg_attr(not(target_os = "linux"), ignore = "stacks differ elsewhere")]
fn every_call_fits_on_a_small_stack() {
    let fits = |bytes: &usize| calls(&reading_path(&["stack", &bytes.to_string()])).is_some();
    let least = (1..=2 * STACK / STEP).map(|step| step * STEP).find(fits);
    let least = least.unwrap_or_else(|| panic!("no call fits on {} bytes", 2 * STACK));
    let how = if cfg!(debug_assertions) { ", not optimised" } else { "" };
    println!("every call fits on {least} bytes of stack{how}");
    assert!(least <= STACK, "{least} bytes of stack, the limit is {STACK}");
}
