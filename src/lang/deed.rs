//! An action as an imperative: what somebody is about to do, or is asked to.

use crate::model::{Action, Arg, Say, Scenario};

/// The deed in a few words.
#[must_use]
pub fn deed(s: &Scenario, action: &Action) -> Say {
    match action {
        Action::Argue(p) => {
            let say = Say::new("hint-argue").with("issue", Arg::Issue(p.issue));
            say.with("facts", Arg::Factors(p.factors.iter().collect()))
        }
        Action::Attack(issue, _) => Say::new("hint-attack").with("issue", Arg::Issue(*issue)),
        Action::Respond(o, false) => Say::new("hint-decline").with("offer", Arg::Offer(*o)),
        Action::Respond(o, true) => Say::new("hint-accept").with("offer", Arg::Offer(*o)),
        Action::Check(c) => Say::new("hint-check").with("claim", Arg::Claim(*c)),
        Action::Quote(c) => Say::new("hint-quote").with("claim", Arg::Claim(*c)),
        Action::Rule(side, reason) => {
            let say = Say::new("hint-rule").with("side", Arg::Side(*side));
            say.with("facts", Arg::Factors(reason.iter().collect()))
        }
        Action::Close => Say::new("hint-close"),
        Action::Choose(..) | Action::Move(_) | Action::Offer(_) | Action::Undo => match s.doable(action) {
            Some(act) => Say::new("hint-deed").with("deed", Arg::Text(act.title.clone())),
            None => Say::new("hint-close"),
        },
    }
}
