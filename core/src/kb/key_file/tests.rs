use super::*;
use crate::kb::chain;
use crate::kb::points::points;

fn set(purpose: Purpose) -> KeySet {
    KeySet::new(2, purpose, 2, points(3)).unwrap()
}

fn refusal(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

#[test]
fn what_was_written_is_read() {
    for purpose in [Purpose::Release, Purpose::Development] {
        let text = write_keys(&set(purpose));
        assert!(text.starts_with(&format!("magdit keys 1\npurpose {purpose}\nepoch 2\nthreshold 2\nkey ")), "{text}");
        assert_eq!(read(&text).map(|change| change.keys().clone()), Ok(set(purpose)));
    }
    let mut change = KeyChange::new(set(Purpose::Release));
    // Reading a file does not look at signatures.
    for byte in [1, 2, 9] {
        change.add([byte; 96]);
    }
    let text = write(&change);
    assert_eq!(text.lines().filter(|line| line.starts_with("signed ")).count(), 3);
    assert_eq!(read(&text), Ok(change.clone()));
    assert_eq!(read(&text.replace('\n', "\r\n")), Ok(change.clone()));
    assert_eq!(chain::read(&chain::write(&[change.clone()])), Ok(vec![change]));
}

#[test]
#[cfg_attr(miri, ignore = "sixteen keys, each a point to be found")]
fn the_largest_key_file_fits() {
    let mut change = KeyChange::new(KeySet::new(u32::MAX, Purpose::Development, 8, points(16)).unwrap());
    for byte in 1..=40 {
        change.add([byte; 96]);
    }
    let text = write(&change);
    assert_eq!(text.lines().count(), 4 + 16 + 32);
    assert!(text.len() < MAX_KEY_FILE_BYTES);
    assert_eq!(read(&text), Ok(change));
    let fill = |bytes: usize| format!("{text}{}", " ".repeat(bytes - text.len()));
    assert!(matches!(read(&fill(MAX_KEY_FILE_BYTES)), Err(KeyFileError::Line { .. })));
    assert_eq!(read(&fill(MAX_KEY_FILE_BYTES + 1)), Err(KeyFileError::NoKeyFile));
}

#[test]
fn a_text_that_is_no_key_file_is_refused_by_its_line() {
    let text = write_keys(&set(Purpose::Release));
    let line = |number: usize, expected: &str| {
        format!("line {number} of the key file is not in order, expected {expected}; take the file as it was published")
    };
    let key = "a public key of 64 hexadecimal digits";
    let cases = [
        (text.replace("purpose release", "purpose test"), line(2, "purpose release or purpose development")),
        (text.replace("purpose", "Purpose"), line(2, "purpose")),
        (text.replace("epoch 2", "epoch 02"), line(3, "epoch and a number")),
        (text.replace("epoch 2", "epoch 4294967296"), line(3, "epoch and a number")),
        (text.replace("threshold 2", "threshold 256"), line(4, "threshold and a number")),
        (text.replace("key ", "key 0"), line(5, key)),
        (text.replace("key ", "KEY "), line(5, "key, or after all keys signed")),
        (format!("{text}signed 00 11\n"), line(8, "signed, a key and a signature in hexadecimal digits")),
        (format!("{text}\n"), line(8, "key, or after all keys signed")),
    ];
    for (text, message) in cases {
        assert_eq!(refusal(&text), message);
    }
    assert_eq!(read(""), Err(KeyFileError::NoKeyFile));
    assert_eq!(read("{\"keys\": []}"), Err(KeyFileError::NoKeyFile));
    assert_eq!(read("magdit secret key 1\n"), Err(KeyFileError::Secret));
    assert!(matches!(read("magdit keys 1"), Err(KeyFileError::Line { expected: "purpose", .. })));
    let twice = format!("{text}key {}\n", set(Purpose::Release).keys()[0]);
    assert!(matches!(read(&twice), Err(KeyFileError::Keys(KeySetError::Twice { .. }))));
    let unreachable = text.replace("threshold 2", "threshold 4");
    assert!(matches!(read(&unreachable), Err(KeyFileError::Keys(KeySetError::Threshold { .. }))));
}

#[test]
fn bytes_have_one_spelling() {
    assert_eq!(bytes::<2>("0aff"), Some([10, 255]));
    for digits in ["", "0", "0aff0", "0AFF", "0a f", "0ag0", "+1ff"] {
        assert_eq!(bytes::<2>(digits), None, "{digits}");
    }
}
