//! The parts of a scenario resolved: seats, stages, decisions, moves, offers, judges, cases, places, press.

use super::file;
use super::names::{Kind, Names, Step};
use super::rules::{condition, effects};
use crate::model::{
    Aim, BenchRules, Card, Case, Choice, ClaimIx, Date, Decision, Doable, FactorSet, Hearing, HistoricRuling, Judge, Law, Mark,
    Move, Offer, Place, Seat, Slot, Stage, Story, Text, VarIx,
};

/// A slot as written; `calendar` checks that it lies in its round.
fn plain_slot(on: Option<(u8, Date)>) -> Option<Slot> {
    on.map(|(round, date)| Slot { round, date })
}

pub(super) fn seat(n: &mut Names, s: &file::Seat) -> Seat {
    let mut cards: Vec<Card> =
        s.cards.iter().map(|c| Card { id: c.id.clone(), title: c.title.clone(), text: c.text.clone() }).collect();
    if cards.is_empty() {
        cards.push(Card { id: s.id.clone(), title: s.name.clone(), text: Text::default() });
    }
    let aims = n.each("aims", &s.aims, |n, i, a| {
        let weights = if a.weights.is_empty() { vec![share(i, s.aims.len()); cards.len()] } else { a.weights.clone() };
        if weights.len() != cards.len() {
            let message = format!("aim `{}` has {} weights for {} cards", a.id, weights.len(), cards.len());
            n.fault("S039", &a.id, message, "give one weight for each card, in the order of the cards");
        }
        Aim {
            id: a.id.clone(),
            text: a.text.clone(),
            marks: a
                .marks
                .iter()
                .map(|m| match m {
                    file::Mark::AtLeast(v, x) => Mark::AtLeast(n.number(v), *x),
                    file::Mark::AtMost(v, x) => Mark::AtMost(n.number(v), *x),
                })
                .collect(),
            when: condition(n, &a.when),
            weights,
        }
    });
    Seat {
        id: s.id.clone(),
        name: s.name.clone(),
        role: s.role,
        order: if s.order.is_empty() { 0 } else { n.find(Kind::Order, &s.order) },
        side: s.side,
        cards,
        aims,
        brief: s.brief.clone(),
        fear: s.fear.clone(),
        candour: s.candour.as_ref().map(|v| n.number(v)),
        publicity: s.publicity.as_ref().map(|v| n.number(v)),
        par: s.par,
    }
}

/// What an aim counts where nothing is said: ten points shared, the earlier ones a little more.
fn share(aim: usize, aims: usize) -> i16 {
    const POINTS: usize = 10;
    i16::try_from(POINTS / aims + usize::from(aim < POINTS % aims)).unwrap_or(0)
}

pub(super) fn stage(n: &mut Names, s: &file::Stage, law: &Law) -> Stage {
    let legal = s.legal.as_ref().and_then(|(procedure, stage)| {
        let p = n.find(Kind::Procedure, procedure);
        let stages = &law.procedures.get(p)?.stages;
        let found = stages.iter().position(|x| x.id == *stage);
        if found.is_none() {
            let message = format!("procedure `{procedure}` has no stage `{stage}`");
            n.unknown(stage, message, stages.iter().map(|x| x.id.as_str()));
        }
        Some((p, found?))
    });
    let hearing = s.hearing.as_ref().map(|h| {
        n.at(Step::Field("hearing"), |n| Hearing {
            case: n.case(&h.case),
            court: n.court(&h.court),
            votes: h.votes,
            recused: h.recused.as_ref().map(|v| n.number(v)),
            when: condition(n, &h.when),
            petition: h.petition,
            answers: h.answers,
            slot: plain_slot(h.on),
            argued: plain_slot(h.argued),
            compel: effects(n, &h.compel),
            resist: effects(n, &h.resist),
            tie: effects(n, &h.tie),
            denied: effects(n, &h.denied),
            outvoted: effects(n, &h.outvoted),
            differs: effects(n, &h.differs),
            historic: h.historic.as_ref().map(|r| HistoricRuling {
                side: r.side,
                reason: r.reason.iter().map(|x| n.factor(x).0).collect(),
                compel: r.compel,
                resist: r.resist,
            }),
        })
    });
    Stage {
        id: s.id.clone(),
        title: s.title.clone(),
        text: s.text.clone(),
        legal,
        hearing,
        then: s.then.as_ref().map(|t| n.stage(t)),
        round: s.round,
        picture: s.picture.as_ref().map(|id| n.find(Kind::Illustration, id)),
    }
}

pub(super) fn decision(n: &mut Names, d: &file::Decision) -> Decision {
    for (i, o) in d.options.iter().enumerate() {
        if d.options[..i].iter().any(|x| x.id == o.id) {
            n.fault("S031", &o.id, format!("`{}` is an option of `{}` twice", o.id, d.id), "give one of the two another id");
        }
    }
    if d.options.is_empty() {
        n.fault("S037", &d.id, format!("decision `{}` has no options", d.id), "give it at least one option");
    }
    let options = n.each("options", &d.options, |n, _, o| Choice {
        id: o.id.clone(),
        rules: o.rules,
        because: n.each("because", &o.because, |n, _, x| n.factor(x).0).into_iter().collect(),
        act: Doable {
            title: o.title.clone(),
            text: o.text.clone(),
            cost: o.cost,
            when: condition(n, &o.when),
            rounds: o.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &o.effects)),
            tags: o.tags.clone(),
            source: if o.source.is_empty() { d.source.clone() } else { o.source.clone() },
            invented: o.invented,
            historic: if o.historic { vec![0] } else { Vec::new() },
            slot: plain_slot(o.on),
        },
    });
    Decision {
        id: d.id.clone(),
        seat: n.seat(&d.seat),
        beat: d.beat,
        title: d.title.clone(),
        text: d.text.clone(),
        when: condition(n, &d.when),
        rounds: d.rounds,
        repeat: d.repeat,
        options,
        source: d.source.clone(),
        file: d.file.as_ref().map(|c| n.case(c)),
        chosen: VarIx::new(n.find(Kind::Number, &format!("chose:{}", d.id))),
        chosen_in: VarIx::new(n.find(Kind::Number, &format!("chosen-in:{}", d.id))),
    }
}

