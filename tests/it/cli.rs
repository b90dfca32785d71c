//! The command line, by running the binary.

use crate::table;
use comity::play::{self, RecordError};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder that goes away with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(test: &str) -> Self {
        let path = std::env::temp_dir().join(format!("comity-cli-{test}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    // What a person has stored here is left alone.
    command.env("XDG_DATA_HOME", std::env::temp_dir().join(format!("comity-home-{}", std::process::id())));
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}

pub fn run(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the binary runs")
}

pub fn told(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Runs a command that must succeed; its output.
pub fn good(arguments: &[&str]) -> String {
    let output = run(arguments);
    let (out, err) = told(&output);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{out}{err}");
    out
}

/// Runs a command that must fail with a code; what it said.
pub fn bad(code: i32, arguments: &[&str]) -> String {
    let output = run(arguments);
    let (out, err) = told(&output);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}{err}");
    assert!(!err.contains("panicked"), "{err}");
    out + &err
}

fn fictional() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/two-harbours.ron")).unwrap()
}

#[test]
fn every_command_explains_itself() {
    let help = good(&["--help"]);
    let listed = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| !l.is_empty());
    // What goes on in a longer line has no name at its start.
    let names: Vec<&str> = listed.filter(|l| !l.starts_with("   ")).filter_map(|l| l.split_whitespace().next()).collect();
    assert!(names.len() > 20 && names.contains(&"play"), "{names:?}");
    for name in names.into_iter().filter(|name| *name != "help") {
        let help = good(&[name, "--help"]);
        assert!(help.contains("Usage: comity") && help.contains("Examples:"), "{help}");
    }
    assert!(help.contains("Exit codes: 0 done, 1 errors found or failure, 2 wrong usage."), "{help}");
    assert!(good(&["--version"]).starts_with("comity "));
}

#[test]
fn the_ending_of_a_file_tells_how_it_is_written() {
    let folder = Folder::new("endings");
    for (ending, starts) in [("md", "# "), ("html", "<!DOCTYPE html>"), ("htm", "<!DOCTYPE html>"), ("out", "<!DOCTYPE html>")] {
        let path = folder.0.join(format!("kit.{ending}"));
        good(&["kit", "two-harbours", "-o", path.to_str().unwrap()]);
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(starts), "{ending}");
    }
    let path = folder.0.join("forced.md");
    good(&["kit", "two-harbours", "--format", "html", "-o", path.to_str().unwrap()]);
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!DOCTYPE html>"), "what is said counts more");
}

#[test]
fn a_short_length_begins_guided_and_its_actions_are_numbered() {
    let folder = Folder::new("guided-length");
    let save = folder.0.join("match.ron");
    let save = save.to_str().unwrap();
    for (more, sits) in [(&[][..], "human:guided"), (&["--full"], "human\"")] {
        let play =
            ["play", "microsoft-ireland", "--text", "--preset", "20", "--seat", "doj=human", "--seed", "2", "--save", save];
        typed("finish\n", &[&play[..], more].concat());
        assert!(std::fs::read_to_string(save).unwrap().contains(sits), "{sits}");
    }
    let told = good(&["replay", save, "--actions"]);
    let last = told.lines().rfind(|l| !l.starts_with("==")).unwrap().split_whitespace().next().unwrap().to_owned();
    let beyond = (last.parse::<usize>().unwrap() + 1).to_string();
    let fork = folder.0.join("fork.ron");
    assert!(bad(2, &["fork", save, "--at", &beyond, "-o", fork.to_str().unwrap()]).contains(&last));
    good(&["fork", save, "--at", &last, "-o", fork.to_str().unwrap()]);
    assert_eq!(good(&["replay", fork.to_str().unwrap(), "--actions"]), told);
}

/// Who took the decisions of a seat, by a table of decisions.
fn deciders(table: &str, seat: &str) -> Vec<String> {
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let heads = rows.headers().unwrap().clone();
    let at = |head: &str| heads.iter().position(|h| h == head).unwrap();
    let (of, by) = (at("seat"), at("by"));
    rows.records().map(Result::unwrap).filter(|r| &r[of] == seat).map(|r| r[by].to_owned()).collect()
}

