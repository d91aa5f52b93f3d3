//! Files in memory that lose power, fail and fill up when a test says so.
//!
//! What a disk may lose is modelled in two ways. Bytes that were not forced to
//! disk may be there, missing, cut or zeros. Changes of names that were not
//! forced to disk are kept up to any point in their order (`Ordered`, as
//! journals do), or any of them and not the others (`AnyOrder`, which is all
//! that POSIX promises).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Error, ErrorKind, Result};
use std::sync::{Arc, Mutex, MutexGuard};

use magdit::store::FileSystem;

/// The files of a folder: name and bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// How names come to disk when nobody forces them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Ordered,
    AnyOrder,
}

/// Which call fails, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fault {
    /// The call, from 0.
    pub(crate) at: usize,
    /// Whether all later calls fail too.
    pub(crate) for_ever: bool,
    pub(crate) kind: ErrorKind,
}

#[derive(Debug, Clone)]
struct Inode {
    bytes: Vec<u8>,
    on_disk: bool,
}

#[derive(Debug, Clone)]
enum NameChange {
    Set(String, usize),
    Rename(String, String, usize),
    Remove(String),
}

/// What there is at one moment, on disk and on its way there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Moment {
    inodes: Vec<Inode>,
    names: BTreeMap<String, usize>,
    names_on_disk: BTreeMap<String, usize>,
    pending: Vec<NameChange>,
}

#[derive(Debug, Default)]
struct State {
    now: Moment,
    calls: usize,
    counter: u64,
    fault: Option<Fault>,
    room: Option<usize>,
    no_links: bool,
    lies: bool,
    writes: usize,
    remembers: bool,
    moments: Vec<Moment>,
}

/// A folder in memory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<State>>);

impl Memory {
    /// A folder with these files, all of them on disk.
    pub(crate) fn with(files: &Files) -> Self {
        let memory = Self::default();
        for (name, bytes) in files {
            memory.put(name, bytes);
        }
        memory
    }

    /// Puts a file in place, on disk.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        let now = &mut self.lock().now;
        now.inodes.push(Inode { bytes: bytes.to_vec(), on_disk: true });
        let inode = now.inodes.len() - 1;
        now.names.insert(name.to_owned(), inode);
        now.names_on_disk.insert(name.to_owned(), inode);
    }

    /// What a reader sees now.
    pub(crate) fn files(&self) -> Files {
        let state = self.lock();
        state.now.names.iter().map(|(name, &inode)| (name.clone(), state.now.inodes[inode].bytes.clone())).collect()
    }

    pub(crate) fn fail(&self, fault: Fault) {
        let mut state = self.lock();
        state.calls = 0;
        state.fault = Some(fault);
    }

    pub(crate) fn heal(&self) {
        let mut state = self.lock();
        (state.fault, state.room, state.lies) = (None, None, false);
    }

    /// Room for this many bytes in all.
    pub(crate) fn limit_room(&self, bytes: usize) {
        self.lock().room = Some(bytes);
    }

    /// Knows no second names for a file, as FAT does.
    pub(crate) fn without_links(self) -> Self {
        self.lock().no_links = true;
        self
    }

    /// Keeps other bytes than are written.
    pub(crate) fn lie(&self) {
        self.lock().lies = true;
    }

    /// Calls since the last fault was set, or since the beginning.
    pub(crate) fn calls(&self) -> usize {
        self.lock().calls
    }

    /// Calls that change something.
    pub(crate) fn writes(&self) -> usize {
        self.lock().writes
    }

    /// Remembers every moment from now on.
    pub(crate) fn remember(&self) {
        self.lock().remembers = true;
    }

    /// Every remembered moment after a call that changed something, oldest first.
    pub(crate) fn moments(&self) -> Vec<Moment> {
        self.lock().moments.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Counts a call, and fails it where that was asked for.
    fn call(&self) -> Result<MutexGuard<'_, State>> {
        let mut state = self.lock();
        let call = state.calls;
        state.calls += 1;
        match state.fault {
            Some(fault) if call == fault.at || (fault.for_ever && call > fault.at) => Err(fault.kind.into()),
            _ => Ok(state),
        }
    }

    fn change(&self, change: impl FnOnce(&mut State) -> Result<()>) -> Result<()> {
        let mut state = self.call()?;
        change(&mut state)?;
        state.writes += 1;
        if state.remembers {
            let now = state.now.clone();
            state.moments.push(now);
        }
        Ok(())
    }
}

impl State {
    fn used(&self) -> usize {
        let inodes: BTreeSet<usize> = self.now.names.values().copied().collect();
        inodes.iter().map(|&inode| self.now.inodes[inode].bytes.len()).sum()
    }

    fn inode(&self, name: &str) -> Result<usize> {
        self.now.names.get(name).copied().ok_or(ErrorKind::NotFound.into())
    }
}

impl FileSystem for Memory {
    type File = usize;

    fn prepare(&self) -> Result<()> {
        self.call().map(drop)
    }

    fn names(&self) -> Result<Vec<String>> {
        Ok(self.call()?.now.names.keys().cloned().collect())
    }

