//! Any text as a scenario that stands in no folder.
#![no_main]

use comity::diagnostic::{Style, render_text};
use comity::syntax::read::source_from_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = source_from_bytes("fuzz.ron", bytes, 1 << 20) {
        if let Err(faults) = comity::scenario::load(&source, None) {
            let _ = render_text(&faults, Style::Plain);
        }
    }
});
