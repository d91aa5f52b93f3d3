//! Keys, signatures and the store, from the command line.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::command::{Run, folder, magdit};

/// The command in a folder, with its files named by `{}`.
struct Desk<'a>(&'a Path);

impl Desk<'_> {
    /// Runs a line; words that begin with `@` are files of the folder.
    fn run(&self, line: &str) -> Run {
        let place = |word: &str| match word.strip_prefix('@') {
            Some(name) => self.0.join(name).to_string_lossy().into_owned(),
            None => word.to_owned(),
        };
        let words: Vec<String> = line.split_whitespace().map(place).collect();
        magdit(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn done(&self, line: &str) -> Run {
        let run = self.run(line);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{line}: {run:?}");
        run
    }

    /// Two of three release keys, a developer's key, and a file nobody signed.
    fn set_up(name: &str) -> std::path::PathBuf {
        let dir = folder(name);
        let desk = Desk(&dir);
        for key in ["anna", "bram", "carla", "dirk"] {
            desk.done(&format!("keygen @{key} --purpose release"));
        }
        desk.done("keygen @dev --purpose development");
        desk.done("keyset @anna.keys @bram.keys @carla.keys --threshold 2 -o @publisher.keys");
        desk.done("build tests/bad-data/_base -o @new.kb");
        dir
    }
}

#[test]
fn a_file_from_outside_must_be_signed_unless_the_caller_says_otherwise_by_name() {
    let dir = Desk::set_up("outside");
    let desk = Desk(&dir);
    let ask = "check voorbeeldquiz --account school --kb @new.kb";
    desk.run(ask).refuses(4, &["new.kb", "--keys FILE", "--allow-unsigned"]);
    assert_eq!(desk.run(&format!("{ask} --allow-unsigned")).code, 0);
    desk.run(&format!("{ask} --keys @publisher.keys")).refuses(4, &["not signed"]);
    desk.done("sign @new.kb --key @anna.secret");
    desk.run(&format!("{ask} --keys @publisher.keys")).refuses(4, &["1 of the 2 signatures"]);
    desk.done("sign @new.kb --key @anna.secret");
    desk.run(&format!("{ask} --keys @publisher.keys")).refuses(4, &["1 of the 2 signatures"]);
    desk.done("sign @new.kb --key @bram.secret");
    assert_eq!(desk.run(&format!("{ask} --keys @publisher.keys")).code, 0);
    for (command, code) in [("search voorbeeldquiz", 0), ("tool voorbeeldquiz", 0), ("info", 0)] {
        assert_eq!(desk.run(&format!("{command} --kb @new.kb --keys @publisher.keys")).code, code, "{command}");
    }
    for command in ["search voorbeeldquiz", "tool voorbeeldquiz"] {
        desk.run(&format!("{command} --kb @new.kb")).refuses(4, &["--allow-unsigned"]);
    }
    desk.run(&format!("{ask} --keys @publisher.keys --allow-unsigned")).refuses(2, &["--allow-unsigned"]);
    desk.run(&format!("{ask} --allow-development-keys")).refuses(2, &["--keys"]);
}

#[test]
fn development_keys_are_marked_and_the_release_path_refuses_them() {
    let dir = Desk::set_up("development");
    let desk = Desk(&dir);
    assert!(fs::read_to_string(dir.join("dev.keys")).expect("the key").contains("purpose development"));
    assert!(fs::read_to_string(dir.join("dev.secret")).expect("the key").contains("purpose development"));
    let signed = desk.done("sign @new.kb --key @dev.secret");
    assert!(signed.out.contains("development"), "{signed:?}");
    desk.run("verify @new.kb --keys @publisher.keys").refuses(4, &["signed with development keys"]);
    desk.run("verify @new.kb --keys @dev.keys").refuses(4, &["development keys"]);
    desk.done("verify @new.kb --keys @dev.keys --allow-development-keys");
    desk.run("keyset @anna.keys @dev.keys --threshold 1 -o @mixed.keys").refuses(2, &["different purposes"]);
    desk.run("sign @publisher.keys --key @dev.secret").refuses(4, &["development keys for development keys"]);
    let info = desk.done("info @new.kb --json").json();
    assert_eq!(info["origin"], "not_verified");
    assert_eq!(info["signatures"][0]["purpose"], "development");
}

#[test]
fn verify_says_who_signed_and_info_shows_every_signature() {
    let dir = Desk::set_up("verify");
    let desk = Desk(&dir);
    for key in ["anna", "bram", "dirk"] {
        desk.done(&format!("sign @new.kb --key @{key}.secret"));
    }
    let verified = desk.done("verify @new.kb --keys @publisher.keys --json").json();
    assert_eq!(
        (&verified["signers"], &verified["threshold"], &verified["key_epoch"]),
        (&2.into(), &2.into(), &1.into())
    );
    assert_eq!(verified["purpose"], "release");
    assert_eq!(verified["sha256"].as_str().map(str::len), Some(64));
    let info = desk.done("info @new.kb --keys @publisher.keys --json").json();
    let signatures = info["signatures"].as_array().expect("signatures").clone();
    let counts: Vec<&Value> = signatures.iter().map(|signature| &signature["counts"]).collect();
    assert_eq!((info["origin"].as_str(), counts), (Some("signed"), vec![&true.into(), &true.into(), &false.into()]));
    let shown = desk.done("info @new.kb").out;
    assert!(shown.contains("not verified") && shown.matches("signature ").count() == 3, "{shown}");
    desk.run("verify @new.kb").refuses(4, &["--keys FILE"]);
    desk.run("verify @missing.kb --keys @publisher.keys").refuses(4, &["missing.kb"]);
    let mut damaged = fs::read(dir.join("new.kb")).expect("the file");
    damaged[2_000] ^= 1;
    fs::write(dir.join("damaged.kb"), damaged).expect("a file can be written");
    desk.run("verify @damaged.kb --keys @publisher.keys").refuses(4, &["damaged.kb", "checksum"]);
}

#[test]
fn keys_are_replaced_by_a_set_that_old_and_new_keys_sign() {
    let dir = Desk::set_up("replaced");
    let desk = Desk(&dir);
    desk.done("keyset @anna.keys @dirk.keys --threshold 2 --epoch 2 -o @publisher-2.keys");
    desk.done("build tests/bad-data/_base --key-change @publisher-2.keys -o @later.kb");
    for key in ["anna", "dirk"] {
        desk.done(&format!("sign @later.kb --key @{key}.secret"));
    }
    desk.run("verify @later.kb --keys @publisher.keys").refuses(4, &["0 of the 2 signatures", "old keys"]);
    for key in ["anna", "bram", "dirk"] {
        desk.done(&format!("sign @publisher-2.keys --key @{key}.secret"));
    }
    desk.done("build tests/bad-data/_base --key-change @publisher-2.keys -o @later.kb");
    for key in ["anna", "dirk"] {
        desk.done(&format!("sign @later.kb --key @{key}.secret"));
    }
    let verified = desk.done("verify @later.kb --keys @publisher.keys --json").json();
    assert_eq!(verified["key_epoch"], 2);
    desk.done("verify @later.kb --keys @publisher-2.keys");
    for key in ["anna", "bram"] {
        desk.done(&format!("sign @new.kb --key @{key}.secret"));
    }
    desk.run("verify @new.kb --keys @publisher-2.keys").refuses(4, &["epoch 1", "replaced"]);
}

#[test]
fn key_files_are_not_mixed_up_and_never_overwritten() {
    let dir = Desk::set_up("mixed-up");
    let desk = Desk(&dir);
    desk.run("keygen @anna --purpose release").refuses(1, &["anna.secret"]);
    desk.run("keygen @eva").refuses(2, &["--purpose"]);
    desk.run("keyset @anna.keys --threshold 1 -o @publisher.keys").refuses(1, &["publisher.keys"]);
    desk.run("keyset @anna.keys @bram.keys --threshold 3 -o @x.keys").refuses(2, &["threshold is 3"]);
    desk.run("keyset @anna.keys @anna.keys --threshold 1 -o @x.keys").refuses(2, &["stands twice"]);
    desk.run("keyset @anna.secret --threshold 1 -o @x.keys").refuses(4, &["secret key"]);
    desk.run("sign @new.kb --key @anna.keys").refuses(4, &["public key file"]);
    desk.run("sign @new.kb --key @new.kb").refuses(4, &["key file"]);
    desk.run("sign @new.kb --key @missing.secret").refuses(4, &["missing.secret"]);
    desk.run("sign @anna.secret --key @anna.secret").refuses(4, &["anna.secret"]);
    desk.run("verify @new.kb --keys @anna.secret").refuses(4, &["secret key"]);
    desk.run("verify @new.kb --keys @new.kb").refuses(4, &["no key file"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |name: &str| fs::metadata(dir.join(name)).expect("the file").permissions().mode() & 0o777;
        assert_eq!(mode("anna.secret"), 0o600);
    }
    for name in ["anna.keys", "publisher.keys"] {
        let text = fs::read_to_string(dir.join(name)).expect("the file");
        assert!(!text.contains("seed"), "{text}");
    }
}

#[test]
fn the_store_installs_inspects_and_refuses() {
    let dir = Desk::set_up("store");
    let desk = Desk(&dir);
    let store = "--dir @kept --no-seed --keys @publisher.keys --today 2026-12-01";
    desk.run(&format!("store info {store}")).refuses(4, &["no knowledge base is installed"]);
    desk.run(&format!("store install @new.kb {store}")).refuses(4, &["not signed"]);
    assert!(!dir.join("kept").exists(), "a refused file makes no folder");
    for key in ["anna", "bram"] {
        desk.done(&format!("sign @new.kb --key @{key}.secret"));
    }
    let inspected = desk.done(&format!("store inspect @new.kb {store} --json")).json();
    assert_eq!((&inspected["edition"], &inspected["is_current"]), (&1.into(), &false.into()));
    assert!(!dir.join("kept").exists(), "inspecting makes no folder");
    let installed = desk.done(&format!("store install @new.kb {store} --json")).json();
    assert_eq!((&installed["edition"], &installed["installed"]), (&1.into(), &true.into()));
    let again = desk.done(&format!("store install @new.kb {store} --json")).json();
    assert_eq!(again["installed"], false);
    let info = desk.done(&format!("store info {store} --json")).json();
    assert_eq!((&info["from"], &info["freshness"]), (&"current".into(), &"fresh".into()));
    desk.run("store install @new.kb --dir @kept --no-seed --keys @publisher.keys --today 2027-06-01")
        .refuses(4, &["expired on 2027-05-20"]);
    desk.run("store install @new.kb --dir @seeded --keys @publisher.keys --today 2026-12-01")
        .refuses(4, &["built in before"]);
    desk.run("store install @new.kb --dir @kept").refuses(4, &["--keys FILE"]);
    desk.run("store install @new.kb").refuses(2, &["--dir"]);

    fs::write(dir.join("kept/current.kb"), b"damaged").expect("a file can be written");
    desk.run(&format!("store info {store}")).refuses(4, &["current.kb", "install it again"]);
    desk.done(&format!("store install @new.kb {store}"));
    assert!(desk.done(&format!("store info {store}")).out.contains("(current)"));
}

#[test]
fn limits_are_shown_and_every_limit_of_the_library_is_among_them() {
    let shown = magdit(&["info", "--limits", "--json"]).json();
    let limits = shown.as_array().expect("a list");
    assert!(limits.len() >= 20, "{}", limits.len());
    assert_eq!(shown, serde_json::to_value(magdit::LIMITS).expect("JSON"));
    let plain = magdit(&["info", "--limits"]).out;
    assert_eq!(plain.lines().count(), limits.len());
    assert!(plain.contains("33554432 bytes of a knowledge-base file"), "{plain}");
}

#[test]
fn help_of_every_new_command_teaches() {
    for command in [&["keygen"][..], &["keyset"], &["sign"], &["verify"], &["pack"], &["store"], &["store", "install"]]
    {
        let run = magdit(&[command, &["--help"]].concat());
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.out.len() > 200 && run.err.is_empty(), "{run:?}");
    }
    magdit(&["store"]).refuses(2, &["install"]);
}