pub(super) fn side_move(n: &mut Names, m: &file::Move, f: &file::Scenario) -> Move {
    let group = m.group.as_ref().map(|g| {
        let ix = n.find(Kind::Group, g);
        (u16::try_from(ix).unwrap_or(0), f.groups.get(ix).map_or(1, |g| g.1))
    });
    Move {
        id: m.id.clone(),
        seat: n.seat(&m.seat),
        beat: m.beat,
        act: Doable {
            title: m.title.clone(),
            text: m.text.clone(),
            cost: m.cost,
            when: condition(n, &m.when),
            rounds: m.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &m.effects)),
            tags: m.tags.clone(),
            source: m.source.clone(),
            invented: m.invented,
            historic: m.historic.clone(),
            slot: plain_slot(m.on),
        },
        times: m.times,
        group,
        done: VarIx::new(n.find(Kind::Number, &format!("did:{}", m.id))),
    }
}

pub(super) fn offer(n: &mut Names, o: &file::Offer) -> Offer {
    Offer {
        id: o.id.clone(),
        from: n.seat(&o.from),
        to: n.seat(&o.to),
        act: Doable {
            title: o.title.clone(),
            text: o.text.clone(),
            cost: 0,
            when: condition(n, &o.when),
            rounds: o.rounds,
            effects: n.at(Step::Field("effects"), |n| effects(n, &o.effects)),
            tags: o.tags.clone(),
            source: o.source.clone(),
            invented: false,
            historic: Vec::new(),
            slot: None,
        },
        accepted: VarIx::new(n.find(Kind::Number, &format!("accepted:{}", o.id))),
    }
}

/// Rules for judging; a judge who is not said to care for an issue cares for `first`.
pub(super) fn bench(n: &mut Names, b: &file::Bench, first: Option<&file::Issue>) -> BenchRules {
    BenchRules {
        seat: n.seat(&b.seat),
        judges: n.each("judges", &b.judges, |n, _, j| Judge {
            id: j.id.clone(),
            title: j.title.clone(),
            leaning: j.leaning,
            cares: n.issue(first.filter(|_| j.cares.is_empty()).map_or(&j.cares, |issue| &issue.id)),
        }),
        amici: b.amici.as_ref().map(|(v, mark)| (n.number(v), *mark)),
        lengths: b.lengths.iter().map(|(most, cost, e)| (*most, *cost, effects(n, e))).collect(),
        against: (b.against.0, effects(n, &b.against.1)),
        with: effects(n, &b.with),
        no_holding: effects(n, &b.no_holding),
        follows: effects(n, &b.follows),
        defies: effects(n, &b.defies),
    }
}

pub(super) fn case(n: &mut Names, c: &file::Case) -> Case {
    let kept = |n: &mut Names, what: &str| VarIx::new(n.find(Kind::Number, &format!("{what}:{}", c.id)));
    Case {
        id: c.id.clone(),
        title: c.title.clone(),
        text: c.text.clone(),
        question: n.question(&c.question),
        court: n.court(&c.court),
        facts: n.each("facts", &c.facts, |n, _, x| n.factor(x).0).into_iter().collect::<FactorSet>(),
        open: c.open,
        holding: kept(n, "holding"),
        forced: kept(n, "forced"),
        persuaded: kept(n, "persuaded"),
        invented: c.invented,
    }
}

pub(super) fn place(n: &mut Names, p: &file::Place) -> Place {
    let (lon, lat) = p.at;
    if !(-180.0..=180.0).contains(&lon) || !(-90.0..=90.0).contains(&lat) {
        let message = format!("({lon}, {lat}) is not a place on Earth");
        n.fault("S033", &p.id, message, "write longitude (−180 to 180) and latitude (−90 to 90)");
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded by the check above")]
    let hundredths = |x: f32| (x.clamp(-180.0, 180.0) * 100.0).round() as i16;
    Place {
        id: p.id.clone(),
        title: p.title.clone(),
        kind: p.kind,
        order: p.order.as_ref().map(|o| n.find(Kind::Order, o)),
        country: p.country,
        lon: hundredths(lon),
        lat: hundredths(lat),
    }
}

pub(super) fn press(n: &mut Names, f: &file::Scenario) -> (Vec<Story>, Vec<crate::model::Claim>) {
    let mut claims = Vec::new();
    let stories = n.each("press", &f.press, |n, i, s| {
        let first = claims.len();
        let list = n.each("claims", &s.claims, |n, j, c| {
            n.define(Kind::Claim, &c.id, first + j);
            crate::model::Claim {
                id: c.id.clone(),
                text: c.text.clone(),
                verdict: c.verdict,
                record: c.record.clone(),
                source: c.source.clone(),
                supports: c.supports.as_ref().map(|(side, issue)| (*side, n.issue(issue))),
                flatters: c.flatters.iter().map(|x| n.seat(x)).collect(),
                story: i,
            }
        });
        let ids = (first..first + list.len()).map(ClaimIx::new).collect();
        claims.extend(list);
        Story { id: s.id.clone(), title: s.title.clone(), round: s.round, date: s.date, text: s.text.clone(), claims: ids }
    });
    (stories, claims)
}
