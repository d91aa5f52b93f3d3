//! Writes Kotlin, Swift and Python for a library that was built with uniffi.

fn main() {
    uniffi::uniffi_bindgen_main();
}
