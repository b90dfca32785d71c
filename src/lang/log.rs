//! The log in sentences: what happened, who did it, and why. The sentences have no final stop; faces show date and round
//! beside them.

use crate::model::{
    Arg, CaseIx, Cause, Ground, Happened, InstrumentStatus, LogEntry, NormIx, Pleading, Result, Say, Scenario, SeatIx, Side,
    Standing, Verdict,
};

/// The stable name of a kind of entry, for records and filters.
#[must_use]
pub const fn kind(what: &Happened) -> &'static str {
    match what {
        Happened::Opened(_) => "opened",
        Happened::Chose(..) => "chose",
        Happened::Moved(_) => "moved",
        Happened::Argued(_) => "argued",
        Happened::Attacked(..) => "attacked",
        Happened::Stands(..) => "stands",
        Happened::Offered(_) => "offered",
        Happened::Answered(..) => "answered",
        Happened::Press(_) => "press",
        Happened::Checked(_) => "checked",
        Happened::Quoted(_) => "quoted",
        Happened::Caught(_) => "caught",
        Happened::Ruled { .. } => "ruled",
        Happened::Held(..) => "held",
        Happened::Divided { .. } => "divided",
        Happened::Status(..) => "status",
        Happened::Superseded(_) => "superseded",
        Happened::Constraint { .. } => "constraint",
        Happened::Treated { .. } => "treated",
        Happened::Fell(..) => "fell",
        Happened::Shaken(_) => "shaken",
        Happened::Claimed(..) => "claimed",
        Happened::Unclaimed(_) => "unclaimed",
        Happened::Scored(..) => "scored",
        Happened::Changed(..) => "changed",
        Happened::Event(_) => "event",
        Happened::Trigger(_) => "trigger",
        Happened::Instrument(..) => "instrument",
        Happened::Produced(_) => "produced",
        Happened::Broke(_) => "broke",
        Happened::Closed(_) => "closed",
        Happened::Over(_) => "over",
    }
}

/// An entry as a sentence. On its own it cannot know which judgment a court had before it; see [`entry_after`].
#[must_use]
pub fn entry(scenario: &Scenario, entry: &LogEntry) -> Say {
    entry_after(scenario, &[], entry)
}

