//! What many matches came to, as a page.

use super::page::{Shell, page as shell};
use crate::lang::Words;
use crate::model::{Reading, Scenario};
use crate::sim::{Coverage, Kind, Thing};
use maud::{Markup, html};

/// The page of a scenario.
#[must_use]
pub fn page(scenario: &Scenario, coverage: &Coverage, words: &Words) -> String {
    let ui = |key| words.ui(key);
    let heading = words.ui_with("coverage-title", &[("title", scenario.title.at(Reading::Plain).into())]);
    // A dispute with one court and one case need not come to everything that courts do: no gap of the author's.
    let untold: Vec<&str> = coverage.unreached().filter(|t| t.kind == Kind::Doctrine).map(|t| t.id.as_str()).collect();
    let content = html! {
        h1 { (heading) }
        p { (words.ui_with("coverage-lead", &[("count", coverage.matches.into())])) }
        h2 { (ui("coverage-unreached")) }
        (list(coverage.unreached().filter(|t| t.kind != Kind::Doctrine).collect(), words))
        @if !untold.is_empty() { p { (words.ui_with("coverage-doctrine-unreached", &[("all", words.list(&untold).into())])) } }
        h2 { (ui("coverage-impossible")) }
        p { (ui("coverage-proven")) }
        (list(coverage.impossible().collect(), words))
        @for kind in Kind::ALL {
            @if coverage.of_kind(kind).next().is_some() {
                h2 { (ui(name(kind))) }
                table {
                    thead { tr {
                        th scope="col" { (ui("coverage-what")) }
                        th scope="col" { (ui("coverage-matches")) }
                        th scope="col" { (ui("coverage-times")) }
                    } }
                    tbody {
                        @for t in coverage.of_kind(kind) {
                            tr {
                                th scope="row" { code { (t.id) } " " (t.title) }
                                td { (t.matches) }
                                td { (t.visits) }
                            }
                        }
                    }
                }
            }
        }
    };
    shell(&heading, &Shell::about(scenario, words), content)
}

fn list(things: Vec<&Thing>, words: &Words) -> Markup {
    html! {
        @if things.is_empty() {
            p { (words.ui("coverage-none")) }
        } @else {
            ul { @for t in things { li { (words.ui(name(t.kind))) ": " code { (t.id) } " " (t.title) } } }
        }
    }
}

const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Stage => "coverage-stages",
        Kind::Option => "coverage-options",
        Kind::Move => "coverage-moves",
        Kind::Offer => "coverage-offers",
        Kind::Rule => "coverage-rules",
        Kind::Norm => "coverage-norms",
        Kind::Event => "coverage-events",
        Kind::Ending => "coverage-endings",
        Kind::Doctrine => "coverage-doctrine",
    }
}
