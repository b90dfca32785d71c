//! Tests of the whole house, in one binary.

mod authoring;
mod case_base;
mod checks;
mod cli;
mod duties;
mod flagship;
mod foretold;
mod kit;
mod law_in_play;
mod learn;
mod legal_play;
mod mutations;
mod open_formats;
mod playthroughs;
mod presets;
mod refusals;
mod reports;
mod secrecy;
mod simulate;
mod table;
mod terminal;
mod tidy;
mod whatif;
mod why;
