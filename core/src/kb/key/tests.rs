use super::*;
use crate::kb::points::points;
use crate::kb::sign::SecretKey;

fn public(seed: u8) -> PublicKey {
    SecretKey::from_seed(Purpose::Release, &[seed; 32]).public().unwrap()
}

fn hex<const N: usize>(text: &str) -> [u8; N] {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()).unwrap();
    let pairs = text.as_bytes().as_chunks::<2>().0.iter();
    pairs.map(|[high, low]| (digit(high) << 4) | digit(low)).collect::<Vec<u8>>().try_into().unwrap()
}

/// RFC 8032, section 7.1, test 2.
#[test]
fn keys_and_signatures_are_those_of_the_standard() {
    let secret = SecretKey::from_seed(
        Purpose::Release,
        &hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
    );
    let key = secret.public().unwrap();
    assert_eq!(key.to_string(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    let signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
         085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assert!(key.signed(&[0x72], signature));
    assert!(!key.signed(&[0x73], signature));
    assert!(!key.signed(&[], signature));
}

#[test]
fn keys_that_anybody_could_sign_for_are_no_keys() {
    let small_order = [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    ];
    let other_encoding = [
        "0100000000000000000000000000000000000000000000000000000000000080",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ];
    let no_point = ["0200000000000000000000000000000000000000000000000000000000000000"];
    for bytes in small_order.iter().chain(&other_encoding).chain(&no_point) {
        assert_eq!(PublicKey::from_bytes(hex(bytes)), None, "{bytes}");
    }
}

#[test]
fn the_threshold_fits_the_number_of_keys() {
    // That each is a point of the curve is known of a key, and not looked at again.
    let all: Vec<PublicKey> = (0..=255).map(|byte| PublicKey([byte; 32])).collect();
    let set = |threshold, count: u8| {
        KeySet::new(1, Purpose::Release, threshold, all[..usize::from(count)].to_vec()).map(|set| set.threshold())
    };
    let refused = |threshold, keys| Err(KeySetError::Threshold { threshold, keys });
    assert_eq!(set(0, 3), refused(0, 3));
    assert_eq!(set(1, 3), Ok(1));
    assert_eq!(set(3, 3), Ok(3));
    assert_eq!(set(4, 3), refused(4, 3));
    assert_eq!(set(0, 0), refused(0, 0));
    assert_eq!(set(1, 0), refused(1, 0));
    assert_eq!(set(7, 16), Ok(7));
    assert_eq!(set(8, 16), Ok(8));
    assert_eq!(set(9, 16), refused(9, 16));
    let limit = u8::try_from(MAX_KEYS).unwrap();
    assert_eq!([set(1, limit - 1), set(1, limit)], [Ok(1), Ok(1)]);
    assert_eq!(set(1, limit + 1), Err(KeySetError::TooMany { found: MAX_KEYS + 1 }));
    assert_eq!(set(255, 255), Err(KeySetError::TooMany { found: 255 }));
}

#[test]
fn a_key_belongs_to_a_set_once() {
    let key = |byte| PublicKey([byte; 32]);
    let twice = vec![key(1), key(2), key(1)];
    let error = KeySet::new(1, Purpose::Release, 2, twice).unwrap_err();
    assert_eq!(error, KeySetError::Twice { key: key(1) });
}

#[test]
fn a_set_comes_back_from_its_bytes_and_from_no_others() {
    let keys = points(3);
    let mut backwards = keys.clone();
    backwards.reverse();
    for purpose in [Purpose::Release, Purpose::Development] {
        let set = KeySet::new(7, purpose, 2, keys.clone()).unwrap();
        assert_eq!(KeySet::new(7, purpose, 2, backwards.clone()), Ok(set.clone()));
        let bytes = set.to_bytes();
        assert_eq!(bytes.len(), 8 + 3 * PublicKey::BYTES);
        assert_eq!(KeySet::from_bytes(&bytes), Ok(set.clone()));
        for length in (0..bytes.len()).step_by(if cfg!(miri) { 25 } else { 1 }) {
            assert_eq!(KeySet::from_bytes(&bytes[..length]), Err(KeySetError::Bytes), "{length}");
        }
        assert_eq!(KeySet::from_bytes(&[&bytes[..], &[0]].concat()), Err(KeySetError::Bytes));
        for bit in (0..bytes.len() * 8).step_by(if cfg!(miri) { 301 } else { 1 }) {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(KeySet::from_bytes(&flipped), Ok(set.clone()), "bit {bit}");
        }
        let swapped = [&bytes[..8], &bytes[40..72], &bytes[8..40], &bytes[72..]].concat();
        assert_eq!(KeySet::from_bytes(&swapped), Err(KeySetError::Bytes));
    }
}

#[test]
fn the_largest_set_comes_back_and_a_larger_one_does_not() {
    let largest = KeySet::new(1, Purpose::Release, 8, points(16)).unwrap();
    let mut bytes = largest.to_bytes();
    assert_eq!(KeySet::from_bytes(&bytes), Ok(largest));
    bytes[6] = 17;
    bytes.extend_from_slice(&[0xff; PublicKey::BYTES]);
    assert_eq!(KeySet::from_bytes(&bytes), Err(KeySetError::Bytes));
    assert_eq!(format!("{:?}", public(1)), public(1).to_string());
}

#[test]
fn messages_say_what_was_found_and_what_to_do() {
    let key = public(1);
    let cases = [
        (KeySetError::Twice { key }, format!("key {key} stands twice in the key set; name each key once")),
        (
            KeySetError::Threshold { threshold: 4, keys: 3 },
            "the threshold is 4 of 3 keys, expected 1 to the number of keys and at most 8".to_owned(),
        ),
        (KeySetError::TooMany { found: 17 }, "the key set has 17 keys, the limit is 16; leave some out".to_owned()),
        (
            KeySetError::Bytes,
            "these bytes are no key set; give a file made by `magdit keygen` or take the keys of the library"
                .to_owned(),
        ),
    ];
    for (error, message) in cases {
        assert_eq!(error.to_string(), message);
    }
}
