//! The headers are what cbindgen makes of the source.
//!
//! `MAGDIT_BLESS=1 cargo test -p magdit-c --test header` writes them anew.

#![expect(clippy::print_stdout, reason = "a test says how much it looked at")]

use std::path::Path;

const HEADERS: [(&str, &str); 2] = [("cbindgen.toml", "magdit.h"), ("cbindgen-php.toml", "magdit_php.h")];

#[test]
fn the_headers_are_what_the_source_says() {
    let room = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut differ = Vec::new();
    for (config, name) in HEADERS {
        let config = cbindgen::Config::from_file(room.join(config)).expect("a configuration");
        let bindings = cbindgen::generate_with_config(room, config).expect("a header");
        let mut header = Vec::new();
        bindings.write(&mut header);
        let path = room.join("include").join(name);
        if std::env::var_os("MAGDIT_BLESS").is_some() {
            std::fs::write(&path, &header).expect("the header can be written");
        } else if std::fs::read(&path).unwrap_or_default() != header {
            differ.push(name);
        }
    }
    assert!(differ.is_empty(), "other headers than the source: {differ:?}; MAGDIT_BLESS=1 writes them anew");
    println!("{} headers compared", HEADERS.len());
}
