//! The profile as a file: read, kept after every change, set aside when damaged, and erased with everything else.

use super::profile::{Profile, Unreadable};
use crate::lang::Words;
use crate::play;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Name of the file, beside the settings.
const NAME: &str = "profile.json";

/// Bytes a profile may have.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Damaged files that are set aside before the newest takes the last one's name.
const MOST_ASIDE: u32 = 99;

/// What went wrong with the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It could not be read as a profile and lies here now; the profile starts anew.
    SetAside(PathBuf, Unreadable),
    /// It can be neither read nor set aside, so it is left alone and nothing is kept.
    Locked(String),
    /// It could not be written.
    NotKept(String),
}

impl Trouble {
    /// What is wrong, as a sentence.
    #[must_use]
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::SetAside(path, why) => {
                let reason = match why {
                    Unreadable::Damaged(_) => words.ui("profile-damaged"),
                    Unreadable::Newer(version) => words.ui_with("profile-newer", &[("version", (*version).into())]),
                    Unreadable::TooMuch => words.ui("profile-too-much"),
                };
                let path = path.display().to_string();
                words.ui_with("profile-set-aside", &[("reason", reason.into()), ("path", path.into())])
            }
            Self::Locked(reason) => words.ui_with("profile-locked", &[("reason", reason.as_str().into())]),
            Self::NotKept(reason) => words.ui_with("profile-not-kept", &[("reason", reason.as_str().into())]),
        }
    }
}

/// A profile and where it lies.
#[derive(Debug, Default)]
pub struct Store {
    /// The profile.
    pub profile: Profile,
    /// What went wrong, until somebody has been told.
    pub trouble: Option<Trouble>,
    path: Option<PathBuf>,
}

impl Store {
    /// The profile in a folder; without a folder one that is not kept.
    #[must_use]
    pub fn open(folder: Option<&Path>) -> Self {
        let Some(path) = folder.map(|f| f.join(NAME)) else { return Self::default() };
        let read = match read(&path) {
            Ok(None) => return Self { path: Some(path), ..Self::default() },
            Ok(Some(text)) => Profile::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(Unreadable::Damaged(error.to_string())),
            Err(error) => return Self { trouble: Some(Trouble::Locked(error.to_string())), ..Self::default() },
        };
        match read {
            Ok(profile) => Self { profile, trouble: None, path: Some(path) },
            Err(why) => match set_aside(&path) {
                Ok(aside) => Self { trouble: Some(Trouble::SetAside(aside, why)), path: Some(path), profile: Profile::default() },
                Err(error) => Self { trouble: Some(Trouble::Locked(error.to_string())), ..Self::default() },
            },
        }
    }

    /// Writes it, whole or not at all. A disk that refuses is told of once.
    pub fn keep(&mut self) {
        let Some(path) = &self.path else { return };
        let write = || {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            play::save(path, self.profile.text())
        };
        if let Err(error) = write() {
            self.trouble = Some(Trouble::NotKept(error.to_string()));
        }
    }
}

fn read(path: &Path) -> io::Result<Option<String>> {
    match fs::metadata(path) {
        Ok(m) if m.len() > MOST_BYTES => return Err(io::Error::new(io::ErrorKind::InvalidData, "too large")),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    }
    fs::read_to_string(path).map(Some)
}

fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let name = |n: u32| path.with_file_name(format!("profile-damaged-{n}.json"));
    let free = (1..MOST_ASIDE).map(name).find(|p| !p.exists()).unwrap_or_else(|| name(MOST_ASIDE));
    fs::rename(path, &free)?;
    Ok(free)
}

/// Deletes everything Comity has stored in its folder: matches, settings, profile, and what was set aside.
///
/// # Errors
/// As the disk says; what could be deleted is gone.
pub fn erase(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("comity-profile-{name}-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _gone = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn what_was_kept_is_there_again_until_it_is_erased() {
        let folder = Folder::new("kept");
        let home = folder.0.join("deep").join("comity");
        let mut store = Store::open(Some(&home));
        assert!(store.profile.is_empty() && store.trouble.is_none());
        store.profile.met("s", "o", Date::parse("2026-01-01").unwrap());
        store.keep();
        assert_eq!(store.trouble, None);
        assert_eq!(Store::open(Some(&home)).profile, store.profile);
        fs::create_dir_all(home.join("matches")).unwrap();
        fs::write(home.join("matches/a.ron"), "x").unwrap();
        erase(&home).unwrap();
        assert!(!home.exists() && folder.0.exists());
        erase(&home).unwrap();
        assert!(Store::open(Some(&home)).profile.is_empty());
    }

    #[test]
    fn a_damaged_file_is_set_aside_whole() {
        let folder = Folder::new("damaged");
        for (n, text) in ["{ half", "not a profile", "{\"version\": 7}"].into_iter().enumerate() {
            fs::write(folder.0.join(NAME), text).unwrap();
            let mut store = Store::open(Some(&folder.0));
            let Some(Trouble::SetAside(aside, why)) = &store.trouble else { panic!("{:?}", store.trouble) };
            assert_eq!(fs::read_to_string(aside).unwrap(), text);
            assert!(aside.ends_with(format!("profile-damaged-{}.json", n + 1)));
            assert_eq!(matches!(why, Unreadable::Newer(7)), n == 2);
            store.profile.met("s", "o", Date::parse("2026-01-01").unwrap());
            store.keep();
            assert!(Store::open(Some(&folder.0)).trouble.is_none());
        }
        fs::write(folder.0.join(NAME), [0xff, 0xfe, 0x00]).unwrap();
        assert!(matches!(Store::open(Some(&folder.0)).trouble, Some(Trouble::SetAside(..))), "bytes that are no text");
    }

    #[test]
    fn without_a_folder_nothing_is_kept_and_nothing_breaks() {
        let mut store = Store::open(None);
        store.profile.met("s", "o", Date::parse("2026-01-01").unwrap());
        store.keep();
        assert_eq!(store.trouble, None);
    }
}