#[test]
fn records_tell_what_a_person_decided_from_what_a_bot_did_in_the_seat() {
    let folder = Folder::new("by");
    let save = folder.0.join("match.ron");
    let save = save.to_str().unwrap();
    // One decision of one's own, then bots to the end.
    typed("1\n\nfinish\n", &["play", "two-harbours", "--text", "--seat", "orlen=human", "--seed", "5", "--save", save]);
    let (record, cut) = comity::play::parse(&std::fs::read_to_string(save).unwrap()).unwrap();
    let all = record.actions.len();
    let [(left, None)] = record.away[..] else { panic!("when the person left: {:?}", record.away) };
    assert!(cut.is_none() && 0 < left && left < all, "{left} of {all}");
    let table = good(&["report", save, "--format", "csv"]);
    assert_eq!(deciders(&table, "orlen"), ["person"], "{table}");
    assert_eq!(deciders(&table, "ferry"), ["bot"], "{table}");
    let seats = good(&["report", save, "--format", "csv", "--per", "seat"]);
    let own = |seat: &str| {
        let mut rows = csv::Reader::from_reader(seats.as_bytes());
        let at = rows.headers().unwrap().iter().position(|h| h == "own").unwrap();
        rows.records().map(Result::unwrap).find(|r| &r[0] == seat).unwrap()[at].to_owned()
    };
    assert_eq!((own("orlen").as_str(), own("ferry").as_str()), ("1", "0"), "{seats}");
    let statements = good(&["report", save, "--format", "xapi"]);
    assert!(statements.contains("extensions/by\": \"person\"") && statements.contains("extensions/by\": \"bot\""));
    // Whoever goes on from a moment before the end sits there again; what bots did by then stays theirs.
    let fork = folder.0.join("fork.ron");
    for (at, away) in [(left, vec![]), (left + 1, vec![(left, Some(left + 1))]), (all, vec![(left, None)])] {
        let _new = std::fs::remove_file(&fork);
        good(&["fork", save, "--at", &at.to_string(), "-o", fork.to_str().unwrap()]);
        let forked = comity::play::parse(&std::fs::read_to_string(&fork).unwrap()).unwrap().0;
        assert_eq!(forked.away, away, "{at}");
    }
    // Numbers that fit nothing do no harm.
    let text = std::fs::read_to_string(save).unwrap();
    let at = text.find("  away: ").unwrap();
    let line = text[at..].lines().next().unwrap();
    for odd in ["[(99999999, Some(0))]", "[(0, Some(0)), (0, None), (3, Some(1))]"] {
        let odd = folder.file("odd.ron", text.replace(line, &format!("  away: {odd},")));
        good(&["report", &odd, "--format", "csv"]);
    }
}

#[test]
fn a_plan_is_of_whoever_made_it_and_an_example_of_nobody() {
    let folder = Folder::new("by-plan");
    let save = folder.0.join("match.ron");
    let save = save.to_str().unwrap();
    // Chosen and not closed when the person leaves: the choice is theirs all the same.
    typed("1\nfinish\n", &["play", "two-harbours", "--text", "--seat", "orlen=human", "--seed", "5", "--save", save]);
    let table = || good(&["report", save, "--format", "csv"]);
    assert_eq!(deciders(&table(), "orlen"), ["person"]);
    std::fs::remove_file(save).unwrap();
    // Whoever leaves before deciding has decided nothing.
    typed("finish\n", &["play", "two-harbours", "--text", "--seat", "orlen=human", "--seed", "5", "--save", save]);
    assert_eq!(deciders(&table(), "orlen"), ["bot"]);
    std::fs::remove_file(save).unwrap();
    // The steps of the example, then one's own choice.
    typed("\n\n1\n\nfinish\n", &["play", "first-warrant", "--text", "--seat", "ferry=human", "--save", save]);
    assert_eq!(deciders(&table(), "ferry")[..2], ["example", "person"]);
}

#[test]
fn a_report_of_a_running_match_is_asked_for() {
    let folder = Folder::new("running");
    let mut m = comity::play::Match::new(table::shipped("two-harbours"), 1, false);
    let file = folder.file("match.ron", comity::play::write(&mut m, "two-harbours", &[]));
    let card = table::shipped("two-harbours").seats[1].cards[0].title.plain.clone();
    let refused = bad(2, &["report", &file]);
    assert!(refused.contains("--reveal") && !refused.contains(&card), "{refused}");
    assert!(good(&["report", &file, "--reveal", "--format", "md"]).contains("not over"));
}

