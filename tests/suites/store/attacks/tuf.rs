//! Which attack answers to which test of the TUF conformance suite
//! (theupdateframework/tuf-conformance at eec841c, 17 August 2026), and why
//! the others have no counterpart here.

use std::collections::BTreeSet;

use super::{content, folder, rotation, signatures, versions};

/// Tests of that suite without a counterpart, and why.
const WITHOUT: &[(&str, &str)] = &[
    ("test_basic_refresh_requests", "there are no requests: the library has no network"),
    ("test_implicit_refresh", "there are no requests: the library has no network"),
    ("test_snapshot_404", "one file holds what TUF spreads over roles; nothing is fetched"),
    ("test_timestamp_404", "one file holds what TUF spreads over roles; nothing is fetched"),
    ("test_url_and_metadata_version_mismatch", "the number stands in the signed header only, not in an address"),
    ("test_unsigned_initial_root", "the first keys are part of the program, not of a download"),
    ("test_deprecated_keyid_hash_algorithms", "keys are named by themselves, not by a hash"),
    ("test_faketime", "a test of that suite's own clock; here today is an argument"),
    ("test_root_expired", "key sets do not expire; later ones replace them"),
    ("test_expired_local_root", "key sets do not expire; later ones replace them"),
    ("test_client_downloads_expected_file_in_sub_dir", "there is one file"),
    ("test_download_with_hash_algorithms", "there is one algorithm"),
    ("test_download_with_unknown_hash_algorithm", "there is one algorithm"),
    ("test_unusual_role_name", "there are no roles"),
    ("test_targets_role_removal", "there are no roles"),
    ("test_non_root_rotations", "there are no roles; keys are replaced as a set"),
    ("test_repo_initialzation_unittest", "a test of that suite's own repository"),
    ("test_basic_metadata_hash_support_unittest", "a test of that suite's own repository"),
    ("test_static_repository", "recorded repositories of others; `tests/golden/kb` holds ours"),
    ("test_graph_traversal", "nothing is delegated"),
    ("test_targetfile_search", "nothing is delegated"),
    ("test_cached_role_is_verified_against_current_delegator", "nothing is delegated"),
    ("test_delegation_not_in_snapshot", "nothing is delegated"),
];

/// Functions of that suite whose name begins with `test_`.
const THERE: usize = 56;

#[test]
fn every_attack_has_a_name_and_every_test_of_the_conformance_suite_is_accounted_for() {
    let lists = [signatures::LIST, content::LIST, versions::LIST, rotation::LIST, folder::LIST];
    let all: Vec<&(&str, &[&str])> = lists.into_iter().flatten().collect();
    let names: BTreeSet<&str> = all.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), all.len(), "two attacks have one name");
    assert!(all.len() >= 60, "{}", all.len());
    let mirrored: BTreeSet<&str> = all.iter().flat_map(|(_, mirrors)| mirrors.iter().copied()).collect();
    let without: BTreeSet<&str> = WITHOUT.iter().map(|(name, _)| *name).collect();
    assert_eq!(without.len(), WITHOUT.len());
    let both: Vec<&&str> = mirrored.intersection(&without).collect();
    assert!(both.is_empty(), "mirrored after all: {both:?}");
    assert_eq!(mirrored.len() + without.len(), THERE, "{mirrored:?}");
    println!(
        "{} attacks by name; {} of {THERE} tests of the TUF conformance suite mirrored",
        all.len(),
        mirrored.len()
    );
}
