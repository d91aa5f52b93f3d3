//! How libFuzzer drives the targets of `tests/src/fuzz`.

use std::sync::OnceLock;

use magdit_tests::fuzz::{changed, seeds};
use magdit_tests::signed::Random;

/// The target of this name, with its own changes beside those of libFuzzer.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            magdit_tests::fuzz::target($name)(data);
        });

        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutate($name, data, size, max_size, seed)
        });
    };
}

/// Changes the first `size` bytes and says how many they are now. Every other
/// time as the suite `fuzz` does, which knows words in quotes: what libFuzzer
/// changes byte by byte is hardly ever JSON.
pub fn mutate(name: &str, data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    static SEEDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    if seed % 2 == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
    }
    let others = SEEDS.get_or_init(|| seeds(name));
    let made = changed(data[..size].to_vec(), others, &mut Random::seeded(u64::from(seed)));
    let length = made.len().min(max_size);
    data[..length].copy_from_slice(&made[..length]);
    length
}
