//! Runs inputs one by one and keeps the one that fails a target, whether it
//! panics, ends the process or never comes back.

use std::fs::{self, File};
use std::io::{Seek as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;
use std::{process, thread};

use magdit_tests::fuzz::{Target, mutated, seeds, target};
use magdit_tests::root;
use magdit_tests::signed::Random;

/// How long one input may take. Most take less than a thousandth of a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// Inputs that were taken and are changed further, beside those in the corpus.
const SURVIVORS: usize = 256;

/// The files of a target in a folder of `tests/fuzz`, by name.
pub(crate) fn committed(folder: &str, name: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(root("tests/fuzz").join(folder).join(name)).into_iter().flatten();
    let mut paths: Vec<_> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).collect()
}

/// One target on its way through many inputs.
pub(crate) struct Driver {
    name: &'static str,
    target: Target,
    path: PathBuf,
    running: File,
    /// Odd while an input runs.
    steps: Arc<AtomicU64>,
    /// Dropped with the driver, which ends the thread that watches.
    _watched: Sender<()>,
}

impl Driver {
    /// A driver whose inputs are kept under the name of the target and `run`.
    pub(crate) fn new(name: &'static str, run: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("found-{name}-{run}"));
        let running = File::create(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let steps = Arc::new(AtomicU64::new(0));
        let (watched, end) = channel::<()>();
        let (seen, kept) = (Arc::clone(&steps), path.clone());
        thread::spawn(move || {
            let mut before = 0;
            while end.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let now = seen.load(Ordering::Relaxed);
                if now == before && now % 2 == 1 {
                    eprintln!("{name} does not come back from the bytes in {}", kept.display());
                    process::abort();
                }
                before = now;
            }
        });
        Self { name, target: target(name), path, running, steps, _watched: watched }
    }

    /// Runs one input. It is in the file before it runs, so that it stays when
    /// nobody is left to write it.
    pub(crate) fn run(&mut self, data: &[u8]) -> bool {
        self.keep(data).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()));
        self.steps.fetch_add(1, Ordering::Relaxed);
        let target = self.target;
        let taken = catch_unwind(AssertUnwindSafe(|| target(data))).unwrap_or_else(|_| {
            panic!(
                "{name} failed; its {} bytes are in {}: mend it and keep them in tests/fuzz/found/{name}",
                data.len(),
                self.path.display(),
                name = self.name,
            )
        });
        self.steps.fetch_add(1, Ordering::Relaxed);
        taken
    }

    fn keep(&mut self, data: &[u8]) -> std::io::Result<()> {
        self.running.rewind()?;
        self.running.write_all(data)?;
        self.running.set_len(u64::try_from(data.len()).unwrap_or(u64::MAX))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !thread::panicking() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Changed inputs for one target, as many as asked for and the same in each
/// run: from the corpus, and from what was taken of their changes. Says how
/// many there were and fails where hardly any was taken.
pub(crate) fn changed(name: &'static str, run: &str, executions: u64, least_taken: u64) {
    let mut driver = Driver::new(name, run);
    let mut from = [committed("corpus", name), committed("found", name), seeds(name)].concat();
    let first = from.len();
    let longest = 2 * from.iter().map(Vec::len).max().unwrap_or(0);
    let begin = name.bytes().chain(run.bytes()).fold(0_u64, |sum, byte| sum.wrapping_mul(257) ^ u64::from(byte));
    let mut random = Random::seeded(begin);
    let mut taken = 0;
    for _ in 0..executions {
        let data = mutated(&from, &mut random);
        if driver.run(&data) {
            taken += 1;
            if data.len() > longest {
            } else if from.len() < first + SURVIVORS {
                from.push(data);
            } else {
                from[first + random.below(SURVIVORS)] = data;
            }
        }
    }
    println!("fuzz {run}, {name}: {executions} executions from {first} inputs, {taken} taken");
    assert!(taken >= least_taken, "hardly anything was taken: {taken}");
}
