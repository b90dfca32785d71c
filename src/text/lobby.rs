//! Choosing a dispute and a seat.

use super::{Console, Page, Voice};
use crate::model::{Scenario, SeatIx};
use std::io;

/// Asks which of several disputes to play; `None` at the end of the input.
///
/// # Errors
/// As the console says.
pub fn choose_scenario(
    all: &[std::sync::Arc<Scenario>],
    voice: Voice<'_>,
    console: &mut Console<'_>,
) -> io::Result<Option<usize>> {
    let ui = |key| voice.words.ui(key);
    let mut page = Page::new();
    page.heading(&ui("scenarios-heading"));
    for (i, s) in all.iter().enumerate() {
        let kind = ui(if s.fictional { "scenarios-fictional" } else { "scenarios-historical" });
        let minutes = voice.words.ui_with("scenarios-minutes", &[("minutes", s.minutes.into())]);
        page.hang(&format!("{:3}  ", i + 1), &format!("{} ({kind}, {minutes})", s.title.at(voice.level)));
        page.line(5, s.summary.at(voice.level));
    }
    console.show(page.blank())?;
    pick(console, voice, &ui("text-pick-scenario"), all.len())
}

/// Asks which seat to sit at; `None` at the end of the input.
///
/// # Errors
/// As the console says.
pub fn choose_seat(s: &Scenario, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Option<SeatIx>> {
    let ui = |key| voice.words.ui(key);
    let mut page = Page::new();
    page.heading(&format!("{} · {}", s.title.at(voice.level), ui("seats-heading")));
    for (i, seat) in s.seats.iter().enumerate() {
        let role = crate::lang::role(seat.role);
        let about = format!("{role}-about");
        page.hang(
            &format!("{:3}  ", i + 1),
            &format!("{} ({}: {})", seat.name.at(voice.level), ui(role), voice.words.ui(&about)),
        );
    }
    console.show(page.blank())?;
    Ok(pick(console, voice, &ui("text-pick-seat"), s.seats.len())?.map(SeatIx::new))
}

fn pick(console: &mut Console<'_>, voice: Voice<'_>, prompt: &str, count: usize) -> io::Result<Option<usize>> {
    loop {
        let Some(line) = console.ask(prompt)? else { return Ok(None) };
        match line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
            Some(n) if n < count => return Ok(Some(n)),
            _ if matches!(line.as_str(), "q" | "quit") => return Ok(None),
            _ => console.say(&voice.words.ui_with("text-unknown", &[("input", line.as_str().into())]))?,
        }
    }
}
