//! From a `Say` to a sentence: every argument becomes words, then the message takes them in.

use super::{Words, kept, missing};
use crate::model::{Arg, FactorIx, Reading, Say, Scenario, Side, Text, VarIx};
use fluent_bundle::{FluentArgs, FluentError, FluentValue};

/// Who reads what.
pub(super) struct Reader<'a> {
    /// The reader's language.
    pub words: &'a Words,
    /// Where the titles are.
    pub scenario: &'a Scenario,
    /// Which of the two wordings.
    pub level: Reading,
}

impl Reader<'_> {
    /// The sentence; what Fluent objects to goes into `errors`.
    pub fn say(&self, say: &Say, errors: &mut Vec<FluentError>) -> String {
        if let Some(plainer) = kept::plainer(self.scenario, say) {
            return self.say(&plainer, errors);
        }
        let mut args = FluentArgs::with_capacity(say.args.len());
        for (name, arg) in &say.args {
            args.set(*name, self.value(name, arg, errors));
        }
        self.words.format(say.key, &args, errors)
    }

    fn value(&self, name: &str, arg: &Arg, errors: &mut Vec<FluentError>) -> FluentValue<'static> {
        let s = self.scenario;
        let at = |text: Option<&Text>| text.map(|t| t.at(self.level).to_owned());
        let words = match arg {
            Arg::Num(n) => return FluentValue::from(*n),
            Arg::Day(day) => Some(self.words.date(*day)),
            Arg::Side(Side::Compel) => Some(self.words.ui("side-compel")),
            Arg::Side(Side::Resist) => Some(self.words.ui("side-resist")),
            Arg::Seat(ix) => at(s.seats.get(ix.ix()).map(|x| &x.name)),
            Arg::Var(ix) => Some(self.var(*ix)),
            Arg::Stage(ix) => at(s.stages.get(ix.ix()).map(|x| &x.title)),
            Arg::Decision(ix) => at(s.decisions.get(ix.ix()).map(|x| &x.title)),
            Arg::Choice(ix, option) => {
                let option = s.decisions.get(ix.ix()).and_then(|d| d.options.get(usize::from(*option)));
                at(option.map(|x| &x.act.title))
            }
            Arg::Move(ix) => at(s.moves.get(ix.ix()).map(|x| &x.act.title)),
            Arg::Offer(ix) => at(s.offers.get(ix.ix()).map(|x| &x.act.title)),
            Arg::Issue(ix) => at(s.issues.get(ix.ix()).map(|x| &x.title)),
            Arg::Factor(ix) => Some(self.factor(*ix)),
            Arg::Factors(all) => {
                let chips: Vec<String> = all.iter().map(|f| self.factor(*f)).collect();
                Some(self.words.list(&chips))
            }
            Arg::Claim(ix) => at(s.claims.get(ix.ix()).map(|x| &x.text)),
            Arg::Event(ix) => at(s.events.get(ix.ix()).map(|x| &x.title)),
            Arg::Ending(ix) => at(s.endings.get(ix.ix()).map(|x| &x.title)),
            Arg::Court(ix) => s.law.courts.get(ix.ix()).map(|x| x.name.clone()),
            Arg::Precedent(ix) => s.law.precedents.get(ix.ix()).map(|x| x.name.clone()),
            Arg::Instrument(ix) => at(s.instruments.get(ix.ix()).map(|x| &x.title)),
            Arg::Item(ix) => at(s.items.get(ix.ix()).map(|x| &x.title)),
            Arg::Case(ix) => at(s.cases.get(ix.ix()).map(|x| &x.title)),
            Arg::Verbatim(text) => Some(text.clone()),
            Arg::Text(text) => Some(text.at(self.level).to_owned()),
            Arg::Say(inner) => Some(self.say(inner, errors)),
        };
        FluentValue::from(words.unwrap_or_else(|| missing(name)))
    }

    /// The short name of a factor: the chip that players know it by.
    fn factor(&self, ix: FactorIx) -> String {
        self.scenario.law.factors.get(usize::from(ix.0)).map_or_else(|| missing("factor"), |f| f.short.clone())
    }

    /// The title of a number; one the rules keep for themselves is named by the language, and failing that by its id.
    fn var(&self, ix: VarIx) -> String {
        let Some(var) = self.scenario.vars.get(ix.ix()) else { return missing("var") };
        if !var.title.is_empty() {
            return var.title.at(self.level).to_owned();
        }
        kept::noun(&var.id).map_or_else(|| kept::of(&var.id).replace('-', " "), |key| self.words.ui(key))
    }
}
