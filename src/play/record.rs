//! A match as a file: which scenario (and which rules exactly), seed, who sat where, and the actions, one a line. A file cut
//! off anywhere keeps its last complete action.

use super::deed::{Deed, deed, undeed};
use super::{Away, MOST_ACTIONS, Match, hex};
use crate::lang::{Value, Words};
use crate::model::{Reading, Scenario, SeatIx};
use crate::seat::Refusal;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Format of saved matches.
pub const FORMAT: u32 = 1;

/// Bytes a saved match may have.
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// A person at a seat, as a saved match names who sits there; bots are `bot:NAME`.
pub const PERSON: &str = "human";

/// A person whose play is guided.
pub const GUIDED: &str = "human:guided";

/// Whether a person sits where this sits.
#[must_use]
pub fn is_person(sitter: &str) -> bool {
    [PERSON, GUIDED].contains(&sitter)
}

/// A saved match.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Match", deny_unknown_fields)]
pub struct Record {
    /// Format version.
    pub format: u32,
    /// Version of the engine that wrote it.
    pub engine: String,
    /// Scenario: slug or path.
    pub scenario: String,
    /// Hash of the scenario's rules and law.
    pub hash: String,
    /// Seed.
    pub seed: u64,
    /// Whether chance follows history.
    #[serde(default)]
    pub pinned: bool,
    /// Length of play, if one was chosen.
    #[serde(default)]
    pub preset: Option<String>,
    /// Who sat where: seat, then `human` or `bot:NAME`.
    #[serde(default)]
    pub seats: Vec<(String, String)>,
    /// Actions that bots took for people who had left their seats: from one, up to another.
    #[serde(default)]
    pub away: Vec<Away>,
    /// What was done, by whom.
    pub actions: Vec<(String, Deed)>,
    /// Digest of the final state, written once the match is over.
    #[serde(default)]
    pub digest: Option<String>,
}

/// That a file was cut off, and what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Actions kept.
    pub kept: usize,
}

/// Why a saved match cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordError {
    /// Not a saved match at all, damaged in the middle, or cut off before its first action.
    Unreadable {
        /// Byte of the file at which reading failed.
        at: usize,
        /// What is wrong there.
        message: String,
    },
    /// A format of another version.
    Format(u32),
    /// The rules have changed since: hash in the file, hash now.
    OtherRules(String, String),
    /// An id the scenario does not have: number of the action, id.
    Unknown(usize, String),
    /// An action the rules refuse: its number and the refusal.
    Refused(usize, Box<Refusal>),
    /// More actions than a match can have.
    TooLong,
}

impl RecordError {
    /// What is wrong, as a sentence.
    #[must_use]
    pub fn sentence(&self, words: &Words, scenario: Option<&Scenario>) -> String {
        let number = |ix: &usize| Value::from(ix + 1);
        match self {
            Self::Unreadable { message, .. } => words.ui_with("save-broken", &[("reason", message.as_str().into())]),
            Self::Format(format) => words.ui_with("save-other-format", &[("format", (*format).into()), ("ours", FORMAT.into())]),
            Self::OtherRules(then, now) => {
                words.ui_with("save-other-rules", &[("then", then.as_str().into()), ("now", now.as_str().into())])
            }
            Self::Unknown(ix, id) => words.ui_with("save-unknown", &[("number", number(ix)), ("id", id.as_str().into())]),
            Self::Refused(ix, refusal) => {
                let reason = scenario.map_or_else(String::new, |s| words.say(s, Reading::Plain, &refusal.say(s)));
                words.ui_with("save-refused", &[("number", number(ix)), ("reason", reason.into())])
            }
            Self::TooLong => words.ui_with("save-too-long", &[("most", MOST_ACTIONS.into())]),
        }
    }
}

/// The text of a saved match. `scenario` is how to find the scenario again; `seats` who sat where.
#[must_use]
pub fn write(m: &mut Match, scenario: &str, seats: &[(String, String)]) -> String {
    let s = Arc::clone(m.scenario());
    let digest = m.over().is_some().then(|| hex(&m.digest()));
    let quoted = |x: &dyn erased::Ron| x.text();
    let mut out = String::from("Match(\n");
    let _ = writeln!(out, "  format: {FORMAT},");
    let _ = writeln!(out, "  engine: {},", quoted(&env!("CARGO_PKG_VERSION")));
    let _ = writeln!(out, "  scenario: {},", quoted(&scenario));
    let _ = writeln!(out, "  hash: {},", quoted(&s.hash));
    let _ = writeln!(out, "  seed: {},", m.seed());
    let _ = writeln!(out, "  pinned: {},", m.pinned());
    if let Some(preset) = m.preset() {
        let _ = writeln!(out, "  preset: {},", quoted(&Some(&preset.id)));
    }
    let _ = writeln!(out, "  seats: {},", quoted(&seats));
    if !m.away().is_empty() {
        let _ = writeln!(out, "  away: {},", quoted(&m.away()));
    }
    out.push_str("  actions: [\n");
    for (seat, action) in m.actions() {
        let line = (s.seats[seat.ix()].id.clone(), deed(&s, action));
        let _ = writeln!(out, "    {},", quoted(&line));
    }
    out.push_str("  ],\n");
    if digest.is_some() {
        let _ = writeln!(out, "  digest: {},", quoted(&digest));
    }
    out.push_str(")\n");
    out
}

