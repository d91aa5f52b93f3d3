//! The calls, and what the kernel may not be asked meanwhile.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ffi::{c_char, c_int, c_long, c_ulong, c_void};
use std::hint::black_box;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use magdit::json;
use magdit::{KnowledgeBase, Language, Question, Trust};
use magdit_tests::conformance::{Case, call, case_files, fixture, folder, school_file};
use magdit_tests::today;

/// Codes of what has no system call.
const ENVIRONMENT: c_long = 41;
const CLOCK: c_long = 42;

unsafe extern "C" {
    fn prctl(option: c_int, mode: c_ulong) -> c_int;
    fn syscall(number: c_long, code: c_long) -> c_long;
}

/// From here on nothing but reading and writing what is open.
static SEALED: AtomicBool = AtomicBool::new(false);

fn seal() {
    const SET_SECCOMP: c_int = 22;
    const STRICT: c_ulong = 1;
    SEALED.store(true, Ordering::Relaxed);
    // SAFETY: both are numbers that the kernel knows or refuses.
    assert_eq!(unsafe { prctl(SET_SECCOMP, STRICT) }, 0, "this kernel has no seccomp");
}

/// Ends the program by the one system call that strict mode leaves.
fn exit(code: c_long) -> ! {
    const EXIT: c_long = if cfg!(target_arch = "x86_64") { 60 } else { 93 };
    loop {
        // SAFETY: it ends this thread, which is the only one.
        unsafe { syscall(EXIT, code) };
    }
}

/// Takes the place of the system's: nobody may look at the environment once
/// the program is sealed.
#[unsafe(no_mangle)]
extern "C" fn getenv(_name: *const c_char) -> *mut c_char {
    if SEALED.load(Ordering::Relaxed) {
        exit(ENVIRONMENT);
    }
    null_mut()
}

/// Takes the place of the system's: nobody may look at the time either. It
/// has no answer before that.
#[unsafe(no_mangle)]
extern "C" fn clock_gettime(_clock: c_int, _time: *mut c_void) -> c_int {
    if SEALED.load(Ordering::Relaxed) {
        exit(CLOCK);
    }
    -1
}

/// Memory out of one piece that the program has from its start, because
/// asking for more is a system call. Pieces of one size are used again.
struct Arena {
    taken: AtomicBool,
    inside: UnsafeCell<Inside>,
}

struct Inside {
    next: usize,
    free: [*mut u8; 40],
}

const ARENA_BYTES: usize = 1 << 29;

#[repr(align(4096))]
struct Memory(UnsafeCell<[u8; ARENA_BYTES]>);

// SAFETY: pieces of it are handed out by the arena, each to one owner.
unsafe impl Sync for Memory {}
// SAFETY: `taken` lets one thread in at a time.
unsafe impl Sync for Arena {}

static MEMORY: Memory = Memory(UnsafeCell::new([0; ARENA_BYTES]));

#[global_allocator]
static ARENA: Arena =
    Arena { taken: AtomicBool::new(false), inside: UnsafeCell::new(Inside { next: 0, free: [null_mut(); 40] }) };

impl Arena {
    /// Pieces are powers of two and stand at multiples of their size.
    fn class(layout: Layout) -> usize {
        let size = layout.size().max(layout.align()).max(16).next_power_of_two();
        usize::try_from(size.trailing_zeros()).unwrap_or(0)
    }

    fn within<R>(&self, work: impl FnOnce(&mut Inside) -> R) -> R {
        while self.taken.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            std::hint::spin_loop();
        }
        // SAFETY: nobody else is in here until `taken` is false again.
        let result = work(unsafe { &mut *self.inside.get() });
        self.taken.store(false, Ordering::Release);
        result
    }
}

