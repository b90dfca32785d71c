//! Pictures of authors: shown by every face, packed, and refused where they cannot be used.

use crate::cli::{Folder, bad, good};
use comity::scenario::{self, catalog};
use image::{ImageEncoder, ImageFormat, RgbImage, codecs::png::PngEncoder};
use std::io::Cursor;

/// A picture of some size.
fn drawn(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let points = RgbImage::from_fn(width, height, |x, y| image::Rgb([x, y, x * y].map(|n| n.to_le_bytes()[0])));
    points.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// The town's books with other fields at its start.
fn with(fields: &str) -> String {
    let text = catalog::scenario("town-books").unwrap().text().to_owned();
    let text = text.replacen("format: 1,", &format!("format: 1, {fields}"), 1);
    assert!(text.contains(fields));
    text
}

const TWO: &str = "pictures: [\n    (id: \"hall\", file: \"pictures/hall.jpg\", shows: \"The town hall of Marl, <b>in rain</b>.\", source: \"Drawn for this file\"),\n    \
                   (id: \"desk\", file: \"desk.png\", shows: \"A desk.\"),\n  ], picture: \"hall\",";

/// A folder with a scenario and its pictures.
fn folder(test: &str) -> (Folder, String) {
    let folder = Folder::new(test);
    std::fs::create_dir_all(folder.0.join("pictures")).unwrap();
    folder.file("pictures/hall.jpg", drawn(400, 200, ImageFormat::Jpeg));
    folder.file("desk.png", drawn(60, 40, ImageFormat::Png));
    let text = with(TWO);
    let stage = text.find("stages: [").unwrap();
    let id = stage + text[stage..].find("(id: ").unwrap() + 1;
    let file = folder.file("town-books.ron", format!("{}picture: \"desk\", {}", &text[..id], &text[id..]));
    (folder, file)
}

#[test]
fn a_picture_is_shown_by_every_face_and_changes_no_rule() {
    let (_folder, file) = folder("picture-shown");
    assert!(!good(&["check", &file, "--deny", "warnings"]).contains("warning"));
    let s = scenario::open(&file).unwrap().scenario;
    assert_eq!(s.illustrations.len(), 2);
    assert_eq!((s.illustrations[0].size, s.picture, s.stages[0].picture), ((400, 200), Some(0), Some(1)));
    assert_eq!(s.hash, scenario::open("town-books").unwrap().scenario.hash);
    let seat = s.seats[0].id.clone();
    let page = good(&["view", &file, "--seat", &seat]);
    assert!(page.contains("<img src=\"data:image/jpeg;base64,/9j/"), "{page}");
    assert!(page.contains("alt=\"The town hall of Marl, &lt;b&gt;in rain&lt;/b&gt;.\" width=\"400\" height=\"200\""), "{page}");
    assert!(page.contains("<figcaption>Drawn for this file</figcaption>") && page.contains("data:image/png;base64,iVBOR"));
    assert!(good(&["view", &file, "--seat", &seat, "--format", "text"]).contains("Picture: The town hall of Marl"));
    let kit = good(&["kit", &file]);
    assert!(kit.contains("data:image/jpeg;base64,") && good(&["kit", &file, "--format", "md"]).contains("The town hall of Marl"));
}

#[test]
fn pictures_and_translations_travel_in_a_package() {
    let (folder, file) = folder("picture-packed");
    good(&["translate", &file, "de", "--called", "Deutsch"]);
    let german = folder.0.join("town-books.de.ron");
    let begun = std::fs::read_to_string(&german).unwrap();
    assert!(begun.contains("pictures.hall.shows"), "{begun}");
    let title = begun.find("at: \"title\"").unwrap();
    let begun = format!("{}{}", &begun[..title], begun[title..].replacen("says: \"\"", "says: \"Die Bücher der Stadt\"", 1));
    std::fs::write(&german, &begun).unwrap();
    let package = folder.0.join("books.comity");
    let package = package.to_str().unwrap();
    good(&["pack", &file, "-o", package]);
    let s = scenario::open(package).unwrap().scenario;
    assert_eq!(s.illustrations[0].bytes[..], std::fs::read(folder.0.join("pictures/hall.jpg")).unwrap()[..]);
    let languages = scenario::languages(package);
    assert_eq!(languages.iter().map(|l| l.called.as_str()).collect::<Vec<_>>(), ["", "Deutsch"]);
    let inside = scenario::open(&languages[1].name).unwrap().scenario;
    assert_eq!(inside.title.plain, "Die Bücher der Stadt");
    assert_eq!((inside.hash.clone(), inside.illustrations.len()), (s.hash.clone(), 2));
    let out = folder.0.join("out");
    good(&["unpack", package, "-o", out.to_str().unwrap()]);
    assert!(out.join("pictures/hall.jpg").is_file() && out.join("town-books.de.ron").is_file());
    assert!(scenario::languages(out.join("town-books.ron").to_str().unwrap()).len() == 2);
    // Under another name the translation would not find its original in the package.
    let (other, named) = (folder.0.join("mine.ron"), folder.0.join("mine.de.ron"));
    std::fs::copy(&file, &other).unwrap();
    std::fs::write(named, std::fs::read_to_string(&german).unwrap().replace("of: \"town-books\", l", "of: \"mine\", l")).unwrap();
    let said = bad(1, &["pack", other.to_str().unwrap(), "-o", out.join("mine.comity").to_str().unwrap()]);
    assert!(said.contains("call the file `town-books.ron`"), "{said}");
}

#[test]
fn a_picture_that_cannot_be_used_is_refused_with_a_way_out() {
    let (folder, _) = folder("picture-refused");
    folder.file("huge.png", drawn(2049, 1, ImageFormat::Png));
    folder.file("notes.png", "no picture at all");
    folder.file("heavy.png", vec![0; 2 * 1024 * 1024 + 1]);
    let whole = drawn(300, 300, ImageFormat::Png);
    folder.file("torn.png", &whole[..whole.len() / 2]);
    let one = |file: &str| with(&format!("pictures: [(id: \"p\", file: {file:?}, shows: \"A thing.\")], picture: \"p\","));
    for (file, what) in [
        ("gone.png", "there is no such file"),
        ("hall.gif", "not of a kind that is shown"),
        ("../hall.png", "leads out of the scenario's folder"),
        ("/etc/hall.png", "leads out of the scenario's folder"),
        ("C:hall.png", "leads out of the scenario's folder"),
        ("huge.png", "2049 × 1 pixels"),
        ("notes.png", "cannot be read"),
        ("heavy.png", "make it smaller"),
        ("torn.png", "cannot be read to its end"),
    ] {
        let said = bad(1, &["check", &folder.file("a.ron", one(file))]);
        assert!(said.contains("S056") && said.contains(what) && said.contains("a.ron:4:"), "{said}");
    }
    // A torn picture does not stop a lesson: it is told in words.
    let torn = folder.file("town-books.ron", one("torn.png"));
    let s = scenario::open(&torn).unwrap().scenario;
    assert!(scenario::illustrations::decoded(&s.illustrations[0]).is_none());
    let typo = with(TWO).replace("picture: \"hall\"", "picture: \"hal\"");
    assert!(bad(1, &["check", &folder.file("b.ron", typo)]).contains("did you mean `hall`?"));
    let unused = with(TWO);
    assert!(good(&["check", &folder.file("c.ron", unused)]).contains("picture `desk` is shown nowhere"));
    let mute = with("pictures: [(id: \"p\", file: \"desk.png\", shows: \" \")], picture: \"p\",");
    assert!(bad(1, &["check", &folder.file("e.ron", mute)]).contains("does not say what it shows"));
    let silent = with("pictures: [(id: \"p\", file: \"desk.png\")],");
    assert!(bad(1, &["check", &folder.file("d.ron", silent)]).contains("`shows`"));
}

/// A picture of one point with a profile of colours that would unpack to 200 MiB: it is opened in little more room than the
/// same check needs with an honest picture, whatever the program itself takes.
#[cfg(target_os = "linux")]
#[test]
fn what_stands_before_a_picture_gets_little_room() {
    const MIB: u64 = 1024;
    let folder = Folder::new("picture-bomb");
    let mut bomb = Vec::new();
    let mut encoder = PngEncoder::new(&mut bomb);
    encoder.set_icc_profile(vec![0; 200 * 1024 * 1024]).unwrap();
    encoder.write_image(&[1, 2, 3], 1, 1, image::ExtendedColorType::Rgb8).unwrap();
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    folder.file("bomb.png", bomb);
    folder.file("honest.png", drawn(1, 1, ImageFormat::Png));
    let scenario = |picture: &str| {
        let pictures = format!("pictures: [(id: \"p\", file: \"{picture}.png\", shows: \"A thing.\")], picture: \"p\",");
        folder.file(&format!("{picture}.ron"), with(&pictures))
    };
    let checked = |file: &str, kib: u64| {
        let limited = format!("ulimit -v {kib}; exec \"$0\" check \"$1\"");
        let mut shell = std::process::Command::new("sh");
        // How many arenas there are, each with its own address space, would depend on how threads meet.
        shell.env("MALLOC_ARENA_MAX", "1");
        shell.args(["-c", &limited, env!("CARGO_BIN_EXE_comity"), file]).output().unwrap()
    };
    let honest = scenario("honest");
    let enough =
        (1..64).map(|n| n * 32 * MIB).find(|kib| checked(&honest, *kib).status.success()).expect("room for an honest one");
    let output = checked(&scenario("bomb"), enough + 96 * MIB);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
