//! What a learner opens, by accessible name.

use crate::lang::Words;
use crate::ui::Start;
use crate::ui::tests::{open, press, words_on};
use egui_kittest::kittest::Queryable;

#[test]
fn the_glossary_opens_from_help_and_is_searched() {
    let words = Words::english();
    for size in [[1024.0, 640.0], [512.0, 320.0]] {
        let mut window = open(Start::default(), size);
        for key in ["title-help", "help-glossary"] {
            press(&mut window, &words.ui(key));
            // A sheet measures itself before it shows.
            window.run_steps(2);
        }
        assert!(words_on(&window).contains(&words.ui_with("glossary-found", &[("count", 60.into())])));
        window.get_by_label(&words.ui("glossary-search")).type_text("stare");
        window.run_steps(3);
        let shown = words_on(&window);
        assert!(shown.contains(&"Precedent".to_owned()), "{shown:?}");
        assert!(!shown.contains(&"Warrant".to_owned()), "{shown:?}");
        press(&mut window, &words.ui("button-close"));
        assert!(!words_on(&window).contains(&"Precedent".to_owned()));
    }
}
