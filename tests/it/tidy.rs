//! The house rules, held: layers point one way, bans hold, and the engine names no scenario.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Layers, lowest first. Modules of one row do not import each other.
const LAYERS: [&[&str]; 12] = [
    &["diagnostic", "syntax"],
    &["model"],
    &["logic", "lang"],
    &["seat"],
    &["scenario", "formats"],
    &["rules"],
    &["play"],
    &["bots", "learn"],
    &["sim", "report", "picture"],
    &["ui", "html", "text"],
    &["app", "server"],
    &["cli"],
];

/// `syntax` stands on `diagnostic`, both in the bottom row; a picture shows what a report has sorted out; the window saves
/// files that `html` writes.
const SAME_ROW: [(&str, &str); 3] = [("syntax", "diagnostic"), ("picture", "report"), ("ui", "html")];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(dir: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
    out.sort();
}

fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let src = root().join("src");
    rust_files(&src, &mut files);
    let read = |p: &PathBuf| {
        let name = p.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(p).unwrap())
    };
    files.iter().map(read).collect()
}

/// The part of a file that ships: without its tests.
fn shipped(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |i| &text[..i])
}

fn is_test_file(name: &str) -> bool {
    ["tests", "laws/", "fixture", "ladder", "oracle"].iter().any(|t| name.contains(t))
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|row| row.contains(&module))
}

#[test]
fn layers_point_one_way() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let module = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if is_test_file(&name) || ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let Some(here) = layer(&module) else {
            wrong.push(format!("{name}: module `{module}` has no layer"));
            continue;
        };
        for part in shipped(&text).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let Some(there) = layer(&used) else { continue };
            let allowed = used == module || there < here || SAME_ROW.contains(&(module.as_str(), used.as_str()));
            if !allowed {
                wrong.push(format!("{name} ({module}, layer {here}) uses {used} (layer {there})"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn bans_hold() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let module = name.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        let text = shipped(&text);
        let mut ban = |what: &str, why: &str| {
            if text.contains(what) {
                wrong.push(format!("{name}: `{what}`: {why}"));
            }
        };
        if !["rules", "play"].contains(&module.as_str()) {
            ban("rules::Table", "only `rules` and `play` touch the rules world");
            ban("bevy_ecs", "only `rules` knows of entities");
        }
        if ["ui", "html", "text"].contains(&module.as_str()) {
            ban("crate::rules", "the faces see views, debriefs and words");
        }
        if module != "app" {
            ban("bevy::", "only `app` names bevy");
            ban("bevy_egui", "only `app` names bevy_egui");
        }
        if ["rules", "logic", "seat", "model"].contains(&module.as_str()) {
            ban("HashMap", "hash order must not decide anything");
            ban("f64", "no floats where matches are decided");
            ban("f32", "no floats where matches are decided");
            ban("std::hash::Hash::", "digests are SHA-256 over canonical bytes");
            ban("Changed<", "change detection depends on the past of a world");
            ban(".run_if(", "every step runs every turn");
        }
        ban("use crate::{", "a line for each module, so that `layers_point_one_way` sees where it points");
        ban("todo!(", "finish it");
        ban("unimplemented!(", "finish it");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_stay_readable() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| text.lines().count() > 600)
        .map(|(name, text)| format!("{name}: {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "over 600 lines, so two things live there:\n{}", long.join("\n"));
}

#[test]
fn the_engine_names_no_scenario() {
    let mut ids = BTreeSet::new();
    for folder in ["scenarios", "assets/law"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap().flatten() {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            for part in text.split("id: \"").skip(1) {
                ids.insert(part.split('"').next().unwrap().to_owned());
            }
        }
    }
    assert!(ids.len() > 200, "the ids of the shipped files were not found");
    let mut wrong = Vec::new();
    for (name, text) in sources().into_iter().filter(|(n, _)| !is_test_file(n)) {
        let code: String = shipped(&text).lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for id in ids.iter().filter(|id| id.len() > 2) {
            let literal = format!("\"{id}\"");
            // An id with a hyphen is nobody else's word. A single word may be a key or a command; it is looked up by
            // comparing or finding.
            let looked_up = [format!("== {literal}"), format!("seat({literal}"), format!("var_named({literal}")];
            if (id.contains('-') && code.contains(&literal)) || looked_up.iter().any(|l| code.contains(l)) {
                wrong.push(format!("{name}: {literal}"));
            }
        }
    }
    assert!(wrong.is_empty(), "ids of scenarios or law packs in the code:\n{}", wrong.join("\n"));
}