#[test]
fn a_court_that_follows_history_bears_whatever_its_bench_decides() {
    let out = good(&["simulate", "microsoft-ireland", "--games", "60", "--bots", "random,bench=history", "--format", "json"]);
    let out: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&out["finished"], &out["stuck"]), (&60.into(), &Value::Null));
}

#[test]
fn a_bench_that_no_ruling_is_open_to_goes_on() {
    let folder = Folder::new("one-sided");
    let text = comity::scenario::catalog::scenario("town-books").unwrap().text().to_owned();
    // Nothing on the record speaks for the demand, yet the judgment below does.
    let bare = text.replacen("[\"company-is-here\", \"within-reach\", \"lies-elsewhere\"]", "[\"lies-elsewhere\"]", 1);
    assert_ne!(text, bare);
    let file = folder.file("town-books.ron", bare);
    let out = good(&["simulate", &file, "--games", "200", "--bots", "random", "--format", "json"]);
    let out: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&out["finished"], &out["stuck"]), (&200.into(), &Value::Null));
}

#[test]
fn the_list_names_every_scenario_that_ships() {
    let list = good(&["list"]);
    for slug in comity::scenario::catalog::scenarios() {
        assert!(list.lines().any(|l| l == slug), "{list}");
    }
    assert!(list.contains("Real dispute") && list.contains("Fictional dispute") && list.contains("minutes"), "{list}");
}

#[test]
fn shipped_files_check_clean() {
    assert_eq!(good(&["check", "scenarios", "assets/law", "--format", "json"]), "[]\n");
}

#[test]
fn wrong_usage_is_told_from_failure() {
    for arguments in [
        &["nonsense"][..],
        &["simulate"],
        &["check"],
        &["play"],
        &["simulate", "two-harbours", "--bots", "nobody"],
        &["simulate", "two-harbours", "--bots", "nobody=bold"],
        &["simulate", "two-harbours", "--games", "0"],
        &["simulate", "two-harbours", "--log"],
        &["simulate", "two-harbours", "--threads", "0"],
        &["play", "two-harbours", "--seat", "nobody=human"],
        &["play", "two-harbours", "--seat", "judge=bot:kean"],
        &["play", "two-harbours", "--seat", "judge=human", "--seat", "judge=human"],
        &["replay", "x.ron", "--to", "3", "--verify"],
    ] {
        bad(2, arguments);
    }
    assert!(bad(1, &["simulate", "two-harbors"]).contains("did you mean `two-harbours`?"));
}

#[test]
fn bad_files_say_what_and_where() {
    let folder = Folder::new("bad");
    let text = fictional();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let deep = format!("{}{}", "(".repeat(10_000), ")".repeat(10_000));
    let start = text.split("start: \"").nth(1).and_then(|t| t.split('"').next()).unwrap();
    let cases: [(&str, Vec<u8>, &str, bool); 9] = [
        ("words", b"this is no scenario\n".to_vec(), "S010", true),
        ("type", with("minutes: 20", "minutes: \"long\"").into(), "S022", true),
        ("field", with("\n  title:", "\n  titel:").into(), "S020", true),
        ("id", with("seat: \"ferry\"", "seat: \"fery\"").into(), "S032", true),
        ("twice", with("id: \"fines\"", "id: \"passengers\"").into(), "S031", true),
        ("date", with(start, "2031-02-30").into(), "S022", true),
        ("empty", Vec::new(), "S004", false),
        ("deep", deep.into(), "S011", true),
        ("bytes", b"Scenario(\n  title: \"\xFF\",\n)".to_vec(), "S002", true),
    ];
    let mut files: Vec<(String, &str, bool)> =
        cases.into_iter().map(|(name, bytes, code, placed)| (folder.file(&format!("{name}.ron"), bytes), code, placed)).collect();
    let big = folder.file("big.ron", "");
    std::fs::File::create(&big).unwrap().set_len(50 * 1024 * 1024).unwrap();
    files.push((big, "S003", false));
    files.push((folder.0.join("missing.ron").to_str().unwrap().to_owned(), "S001", false));
    for (file, code, placed) in files {
        let found: Value = serde_json::from_str(&bad(1, &["check", &file, "--format", "json"])).unwrap();
        let first = &found[0];
        assert_eq!((first["code"].as_str(), first["file"].as_str()), (Some(code), Some(file.as_str())), "{first}");
        assert_eq!(first["line"].is_u64() && first["col"].is_u64(), placed, "{first}");
        for arguments in [&["check", file.as_str()][..], &["play", &file, "--text"], &["simulate", &file]] {
            let said = bad(1, arguments);
            assert!(said.contains(&format!("error[{code}]")), "{said}");
            let place = format!("{file}:{}:{}", first["line"], first["col"]);
            assert!(said.contains(if placed { &place } else { &file }), "{said}");
        }
    }
    let path = folder.0.to_str().unwrap();
    assert!(bad(1, &["play", path, "--text"]).contains("this is a folder"));
    assert!(bad(1, &["replay", path]).contains("this is a folder"));
    let empty = Folder::new("empty");
    assert!(bad(1, &["check", empty.0.to_str().unwrap()]).contains("holds no file"));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("closed");
    let file = folder.file("a.ron", fictional());
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if std::fs::read(&file).is_err() {
        assert!(bad(1, &["check", &file]).contains("error[S001]: the file may not be read"));
    }
}

