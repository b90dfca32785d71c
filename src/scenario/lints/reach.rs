//! What can never happen. `L104`: an ending. `L105`: a stage. `L106`: an event or a trigger. `L123`: an option, a side move, an
//! offer, a question of the debrief.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::Scenario;
use crate::scenario::names::Step;
use crate::scenario::reachable::Reachable;

/// Looks for what is left over once everything that can happen is counted.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let can = Reachable::of(s);
    let mut never = |code, path: Vec<Step>, id: &str, message: String, help: &str| {
        found.push((Severity::Warning, Fault::new(code, path, id, message, help)));
    };
    let at = |field, i| vec![Step::Field(field), Step::Entry(i)];
    let lead = "let an option or a ruling lead there, or take it out";
    for (i, x) in s.endings.iter().enumerate().filter(|(i, _)| !can.endings[*i]) {
        never("L104", at("endings", i), &x.id, format!("nothing leads to ending `{}`", x.id), lead);
    }
    for (i, x) in s.stages.iter().enumerate().filter(|(i, _)| !can.stages[*i]) {
        never("L105", at("stages", i), &x.id, format!("nothing leads to stage `{}`", x.id), lead);
    }
    let cause = "give it a day, let something bring it about, or look at its condition";
    for (i, x) in s.events.iter().enumerate().filter(|(i, _)| !can.events[*i]) {
        never("L106", at("events", i), &x.id, format!("nothing leads to event `{}`", x.id), cause);
    }
    for (i, x) in s.triggers.iter().enumerate().filter(|(i, _)| !can.triggers[*i]) {
        never("L106", at("triggers", i), &x.id, format!("the condition of trigger `{}` never holds", x.id), cause);
    }
    let open = "look at its condition, its rounds and its price: one of them can never be met";
    for (i, d) in s.decisions.iter().enumerate() {
        if can.options[i].iter().all(|o| !o) {
            never("L123", at("decisions", i), &d.id, format!("decision `{}` is never put to anybody", d.id), open);
            continue;
        }
        for (j, o) in d.options.iter().enumerate().filter(|(j, _)| !can.options[i][*j]) {
            let path = [at("decisions", i), at("options", j)].concat();
            never("L123", path, &o.id, format!("option `{}` of `{}` is never open", o.id, d.id), open);
        }
    }
    for (i, x) in s.moves.iter().enumerate().filter(|(i, _)| !can.moves[*i]) {
        never("L123", at("moves", i), &x.id, format!("side move `{}` is never open", x.id), open);
    }
    for (i, x) in s.offers.iter().enumerate().filter(|(i, _)| !can.offers[*i]) {
        never("L123", at("offers", i), &x.id, format!("offer `{}` can never be made", x.id), open);
    }
    for (i, _) in s.debrief.follow_ups.iter().enumerate().filter(|(i, _)| !can.follow_ups[*i]) {
        let path = [vec![Step::Field("debrief")], at("follow_ups", i)].concat();
        never(
            "L123",
            path,
            "when",
            "this question of the debrief is never asked".to_owned(),
            "look at its condition: it can never be met",
        );
    }
}
