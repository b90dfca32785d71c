//! A scenario edited while it is played: mended, broken, mended again; rules found at their lines.

use crate::lang::Words;
use crate::ui::Start;
use crate::ui::tests::{Window, open, open_to_press, press, words_on};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A file of one's own with a shipped dispute in it.
fn own(name: &str) -> (PathBuf, String) {
    let folder = std::env::temp_dir().join(format!("comity-author-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let text = crate::scenario::catalog::scenario("two-harbours").unwrap().text().to_owned();
    let path = folder.join("mine.ron");
    std::fs::write(&path, &text).unwrap();
    (path, text)
}

/// Draws until something can be read; how long it took.
fn until(window: &mut Window<'_>, what: impl Fn(&[String]) -> bool) -> Duration {
    let begun = Instant::now();
    while !what(&words_on(window)) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", words_on(window));
        std::thread::sleep(Duration::from_millis(5));
        window.run_steps(1);
    }
    begun.elapsed()
}

fn has(said: &[String], part: &str) -> bool {
    said.iter().any(|s| s.contains(part))
}

#[test]
fn a_good_save_comes_into_play_and_a_bad_one_leaves_the_last() {
    let words = Words::english();
    let (path, text) = own("edit");
    let name = path.to_string_lossy().into_owned();
    let s = crate::scenario::open(&name).unwrap().scenario;
    let seats = s.seats.iter().enumerate().map(|(i, x)| (x.id.clone(), if i == 0 { "human" } else { "bot:cautious" }.to_owned()));
    let start = Start { scenario: Some(name), seats: seats.collect(), seed: Some(3), ..Start::default() };
    let mut window = open(start, [1440.0, 900.0]);
    press(&mut window, &words.ui("brief-begin"));
    window.run_steps(3);

    let title = &s.stages[0].title.plain;
    assert!(has(&words_on(&window), title));
    std::fs::write(&path, text.replacen(title.as_str(), "A better title", 1)).unwrap();
    let took = until(&mut window, |said| has(said, "A better title"));
    println!("from a save to the screen: {took:?}");

    std::fs::write(&path, text.replacen("rounds:", "ruonds:", 1)).unwrap();
    until(&mut window, |said| has(said, "`ruonds`") || has(said, "ruonds"));
    assert!(has(&words_on(&window), "A better title"), "the last good copy stays in play");

    std::fs::write(&path, text.replacen(title.as_str(), "The best title", 1)).unwrap();
    until(&mut window, |said| has(said, "The best title") && !has(said, "ruonds"));

    press(&mut window, &words.ui("author-inspect"));
    window.run_steps(3);
    let said = words_on(&window);
    assert!(said.iter().any(|s| s.contains("mine.ron:")), "rules have a line: {said:?}");
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn a_file_that_failed_at_first_loads_once_it_is_mended() {
    let words = Words::english();
    let (path, text) = own("mend");
    std::fs::write(&path, text.replacen("stages:", "stage:", 1)).unwrap();
    let start = Start { scenario: Some(path.to_string_lossy().into_owned()), ..Start::default() };
    let mut window = open(start, [1440.0, 900.0]);
    assert!(has(&words_on(&window), &words.ui("author-waiting")));
    std::fs::write(&path, &text).unwrap();
    let begin = words.ui("seats-begin");
    let begun = Instant::now();
    while !open_to_press(&window).contains(&begin) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", words_on(&window));
        std::thread::sleep(Duration::from_millis(5));
        window.run_steps(1);
    }
    std::fs::remove_dir_all(path.parent().unwrap()).unwrap();
}

#[test]
fn a_dispute_is_read_in_another_language_with_its_picture() {
    let words = Words::english();
    let (path, text) = own("language");
    let folder = path.parent().unwrap();
    let points = image::RgbImage::from_pixel(40, 20, image::Rgb([200, 40, 40]));
    points.save(folder.join("quay.png")).unwrap();
    let shown =
        "pictures: [(id: \"quay\", file: \"quay.png\", shows: \"A red quay.\", source: \"Drawn here\")], picture: \"quay\",";
    std::fs::write(&path, text.replacen("format: 1,", &format!("format: 1, {shown}"), 1)).unwrap();
    let original = crate::diagnostic::Source::new("mine.ron", std::fs::read_to_string(&path).unwrap());
    let begun = crate::scenario::translate::renew(&path, &original, "de", "Deutsch").unwrap();
    let mut german = begun.text.unwrap();
    for (at, says) in [("brief", "Was alle wissen, auf Deutsch."), ("pictures.quay.shows", "Ein roter Kai.")] {
        let entry = german.find(&format!("at: \"{at}\"")).unwrap();
        german = format!("{}{}", &german[..entry], german[entry..].replacen("says: \"\"", &format!("says: {says:?}"), 1));
    }
    std::fs::write(&begun.file, german).unwrap();

    let mut window = open(Start { scenario: Some(path.to_string_lossy().into_owned()), ..Start::default() }, [1440.0, 900.0]);
    press(&mut window, "Deutsch");
    window.run_steps(3);
    press(&mut window, &words.ui("seats-begin"));
    window.run_steps(3);
    let said = words_on(&window);
    assert!(has(&said, "Was alle wissen, auf Deutsch.") && has(&said, "Ein roter Kai.") && has(&said, "Drawn here"), "{said:?}");
    assert!(!has(&said, "A red quay."));
}

#[test]
fn a_picture_that_was_missing_comes_in_once_it_is_there() {
    let words = Words::english();
    let (path, text) = own("picture");
    let shown = "pictures: [(id: \"quay\", file: \"quay.png\", shows: \"A quay.\")], picture: \"quay\",";
    std::fs::write(&path, text.replacen("format: 1,", &format!("format: 1, {shown}"), 1)).unwrap();
    let start = Start { scenario: Some(path.to_string_lossy().into_owned()), ..Start::default() };
    let mut window = open(start, [1440.0, 900.0]);
    assert!(has(&words_on(&window), "quay.png"), "{:?}", words_on(&window));
    image::RgbImage::new(4, 4).save(path.with_file_name("quay.png")).unwrap();
    until(&mut window, |said| has(said, &words.ui("seats-heading")));
}
