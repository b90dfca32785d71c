//! A framework in one of the three formats (the first byte chooses), and what is asked of it.
#![no_main]

use comity::diagnostic::{Style, render_text};
use comity::formats::framework::{Format, read};
use comity::logic::argument::Semantics;
use comity::syntax::read::source_from_bytes;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let format = [Format::Tgf, Format::Apx, Format::Af][usize::from(first % 3)];
    let Ok(source) = source_from_bytes("fuzz", rest, 1 << 20) else { return };
    match read(&source, format) {
        // A few bytes may ask for millions of arguments: reading that is fine, and not worth a second each time.
        Ok(named) if named.framework.len() < 1_000 => {
            let _ = named.framework.grounded();
            let _ = named.framework.extensions(Semantics::Preferred);
        }
        Ok(_) => {}
        Err(faults) => {
            let _ = render_text(&faults, Style::Plain);
        }
    }
});
