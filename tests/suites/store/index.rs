//! Indexes of names that were changed by somebody who can sign.

use std::thread;

use magdit::kb::container;
use magdit::kb::section::{Need, SectionId};
use magdit::search::{IndexError, IndexLayout, SearchResult};
use magdit::{KnowledgeBase, LoadError};
use magdit_tests::signed::{Edition, Random, base, edition, sealed_again, trust};

/// What became of changed indexes.
#[derive(Debug, Default, Clone, Copy)]
struct Counted {
    refused: u64,
    same: u64,
    differs: u64,
    whole: u64,
}

const QUERIES: [&str; 12] = [
    "voorbeeldquiz",
    "voorbeldquiz",
    "voorbeeld kwis",
    "andere",
    "andere app",
    "anderre ap",
    "v",
    "zzzzzz",
    "mag ik voorbeeldquiz gebruiken in de les?",
    "https://voorbeeldquiz.example/spelen",
    "https://play.google.com/store/apps/details?id=nl.example.andere",
    "nl.example.andere",
];

/// What every query finds, each with at most ten matches.
fn answers(layout: &IndexLayout, index: &[u8]) -> Vec<SearchResult> {
    let index = layout.view(index);
    let ask = |query: &&str| {
        let found = index.search(query, 10).expect("a query");
        assert!(found.matches.len() <= 10);
        found
    };
    QUERIES.iter().map(ask).collect()
}

/// A place in one of the parts of an index, each part as likely as the other:
/// the four fsts and the tables differ much in size.
fn place(index: &[u8], random: &mut Random) -> usize {
    const PARTS: usize = 9;
    let number = |at: usize| {
        let bytes = index[at..at + 4].try_into().expect("four bytes");
        usize::try_from(u32::from_le_bytes(bytes)).expect("64 bits")
    };
    let parts: Vec<(usize, usize)> = (0..PARTS)
        .map(|part| (number(8 + part * 8), number(12 + part * 8)))
        .filter(|(_, length)| *length > 0)
        .collect();
    let (start, length) = parts[random.below(parts.len())];
    start + random.below(length)
}

/// One to three changes: bits, bytes, extremes, zeros, pieces cut out, doubled,
/// moved.
fn changed(index: &[u8], random: &mut Random) -> Vec<u8> {
    let mut changed = index.to_vec();
    for _ in 0..=random.below(5).saturating_sub(2) {
        let at = place(index, random).min(changed.len() - 1);
        let end = (at + 1 + random.below(32)).min(changed.len());
        match random.below(10) {
            0..4 => changed[at] ^= 1 << random.below(8),
            9 => changed[at] = random.number().to_le_bytes()[0],
            4 => changed[at] = 0xff,
            5 => changed[at..end].fill(0),
            6 if end - at < changed.len() => drop(changed.drain(at..end)),
            7 => {
                let piece = changed[at..end].to_vec();
                changed.splice(at..at, piece);
            }
            _ => {
                let piece = changed[at..end].to_vec();
                let to = random.below(changed.len() - piece.len() + 1);
                changed[to..to + piece.len()].copy_from_slice(&piece);
            }
        }
    }
    changed
}

/// Changes the index of the base so many times. What the library does with an
/// index depends on its bytes alone, once hashes and signatures hold; so one
/// change in so many goes through a whole file, signed anew, and has to come
/// out the same there.
fn mutate(rounds: u64, seed: u64, whole_every: u64) -> Counted {
    let layout = container::open(base()).expect("the base opens");
    let index = &base()[layout.section(SectionId::Names).expect("names")];
    let plain = IndexLayout::read(index).expect("the index of the base holds");
    let expected = answers(&plain, index);
    let mut random = Random::seeded(seed);
    let mut counted = Counted::default();
    for round in 0..rounds {
        let changed = changed(index, &mut random);
        if changed == index {
            counted.same += 1;
            continue;
        }
        let found = IndexLayout::read(&changed).map(|layout| answers(&layout, &changed));
        match &found {
            Err(_) => counted.refused += 1,
            Ok(found) if *found == expected => counted.same += 1,
            Ok(_) => counted.differs += 1,
        }
        if round % whole_every == 0 {
            counted.whole += 1;
            in_a_file(changed, found);
        }
    }
    counted
}

/// The same in a file whose hashes and signatures were made anew: by the
/// signers, and then by nobody.
fn in_a_file(changed: Vec<u8>, found: Result<Vec<SearchResult>, IndexError>) {
    let section = (SectionId::Names.number(), Need::MustUnderstand, changed);
    let file = Edition { sections: vec![section], ..edition(2) }.signed();
    by_nobody(&file);
    match (KnowledgeBase::open_file(file, &trust()), found) {
        (Ok(library), Ok(found)) => {
            let ask = |query: &&str| library.search(query, 10).expect("a query");
            assert_eq!(QUERIES.iter().map(ask).collect::<Vec<_>>(), found);
        }
        (Err(LoadError::Names(error)), Err(expected)) => assert_eq!(error, expected),
        (opened, found) => panic!("the file: {opened:?}, the index alone: {found:?}"),
    }
}

/// The same file without the signers is refused, whoever makes its checksums.
fn by_nobody(file: &[u8]) {
    let mut file = file.to_vec();
    let slots = container::open(&file).expect("it opens").slots();
    let plain = edition(2).signed();
    let theirs = container::open(&plain).expect("it opens").slots();
    file[slots].copy_from_slice(&plain[theirs]);
    assert!(matches!(KnowledgeBase::open_file(sealed_again(file), &trust()), Err(LoadError::Signature(_))));
}

#[test]
fn changed_indexes_are_refused_or_answer_what_a_signer_chose() {
    const ROUNDS: u64 = 10_000;
    let counted = mutate(ROUNDS, 47, 20);
    println!("{ROUNDS} changed indexes with hashes and signatures made anew: {counted:?}");
    assert!(counted.refused > ROUNDS / 4 && counted.differs > 0 && counted.whole >= ROUNDS / 40, "{counted:?}");
}

#[test]
#[ignore = "long: a million changed indexes"]
fn a_million_changed_indexes() {
    const WORKERS: u64 = 2;
    const ROUNDS: u64 = 1_000_000 / WORKERS;
    let counted: Vec<Counted> = thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS).map(|seed| scope.spawn(move || mutate(ROUNDS, seed, 100))).collect();
        workers.into_iter().map(|worker| worker.join().expect("no panic")).collect()
    });
    let sum = |count: fn(&Counted) -> u64| counted.iter().map(count).sum::<u64>();
    println!(
        "long: changed indexes, hashes and signatures made anew by a test key | {} changes: {} refused, {} answer the \
         same, {} answer what the signer chose; {} of them in whole files too; no panic, no hang; with the signatures \
         of others all refused",
        WORKERS * ROUNDS,
        sum(|counted| counted.refused),
        sum(|counted| counted.same),
        sum(|counted| counted.differs),
        sum(|counted| counted.whole),
    );
}
