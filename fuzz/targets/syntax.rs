//! Any text into a tree.
#![no_main]

use comity::diagnostic::{Style, render_text};
use comity::syntax::{parse, read::source_from_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = source_from_bytes("fuzz.ron", bytes, 1 << 20) {
        let _ = render_text(&parse(&source).diagnostics, Style::Plain);
    }
});