#[test]
fn a_simulation_is_the_same_on_every_run_and_any_number_of_threads() {
    let json = |more: &[&str]| -> Value {
        let all = [&["simulate", "microsoft-ireland", "--games", "30", "--bots", "random", "--format", "json"], more].concat();
        serde_json::from_str(&good(&all)).unwrap()
    };
    let (once, again) = (json(&[]), json(&[]));
    for key in ["scenario", "games", "finished", "seed", "digest", "actions", "seconds", "endings", "seats"] {
        assert!(!once[key].is_null(), "{key}: {once}");
    }
    assert!(once["seconds"].is_number() && once["endings"].is_object());
    for (_, seat) in once["seats"].as_object().unwrap() {
        assert!(["mean", "lo", "hi"].iter().all(|k| seat["tally"][k].is_number()), "{seat}");
        assert!(seat["aims"].as_object().unwrap().values().all(Value::is_number), "{seat}");
    }
    assert_eq!(once["endings"].as_object().unwrap().values().filter_map(Value::as_u64).sum::<u64>(), 30);
    for other in [again, json(&["--threads", "1"]), json(&["--threads", "2"])] {
        assert_eq!(other["digest"], once["digest"]);
    }
    assert_ne!(json(&["--seed", "2"])["digest"], once["digest"]);
    assert!(good(&["simulate", "two-harbours", "--games", "2", "--format", "csv"]).starts_with("section,id,measure,value\n"));
    assert!(good(&["simulate", "two-harbours", "--games", "2"]).contains("2 matches, 2 finished"));
}

#[test]
fn history_walks_the_true_path() {
    let arguments = ["simulate", "microsoft-ireland", "--games", "1", "--bots", "history", "--format", "json", "--log"];
    let out: Value = serde_json::from_str(&good(&arguments)).unwrap();
    assert_eq!(out["ending"], "moot-vacated");
    let log = out["log"].as_array().unwrap();
    assert!(log.windows(2).all(|w| w[0]["date"].as_str() <= w[1]["date"].as_str()), "the log follows the calendar");
    for (date, kind, words) in [
        ("2013-12-04", "instrument", "served"),
        ("2014-04-25", "ruled", "ruled for United States"),
        ("2014-07-31", "ruled", "affirmed"),
        ("2014-08-29", "chose", "Lift the stay"),
        ("2014-09-08", "chose", "contempt"),
        ("2016-07-14", "ruled", "reversed"),
        ("2017-01-24", "ruled", "4–4"),
        ("2017-10-16", "", "The bench"),
        ("2018-03-23", "event", "CLOUD Act"),
        ("2018-03-30", "chose", "new warrant"),
        ("2018-04-17", "status", "vacated"),
        ("2018-04-17", "over", ""),
    ] {
        let fits = |e: &Value| {
            let (kind_is, text) = (e["kind"].as_str().unwrap(), e["text"].as_str().unwrap());
            e["date"] == date && (kind.is_empty() || kind_is == kind) && text.contains(words)
        };
        assert!(log.iter().any(fits), "{date} {kind} {words}");
    }
}

#[test]
fn nobody_there_lets_bots_play() {
    let out = good(&[]);
    assert!(out.contains("Round 1") && out.contains("DEBRIEF"), "{out}");
}

