//! The bill of materials of library and knowledge base, as CycloneDX JSON:
//!
//! ```sh
//! cargo run --quiet -p magdit-tests --example bom > magdit.cdx.json
//! ```

fn main() {
    println!("{:#}", magdit_tests::bom::bom());
}