    fn read(&self, name: &str, most: usize) -> Result<Vec<u8>> {
        let state = self.call()?;
        let inode = state.inode(name)?;
        Ok(state.now.inodes[inode].bytes.iter().copied().take(most.saturating_add(1)).collect())
    }

    fn create(&self, name: &str) -> Result<usize> {
        let mut made = 0;
        self.change(|state| {
            if state.now.names.contains_key(name) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            state.now.inodes.push(Inode { bytes: Vec::new(), on_disk: true });
            made = state.now.inodes.len() - 1;
            state.now.names.insert(name.to_owned(), made);
            state.now.pending.push(NameChange::Set(name.to_owned(), made));
            Ok(())
        })?;
        Ok(made)
    }

    fn write(&self, file: &mut usize, bytes: &[u8]) -> Result<()> {
        let inode = *file;
        self.change(|state| {
            let left = state.room.map_or(usize::MAX, |room| room.saturating_sub(state.used()));
            let fits = bytes.len() <= left;
            let lies = state.lies;
            let target = &mut state.now.inodes[inode];
            target.bytes.extend_from_slice(&bytes[..bytes.len().min(left)]);
            target.on_disk = false;
            if lies {
                let middle = target.bytes.len() / 2;
                target.bytes[middle] ^= 1;
            }
            if fits { Ok(()) } else { Err(Error::from(ErrorKind::StorageFull)) }
        })
    }

    fn sync(&self, file: &usize) -> Result<()> {
        let inode = *file;
        self.change(|state| {
            state.now.inodes[inode].on_disk = true;
            Ok(())
        })
    }

    fn link(&self, from: &str, to: &str) -> Result<()> {
        self.change(|state| {
            if state.no_links {
                return Err(ErrorKind::Unsupported.into());
            }
            let inode = state.inode(from)?;
            if state.now.names.contains_key(to) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            state.now.names.insert(to.to_owned(), inode);
            state.now.pending.push(NameChange::Set(to.to_owned(), inode));
            Ok(())
        })
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        self.change(|state| {
            let inode = state.inode(from)?;
            // Two names of one file: POSIX does nothing, and `from` stays.
            if state.now.names.get(to) == Some(&inode) {
                return Ok(());
            }
            state.now.names.remove(from);
            state.now.names.insert(to.to_owned(), inode);
            state.now.pending.push(NameChange::Rename(from.to_owned(), to.to_owned(), inode));
            Ok(())
        })
    }

    fn remove(&self, name: &str) -> Result<()> {
        self.change(|state| {
            state.inode(name)?;
            state.now.names.remove(name);
            state.now.pending.push(NameChange::Remove(name.to_owned()));
            Ok(())
        })
    }

    fn sync_folder(&self) -> Result<()> {
        self.change(|state| {
            state.now.names_on_disk = state.now.names.clone();
            state.now.pending.clear();
            Ok(())
        })
    }

    fn unique(&self) -> u64 {
        let mut state = self.lock();
        state.counter += 1;
        state.counter
    }
}

impl Moment {
    /// Everything that may be on disk after the power went at this moment.
    pub(crate) fn after_power_loss(&self, order: Names) -> BTreeSet<Files> {
        let count = self.pending.len();
        let kept: Vec<Vec<&NameChange>> = match order {
            Names::Ordered => (0..=count).map(|end| self.pending[..end].iter().collect()).collect(),
            Names::AnyOrder => (0_u32..1 << count)
                .map(|set| {
                    self.pending.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, c)| c).collect()
                })
                .collect(),
        };
        kept.into_iter().flat_map(|changes| self.with_bytes(&self.names_after(&changes))).collect()
    }

    fn names_after(&self, changes: &[&NameChange]) -> BTreeMap<String, usize> {
        let mut names = self.names_on_disk.clone();
        for change in changes {
            match change {
                NameChange::Set(name, inode) => drop(names.insert(name.clone(), *inode)),
                NameChange::Rename(from, to, inode) => {
                    if names.get(from) == Some(inode) {
                        names.remove(from);
                    }
                    names.insert(to.clone(), *inode);
                }
                NameChange::Remove(name) => drop(names.remove(name)),
            }
        }
        names
    }

    /// Each combination of what bytes may have become.
    fn with_bytes(&self, names: &BTreeMap<String, usize>) -> Vec<Files> {
        let mut folders = vec![Files::new()];
        for (name, &inode) in names {
            let Inode { bytes, on_disk } = &self.inodes[inode];
            let half = bytes[..bytes.len() / 2].to_vec();
            let mut torn = half.clone();
            torn.resize(bytes.len(), 0);
            let forms = match on_disk {
                true => vec![bytes.clone()],
                false => vec![bytes.clone(), Vec::new(), half, torn, vec![0; bytes.len()]],
            };
            let mut combined = Vec::with_capacity(folders.len() * forms.len());
            for form in &forms {
                for mut folder in folders.iter().cloned() {
                    folder.insert(name.clone(), form.clone());
                    combined.push(folder);
                }
            }
            folders = combined;
        }
        folders
    }
}
