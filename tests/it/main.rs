//! Tests of the whole house, in one binary.

mod cli;
mod duties;
mod flagship;
mod legal_play;
mod playthroughs;
mod refusals;
mod secrecy;
mod table;
mod tidy;