// SAFETY: a piece is given to one owner until it is given back, and is large
// enough and aligned, because its class says both.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let class = Self::class(layout);
        self.within(|inside| {
            let Some(free) = inside.free.get_mut(class) else {
                return null_mut();
            };
            if !free.is_null() {
                let piece = *free;
                // SAFETY: a piece that is free begins with the address of the next one.
                *free = unsafe { piece.cast::<*mut u8>().read() };
                return piece;
            }
            let size = 1 << class;
            let start = inside.next.next_multiple_of(size.min(4096));
            if start + size > ARENA_BYTES {
                return null_mut();
            }
            inside.next = start + size;
            // SAFETY: it lies within the memory.
            unsafe { MEMORY.0.get().cast::<u8>().add(start) }
        })
    }

    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        let class = Self::class(layout);
        self.within(|inside| {
            if let Some(free) = inside.free.get_mut(class) {
                // SAFETY: the piece is nobody's now, and has room for an address.
                unsafe { piece.cast::<*mut u8>().write(*free) };
                *free = piece;
            }
        });
    }
}

/// A call with the school's file it wants, read beforehand.
struct Prepared {
    case: Case,
    school: Option<Vec<u8>>,
}

/// What the calls need, read while that is allowed.
struct Work {
    fixture: Vec<u8>,
    signed: Vec<u8>,
    keys: String,
    calls: Vec<Prepared>,
}

impl Work {
    fn read() -> Self {
        let read = |name: &str| std::fs::read(folder().join(name)).expect("a file of the conformance folder");
        let files = case_files().into_iter().filter(|(name, _)| name != "embedded");
        let prepared = |case: Case| Prepared {
            school: case.school.as_deref().map(school_file),
            case: Case { school: None, ..case },
        };
        let calls = files.flat_map(|(_, file)| file.cases).map(prepared).collect();
        let keys = String::from_utf8(read("signed.keys")).expect("a key file is text");
        Self { fixture: fixture(), signed: read("signed.kb"), keys, calls }
    }

    /// Opens what there is and makes every call; how many there were.
    fn run(self) -> usize {
        let embedded = KnowledgeBase::open(magdit_data::KNOWLEDGE_BASE).expect("the embedded knowledge base opens");
        look_behind(&embedded, "kahoot");
        black_box(json::open_signed(self.signed, &self.keys).expect("the signed file opens").sha256());
        let library = json::open(self.fixture, &Trust::AllowUnsigned).expect("the fixture opens");
        look_behind(&library, "voorbeeld-quiz");
        let mut count = 0;
        for Prepared { case, school } in self.calls {
            let answered = match school {
                Some(file) => json::with_school(&library, &file).and_then(|at_school| call(&at_school, &case)),
                None => call(&library, &case),
            };
            let status = answered.as_ref().map_or_else(|error| error.code.number(), |_| 0);
            assert_eq!(status, case.status, "{}", case.name);
            count += 1;
        }
        count
    }
}

/// The calls that the conformance file has not.
fn look_behind(library: &KnowledgeBase, tool: &str) {
    let question = Question::on(today());
    for language in [Language::Nl, Language::En] {
        black_box(library.trace(tool, &question, language).expect("the tool is known"));
    }
    black_box(library.history(tool).expect("the tool is known"));
    let record = library.tool(tool).expect("the tool is known");
    black_box(library.outline(&record, &question).expect("it has editions"));
    black_box(library.brief(&record, &question).expect("it has editions"));
    let ids = library.explainable();
    for id in ids.iter().step_by(ids.len() / 20 + 1) {
        black_box(library.explain(id).expect("it can be explained"));
    }
    library.scan_records().expect("every record is sound");
}

#[expect(clippy::disallowed_types, reason = "shows that a look at the clock would be seen")]
fn read_the_clock() {
    black_box(std::time::SystemTime::now());
}

pub(crate) fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let work = Work::read();
    match arguments[..] {
        ["strict"] => {
            seal();
            println!("{} calls", work.run());
            exit(0);
        }
        ["strict", forbidden] => {
            seal();
            match forbidden {
                "file" => drop(black_box(std::fs::read("/proc/self/status"))),
                "environment" => drop(black_box(std::env::var("LANG"))),
                "clock" => read_the_clock(),
                _ => exit(1),
            }
            exit(0);
        }
        ["stack", bytes] => {
            let bytes = bytes.parse().expect("a number of bytes");
            let small = thread::Builder::new().stack_size(bytes).spawn(|| work.run()).expect("a thread");
            println!("{} calls", small.join().expect("no panic"));
        }
        _ => panic!("strict, strict WHAT, or stack BYTES, and not {arguments:?}"),
    }
}
