//! `comity test`

use super::failure::Failure;
use super::{Done, Words, open, output};
use crate::diagnostic::{Diagnostic, Source, render_json, render_text};
use crate::model::{Arg, Reading, Say, Scenario, Transcript};
use crate::play;
use crate::sim::{Miss, Outcome, SimError, carry_out};
use crate::syntax::{Node, did_you_mean, parse};
use clap::{Args, ValueEnum};
use std::fmt::Write as _;
use std::sync::Arc;

/// Carry out the tests that scenarios carry
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  comity test my-dispute.ron
  comity test microsoft-ireland two-harbours

A test stands in the scenario: which bots play, with what seed, from where, what is chosen, and what must hold then.
  tests: [
    (name: \"Whoever goes to court may lose there\", choose: [(\"reply\", \"contest\")], expect: [Decided(\"loser\")]),
  ],
`from: \"STAGE\"` begins at a stage that some match of bots has come to, `until: \"STAGE\"` looks when one is reached instead of at
the end. Conditions are those of the rest of the file. Exit code 1 if a test does not hold.")]
pub struct Test {
    /// Scenarios: names from `comity list`, or paths of files
    #[arg(required = true, value_name = "FILE")]
    scenarios: Vec<String>,
    /// How to show what did not hold
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Print what happened in the match of each test that does not hold
    #[arg(long, conflicts_with = "format")]
    log: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// One JSON array, as that of `comity check`.
    Json,
}

impl Test {
    /// Runs the command.
    pub fn run(self, words: &Words) -> Done {
        let (mut text, mut all) = (String::new(), Vec::new());
        for name in &self.scenarios {
            let s = open::scenario(name)?;
            let source = open::source(name);
            let tree = parse(&source).root;
            let mut held = 0;
            for (i, test) in s.tests.iter().enumerate() {
                let outcome = carry_out(&s, test);
                let node = tree.as_ref().and_then(|t| t.get("tests")?.index(i));
                let tell = Tell { s: &s, test, outcome: &outcome, name, source: &source, node, words };
                let found: Vec<Diagnostic> = outcome.misses.iter().map(|m| tell.miss(m)).collect();
                held += usize::from(found.is_empty());
                let _ = writeln!(
                    text,
                    "{}  {}",
                    words.ui(if found.is_empty() { "cli-test-holds" } else { "cli-test-fails" }),
                    test.name
                );
                text.push_str(&render_text(&found, output::style(&std::io::stdout())));
                if let Some(m) = outcome.played.as_ref().filter(|_| self.log && !found.is_empty()) {
                    let _ = writeln!(text, "{}\n", play::text(m, words, Reading::Plain).trim());
                }
                all.extend(found);
            }
            let counts = [("file", source.name().into()), ("count", s.tests.len().into()), ("held", held.into())];
            let _ = writeln!(text, "{}", words.ui_with("cli-tests", &counts));
        }
        output::print(&if self.format == Format::Json { render_json(&all) } else { text })?;
        if all.is_empty() { Ok(()) } else { Err(Failure::Said) }
    }
}

/// A test carried out, to be told of.
struct Tell<'a> {
    s: &'a Arc<Scenario>,
    test: &'a Transcript,
    outcome: &'a Outcome,
    /// How the scenario was named.
    name: &'a str,
    source: &'a Source,
    /// Where the test stands.
    node: Option<&'a Node>,
    words: &'a Words,
}

impl Tell<'_> {
    fn say(&self, say: &Say) -> String {
        self.words.say(self.s, Reading::Full, say)
    }

    /// How the match ended, and how to see the whole of it.
    fn see(&self) -> String {
        let log = format!("`comity test {} --log` prints the match (seed {})", self.name, self.outcome.seed);
        let ended = self.outcome.played.as_ref().and_then(|m| {
            let day = m.log().last()?.date;
            let ending = self.s.endings.get(m.over()?.ix())?.title.at(Reading::Full);
            Some(format!("the match ended on {day}: {ending}; {log}"))
        });
        ended.unwrap_or(log)
    }

    /// What went otherwise, at its place in the file.
    fn miss(&self, miss: &Miss) -> Diagnostic {
        let (s, test) = (self.s, self.test);
        let (field, entry, code, message, help): (&str, Option<usize>, _, String, String) = match miss {
            Miss::Bots(error) => {
                let (what, name) = match error {
                    SimError::NoBot(name) => ("bot", name),
                    SimError::NoSeat(name) => ("seat", name),
                };
                let seats = s.seats.iter().map(|x| x.id.as_str());
                let known: Vec<&str> = if what == "bot" { crate::bots::NAMES.to_vec() } else { seats.collect() };
                let near = did_you_mean(name, known.iter().copied());
                let help = near.map_or_else(|| format!("known here: {}", known.join(", ")), |n| format!("did you mean `{n}`?"));
                ("bots", None, "T004", format!("there is no {what} `{name}`"), help)
            }
            Miss::From => {
                let message = "no match of these bots, nor of random ones, comes to this stage".to_owned();
                ("from", None, "T003", message, "try `comity simulate --coverage` to see where matches go".into())
            }
            Miss::Until => ("until", None, "T003", "the match ended before it came to this stage".into(), self.see()),
            Miss::Stuck => ("name", None, "T003", "the match did not end".into(), self.see()),
            Miss::Refused(i, why) => (
                "choose",
                Some(*i),
                "T002",
                format!("this option is refused when its decision comes: {}", self.say(why)),
                self.see(),
            ),
            Miss::NeverAsked(i) => {
                let (d, _) = test.choose[*i];
                let message = format!("decision `{}` was not put to anybody (again)", s.decision(d).id);
                ("choose", Some(*i), "T002", message, self.see())
            }
            Miss::NotMet(i, lines) => {
                let expected = self.say(&crate::logic::condition::say(s, &test.expect[*i]));
                let message = format!("this does not hold; expected: {expected}");
                let got = lines.iter().filter(|l| !l.holds && counted(s, &l.asked)).filter_map(|l| {
                    let found = l.found.as_ref()?;
                    Some(format!("{}: {}", self.say(&l.asked), self.say(found)))
                });
                let got: Vec<String> = got.collect();
                let help = if got.is_empty() { self.see() } else { format!("got: {}; {}", got.join("; "), self.see()) };
                ("expect", Some(*i), "T001", message, help)
            }
        };
        let place = self.node.and_then(|n| n.get(field)).and_then(|n| entry.map_or(Some(n), |i| n.index(i))).or(self.node);
        let mut d = Diagnostic::error(code, self.source, message);
        if let Some(place) = place {
            d = d.at(place.span);
        }
        if help.is_empty() { d } else { d.with_help(help) }
    }
}

/// Whether a condition asks about a number that the author counts: what the engine counts for itself tells nobody anything.
fn counted(s: &Scenario, asked: &Say) -> bool {
    let mut all = asked.args.iter().filter_map(|(_, arg)| if let Arg::Var(ix) = arg { Some(*ix) } else { None });
    !all.any(|ix| s.var(ix).id.contains(':'))
}