/// An entry as a sentence, knowing the entries before it: a court on review affirms or reverses.
#[must_use]
pub fn entry_after(scenario: &Scenario, before: &[LogEntry], entry: &LogEntry) -> Say {
    let by = |say: Say, otherwise: Option<SeatIx>| {
        let nobody = Arg::Say(Box::new(Say::new("log-somebody")));
        say.with("actor", entry.actor.or(otherwise).map_or(nobody, Arg::Seat))
    };
    match &entry.what {
        Happened::Opened(stage) => {
            Say::new("log-opened").with("round", Arg::Num(entry.round.into())).with("stage", Arg::Stage(*stage))
        }
        Happened::Chose(d, o) => {
            by(Say::new("log-chose").with("choice", Arg::Choice(*d, *o)), scenario.decisions.get(d.ix()).map(|d| d.seat))
        }
        Happened::Moved(m) => by(Say::new("log-moved").with("move", Arg::Move(*m)), scenario.moves.get(m.ix()).map(|m| m.seat)),
        Happened::Argued(p) => argued(by(Say::new("log-argued"), None), p),
        Happened::Attacked(issue, ground, real, faced) => {
            let say = match ground {
                Ground::Difference(f) => Say::new("log-attacked-difference").with("factor", Arg::Factor(*f)),
                Ground::Status => Say::new("log-attacked-status"),
            };
            let end = match (real, faced, ground) {
                (true, false, _) => "attack-hit",
                (true, true, _) => "attack-met",
                (false, false, Ground::Difference(_)) => "attack-same",
                (false, true, Ground::Difference(_)) => "attack-same-and-met",
                (false, false, Ground::Status) => "attack-missed",
                (false, true, Ground::Status) => "attack-missed-and-met",
            };
            by(say.with("issue", Arg::Issue(*issue)).with("end", key(end)), None)
        }
        Happened::Stands(issue, side, compel, resist) => {
            let say = match side {
                Some(side) => {
                    let (own, others) = if *side == Side::Compel { (compel, resist) } else { (resist, compel) };
                    let fallen = *others > 0 && others >= own;
                    Say::new(if fallen { "log-stands-fallen" } else { "log-stands" }).with("side", Arg::Side(*side))
                }
                None => Say::new("log-undecided"),
            };
            let say = say.with("issue", Arg::Issue(*issue));
            say.with("compel", Arg::Num((*compel).into())).with("resist", Arg::Num((*resist).into()))
        }
        Happened::Offered(o) => {
            let offer = scenario.offers.get(o.ix());
            let to = offer.map_or(Arg::Verbatim(String::new()), |o| Arg::Seat(o.to));
            by(Say::new("log-offered").with("offer", Arg::Offer(*o)).with("to", to), offer.map(|o| o.from))
        }
        Happened::Answered(o, yes) => {
            let say = Say::new(if *yes { "log-accepted" } else { "log-declined" }).with("offer", Arg::Offer(*o));
            by(say, scenario.offers.get(o.ix()).map(|o| o.to))
        }
        Happened::Press(story) => {
            let title = scenario.stories.get(usize::from(*story)).map_or_else(String::new, |s| s.title.plain.clone());
            Say::new("log-press").with("story", Arg::Verbatim(title))
        }
        Happened::Checked(c) => {
            let verdict = scenario.claims.get(c.ix()).map_or("verdict-unknown", |c| verdict(c.verdict));
            by(Say::new("log-checked").with("claim", Arg::Claim(*c)).with("verdict", key(verdict)), None)
        }
        Happened::Quoted(c) => by(Say::new("log-quoted").with("claim", Arg::Claim(*c)), None),
        Happened::Caught(c) => by(Say::new("log-caught").with("claim", Arg::Claim(*c)), None),
        Happened::Ruled { .. } => by(ruled(scenario, before, &entry.what), scenario.bench.as_ref().map(|b| b.seat)),
        Happened::Held(case, court, side, reason) => {
            let binds = scenario.law.courts.get(court.ix()).is_none_or(|c| c.binds);
            let say = Say::new(if binds { "log-held" } else { "log-held-unbinding" });
            say.with("court", Arg::Court(*court))
                .with("case", Arg::Case(*case))
                .with("side", Arg::Side(*side))
                .with("reason", Arg::Factors(reason.iter().collect()))
        }
        Happened::Status(case, court, standing) => {
            Say::new(became(*standing)).with("court", Arg::Court(*court)).with("case", Arg::Case(*case))
        }
        Happened::Superseded(question) => {
            let text = scenario.law.questions.get(question.ix()).map_or_else(String::new, |q| q.text.clone());
            Say::new("log-superseded").with("question", Arg::Verbatim(text))
        }
        Happened::Changed(var, from, to, why) => Say::new("log-changed")
            .with("var", Arg::Var(*var))
            .with("from", Arg::Num((*from).into()))
            .with("to", Arg::Num((*to).into()))
            .with("cause", Arg::Say(Box::new(cause(scenario, *why)))),
        Happened::Event(event) => Say::new("log-event").with("event", Arg::Event(*event)),
        Happened::Trigger(t) => Say::new("log-trigger").with("trigger", trigger(scenario, t.ix())),
        Happened::Instrument(ix, status) => {
            Say::new("log-instrument").with("instrument", Arg::Instrument(*ix)).with("status", key(instrument(*status)))
        }
        Happened::Produced(item) => Say::new("log-produced").with("item", Arg::Item(*item)),
        Happened::Broke(n) => by(Say::new("log-broke").with("norm", norm(scenario, *n)), None),
        Happened::Closed(ending) => Say::new("log-closed").with("ending", Arg::Ending(*ending)),
        Happened::Over(ending) => Say::new("log-over").with("ending", Arg::Ending(*ending)),
        Happened::Claimed(state, on) => super::law::claimed(scenario, *state, *on),
        Happened::Unclaimed(state) => {
            let title = scenario.states.get(state.ix()).map_or_else(String::new, |x| x.title.plain.clone());
            Say::new("log-unclaimed").with("state", Arg::Verbatim(title))
        }
        Happened::Constraint { .. }
        | Happened::Treated { .. }
        | Happened::Divided { .. }
        | Happened::Fell(..)
        | Happened::Shaken(_)
        | Happened::Scored(..) => {
            let say = super::law::entry(&entry.what).unwrap_or(Say::new("log-somebody"));
            if matches!(entry.what, Happened::Scored(..)) { by(say, None) } else { say }
        }
    }
}

/// What a change is put down to.
#[must_use]
pub fn cause(scenario: &Scenario, cause: Cause) -> Say {
    let seat = |seat: Option<SeatIx>| seat.map_or_else(|| key("log-somebody"), Arg::Seat);
    match cause {
        Cause::Start => Say::new("cause-start"),
        Cause::Choice(d, o) => Say::new("cause-choice")
            .with("choice", Arg::Choice(d, o))
            .with("seat", seat(scenario.decisions.get(d.ix()).map(|d| d.seat))),
        Cause::Move(m) => {
            Say::new("cause-move").with("move", Arg::Move(m)).with("seat", seat(scenario.moves.get(m.ix()).map(|m| m.seat)))
        }
        Cause::Offer(o) => Say::new("cause-offer").with("offer", Arg::Offer(o)),
        Cause::Ruling(stage) => Say::new("cause-ruling").with("stage", Arg::Stage(stage)),
        Cause::Reason(stage) => Say::new("cause-reason").with("stage", Arg::Stage(stage)),
        Cause::Press(claim) => Say::new("cause-press").with("claim", Arg::Claim(claim)),
        Cause::Attack(issue) => Say::new("cause-attack").with("issue", Arg::Issue(issue)),
        Cause::Event(event) => Say::new("cause-event").with("event", Arg::Event(event)),
        Cause::Trigger(t) => Say::new("cause-trigger").with("trigger", trigger(scenario, t.ix())),
        Cause::Upkeep => Say::new("cause-upkeep"),
        Cause::Reciprocity => Say::new("cause-reciprocity"),
        Cause::Binding(case) => Say::new("cause-binding").with("case", Arg::Case(case)),
        Cause::Norm(n) => Say::new("cause-norm").with("norm", norm(scenario, n)),
    }
}

