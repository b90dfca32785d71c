//! `L113`: stages that only lead to each other, with no way out: the procedure goes round until the calendar runs out.

use super::Fault;
use crate::diagnostic::Severity;
use crate::model::every;
use crate::model::{Effect, Scenario};
use crate::scenario::names::Step;
use crate::scenario::reachable::consequences;

/// Looks for circles of stages that nothing leaves. A stage without a successor is an end, not a circle; and where something
/// other than a hearing can close the case or move the procedure on, there is a way out.
pub fn check(s: &Scenario, found: &mut Vec<(Severity, Fault)>) {
    let hearings = |i: usize| s.stages[i].hearing.iter().flat_map(crate::scenario::reachable::of_hearing);
    let leads = |e: &Effect| matches!(e, Effect::Close(_) | Effect::Next(_));
    let mut elsewhere = false;
    for list in consequences(s).iter().filter(|c| c.stage.is_none()) {
        every(list.effects, &mut |e| elsewhere |= leads(e));
    }
    if elsewhere {
        return;
    }
    let mut closes = vec![false; s.stages.len()];
    let next = |i: usize, closes: &mut Vec<bool>| {
        let mut out: Vec<usize> = s.stages[i].then.iter().map(|x| x.ix()).collect();
        for list in hearings(i) {
            every(list, &mut |e| match e {
                Effect::Next(x) => out.push(x.ix()),
                Effect::Close(_) => closes[i] = true,
                _ => {}
            });
        }
        out
    };
    let graph: Vec<Vec<usize>> = (0..s.stages.len()).map(|i| next(i, &mut closes)).collect();
    let from = |start: usize| {
        let (mut seen, mut open) = (vec![false; graph.len()], graph[start].clone());
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(&graph[at]);
            }
        }
        seen
    };
    let reach: Vec<Vec<bool>> = (0..graph.len()).map(from).collect();
    let shut = |i: usize| reach[i][i] && (0..graph.len()).filter(|j| reach[i][*j]).all(|j| reach[j][i] && !closes[j]);
    // One stage speaks for its circle: the first.
    for i in (0..graph.len()).filter(|i| shut(*i) && (0..*i).all(|j| !reach[*i][j])) {
        let id = &s.stages[i].id;
        let round: Vec<String> = (0..graph.len()).filter(|j| reach[i][*j]).map(|j| format!("`{}`", s.stages[j].id)).collect();
        let message = format!("the procedure never leaves {}", round.join(", "));
        let path = vec![Step::Field("stages"), Step::Entry(i)];
        let help = "let a hearing `Close` the case, or lead on to a stage outside";
        found.push((Severity::Warning, Fault::new("L113", path, id, message, help)));
    }
}
