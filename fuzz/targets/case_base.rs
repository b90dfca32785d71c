//! Any text as a case base, and what is asked of it.
#![no_main]

use comity::diagnostic::{Style, render_text};
use comity::formats::case_base::read;
use comity::logic::precedent::{CaseIx, conflicts, escape, ruling, why};
use comity::model::Date;
use comity::syntax::read::source_from_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = source_from_bytes("fuzz.ron", bytes, 1 << 20) else { return };
    match read(&source) {
        Ok(base) => {
            let _ = conflicts(&base.base, None);
            if let Some(case) = base.base.cases().first() {
                let day = Date(i32::MAX);
                let found = ruling(&base.base, case.court, case.question, &case.facts, day);
                let _ = why(&base.base, &case.facts, &found);
                let _ = escape(&base.base, case.court, case.question, &case.facts, day);
                let _ = base.base.live(CaseIx(0), day);
            }
        }
        Err(faults) => {
            let _ = render_text(&faults, Style::Plain);
        }
    }
});
