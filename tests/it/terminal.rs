//! The text game alone carries a match from the brief to the debrief, from every seat, on any terminal.

use crate::cli::{command, told};
use std::fmt::Write as _;
use std::io::Write;
use std::process::Stdio;

/// Lines of somebody who takes the first thing that is open and, now and then, presses Enter.
fn firsts(seed: u64) -> String {
    let mut dice = seed;
    let mut script = String::new();
    for _ in 0..6000 {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        script.push_str(if (dice >> 33).is_multiple_of(4) { "\n" } else { "1\n" });
    }
    script
}

/// Plays by a script; what stood on the page.
fn sit(scenario: &str, seat: &str, columns: usize, script: &str) -> String {
    let seat = format!("{seat}=human");
    let mut comity = command(&["play", scenario, "--text", "--seed", "11", "--seat", &seat]);
    comity.env("COLUMNS", columns.to_string()).env("NO_COLOR", "1").env("TERM", "dumb");
    let mut child = comity.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut input, script) = (child.stdin.take().unwrap(), script.to_owned());
    // The match ends before the script does: then nobody listens any more.
    let typing = std::thread::spawn(move || drop(input.write_all(script.as_bytes())));
    let output = child.wait_with_output().unwrap();
    typing.join().unwrap();
    let (out, err) = told(&output);
    assert_eq!(output.status.code(), Some(0), "{seat}: {err}\n{}", &out[out.len().saturating_sub(2000)..]);
    let mut long = String::new();
    for line in out.lines().filter(|l| l.chars().count() > columns) {
        let _ = writeln!(long, "{line}");
    }
    assert!(long.is_empty(), "{seat}, longer than {columns} columns:\n{long}");
    assert!(!out.contains('\u{1b}'), "{seat}: an escape sequence where there is no terminal");
    out
}

#[test]
fn each_seat_plays_the_flagship_to_the_debrief() {
    for (i, seat) in ["microsoft", "doj", "ireland", "bench"].into_iter().enumerate() {
        for (columns, seed) in [(80, 1), (40, 2)] {
            let out = sit("microsoft-ireland", seat, columns, &firsts(seed + i as u64 * 10));
            assert!(out.contains("\nDEBRIEF · "), "{seat} at {columns} columns: no debrief\n{}", &out[out.len() - 1500..]);
        }
    }
}
