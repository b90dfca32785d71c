//! What a frame of the window costs beside a frame of 1,000 plain labels: layout and tessellation, without a graphics card.
//! `cargo bench --no-default-features --features ui --bench desk`. Quote the ratio: machines are noisy.

use comity::bots;
use comity::model::Beat;
use comity::play::{self, Match};
use comity::ui::{Game, Screen, Start};
use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, Vec2};
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;

const SIZE: Vec2 = Vec2::new(1440.0, 900.0);

/// The flagship where most is open: the party that resists, in the round with most arguments on the table.
fn busy() -> PathBuf {
    let s = comity::scenario::open("microsoft-ireland").expect("ships").scenario;
    let mut m = Match::new(Arc::clone(&s), 1, true);
    let mut players: Vec<_> = s.seats.iter().filter_map(|_| bots::named("history", 1)).collect();
    let me = s.seats.iter().position(|seat| seat.id == "microsoft").expect("a seat");
    while m.clock().round < 5 || m.clock().beat < Beat::Plan || m.awaited()[0].ix() != me {
        let seat = m.awaited()[0];
        let view = m.view(seat);
        let play = players[seat.ix()].play(&view);
        m.submit(seat, &play.action).expect("legal");
    }
    let sits =
        |(i, seat): (usize, &comity::model::Seat)| (seat.id.clone(), if i == me { "human" } else { "bot:history" }.to_owned());
    let seats: Vec<(String, String)> = s.seats.iter().enumerate().map(sits).collect();
    let path = std::env::temp_dir().join(format!("comity-bench-{}.ron", std::process::id()));
    std::fs::write(&path, play::write(&mut m, "microsoft-ireland", &seats)).expect("a folder to write to");
    path
}

/// A frame: everything that is done before a renderer gets its triangles.
fn frame(ctx: &Context, draw: impl FnMut(&mut egui::Ui)) -> usize {
    let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)), ..RawInput::default() };
    let mut out = ctx.run_ui(input, draw);
    // There is no renderer to take the letters.
    out.textures_delta.clear();
    let (shapes, scale) = (std::mem::take(&mut out.shapes), out.pixels_per_point);
    ctx.tessellate(shapes, scale).len()
}

fn frames(c: &mut Criterion) {
    let path = busy();
    let mut game = Game::new(Start { resume: Some(path.clone()), ..Start::default() });
    let ctx = Context::default();
    game.start(&ctx);
    for _ in 0..5 {
        frame(&ctx, |ui| game.ui(ui));
    }
    let mut group = c.benchmark_group("a frame");
    group.bench_function("of the flagship's desk", |b| b.iter(|| black_box(frame(&ctx, |ui| game.ui(ui)))));
    let plain = Context::default();
    let labels = |ui: &mut egui::Ui| {
        egui::CentralPanel::default().show(ui, |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| {
                for i in 0..1000 {
                    ui.label(format!("Label number {i}"));
                }
            });
        });
    };
    group.bench_function("of 1,000 labels", |b| b.iter(|| black_box(frame(&plain, labels))));
    group.finish();
    // The match saves itself beside; this one was only looked at.
    std::fs::remove_file(path).ok();
}

criterion_group!(benches, frames);
criterion_main!(benches);