/// The title of a norm, as it is cited.
pub(crate) fn norm(scenario: &Scenario, norm: NormIx) -> Arg {
    Arg::Verbatim(scenario.law.norms.get(norm.ix()).map_or_else(String::new, |n| n.title.clone()))
}

/// The key of a status of an instrument.
#[must_use]
pub const fn instrument(status: InstrumentStatus) -> &'static str {
    status.key()
}

/// The key of a verdict on a press claim.
#[must_use]
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accurate => "verdict-accurate",
        Verdict::Shorthand => "verdict-shorthand",
        Verdict::Wrong => "verdict-wrong",
    }
}

fn key(key: &'static str) -> Arg {
    Arg::Say(Box::new(Say::new(key)))
}

/// The title of a trigger is also that of the number that records it.
fn trigger(scenario: &Scenario, ix: usize) -> Arg {
    scenario.triggers.get(ix).map_or(Arg::Verbatim(String::new()), |t| Arg::Var(t.happened))
}

const fn became(standing: Standing) -> &'static str {
    match standing {
        Standing::GoodLaw => "log-status-good-law",
        Standing::Distinguished => "log-status-distinguished",
        Standing::Stayed => "log-status-stayed",
        Standing::Reversed => "log-status-reversed",
        Standing::Vacated => "log-status-vacated",
        Standing::Overruled => "log-status-overruled",
        Standing::Superseded => "log-status-superseded",
    }
}

fn argued(say: Say, p: &Pleading) -> Say {
    let inside = |key: &'static str, say: Say| Say::new(key).with("argument", Arg::Say(Box::new(say)));
    let mut say = say.with("issue", Arg::Issue(p.issue)).with("factors", Arg::Factors(p.factors.iter().collect()));
    if let Some(authority) = p.authority {
        say = inside("log-argued-citing", say).with("authority", Arg::Precedent(authority));
    }
    if p.faced {
        say = inside("log-argued-facing", say);
    }
    match p.quote {
        Some(claim) => inside("log-argued-quoting", say).with("claim", Arg::Claim(claim)),
        None => say,
    }
}

/// The judgment a court on review has before it: the last one given in the case.
fn below(scenario: &Scenario, before: &[LogEntry], case: CaseIx) -> Option<Side> {
    before.iter().rev().find_map(|e| match &e.what {
        Happened::Ruled { stage, result: Result::For(side), .. } => {
            let hearing = scenario.stages.get(stage.ix()).and_then(|s| s.hearing.as_ref());
            hearing.is_some_and(|h| h.case == case).then_some(*side)
        }
        _ => None,
    })
}

fn ruled(scenario: &Scenario, before: &[LogEntry], what: &Happened) -> Say {
    let Happened::Ruled { stage, court, result, compel, resist, reason, with_bench } = what else {
        return Say::new("log-somebody");
    };
    let hearing = scenario.stages.get(stage.ix()).and_then(|s| s.hearing.as_ref());
    let case = hearing.map_or(CaseIx(0), |h| h.case);
    let petition = hearing.is_some_and(|h| h.petition.is_some());
    let below = below(scenario, before, case);
    let say = Say::new(match result {
        Result::Tie => "log-ruled-tie",
        Result::Denied if compel == resist => "log-ruled-denied-tie",
        Result::Denied => "log-ruled-denied",
        Result::For(_) if petition => "log-ruled-reversed",
        Result::For(side) if below == Some(*side) => "log-ruled-affirmed",
        Result::For(_) if below.is_some() => "log-ruled-reversed",
        Result::For(_) => "log-ruled",
    });
    let count = |n: u8| Arg::Num(n.into());
    let say = say
        .with("court", Arg::Court(*court))
        .with("judges", count(compel.saturating_add(*resist)))
        .with("most", count(*compel.max(resist)))
        .with("least", count(*compel.min(resist)));
    let Result::For(side) = result else { return say };
    let side = match scenario.party(*side).filter(|_| case == CaseIx(0)) {
        Some(seat) => Arg::Say(Box::new(Say::new("side-seat").with("seat", Arg::Seat(seat)))),
        None => Arg::Side(*side),
    };
    let say = say.with("side", side).with("reason", Arg::Factors(reason.iter().collect()));
    if *with_bench { say } else { Say::new("log-outvoted").with("ruling", Arg::Say(Box::new(say))) }
}
