//! The whole tree: every question about every tool in every language.
//!
//! The library answers once, for the export, and a digest of each answer is
//! kept on the way. Afterwards the reader of the published form looks every
//! question up in the files and compares. What spares time is looked at too:
//! a sample is asked again one by one, at another age of the same range.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Mutex;

use magdit::kb::digest::Digest;
use magdit::{KnowledgeBase, Language, Question, json};
use magdit_web_export::{Asked, Export, export_before};

use super::reader::AnswersFile;
use super::{EVERY_AGE, files, library, plan, questions};

/// One question in so many is asked again by itself.
const AGAIN: usize = 101;

/// One question in so many is given to the reader in JavaScript.
const REPLAYED: usize = 47;

/// Where to put the tree for the reader in JavaScript, and what to replay.
const TREE: &str = "MAGDIT_STATIC_TREE";

type Heard = BTreeMap<(String, Language), HashMap<u64, u64>>;

fn digest(of: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// What was compared.
#[derive(Default)]
struct Counted {
    answers: usize,
    different: usize,
    again: usize,
}

/// A question and the digest of its answer, for the reader in JavaScript.
type Replay = (Question, Digest);

fn compare(
    library: &KnowledgeBase,
    made: &Export,
    (id, language): (&str, Language),
    heard: &HashMap<u64, u64>,
) -> (Counted, Vec<Replay>) {
    let (answers, common) = files(made, language, id);
    let asked = questions(library, id, &answers.ages());
    // The only edition of a tool is the one that suits best.
    let only = library.tool(id).unwrap().editions.len() == 1;
    let as_asked =
        |question: &Question| Question { edition: question.edition.clone().filter(|_| !only), ..question.clone() };
    let different: HashSet<u64> = asked.iter().map(|question| digest(&as_asked(question))).collect();
    assert_eq!(different.len(), heard.len(), "{id}: what was asked is what stands in the file");
    let mut counted = Counted { answers: asked.len(), ..Counted::default() };
    let mut written: HashMap<Vec<usize>, (u64, String)> = HashMap::new();
    let mut replayed = Vec::new();
    for (number, question) in asked.iter().enumerate() {
        let holds = answers.holds(question).unwrap_or_else(|| panic!("{id} {language}: no answer to {question:?}"));
        let (found, text) = written.entry(holds).or_insert_with_key(|holds| {
            let text = answers.written(&common, holds, question.as_of);
            (digest(text.as_str()), text)
        });
        assert_eq!(heard.get(&digest(&as_asked(question))), Some(&*found), "{id} {language} {question:?}");
        if number % REPLAYED == id.len() {
            replayed.push((question.clone(), Digest::of(&[text.as_bytes()])));
        }
        if number % AGAIN == id.len() {
            let other = Question { age: last_of_range(&answers, question.age), ..question.clone() };
            let said = json::write(&library.check(id, &other, language).unwrap()).unwrap();
            assert_eq!(*text, said, "{id} {language} {other:?}");
            counted.again += 1;
        }
    }
    counted.different = written.len();
    (counted, replayed)
}

/// The oldest age about which nothing else is said.
fn last_of_range(answers: &AnswersFile, age: Option<u8>) -> Option<u8> {
    let age = age?;
    let next = answers.ages().into_iter().find(|&first| first > age);
    Some(next.map_or(*EVERY_AGE.last().unwrap(), |next| next - 1))
}

fn write(made: &Export, replayed: &BTreeMap<String, Vec<Replay>>, folder: &Path) {
    for (path, bytes) in &made.files {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
    let digests: BTreeMap<&String, Vec<(&Question, String)>> = replayed
        .iter()
        .map(|(of, replayed)| (of, replayed.iter().map(|(question, digest)| (question, digest.to_string())).collect()))
        .collect();
    std::fs::write(folder.join("replay.json"), serde_json::to_vec(&digests).unwrap()).unwrap();
}

#[test]
#[cfg_attr(debug_assertions, ignore = "for a release build: every question about every tool in both languages")]
fn every_answer_of_the_whole_tree_is_the_library_s() {
    let library = library();
    let heard: Mutex<Heard> = Mutex::default();
    let hear = |asked: &Asked<'_>| {
        let (question, answer) = (digest(asked.question), digest(asked.answer));
        let mut heard = heard.lock().unwrap();
        let before = heard.entry((asked.tool.to_owned(), asked.language)).or_default().insert(question, answer);
        assert_eq!(before, None, "{} {:?} was asked twice", asked.tool, asked.question);
    };
    let made = export_before(&library, &plan(&[], Language::ALL), &hear).unwrap();
    let heard = heard.into_inner().unwrap();
    assert_eq!(heard.len(), library.tool_ids().count() * Language::ALL.len());
    let next = Mutex::new(heard.iter());
    let done: Mutex<(Counted, BTreeMap<String, Vec<Replay>>)> = Mutex::default();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, Into::into) {
            scope.spawn(|| {
                loop {
                    let Some(((id, language), heard)) = next.lock().unwrap().next() else { return };
                    let (counted, replayed) = compare(&library, &made, (id, *language), heard);
                    let mut done = done.lock().unwrap();
                    done.0.answers += counted.answers;
                    done.0.different += counted.different;
                    done.0.again += counted.again;
                    done.1.insert(format!("{language}/{id}"), replayed);
                }
            });
        }
    });
    let (counted, replayed) = done.into_inner().unwrap();
    assert!(counted.answers >= made.questions, "a question without an edition and one with the only one are two");
    if let Some(folder) = std::env::var_os(TREE) {
        write(&made, &replayed, Path::new(&folder));
    }
    let bytes: usize = made.files.values().map(Vec::len).sum();
    let Counted { answers, different, again } = counted;
    println!(
        "static tree: {answers} answers about {} tools in {} languages, each the library's",
        made.tools,
        Language::ALL.len()
    );
    println!("static tree: {different} different answers, {again} asked again at another age of the range");
    println!("static tree: {} files of {bytes} bytes, until {}", made.files.len(), made.until);
}
