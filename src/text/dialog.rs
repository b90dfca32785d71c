//! Building an argument, an attack or a ruling by numbers. Each returns an action that has not been checked yet, or nothing
//! if the player went back.

use super::desk::cited;
use super::{Console, Page, Voice};
use crate::lang;
use crate::model::{Action, Arg, ClaimIx, FactorIx, FactorSet, Ground, IssueIx, Pleading, PrecedentIx, Say, Side};
use crate::seat::{self, SeatView};
use std::io;

/// How a question was answered.
enum Answer<T> {
    /// With this.
    Given(T),
    /// By going back, or by the end of the input.
    Back,
}

/// Numbers in a line: `1 3,4`. None if one of them is not in the list or is no number.
fn numbers(line: &str, most: usize) -> Option<Vec<usize>> {
    let parts = line.split([' ', ',', ';']).filter(|p| !p.is_empty());
    parts.map(|p| p.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < most)).collect()
}

/// Asks until the answer makes sense. `empty` is what an empty line stands for; without it, an empty line goes back.
fn ask<T>(
    console: &mut Console<'_>,
    voice: Voice<'_>,
    prompt: &str,
    empty: Option<T>,
    read: impl Fn(&str) -> Option<T>,
) -> io::Result<Answer<T>> {
    let mut empty = empty;
    loop {
        let Some(line) = console.ask(prompt)? else { return Ok(Answer::Back) };
        if line.is_empty() {
            return Ok(empty.take().map_or(Answer::Back, Answer::Given));
        }
        if matches!(line.as_str(), "x" | "back") {
            return Ok(Answer::Back);
        }
        match read(&line) {
            Some(given) => return Ok(Answer::Given(given)),
            None => console.say(&voice.words.ui_with("text-unknown-number", &[("input", line.as_str().into())]))?,
        }
    }
}

