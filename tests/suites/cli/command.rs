//! Runs the command.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use magdit_tests::root;
use serde_json::Value;

/// What one run did.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Standard output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Refused with this code, one message on standard error that says this,
    /// and no trace of the program's insides.
    pub(crate) fn refuses(&self, code: i32, says: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        assert!(!self.err.trim().is_empty(), "no message: {self:?}");
        for text in says {
            assert!(self.err.contains(text), "`{text}` is not in {self:?}");
        }
        for inside in ["panicked", "RUST_BACKTRACE", "unwrap", "Err(", "os error 0"] {
            assert!(!self.err.contains(inside), "{self:?}");
        }
    }
}

/// Runs the command in the root of the repository, with nothing to read.
pub(crate) fn magdit(arguments: &[&str]) -> Run {
    magdit_typing(arguments, "")
}

/// Runs the command in the root of the repository, and types this.
pub(crate) fn magdit_typing(arguments: &[&str], typed: &str) -> Run {
    let mut child = Command::new(binary())
        .args(arguments)
        .current_dir(root(""))
        .env("NO_COLOR", "1")
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", binary().display()));
    // What the command does not read before it ends is lost, which is no failure.
    let _ = child.stdin.take().map(|mut input| input.write_all(typed.as_bytes()));
    let output = child.wait_with_output().unwrap_or_else(|error| panic!("{}: {error}", binary().display()));
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).expect("what is printed is text"),
        err: String::from_utf8(output.stderr).expect("what is said is text"),
    }
}

/// The command in the same target folder and profile as this test, built
/// when it is not there: a test of another crate does not build it.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = std::env::current_exe().expect("this test is a file");
        let profile = test.parent().and_then(Path::parent).expect("it lies in <target>/<profile>/deps").to_owned();
        let target = profile.parent().expect("the target folder");
        let mut build = Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
        build.args(["build", "--quiet", "--offline", "--locked", "--package", "magdit-cli", "--bin", "magdit"]);
        build.arg("--target-dir").arg(target).current_dir(root(""));
        if profile.ends_with("release") {
            build.arg("--release");
        }
        let built = build.output().expect("cargo runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        profile.join(format!("magdit{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A folder of this test's own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).expect("a folder can be made");
    dir
}
