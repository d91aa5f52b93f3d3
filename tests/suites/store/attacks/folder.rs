//! Somebody who can write to the folder.

use magdit::store::{CURRENT, FLOOR, OpenedFrom, PREVIOUS};
use magdit_tests::signed::{Edition, edition, secret};

use super::scene::Scene;

super::attacks! {

file_in_use_replaced_by_an_unsigned_one [] {
    let mut scene = Scene::with(&[3, 4]);
    scene.memory.put(CURRENT, &edition(5).unsigned());
    assert_eq!(scene.number(), 3);
    assert_eq!(scene.accepts(&edition(5).signed()), 5);
}

file_in_use_replaced_by_one_with_too_few_signatures ["test_repository_substitutes_target_file"] {
    let scene = Scene::with(&[3, 4]);
    scene.memory.put(CURRENT, &edition(5).signed_by(&[secret(1, 1)]));
    assert_eq!(scene.store.open().unwrap().from, OpenedFrom::Previous);
}

file_planted_as_a_leftover [] {
    let mut scene = Scene::with(&[3]);
    scene.memory.put("magdit-00000000000000ff.part", &edition(9).unsigned());
    assert_eq!(scene.number(), 3);
    assert_eq!(scene.accepts(&edition(4).signed()), 4);
    assert_eq!(scene.memory.files().len(), 3);
}

name_of_a_file_in_the_making_taken_beforehand [] {
    let mut scene = Scene::with(&[3]);
    for number in 0..20 {
        scene.memory.put(&format!("magdit-{number:016x}.part"), b"taken");
    }
    assert_eq!(scene.accepts(&edition(4).signed()), 4);
}

floor_of_nonsense_bricks_nothing [] {
    for nonsense in [Vec::new(), vec![0xff; 124], vec![0; 1_000_000]] {
        let mut scene = Scene::with(&[3]);
        scene.memory.put(FLOOR, &nonsense);
        assert_eq!(scene.accepts(&edition(4).signed()), 4);
    }
}

previous_file_replaced_by_a_newer_unsigned_one [] {
    let scene = Scene::with(&[3, 4]);
    scene.memory.put(PREVIOUS, &Edition { mark: 1, ..edition(99) }.unsigned());
    let opened = scene.store.open().unwrap();
    assert_eq!((opened.from, opened.passed_over.len()), (OpenedFrom::Current, 0));
}

}
