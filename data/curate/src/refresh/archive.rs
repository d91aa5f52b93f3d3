//! Local clones of archives of documents, read through git.
//!
//! Whoever has a clone has git, and a clone that somebody pulled is never
//! older than its reader; a git library would be a hundred crates for three
//! questions. Nothing is fetched: protocols are switched off.

use std::path::{Path, PathBuf};
use std::process::Command;

use magdit::Date;

use super::RefreshError;

/// A clone, bare or not.
#[derive(Debug)]
pub(super) struct Archive {
    dir: PathBuf,
    /// The day of its last commit: until then its documents are known.
    pub(super) day: Date,
}

/// Where an archived copy lies: `…/<owner>/<repository>/blob/<commit>/<path>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cited {
    repository: String,
    commit: String,
    pub(super) path: String,
}

impl Cited {
    /// Takes the address of a copy apart; nothing where it is not one of a
    /// file in a commit.
    pub(super) fn parse(address: &str) -> Option<Self> {
        let rest = address.split_once("://")?.1;
        let mut parts = rest.splitn(6, '/');
        let (_host, _owner, repository) = (parts.next()?, parts.next()?, parts.next()?);
        let (kind, commit, path) = (parts.next()?, parts.next()?, parts.next()?);
        let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        let path = unescaped(path)?;
        (kind == "blob" && is_commit && !path.is_empty()).then(|| Self {
            repository: repository.to_owned(),
            commit: commit.to_owned(),
            path,
        })
    }
}

/// A path with its `%20` and the like turned back.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

impl Archive {
    /// Looks at a clone.
    pub(super) fn open(dir: &Path) -> Result<Self, RefreshError> {
        let unusable = || RefreshError::Archive { dir: dir.to_owned() };
        let archive = Self { dir: dir.to_owned(), day: Date::new(2000, 1, 1).ok_or_else(unusable)? };
        let day = archive.text(&["log", "-1", "--format=%cs", "HEAD"])?.ok_or_else(unusable)?;
        Ok(Self { day: Date::parse(day.trim()).ok_or_else(unusable)?, ..archive })
    }

    /// Whether a cited copy is of this archive: its commit is here, or, in a
    /// clone without history, the name of the repository fits.
    pub(super) fn holds(&self, cited: &Cited) -> Result<bool, RefreshError> {
        let commit = format!("{}^{{commit}}", cited.commit);
        if self.text(&["cat-file", "-e", &commit])?.is_some() {
            return Ok(true);
        }
        let remote = self.text(&["config", "--get", "remote.origin.url"])?.unwrap_or_default();
        let remote = remote.trim().trim_end_matches(".git");
        let ends_with_name =
            |text: &str| text.strip_suffix(&cited.repository).is_some_and(|rest| rest.ends_with(['/', '+']));
        let in_path = self.dir.ancestors().take(2).any(|part| ends_with_name(&part.display().to_string()));
        Ok(ends_with_name(remote) || in_path)
    }

    /// The document as it was cited; nothing where its commit is not here.
    pub(super) fn cited(&self, cited: &Cited) -> Result<Option<String>, RefreshError> {
        self.text(&["cat-file", "blob", &format!("{}:{}", cited.commit, cited.path)])
    }

    /// The document as it is now; nothing where it is gone.
    pub(super) fn current(&self, cited: &Cited) -> Result<Option<String>, RefreshError> {
        self.text(&["cat-file", "blob", &format!("HEAD:{}", cited.path)])
    }

    /// The day the document changed last since it was cited.
    pub(super) fn changed_on(&self, cited: &Cited) -> Result<Option<Date>, RefreshError> {
        let range = format!("{}..HEAD", cited.commit);
        let day = self.text(&["log", "-1", "--format=%cs", &range, "--", &cited.path])?;
        Ok(day.and_then(|day| Date::parse(day.trim())))
    }

    /// What git prints, or nothing where it refuses.
    fn text(&self, arguments: &[&str]) -> Result<Option<String>, RefreshError> {
        let output = Command::new("git")
            .args(["--literal-pathspecs", "-c", "protocol.allow=never", "-c", "core.quotePath=false", "-C"])
            .arg(&self.dir)
            .args(arguments)
            .env("GIT_OPTIONAL_LOCKS", "0")
            .env("GIT_TERMINAL_PROMPT", "0")
            .env_remove("GIT_DIR")
            .env_remove("GIT_WORK_TREE")
            .output()
            .map_err(|source| RefreshError::Git { source })?;
        Ok(output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_a_path_in_a_commit() {
        let commit = "0123456789abcdef0123456789abcdef01234567";
        let address = format!("https://github.com/voorbeeld/versions/blob/{commit}/Voorbeeld/Terms%20of%20Service.md");
        let cited = Cited::parse(&address).unwrap();
        assert_eq!((cited.repository.as_str(), cited.commit.as_str()), ("versions", commit));
        assert_eq!(cited.path, "Voorbeeld/Terms of Service.md");
        for other in [
            "https://voorbeeld.example/terms",
            "https://github.com/voorbeeld/versions/blob/main/Terms.md",
            &address.replace("/blob/", "/tree/"),
            &format!("https://github.com/voorbeeld/versions/blob/{commit}"),
        ] {
            assert_eq!(Cited::parse(other), None, "{other}");
        }
    }

    #[test]
    fn only_whole_escapes_are_turned_back() {
        let cases = [("a%20b", Some("a b")), ("100%", Some("100%")), ("%zz", Some("%zz")), ("%ff", None)];
        for (path, expected) in cases {
            assert_eq!(unescaped(path).as_deref(), expected, "{path}");
        }
    }
}