/// Values as RON text; serialising plain data to a string cannot fail.
mod erased {
    pub trait Ron {
        fn text(&self) -> String;
    }
    impl<T: serde::Serialize> Ron for T {
        fn text(&self) -> String {
            ron::to_string(self).unwrap_or_default()
        }
    }
}

/// Reads a saved match; one that was cut off keeps its last complete action.
///
/// # Errors
/// When nothing of it can be used.
pub fn parse(text: &str) -> Result<(Record, Option<Cut>), RecordError> {
    let options = ron::Options::default();
    let checked = |r: Record, cut| {
        if r.format != FORMAT {
            return Err(RecordError::Format(r.format));
        }
        if r.actions.len() > MOST_ACTIONS {
            return Err(RecordError::TooLong);
        }
        Ok((r, cut))
    };
    let fault = match options.from_str::<Record>(text) {
        Ok(record) => return checked(record, None),
        Err(fault) => fault,
    };
    let marker = "\n  actions: [";
    let unreadable = || RecordError::Unreadable { at: offset(text, fault.span.start), message: fault.code.to_string() };
    let start = text.find(marker).ok_or_else(unreadable)?;
    let head = format!("{}{marker}])", &text[..start]);
    let mut record: Record = options.from_str(&head).map_err(|_| unreadable())?;
    if record.format != FORMAT {
        return Err(RecordError::Format(record.format));
    }
    let mut rest = text[start + marker.len()..].lines().map(str::trim).filter(|l| !l.is_empty()).peekable();
    while let Some(line) = rest.next() {
        if line.starts_with(']') {
            // What follows the actions is short; if it is more than a stump, the file was not cut but damaged.
            if rest.clone().any(|l| l == ")") {
                return Err(unreadable());
            }
            break;
        }
        match line.strip_suffix(',').and_then(|l| options.from_str::<(String, Deed)>(l).ok()) {
            Some(action) => record.actions.push(action),
            None if rest.peek().is_some() => return Err(unreadable()),
            None => break,
        }
        if record.actions.len() > MOST_ACTIONS {
            return Err(RecordError::TooLong);
        }
    }
    let kept = record.actions.len();
    checked(record, Some(Cut { kept }))
}

/// Byte offset of a place counted in lines and characters.
fn offset(text: &str, place: ron::error::Position) -> usize {
    let line = text.split_inclusive('\n').take(place.line.saturating_sub(1)).map(str::len).sum::<usize>();
    let rest = text.get(line..).unwrap_or_default();
    let column: usize = rest.chars().take(place.col.saturating_sub(1)).map(char::len_utf8).sum();
    line + column
}

/// Plays a saved match, up to action `upto` if given.
///
/// # Errors
/// Other rules, an unknown id, or an action the rules refuse.
pub fn load(record: &Record, scenario: Arc<Scenario>, upto: Option<usize>) -> Result<Match, RecordError> {
    if record.hash != scenario.hash {
        return Err(RecordError::OtherRules(record.hash.clone(), scenario.hash.clone()));
    }
    let mut m = Match::new(scenario, record.seed, record.pinned);
    if let Some(id) = &record.preset
        && !m.choose_preset(id)
    {
        return Err(RecordError::Unknown(0, id.clone()));
    }
    let scenario = Arc::clone(m.scenario());
    let mut away = &record.away[..];
    for (i, (seat, deed)) in record.actions.iter().take(upto.unwrap_or(usize::MAX)).enumerate() {
        m.sit(&mut away, i);
        let seat: SeatIx = scenario.seat(seat).ok_or_else(|| RecordError::Unknown(i, seat.clone()))?;
        let action = undeed(&scenario, deed).map_err(|id| RecordError::Unknown(i, id))?;
        m.submit(seat, &action).map_err(|r| RecordError::Refused(i, Box::new(r)))?;
    }
    m.stay();
    Ok(m)
}

/// Writes a file so that a crash leaves the old one or the new one, never half of one. Who may read the old one may read the
/// new one. A link leads to the file that is written; what is no file, such as a pipe, is written to as it is.
///
/// # Errors
/// As the file system says.
pub fn save(path: &Path, contents: impl AsRef<[u8]>) -> std::io::Result<()> {
    let there = std::fs::metadata(path).ok();
    if there.as_ref().is_some_and(|old| !old.is_file()) {
        return std::fs::write(path, contents);
    }
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    // The whole name and then some, so that `a.ron` and `a.txt` do not share one, nor two programs that write the same.
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", std::process::id()));
    let tmp = path.with_file_name(name);
    let write = || {
        // What a crash has left under this name is nobody's.
        let _ = std::fs::remove_file(&tmp);
        let mut file = std::fs::File::create_new(&tmp)?;
        if let Some(old) = &there {
            file.set_permissions(old.permissions())?;
        }
        file.write_all(contents.as_ref())?;
        file.sync_all()?;
        std::fs::rename(&tmp, path)
    };
    let written = write();
    if written.is_err() {
        let _ = std::fs::remove_file(&tmp);
    }
    written
}

#[cfg(all(test, unix))]
mod tests {
    use super::save;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_link_stays_one_and_readers_stay_the_same() {
        let folder = std::env::temp_dir().join(format!("comity-save-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, link) = (folder.join("file.ron"), folder.join("link.ron"));
        save(&file, "one").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&file, &link).unwrap();
        save(&link, "two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing is left behind");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_no_file_is_written_to_and_not_replaced() {
        save("/dev/null".as_ref(), "gone").unwrap();
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }
}
