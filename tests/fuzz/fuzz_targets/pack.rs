#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    magdit_tests::fuzz::target("pack")(data);
});