/// Yes or no.
fn yes(line: &str) -> Option<bool> {
    match line {
        "y" | "yes" | "1" => Some(true),
        "n" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// Several factors out of a list.
fn factors(
    console: &mut Console<'_>,
    voice: Voice<'_>,
    prompt: &str,
    all: &[FactorIx],
    otherwise: Option<FactorSet>,
) -> io::Result<Answer<FactorSet>> {
    ask(console, voice, &voice.words.ui(prompt), otherwise, |line| {
        numbers(line, all.len()).map(|picked| picked.into_iter().map(|i| all[i]).collect())
    })
}

/// One of a list, or none of it.
fn one(console: &mut Console<'_>, voice: Voice<'_>, prompt: &str, count: usize) -> io::Result<Answer<Option<usize>>> {
    ask(console, voice, &voice.words.ui(prompt), Some(None), |line| {
        line.parse::<usize>().ok().filter(|n| *n <= count).map(|n| n.checked_sub(1))
    })
}

fn list(page: &mut Page, rows: impl Iterator<Item = String>) {
    for (i, row) in rows.enumerate() {
        page.hang(&format!("{:3}  ", i + 1), &row);
    }
}

/// An argument on an issue.
///
/// # Errors
/// As the console says.
pub fn argue(view: &SeatView, issue: IssueIx, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Option<Action>> {
    let s = &*view.scenario;
    let Some(side) = s.seats[view.seat.ix()].side else { return Ok(None) };
    let ui = |key| voice.words.ui(key);
    let open = seat::pleadable(s, &view.numbers, issue, side);
    let all: Vec<FactorIx> = open.iter().collect();
    let record = seat::case_heard(s, &view.numbers).map(|case| s.record(case, &view.numbers, None));
    let mut page = Page::new();
    page.heading(s.issues[issue.ix()].title.at(voice.level)).line(0, s.issues[issue.ix()].text.at(voice.level));
    page.blank().line(0, &ui("argue-factors"));
    list(
        &mut page,
        all.iter().map(|f| {
            let proved = record.as_ref().is_some_and(|r| r.contains(*f));
            let points = voice.words.ui_with("argue-points", &[("points", s.weight(*f, &view.numbers).into())]);
            let proof = ui(if proved { "argue-proved" } else { "argue-open" });
            let mut told = vec![format!("{} ({points}; {proof})", s.law.factor(*f).text)];
            told.extend(seat::duties::support_told(view, *f).iter().map(|x| voice.words.say(s, voice.level, x)));
            told.join(" ")
        }),
    );
    console.show(&page)?;
    let Answer::Given(factors) = factors(console, voice, "text-pick-factors", &all, Some(open))? else { return Ok(None) };
    let citable: Vec<PrecedentIx> = seat::citable(view, issue, side).collect();
    let mut authority = None;
    if !citable.is_empty() {
        let mut page = Page::new();
        page.blank().line(0, &ui("argue-authority"));
        list(
            &mut page,
            citable.iter().map(|a| {
                let p = s.law.precedent(*a);
                let decided = voice.words.ui_with("docket-decided", &[("date", voice.words.date(p.decided_on).into())]);
                format!("{} ({decided}): {}", p.name, p.holding)
            }),
        );
        console.show(&page)?;
        let Answer::Given(picked) = one(console, voice, "text-pick-authority", citable.len())? else { return Ok(None) };
        authority = picked.map(|i| citable[i]);
    }
    let mut faced = false;
    if let Some(a) = authority {
        let apart = seat::differences(s, &view.numbers, a);
        if apart.is_empty() {
            console.say(&ui("text-no-difference"))?;
        } else {
            let say = Say::new("text-differences").with("factors", Arg::Factors(apart.iter().collect()));
            console.say(&voice.words.say(s, voice.level, &say))?;
        }
        if view.effort >= 2 {
            console.say(&ui("argue-face"))?;
            let Answer::Given(face) = ask(console, voice, &ui("text-yes-no"), Some(false), yes)? else { return Ok(None) };
            faced = face;
        }
    }
    let mut quote = None;
    let helps = |c: &ClaimIx| s.claim(*c).supports == Some((side, issue)) && view.out(*c) && !view.press[c.ix()].quoted;
    let claims: Vec<ClaimIx> = (0..s.claims.len()).map(ClaimIx::new).filter(helps).collect();
    if !claims.is_empty() && !view.quoted_now {
        let mut page = Page::new();
        page.blank().line(0, &ui("argue-quote"));
        list(&mut page, claims.iter().map(|c| s.claim(*c).text.at(voice.level).to_owned()));
        console.show(page.line(0, &ui("press-warning")))?;
        let Answer::Given(picked) = one(console, voice, "text-pick-quote", claims.len())? else { return Ok(None) };
        quote = picked.map(|i| claims[i]);
    }
    let pleading = Pleading { issue, factors, authority, faced, quote };
    if let Some(score) = seat::score_in(view, &pleading) {
        let (total, most) = score.total();
        let law = seat::LawInPlay::seen(view);
        let mut page = Page::new();
        page.blank().line(0, &voice.words.ui_with("score-heading", &[("total", total.into()), ("most", most.into())]));
        for line in score.says(&law) {
            page.hang("  · ", &voice.words.say(s, voice.level, &line));
        }
        console.show(&page)?;
    }
    Ok(Some(Action::Argue(pleading)))
}

/// An attack on the authority the other side cites.
///
/// # Errors
/// As the console says.
pub fn attack(view: &SeatView, issue: IssueIx, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Option<Action>> {
    let s = &*view.scenario;
    let Some(authority) = cited(view, issue) else { return Ok(None) };
    let cited = s.law.precedent(authority);
    let grounds: Vec<FactorIx> = seat::nameable(s, &view.numbers, authority).iter().collect();
    let mut page = Page::new();
    page.heading(&cited.name).line(0, &cited.holding).blank();
    let differences = grounds
        .iter()
        .map(|f| voice.words.ui_with("argue-attack-difference", &[("factor", s.law.factor(*f).text.as_str().into())]));
    list(&mut page, differences.chain([voice.words.ui("argue-attack-status")]));
    console.show(&page)?;
    let read = |line: &str| line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n <= grounds.len());
    let Answer::Given(picked) = ask(console, voice, &voice.words.ui("text-pick-ground"), None, read)? else { return Ok(None) };
    Ok(Some(Action::Attack(issue, grounds.get(picked).map_or(Ground::Status, |f| Ground::Difference(*f)))))
}

/// What a bench sees before it rules.
pub fn hearing(view: &SeatView, voice: Voice<'_>) -> Page {
    let s = &*view.scenario;
    let say = |say: Say| voice.words.say(s, voice.level, &say);
    let mut page = Page::new();
    page.heading(&voice.words.ui("ruling-heading"));
    if let Some(judge) = view.sitting.card.and_then(|c| s.judge(c)) {
        page.line(0, &voice.words.ui_with("ruling-card", &[("card", judge.title.at(voice.level).into())]));
        page.line(0, &voice.words.leaning(judge.leaning));
    }
    if !view.sitting.colleagues.is_empty() {
        let cares = view.sitting.colleagues.iter().map(|i| s.issues[i.ix()].title.at(voice.level));
        let cares: Vec<&str> = cares.collect();
        page.line(0, &format!("{}: {}", voice.words.ui("ruling-colleagues"), voice.words.list(&cares)));
    }
    if view.numbers[s.own.ruled_in.ix()] > 0
        && let Some(below) = Side::of(view.numbers[s.own.leading.ix()])
    {
        page.line(0, &say(Say::new("ruling-below").with("side", Arg::Side(below))));
    }
    if let Some(h) = seat::hearing(s, &view.numbers, &view.clock) {
        let ahead = seat::preview_ruling(view, (h.case, h.court), Side::Compel, &FactorSet::new());
        page.line(0, &lang::law::entry(&ahead.constraint).map_or_else(String::new, say));
        if view.numbers[s.own.defied.ix()] != 0 {
            page.line(0, &voice.words.ui("ruling-below-defied"));
        }
    }
    arguments(view, voice, &mut page);
    page
}

/// The arguments on the table, by issue, and which stand.
pub fn arguments(view: &SeatView, voice: Voice<'_>, page: &mut Page) {
    let s = &*view.scenario;
    let say = |say: Say| voice.words.say(s, voice.level, &say);
    for (i, issue) in s.issues.iter().enumerate() {
        let mine = view.sitting.pleaded.iter().filter(|p| p.pleading.issue.ix() == i);
        let mine: Vec<_> = mine.collect();
        if mine.is_empty() {
            continue;
        }
        page.blank().line(0, issue.title.at(voice.level));
        for p in mine {
            let stands = view.sitting.standing.iter().find(|x| x.issue.ix() == i);
            let state = match stands.map(|x| x.side) {
                None => None,
                Some(Some(side)) if side == p.side => Some("argue-stands"),
                Some(Some(_)) => Some("argue-falls"),
                Some(None) => Some("argue-undecided"),
            };
            let points = voice.words.ui_with("argue-points", &[("points", p.points.into())]);
            let state = state.map_or_else(String::new, |k| format!(", {}", voice.words.ui(k)));
            let factors = Say::new("text-because").with("factors", Arg::Factors(p.pleading.factors.iter().collect()));
            let side = say(Say::new("argue-side").with("side", Arg::Side(p.side)));
            let cites = p.pleading.authority.map_or_else(String::new, |a| {
                format!(" {}", say(Say::new("text-they-cite").with("authority", Arg::Precedent(a))))
            });
            page.hang("  · ", &format!("{side} ({points}{state}): {}{cites}", say(factors)));
        }
    }
}

/// A ruling.
///
/// # Errors
/// As the console says.
pub fn rule(view: &SeatView, voice: Voice<'_>, console: &mut Console<'_>) -> io::Result<Option<Action>> {
    let s = &*view.scenario;
    let ui = |key| voice.words.ui(key);
    let mut page = hearing(view, voice);
    let may = seat::rulable(s, &view.numbers, &view.sitting.standing);
    let sides: Vec<Side> = [Side::Compel, Side::Resist].into_iter().zip(may).filter(|(_, m)| *m).map(|(x, _)| x).collect();
    page.blank().line(0, &ui("ruling-choose-side"));
    list(
        &mut page,
        sides.iter().map(|x| {
            let named = s.party(*x).map(|seat| Say::new("side-seat").with("seat", Arg::Seat(seat)));
            let side = voice.words.say(s, voice.level, &Say::new("text-side").with("side", Arg::Side(*x)));
            named.map_or(side.clone(), |n| format!("{side} ({})", voice.words.say(s, voice.level, &n)))
        }),
    );
    console.show(&page)?;
    let read = |line: &str| line.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).and_then(|n| sides.get(n).copied());
    let Answer::Given(side) = ask(console, voice, &ui("text-pick-side"), None, read)? else { return Ok(None) };
    let (named, anchors) = seat::reasons(s, &view.numbers, &view.sitting.pleaded, &view.sitting.standing, side);
    let all: Vec<FactorIx> = anchors.iter().chain(named.difference(&anchors).iter()).filter(|f| named.contains(*f)).collect();
    let mut page = Page::new();
    page.blank().line(0, &ui("ruling-choose-reason"));
    list(
        &mut page,
        all.iter().map(|f| {
            let from = if anchors.contains(*f) { "ruling-stands" } else { "ruling-record" };
            format!("{} [{}]", s.law.factor(*f).text, ui(from))
        }),
    );
    if !anchors.is_empty() {
        page.blank().line(0, &ui("ruling-anchor"));
    }
    for (most, cost, _) in s.bench.iter().flat_map(|b| &b.lengths) {
        let fits = usize::from(*most).min(all.len());
        page.line(2, &voice.words.ui_with("text-length", &[("count", fits.into()), ("cost", (*cost).into())]));
        if usize::from(*most) >= all.len() {
            break;
        }
    }
    console.show(page.line(0, &ui("ruling-length-about")))?;
    let Answer::Given(reason) = factors(console, voice, "text-pick-reasons", &all, None)? else { return Ok(None) };
    if let Some(h) = seat::hearing(s, &view.numbers, &view.clock) {
        let ahead = seat::preview_ruling(view, (h.case, h.court), side, &reason);
        let mut page = Page::new();
        page.blank();
        for say in ahead.says() {
            page.hang("  · ", &voice.words.say(s, voice.level, &say));
        }
        console.show(&page)?;
        if ahead.breaks() {
            let Answer::Given(true) = ask(console, voice, &ui("ruling-sure"), Some(false), yes)? else { return Ok(None) };
        }
    }
    Ok(Some(Action::Rule(side, reason)))
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_are_read_in_any_punctuation() {
        assert_eq!(numbers("1 3,4", 4), Some(vec![0, 2, 3]));
        assert_eq!(numbers("0", 4), None);
        assert_eq!(numbers("5", 4), None);
        assert_eq!(numbers("one", 4), None);
    }
}