#[test]
fn a_reader_who_stops_early_is_no_failure() {
    let mut child = command(&["simulate", "microsoft-ireland", "--games", "1", "--log"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

/// A text game over a pipe; its output.
fn typed(lines: &str, arguments: &[&str]) -> String {
    let mut child = command(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let lines = lines.to_owned();
    // The game may end before all was typed.
    let typist = std::thread::spawn(move || drop(input.write_all(lines.as_bytes())));
    let output = child.wait_with_output().unwrap();
    typist.join().unwrap();
    let (out, err) = told(&output);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{err}");
    assert!(!out.contains("<text-") && !err.contains("panicked"), "{err}");
    out
}

#[test]
fn a_text_game_stops_saves_goes_on_and_ends() {
    let folder = Folder::new("text");
    let save = folder.0.join("m.ron").to_str().unwrap().to_owned();
    let pages = "?\ns\nd\np\nl\nb\nlook\nclosed\nwhy 1\nwhy 99\nnonsense\n1\nu\n1\n";
    let out = typed(pages, &["play", "two-harbours", "--text", "--seed", "4", "--seat", "orlen=human", "--save", &save]);
    assert!(out.contains("The match is saved"), "{out}");
    assert!(good(&["replay", &save, "--verify"]).contains("Verified"));
    // Numbers, nothing, several numbers: whatever is asked, something fits before long.
    let answers = ["1\n", "\n", "2\n", "1\n", "1 2\n", "\n", "n\n"];
    let lines: String = (0..4000).map(|i| answers[(i * 5 + i / 7) % answers.len()]).collect();
    let out = typed(&lines, &["play", "--text", "--resume", &save]);
    assert!(out.contains("DEBRIEF"), "the match did not end:\n{}", &out[out.len().saturating_sub(2000)..]);
    assert!(good(&["replay", &save, "--verify"]).contains("the final state is the one recorded"));
    assert!(good(&["replay", &save]).contains("The match ends"));
    assert!(good(&["replay", &save, "--to", "2"]).contains("Round 1"));
    let text = std::fs::read_to_string(&save).unwrap();
    for (from, to, words) in [
        ("hash: \"", "hash: \"0", "other rules"),
        ("scenario: \"", "scenario: \"no-such-", "there is no scenario"),
        ("format: 1", "format: 9", "format 9"),
        ("digest: Some(\"", "digest: Some(\"0", "does not come out as recorded"),
    ] {
        let file = folder.file("changed.ron", text.replacen(from, to, 1));
        let said = bad(1, &["replay", &file, "--verify"]);
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn a_saved_match_cut_anywhere_keeps_its_last_whole_action() {
    let s = table::shipped("two-harbours");
    let mut m = table::played(&s, "bold", 3);
    let text = play::write(&mut m, "two-harbours", &[("judge".into(), "human".into())]);
    let (whole, cut) = play::parse(&text).unwrap();
    assert!(cut.is_none() && whole.digest.as_deref() == Some(play::hex(&m.digest()).as_str()));
    let lines: Vec<usize> = text.match_indices(",\n").map(|(i, _)| i + 1).collect();
    let (first, last) = (text.find("actions: [").unwrap() + 10, text.find("\n  ],").unwrap());
    for end in 0..text.len() {
        match play::parse(&text[..end]) {
            Err(RecordError::Unreadable { at, .. }) => assert!(end < first && at <= end, "cut at {end}"),
            Err(other) => panic!("cut at {end}: {other:?}"),
            Ok((record, cut)) => {
                let kept = lines.iter().filter(|l| **l > first && **l <= last.min(end)).count();
                assert_eq!(record.actions[..], whole.actions[..kept], "cut at {end}");
                assert!(cut.is_some_and(|c| c.kept == kept) || text[end..].trim().is_empty(), "cut at {end} is told");
            }
        }
    }
    let half = &text[..text.len() / 2];
    let (record, _) = play::parse(half).unwrap();
    assert!(play::load(&record, s, None).is_ok_and(|m| m.actions().len() == record.actions.len()));
    let folder = Folder::new("cut");
    let output = run(&["replay", &folder.file("half.ron", half)]);
    assert_eq!(output.status.code(), Some(0));
    assert!(told(&output).1.contains("The file is cut off."));
    // Damage in the middle is no cut: nothing is quietly left out.
    let damaged = text.replacen("Close),", "Clsoe),", 1);
    assert!(matches!(play::parse(&damaged), Err(RecordError::Unreadable { .. })));
}
