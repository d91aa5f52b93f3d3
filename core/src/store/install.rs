//! Replacing the file in use.

use std::io::{self, Read};

use crate::date::Date;
use crate::error::LoadError;
use crate::kb::error::OpenError;
use crate::kb::limits::MAX_FILE_BYTES;
use crate::kb::release::Version;
use crate::knowledge_base::KnowledgeBase;

use super::error::{InstallError, Refusal};
use super::file_system::FileSystem;
use super::floor::Floor;
use super::judge::follows;
use super::{CURRENT, FLOOR, Held, PREVIOUS, Store};

/// What an installation did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installed {
    /// The file is in use, and survives power loss.
    New {
        /// Its version.
        version: Version,
    },
    /// This content was in use already: nothing was written.
    AlreadyCurrent {
        /// Its version.
        version: Version,
    },
}

impl<F: FileSystem> Store<F> {
    /// Installs a file: verifies it, writes it beside the one in use, forces it
    /// to disk, reads it back, keeps the one in use as the previous one, and
    /// gives it the name of the one in use.
    ///
    /// `today` says whether the file is still good.
    ///
    /// # Errors
    ///
    /// [`InstallError`]. What was in use stays in use, except for
    /// [`InstallError::Unconfirmed`].
    pub fn install(&mut self, file: &[u8], today: Date) -> Result<Installed, InstallError> {
        let held = self.held();
        let candidate = self.judge(file.to_vec(), today, &held)?;
        let version = candidate.version;
        if candidate.is_current {
            if held.current.is_some() {
                self.files.sync_folder().map_err(|source| InstallError::Unconfirmed { source })?;
            }
            return Ok(Installed::AlreadyCurrent { version });
        }
        self.files.prepare().map_err(at("make the folder"))?;
        self.clean();
        let result = match self.replace(file, &candidate.library, &held) {
            Err(InstallError::Io { source, .. }) if is_full(&source) => {
                self.replace_after_making_room(file, &candidate.library, &held)
            }
            result => result,
        };
        self.clean();
        result.map(|()| Installed::New { version })
    }

    /// Installs what a reader gives, which is not read beyond the limit of a
    /// file: an endless download ends here.
    ///
    /// # Errors
    ///
    /// As [`Store::install`]; [`InstallError::Io`] if reading fails.
    pub fn install_from(&mut self, reader: impl Read, today: Date) -> Result<Installed, InstallError> {
        let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let mut file = Vec::new();
        reader.take(limit).read_to_end(&mut file).map_err(at("read the new file"))?;
        if file.len() > MAX_FILE_BYTES {
            let error = OpenError::TooLarge { found: file.len(), limit: MAX_FILE_BYTES };
            return Err(Refusal::File(LoadError::File(error)).into());
        }
        self.install(&file, today)
    }

    /// Where the disk is full and the current file is good, the previous one
    /// makes room.
    fn replace_after_making_room(&self, file: &[u8], library: &KnowledgeBase, held: &Held) -> Result<(), InstallError> {
        self.clean();
        let full = InstallError::Full { needed: file.len() };
        let spare = held.current.is_some() && self.files.remove(PREVIOUS).is_ok();
        if !spare {
            return Err(full);
        }
        match self.replace(file, library, held) {
            Err(InstallError::Io { source, .. }) if is_full(&source) => Err(full),
            result => result,
        }
    }

    fn replace(&self, file: &[u8], library: &KnowledgeBase, held: &Held) -> Result<(), InstallError> {
        let incoming = self.put(file, "write the new file")?;
        if held.current.is_some() {
            self.keep_current()?;
        }
        let floor = self.put(&Floor::of(library).to_bytes(), "write the floor")?;
        let now = self.held();
        follows(library, self.floor(&now).as_ref())?;
        self.files.rename(&floor, FLOOR).map_err(at("replace the floor"))?;
        self.files.rename(&incoming, CURRENT).map_err(at("replace the file in use"))?;
        self.files.sync_folder().map_err(|source| InstallError::Unconfirmed { source })
    }

    /// Writes bytes to a new file, forces them to disk and reads them back.
    fn put(&self, bytes: &[u8], step: &'static str) -> Result<String, InstallError> {
        let name = self.part_name();
        let mut file = self.files.create(&name).map_err(at(step))?;
        self.files.write(&mut file, bytes).map_err(at(step))?;
        self.files.sync(&file).map_err(at(step))?;
        drop(file);
        let kept = self.files.read(&name, bytes.len()).map_err(at(step))?;
        match kept == bytes {
            true => Ok(name),
            false => Err(InstallError::NotKept),
        }
    }

    /// Makes the file in use the previous one too. A file system without
    /// second names gets a copy.
    fn keep_current(&self) -> Result<(), InstallError> {
        let step = "keep the previous file";
        let linked = self.part_name();
        let part = match self.files.link(CURRENT, &linked) {
            Ok(()) => linked,
            Err(error) if is_full(&error) => return Err(at(step)(error)),
            Err(_) => {
                let bytes = self.files.read(CURRENT, MAX_FILE_BYTES).map_err(at(step))?;
                self.put(&bytes, step)?
            }
        };
        self.files.rename(&part, PREVIOUS).map_err(at(step))
    }

    /// Removes what interrupted installations left. What cannot be removed
    /// waits for the next time.
    fn clean(&self) {
        let names = self.files.names().unwrap_or_default();
        for name in names.iter().filter(|name| is_part_name(name)) {
            let _ = self.files.remove(name);
        }
    }

    fn part_name(&self) -> String {
        format!("{PART_START}{:016x}{PART_END}", self.files.unique())
    }
}

const PART_START: &str = "magdit-";
const PART_END: &str = ".part";

/// Whether a name is one that an installation gives to a file in the making.
fn is_part_name(name: &str) -> bool {
    let digits = name.strip_prefix(PART_START).and_then(|rest| rest.strip_suffix(PART_END));
    digits.is_some_and(|digits| digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

fn at(step: &'static str) -> impl Fn(io::Error) -> InstallError {
    move |source| InstallError::Io { step, source }
}

fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}
