use comity::{scenario, sim, play, model::*};
use std::sync::Arc;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let loaded = match scenario::open(&args[1]) {
        Ok(l) => l,
        Err(d) => { println!("{}", comity::diagnostic::render_text(&d, comity::diagnostic::Style::Plain)); std::process::exit(1) }
    };
    for d in &loaded.remarks { println!("{} {}", d.code, d.message); }
    let s = loaded.scenario;
    println!("hash {} vars {} prec {}", s.hash, s.vars.len(), s.law.precedents.len());
    let bots = args.get(2).map_or("history", |x| x.as_str());
    let games: usize = args.get(3).and_then(|x| x.parse().ok()).unwrap_or(1);
    let seats = sim::Seats::parse(&s, bots).unwrap();
    if games == 1 {
        let seed: u64 = args.get(4).and_then(|x| x.parse().ok()).unwrap_or(1);
        let mut m = play::Match::new(Arc::clone(&s), seed, seats.pinned(&s));
        let ok = sim::play_out(&mut m, &seats, seed, |seat, a, b| { if args.len() > 5 { println!("   {} {:?} {}", s.seats[seat.ix()].id, play::deed(&s, a), b.key) } });
        for e in m.log() {
            let t = match &e.what {
                Happened::Changed(v, a, b, c) => format!("   {} {a}->{b} {c:?}", s.var(*v).id),
                Happened::Chose(d, o) => format!("{} : {}", s.decision(*d).id, s.decision(*d).options[*o as usize].id),
                Happened::Moved(x) => format!("move {}", s.side_move(*x).id),
                Happened::Event(x) => format!("event {}", s.event(*x).id),
                Happened::Opened(x) => format!("== {}", s.stage(*x).id),
                Happened::Closed(x) | Happened::Over(x) => format!("END {}", s.endings[x.ix()].id),
                o => format!("{o:?}"),
            };
            println!("{} r{} {:?} {}", e.date, e.round, e.beat, t);
        }
        println!("ok {ok} actions {} over {:?}", m.actions().len(), m.over().map(|e| s.endings[e.ix()].id.clone()));
        let cards = m.cards();
        for (i, seat) in s.seats.iter().enumerate() { println!("{} card {} points {} {:?}", seat.id, seat.cards[cards[i].ix()].id, m.points(SeatIx::new(i), cards[i]), comity::seat::tally(&s, SeatIx::new(i), cards[i], m.numbers())); }
    } else {
        let t = std::time::Instant::now();
        let sum = sim::simulate(&s, &seats, games, 1, || {});
        println!("{:?} finished {}/{} actions {} digest {}", t.elapsed(), sum.finished, sum.games, sum.actions, sum.digest);
        for (e, n) in &sum.endings { println!("  {e:20} {n} {:.1}%", 100.0 * *n as f64 / games as f64); }
        for x in &sum.seats { println!("  {} {:.2} [{:.2},{:.2}] {:?}", x.id, x.tally.mean, x.tally.lo, x.tally.hi, x.aims); }
        if bots.contains("keen") || args.len() > 4 {
            let mut g: std::collections::BTreeMap<String, std::collections::BTreeMap<String, usize>> = Default::default();
            for (k, m) in &sum.by_cards { let p: Vec<&str> = k.split('/').collect(); let e = g.entry(format!("{}/{}", p[0], p[1])).or_default(); for (x, n) in m { *e.entry(x.clone()).or_default() += n; } }
            for (k, m) in g { let mut v: Vec<_> = m.into_iter().collect(); v.sort_by_key(|x| std::cmp::Reverse(x.1)); println!("  {k}: {v:?}"); }
        }
    }
}
