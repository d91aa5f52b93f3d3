//! An installation that is killed, again and again, while others read.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use magdit::store::{OpenedFrom, Store};
use magdit_tests::signed::{Random, edition, trust};
use magdit_tests::today;

/// What happened over all rounds.
#[derive(Debug, Default)]
struct Counted {
    installed: u64,
    opened: u64,
    /// Rounds after which a file in the making was left over.
    interrupted: u64,
}

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("kill").join(name);
    let _ = std::fs::remove_dir_all(&dir);
    dir
}

/// Kills the installer `rounds` times, at random moments after it got ready.
fn kill(name: &str, rounds: u64, filler: usize, most: Duration) -> Counted {
    const READERS: usize = 2;
    let dir = folder(name);
    Store::at(&dir, trust()).install(&edition(1).signed(), today()).expect("the first one");
    let mut counted = Counted::default();
    let mut random = Random::seeded(9);
    let stop = AtomicBool::new(false);
    let (opened, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    thread::scope(|scope| {
        for _ in 0..READERS {
            scope.spawn(|| {
                let store = Store::at(&dir, trust());
                let mut last = 0;
                while !stop.load(Ordering::Relaxed) {
                    match store.open() {
                        Ok(found) if found.passed_over.is_empty() && found.from == OpenedFrom::Current => {
                            let number = found.library.release().number;
                            assert!(number >= last, "{number} after {last}");
                            last = number;
                            opened.fetch_add(1, Ordering::Relaxed);
                        }
                        other => {
                            eprintln!("a reader found {other:?}");
                            failed.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                    thread::sleep(Duration::from_millis(1));
                }
            });
        }
        let mut number = 1;
        for round in 0..rounds {
            let (acknowledged, started) = {
                let pause = most.mul_f64(f64::from(u16::try_from(random.below(1_000)).expect("small")) / 1_000.0);
                install_and_kill(&dir, number + 1, filler, pause)
            };
            assert!(started, "round {round}: the installer did not start");
            counted.interrupted += u64::from(has_leftover(&dir));
            let found = Store::at(&dir, trust()).open().unwrap_or_else(|error| panic!("round {round}: {error}"));
            let now = found.library.release().number;
            assert!(found.passed_over.is_empty(), "round {round}: {:?}", found.passed_over);
            assert!(now >= acknowledged.unwrap_or(number), "round {round}: {acknowledged:?} acknowledged, {now} found");
            counted.installed += now - number;
            number = now;
        }
        stop.store(true, Ordering::Relaxed);
    });
    counted.opened = opened.into_inner();
    assert_eq!(failed.into_inner(), 0, "readers found no usable file");
    counted
}

/// The last number that was acknowledged, and whether it got ready at all.
fn install_and_kill(dir: &Path, first: u64, filler: usize, pause: Duration) -> (Option<u64>, bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_install-loop"))
        .arg(dir)
        .args([first.to_string(), filler.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines().map_while(Result::ok);
    let started = lines.next().as_deref() == Some("ready");
    thread::sleep(pause);
    child.kill().expect("it is killed");
    child.wait().expect("it ends");
    let acknowledged = lines.filter_map(|line| line.parse().ok()).last();
    (acknowledged, started)
}

fn has_leftover(dir: &Path) -> bool {
    let entries = std::fs::read_dir(dir).expect("the folder");
    entries.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().ends_with(".part"))
}

#[test]
fn killed_installers_leave_a_usable_file() {
    let counted = kill("short", 20, 40_000, Duration::from_millis(400));
    println!("20 kills: {counted:?}");
    assert!(counted.installed > 0 && counted.opened > 0, "{counted:?}");
}

#[test]
#[ignore = "long: four thousand kills"]
fn two_thousand_kills_at_two_sizes() {
    for (name, filler) in [("100 KB", 45_000), ("1 MB", 1_000_000)] {
        let Counted { installed, opened, interrupted } = kill(name, 2_000, filler, Duration::from_millis(30));
        println!(
            "long: kill -9 during install, {name} | 2,000 kills, {interrupted} in the middle of an installation, \
             {installed} releases installed, {opened} opens by others meanwhile; none without a usable file, \
             none acknowledged and lost"
        );
        assert!(interrupted > 200, "{interrupted} interrupted");
    }
}
