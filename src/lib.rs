//! Comity: a teaching game about data sovereignty. When data sits in one country, the company in a second and the suspect in
//! a third, whose law decides?
//!
//! Modules in reading order; each imports only from those above it (see `docs/architecture.md`).

pub mod diagnostic;
pub mod syntax;

pub mod model;

pub mod logic;

pub mod lang;

pub mod seat;

pub mod scenario;

pub mod formats;

pub mod rules;

pub mod play;

pub mod bots;

pub mod learn;

pub mod sim;

pub mod report;

pub mod picture;

#[cfg(feature = "ui")]
pub mod ui;

#[cfg(feature = "app")]
pub mod app;

pub mod text;

pub mod html;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
