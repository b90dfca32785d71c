//! How a command can fail, and what the process then says and returns.

use super::output::remark;
use crate::diagnostic::{Diagnostic, render_text};
use std::io;
use std::process::ExitCode;

/// Why a command ended early.
#[derive(Debug)]
pub enum Failure {
    /// Whoever read our output has read enough: no failure at all.
    Pipe,
    /// The command was called with something that does not exist.
    Usage(String),
    /// It could not be done.
    Message(String),
    /// Findings about a file, errors among them.
    Findings(Vec<Diagnostic>),
    /// Everything was said already.
    Said,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::Pipe } else { Self::Message(error.to_string()) }
    }
}

impl Failure {
    /// Says it on standard error and turns it into an exit code.
    pub fn report(&self) -> ExitCode {
        match self {
            Self::Pipe => ExitCode::SUCCESS,
            Self::Usage(message) => {
                remark(&format!("error: {message}\n\nFor more information, try '--help'."));
                ExitCode::from(2)
            }
            Self::Message(message) => {
                remark(&format!("error: {message}"));
                ExitCode::FAILURE
            }
            Self::Findings(found) => {
                remark(render_text(found, super::output::style(&io::stderr())).trim_end());
                ExitCode::FAILURE
            }
            Self::Said => ExitCode::FAILURE,
        }
    }
}
