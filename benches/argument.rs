//! What frameworks cost, reading apart from reasoning. `cargo bench --no-default-features --bench argument`. Quote ratios.

use comity::diagnostic::Source;
use comity::formats::framework::{Format, read};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;

/// A framework in which most is settled: attacks run upwards, drawn by a fixed linear congruence, two to an argument.
fn text(attacks: u64) -> String {
    let arguments = attacks / 2;
    let mut text = format!("p af {arguments}\n");
    let mut draw = 1_u64;
    for _ in 0..attacks {
        draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (a, b) = ((draw >> 33) % arguments + 1, (draw >> 13) % arguments + 1);
        let _ = writeln!(text, "{} {}", a.min(b), a.max(b));
    }
    text
}

fn frameworks(c: &mut Criterion) {
    for attacks in [10_000, 100_000, 1_000_000] {
        let source = Source::new("bench.af", text(attacks));
        let named = read(&source, Format::Af).expect("well formed");
        let mut group = c.benchmark_group("framework");
        group.sample_size(10).throughput(Throughput::Elements(attacks));
        group.bench_function(BenchmarkId::new("parse", attacks), |b| {
            b.iter(|| black_box(read(&source, Format::Af).is_ok()));
        });
        group.bench_function(BenchmarkId::new("grounded", attacks), |b| {
            b.iter(|| black_box(named.framework.grounded().order().len()));
        });
        group.finish();
    }
}

criterion_group!(benches, frameworks);
criterion_main!(benches);
