//! What a store asks of a folder, apart from any folder.

use std::io;

/// The files of one folder, by name.
///
/// [`Disk`](super::Disk) is the one there is. The seam is for tests, which put
/// power loss and failing calls behind it.
pub trait FileSystem {
    /// A file that is being written.
    type File;

    /// Makes the folder, if it is not there, so that it survives power loss.
    ///
    /// # Errors
    ///
    /// What the system says, here and below.
    fn prepare(&self) -> io::Result<()>;

    /// The names in the folder.
    ///
    /// # Errors
    ///
    /// As above.
    fn names(&self) -> io::Result<Vec<String>>;

    /// A file's bytes, at most one more than `most`.
    ///
    /// # Errors
    ///
    /// As above.
    fn read(&self, name: &str, most: usize) -> io::Result<Vec<u8>>;

    /// A new, empty file. Fails if the name is taken.
    ///
    /// # Errors
    ///
    /// As above.
    fn create(&self, name: &str) -> io::Result<Self::File>;

    /// Appends bytes.
    ///
    /// # Errors
    ///
    /// As above.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;

    /// Forces a file's bytes to disk.
    ///
    /// # Errors
    ///
    /// As above.
    fn sync(&self, file: &Self::File) -> io::Result<()>;

    /// A second name for a file. Fails if it is taken.
    ///
    /// # Errors
    ///
    /// As above; also where the file system knows no second names.
    fn link(&self, from: &str, to: &str) -> io::Result<()>;

    /// Gives a file another name, in one step, replacing what has it.
    ///
    /// # Errors
    ///
    /// As above.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Removes a name.
    ///
    /// # Errors
    ///
    /// As above.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// Forces the names in the folder to disk.
    ///
    /// # Errors
    ///
    /// As above.
    fn sync_folder(&self) -> io::Result<()>;

    /// A number that no other process and no other call has, as far as chance
    /// allows.
    fn unique(&self) -> u64;
}
