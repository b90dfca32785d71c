//! How good an argument is, scored openly. The score teaches and counts for nothing else: what wins an issue is its points.
//!
//! | Measure | 2 | 1 | 0 |
//! |---|---|---|---|
//! | relevance | the authority answers this very question | another question with facts in common | no authority, or nothing in common |
//! | in force | it binds this court | it is good law and persuades | it has fallen, or there is none |
//! | adverse | differences faced, and an answer to each adverse holding | one of the two | neither |
//! | facts | all on the record | half or more | fewer |
//!
//! Where no authority is open to a side, relevance and force are not asked.

use super::law::LawInPlay;
use super::view::{Pleaded, SeatView};
use crate::lang;
use crate::logic::precedent as kernel;
use crate::model::{Arg, CaseIx, CourtIx, Date, FactorSet, Measure, Pleading, Points, PrecedentIx, Say, Scenario, Side};

/// An argument scored, with what each part rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Points by measure, in the order of [`Measure::ALL`]; none where a measure is not asked.
    pub parts: Points,
    /// Factors named that the record does not yet establish.
    pub unproved: FactorSet,
    /// What tells the cited authority apart and was not faced.
    pub unfaced: FactorSet,
    /// Adverse holdings good law that day which none of the factors named tells apart.
    pub unanswered: Vec<kernel::CaseIx>,
}

impl Score {
    /// All parts together, and the most that they could be.
    #[must_use]
    pub fn total(&self) -> (i16, i16) {
        Measure::total(&self.parts)
    }

    /// Each part with what it rests on; faces turn it into words.
    #[must_use]
    pub fn says(&self, law: &LawInPlay) -> Vec<Say> {
        let factors = |set: &FactorSet| Arg::Factors(set.iter().collect());
        let why = |measure: Measure| match (measure, self.part(measure)) {
            (Measure::Relevance, None) => Say::new("score-none-citable"),
            (Measure::Relevance, Some(2)) => Say::new("score-same-question"),
            (Measure::Relevance, Some(1)) => Say::new("score-analogy"),
            (Measure::Relevance, _) => Say::new("score-no-authority"),
            (Measure::Force, Some(2)) => Say::new("score-binds"),
            (Measure::Force, Some(1)) => Say::new("score-persuades"),
            (Measure::Force, _) => Say::new("score-no-force"),
            (Measure::Adverse, _) => match (self.unfaced.is_empty(), self.unanswered.first()) {
                (true, None) => Say::new("score-nothing-left"),
                (false, _) => Say::new("score-unfaced").with("factors", factors(&self.unfaced)),
                (true, Some(ix)) => {
                    Say::new("score-unanswered").with("holding", Arg::Say(Box::new(lang::law::authority(law.authority(*ix)))))
                }
            },
            (Measure::Facts, Some(2)) => Say::new("score-proved"),
            (Measure::Facts, _) => Say::new("score-unproved").with("factors", factors(&self.unproved)),
        };
        let line = |measure: Measure| match self.part(measure) {
            Some(points) => Some(
                Say::new("score-line")
                    .with("measure", Arg::Say(Box::new(Say::new(lang::law::measure(measure)))))
                    .with("points", Arg::Num(points.into()))
                    .with("most", Arg::Num(Measure::MOST.into()))
                    .with("why", Arg::Say(Box::new(why(measure)))),
            ),
            // That none can be cited is said once.
            None => (measure == Measure::Relevance).then(|| why(measure)),
        };
        Measure::ALL.into_iter().filter_map(line).collect()
    }

    /// The points of one measure, where it is asked.
    #[must_use]
    pub fn part(&self, measure: Measure) -> Option<i16> {
        self.parts[measure as usize]
    }
}

/// Where an argument is made: before which court, in which case, on which day.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// Case.
    pub case: CaseIx,
    /// Court.
    pub court: CourtIx,
    /// Day.
    pub day: Date,
}

/// Scores an argument of a side.
#[must_use]
pub fn score(s: &Scenario, law: &LawInPlay, numbers: &[i16], before: Before, side: Side, pleading: &Pleading) -> Score {
    let Before { case, day, .. } = before;
    let question = s.cases[case.ix()].question;
    let record = s.record(case, numbers, None);
    let offered = super::decided_before(s, pleading.issue, side, day).next().is_some();
    let (relevance, force) = match pleading.authority {
        Some(ix) => Some(cited(s, law, ix, before, &record)),
        None => offered.then_some((0, 0)),
    }
    .unzip();
    let unfaced = match pleading.authority {
        Some(ix) if !pleading.faced => super::differences(s, numbers, ix),
        _ => FactorSet::new(),
    };
    let answers = |ix: &kernel::CaseIx| {
        let adverse = law.base.case(*ix);
        let apart = kernel::differences(&law.base, adverse, &record);
        apart.intersects(&pleading.factors) || !adverse.reason.is_subset(&record)
    };
    let of_other =
        |ix: &kernel::CaseIx| law.base.case(*ix).side != side && law.base.live(*ix, day) && !law.under_review(case, *ix);
    let adverse: Vec<kernel::CaseIx> = law.base.on_question(question).iter().copied().filter(of_other).collect();
    let unanswered: Vec<kernel::CaseIx> = adverse.into_iter().filter(|ix| !answers(ix)).collect();
    let unproved = pleading.factors.difference(&record);
    let (named, proved) = (pleading.factors.len(), pleading.factors.len() - unproved.len());
    let facts = if named > 0 && unproved.is_empty() { 2 } else { i16::from(proved > 0 && proved * 2 >= named) };
    let faces = i16::from(unfaced.is_empty()) + i16::from(unanswered.is_empty());
    Score { parts: [relevance, force, Some(faces), Some(facts)], unproved, unfaced, unanswered }
}

/// How far an authority bears on the question, and what force it has before the court.
fn cited(s: &Scenario, law: &LawInPlay, ix: PrecedentIx, before: Before, record: &FactorSet) -> (i16, i16) {
    let p = s.law.precedent(ix);
    let same = p.question == s.cases[before.case.ix()].question;
    let relevance = if same { 2 } else { i16::from(p.facts.intersects(record)) };
    let binds = same && law.base.is_bound_by(before.court, p.court, p.decided_on, before.day) && s.law.binds(ix);
    let live = p.decided_on < before.day && super::standing(&s.law, &law.fallen, ix, before.day).is_good();
    let force = match (live, binds) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };
    (relevance, force)
}

/// Scores an argument as its author would see it before making it. None where nothing is pending before a court.
#[must_use]
pub fn score_in(view: &SeatView, pleading: &Pleading) -> Option<Score> {
    let s = &*view.scenario;
    let side = s.seats[view.seat.ix()].side?;
    Some(score(s, &LawInPlay::seen(view), &view.numbers, before(view)?, side, pleading))
}

/// Scores an argument that was made, as anybody sees it.
#[must_use]
pub fn score_of(view: &SeatView, pleaded: &Pleaded) -> Option<Score> {
    let s = &*view.scenario;
    Some(score(s, &LawInPlay::seen(view), &view.numbers, before(view)?, pleaded.side, &pleaded.pleading))
}

fn before(view: &SeatView) -> Option<Before> {
    let hearing = view.scenario.stage(view.clock.stage).hearing.as_ref()?;
    Some(Before {
        case: hearing.case,
        court: hearing.court,
        day: super::day_of_argument(&view.scenario, &view.numbers, &view.clock),
    })
}
