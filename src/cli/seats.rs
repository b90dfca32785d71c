//! Who sits where: `--seat ID=human|bot:NAME`.

use super::Words;
use super::failure::Failure;
use crate::bots;
use crate::model::{Preset, Scenario, SeatIx};
use crate::play::{PERSON, is_person};
use crate::sim::{Seats, SimError};
use crate::syntax::did_you_mean;

/// One `--seat`.
#[derive(Clone, Debug)]
pub struct SeatArg {
    id: String,
    sitter: String,
}

impl std::str::FromStr for SeatArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (id, sitter) = text.split_once('=').ok_or("write ID=human or ID=bot:NAME")?;
        let known = bots::NAMES;
        match sitter.strip_prefix("bot:") {
            None if is_person(sitter) => {}
            Some(name) if known.contains(&name) => {}
            Some(name) => {
                let near = did_you_mean(name, known);
                let near = near.map_or_else(String::new, |n| format!(" (did you mean `{n}`?)"));
                return Err(format!("there is no bot `{name}`{near}; the bots are {}", known.join(", ")));
            }
            None => {
                return Err(format!(
                    "`{sitter}` is neither `human`, `human:guided` nor `bot:NAME`; the bots are {}",
                    known.join(", ")
                ));
            }
        }
        Ok(Self { id: id.to_owned(), sitter: sitter.to_owned() })
    }
}

/// The sitters of a scenario, seat by seat; seats that are not named get a bot. The second value is whether the player has
/// still to be asked for a seat: nobody human is named, and some seat is free.
pub fn resolve(s: &Scenario, named: &[SeatArg], words: &Words) -> Result<(Vec<(String, String)>, bool), Failure> {
    let mut all: Vec<(String, Option<String>)> = s.seats.iter().map(|x| (x.id.clone(), None)).collect();
    for arg in named {
        let seat = all.iter_mut().find(|(id, _)| *id == arg.id).ok_or_else(|| no_seat(s, &arg.id, words))?;
        if seat.1.replace(arg.sitter.clone()).is_some() {
            return Err(Failure::Usage(format!("the seat `{}` is given twice", arg.id)));
        }
    }
    // A worked example has a seat for its learner.
    if let Some(me) = crate::learn::learner(s).filter(|_| named.is_empty()) {
        all[me.ix()].1 = Some(PERSON.to_owned());
    }
    let ask = !all.iter().any(|(_, sitter)| sitter.as_deref().is_some_and(is_person))
        && !named.iter().any(|a| is_person(&a.sitter))
        && all.iter().any(|(_, sitter)| sitter.is_none());
    let usual = |i| format!("bot:{}", bots::usual(s, SeatIx::new(i)));
    let fill = |(i, (id, sitter)): (usize, (String, Option<String>))| (id, sitter.unwrap_or_else(|| usual(i)));
    Ok((all.into_iter().enumerate().map(fill).collect(), ask))
}

/// Seats that nobody named get the bot that a preset has for them.
pub fn fill(s: &Scenario, preset: &Preset, named: &[SeatArg], seats: &mut [(String, String)]) {
    for (seat, (id, who)) in s.seats.iter().zip(seats) {
        if !is_person(who) && named.iter().all(|n| n.id != *id) {
            *who = format!("bot:{}", preset.bot(seat.role));
        }
    }
}

/// Whether chance follows history: where the court is played by the bot of that name.
pub fn pinned(s: &Scenario, seats: &[(String, String)]) -> bool {
    s.seats.iter().zip(seats).any(|(seat, (_, sitter))| sitter.strip_prefix("bot:").is_some_and(|bot| bots::pins(seat.role, bot)))
}

/// The bots of a simulation.
pub fn bots(s: &Scenario, spec: &str, words: &Words) -> Result<Seats, Failure> {
    Seats::parse(s, spec).map_err(|error| match error {
        SimError::NoSeat(id) => no_seat(s, &id, words),
        SimError::NoBot(name) => {
            let names = [bots::NAMES.join(", "), bots::TESTER.to_owned()].join(", ");
            Failure::Usage(words.ui_with("cli-no-such-bot", &[("name", name.into()), ("names", names.into())]))
        }
    })
}

/// The seat with an id.
pub fn by_id(s: &Scenario, id: &str, words: &Words) -> Result<SeatIx, Failure> {
    s.seat(id).ok_or_else(|| no_seat(s, id, words))
}

fn no_seat(s: &Scenario, id: &str, words: &Words) -> Failure {
    let names: Vec<&str> = s.seats.iter().map(|x| x.id.as_str()).collect();
    Failure::Usage(words.ui_with("cli-no-such-seat", &[("name", id.into()), ("names", names.join(", ").into())]))
}
