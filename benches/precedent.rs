//! What reasoning with precedents costs. `cargo bench --no-default-features --bench precedent`. Quote ratios: machines are noisy.
//!
//! The bases are made up: one court, one question, factors in equal halves, about a dozen facts and three reasons a case. They
//! are drawn by a small generator of our own, so that every machine measures the same cases.

use comity::diagnostic::Source;
use comity::formats::case_base;
use comity::logic::precedent::{
    CaseBase, Constraint, Court, CourtIx, Day, Precedent, QuestionIx, conflicts, constraint, escape, ruling, why,
};
use comity::model::{FactorIx, FactorSet, Side};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;

const COURT: CourtIx = CourtIx(0);
const QUESTION: QuestionIx = QuestionIx(0);
const NOW: Day = Day(i32::MAX);

/// Marsaglia's xorshift: plain, and the same everywhere.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).expect("below `end`")
    }
}

fn factor(index: usize) -> FactorIx {
    FactorIx(u16::try_from(index).expect("few factors"))
}

/// Even factors compel, odd ones resist.
fn side_of(factor: usize) -> Side {
    Side::BOTH[factor % 2]
}

/// Cases that agree: a weight a factor, and who has the heavier facts wins, on the three heaviest of them.
fn cases(count: usize, factors: usize) -> Vec<Precedent> {
    let mut draws = Draws(0x9E37_79B9_7F4A_7C15);
    let weights: Vec<usize> = (0..factors).map(|_| 1 + draws.below(1000)).collect();
    (0..count)
        .map(|day| {
            let facts: FactorSet = (0..12).map(|_| factor(draws.below(factors))).collect();
            let of = |side: Side| {
                let mut all: Vec<FactorIx> = facts.iter().filter(|f| side_of(usize::from(f.0)) == side).collect();
                all.sort_by_key(|f| std::cmp::Reverse(weights[usize::from(f.0)]));
                all
            };
            let weight = |side: Side| of(side).iter().map(|f| weights[usize::from(f.0)]).sum::<usize>();
            let side = if weight(Side::Compel) >= weight(Side::Resist) { Side::Compel } else { Side::Resist };
            let reason = of(side).into_iter().take(3).collect();
            let decided_on = Day(i32::try_from(day).expect("few cases"));
            Precedent { question: QUESTION, court: COURT, decided_on, facts, reason, side, history: vec![], binds: true }
        })
        .collect()
}

fn base(count: usize, factors: usize) -> CaseBase {
    CaseBase::new((0..factors).map(side_of).collect(), vec![Court::under(vec![])], cases(count, factors)).expect("a base")
}

/// The base as a file.
fn text(count: usize, factors: usize) -> String {
    let mut text = String::from("CaseBase(factors: [");
    for f in 0..factors {
        let _ = write!(text, "Factor(id: \"F{f}\", side: {:?}),", side_of(f));
    }
    text.push_str("], cases: [");
    let ids = |set: &FactorSet| set.iter().map(|f| format!("\"F{}\"", f.0)).collect::<Vec<_>>().join(", ");
    for (i, case) in cases(count, factors).iter().enumerate() {
        let (facts, reason) = (ids(&case.facts), ids(&case.reason));
        let _ = writeln!(text, "Case(id: \"c{i}\", facts: [{facts}], reason: [{reason}], side: {:?}),", case.side);
    }
    text.push_str("])");
    text
}

fn all_conflicts(c: &mut Criterion) {
    let mut group = c.benchmark_group("conflicts");
    group.sample_size(10);
    for count in [1500, 3000, 6000, 12_000] {
        let base = base(count, 128);
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::new("128 factors", count), |b| b.iter(|| black_box(conflicts(&base, None).len())));
    }
    let wide = base(6000, 1000);
    group.bench_function(BenchmarkId::new("1000 factors", 6000), |b| b.iter(|| black_box(conflicts(&wide, None).len())));
    group.finish();
}

/// The facts of one of the cases, which force, and the same with all that opposes, which leave the court free.
fn asked(base: &CaseBase) -> [(&'static str, FactorSet); 2] {
    let case = &base.cases()[base.cases().len() / 2];
    let free = case.facts.union(base.all_of(case.side.other()));
    let free = free.difference(&case.reason);
    [("forced", case.facts.clone()), ("free", free)]
}

fn one_answer(c: &mut Criterion) {
    for (count, factors) in [(1000, 128), (5000, 128), (20_000, 128), (100_000, 128), (100_000, 1000)] {
        let base = base(count, factors);
        let mut group = c.benchmark_group(format!("{count} cases, {factors} factors"));
        group.sample_size(20);
        for (name, facts) in asked(&base) {
            group.bench_function(BenchmarkId::new("decide", name), |b| {
                b.iter(|| black_box(constraint(&base, COURT, QUESTION, &facts, NOW)));
            });
            group.bench_function(BenchmarkId::new("decide, with the reading list", name), |b| {
                b.iter(|| black_box(ruling(&base, COURT, QUESTION, &facts, NOW)));
            });
        }
        let [(_, facts), _] = asked(&base);
        group.bench_function("why", |b| {
            b.iter(|| {
                let found = constraint(&base, COURT, QUESTION, &facts, NOW);
                let found = found.unwrap_or(Constraint::Free { persuasive: Vec::new() });
                black_box(why(&base, &facts, &found).len())
            });
        });
        group.bench_function("escape", |b| b.iter(|| black_box(escape(&base, COURT, QUESTION, &facts, NOW))));
        group.finish();
    }
}

fn reading_a_file(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    group.sample_size(10);
    for (count, factors) in [(6000, 128), (100_000, 1000)] {
        let source = Source::new("bench", text(count, factors));
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(BenchmarkId::new(format!("{factors} factors"), count), |b| {
            b.iter(|| black_box(case_base::read(&source).expect("a base").cases.len()));
        });
    }
    group.finish();
}

criterion_group!(benches, all_conflicts, one_answer, reading_a_file);
criterion_main!(benches);
