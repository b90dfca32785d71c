//! The shell of a page and a document in it: semantic HTML that needs no script, no other file and no network. What comes from
//! authors is escaped by `maud`, wherever it stands.

use super::svg::{Tokens, svg};
use super::tongue;
use crate::lang::Words;
use crate::model::{Illustration, Scenario, Spoken};
use crate::picture::Picture;
use crate::report::doc::{Block, Doc, Grid, Item};
use base64::{Engine, engine::general_purpose::STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Words of the shell.
#[derive(Clone, Debug)]
pub struct Shell {
    /// Language of the page, as a tag.
    pub lang: String,
    /// The link that jumps over what comes before the content.
    pub skip: String,
    /// The handle behind which a picture is said in words.
    pub in_words: String,
    /// What stands at the foot.
    pub foot: String,
    /// Words of the dispute that are in another language.
    pub spoken: Spoken,
}

impl Shell {
    /// The shell in a language, around what is of no dispute.
    #[must_use]
    pub fn of(words: &Words) -> Self {
        let ui = |key| words.ui(key);
        let [skip, in_words, foot] = ["report-skip", "report-in-words", "report-foot"].map(ui);
        Self { lang: words.tag(), skip, in_words, foot, spoken: Spoken::default() }
    }

    /// The shell of a page about a dispute.
    #[must_use]
    pub fn about(scenario: &Scenario, words: &Words) -> Self {
        Self { spoken: scenario.spoken.clone(), ..Self::of(words) }
    }
}

/// A document as a page, with pictures after it.
#[must_use]
pub fn document(doc: &Doc, pictures: &[Picture], shell: &Shell) -> String {
    page(
        doc.title(),
        shell,
        html! {
            @for block in &doc.blocks { (self::block(block)) }
            @for picture in pictures { (figure(picture, shell)) }
        },
    )
}

/// A picture, and the same in words behind a handle.
pub(super) fn figure(picture: &Picture, shell: &Shell) -> Markup {
    let Some(tokens) = Tokens::shipped() else { return html! {} };
    html! {
        figure {
            // A wide picture scrolls by itself, with the keyboard as well.
            div.picture tabindex="0" role="group" aria-label=(picture.title) { (PreEscaped(svg(picture, tokens))) }
            figcaption {
                (picture.title)
                @if !picture.description.is_empty() {
                    details { summary { (shell.in_words) ": " (picture.title) }
                        ul { @for line in &picture.description { li { (line) } } }
                    }
                }
            }
        }
    }
}

/// A page around content that brings its own `h1`.
#[must_use]
pub fn page(title: &str, shell: &Shell, content: Markup) -> String {
    framed(title, shell, &Frame { main: content, class: "paper", ..Frame::default() })
}

/// What stands in a page, by landmark.
#[derive(Default)]
pub(super) struct Frame {
    /// The head, if it has one.
    pub header: Markup,
    /// A name for the list of contents, and its entries: id and words.
    pub nav: Option<(String, Vec<(&'static str, String)>)>,
    /// The content.
    pub main: Markup,
    /// What stands beside it, with a name.
    pub aside: Option<(String, Markup)>,
    /// What kind of page it is, for the style.
    pub class: &'static str,
}

/// A page with its landmarks.
pub(super) fn framed(title: &str, shell: &Shell, frame: &Frame) -> String {
    let out = html! {
        (DOCTYPE)
        html lang=(shell.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(style())) }
            }
            body.(frame.class) {
                a.skip href="#content" { (shell.skip) }
                @if !frame.header.0.is_empty() { header { (frame.header) } }
                @if let Some((name, entries)) = &frame.nav {
                    nav aria-label=(name) { ul { @for (id, words) in entries { li { a href={ "#" (id) } { (words) } } } } }
                }
                main id="content" tabindex="-1" { (frame.main) }
                @if let Some((name, aside)) = &frame.aside { aside aria-label=(name) { (aside) } }
                footer { p { (shell.foot) } }
            }
        }
    };
    tongue::marked(&out.into_string(), &shell.spoken).into_owned()
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(1, text) => h1 { (text) },
            Block::Heading(2, text) => h2 { (text) },
            Block::Heading(_, text) => h3 { (text) },
            Block::Paragraph(text) => p { (text) },
            Block::List(items) => (list(items)),
            Block::Table(grid) => (table(grid)),
            Block::Lines(n) => div.lines aria-hidden="true" { @for _ in 0..*n { div {} } },
            Block::Picture(picture, shows) => (illustration(picture, shows)),
            Block::Sheet => div.sheet {},
        }
    }
}

fn list(items: &[Item]) -> Markup {
    html! {
        ul.long[items.len() > LONG] {
            @for item in items {
                li.marked[!item.mark.is_empty()] {
                    @if !item.mark.is_empty() { span.mark { (item.mark) } " " }
                    (item.text)
                    @if !item.more.is_empty() { (list(&item.more)) }
                }
            }
        }
    }
}

/// The points of a list above which printing sets it in two columns.
const LONG: usize = 24;
/// The letters of a name of a row, such as a date, above which it may be broken.
const SHORT: usize = 17;
/// The rows of a table that printing keeps on one sheet.
const WHOLE: usize = 12;

fn table(grid: &Grid) -> Markup {
    html! {
        // A wide table scrolls by itself, with the keyboard as well.
        div.wide.whole[grid.rows.len() <= WHOLE] tabindex="0" role="region" aria-label=(grid.caption) {
            table {
                caption { (grid.caption) }
                thead { tr { @for head in &grid.head { th scope="col" { (head) } } } }
                tbody {
                    @for row in &grid.rows {
                        tr {
                            @for (i, cell) in row.iter().enumerate() {
                                @if i == 0 { th.short[cell.chars().count() <= SHORT] scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The style: the theme's colours, light, dark or of high contrast as the reader's system has it; on paper always light.
fn style() -> String {
    let Some(tokens) = Tokens::shipped() else { return String::new() };
    let (light, dark, contrast) = (tokens.light().variables(), tokens.dark().variables(), tokens.contrast().variables());
    format!(
        ":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\
         @media screen and (prefers-contrast:more) and (prefers-color-scheme:dark){{:root{{{contrast}}}}}{STYLE}"
    )
}

const STYLE: &str = include_str!("style.css");

/// A picture of the author's, inside the page itself, with whose it is below it.
pub(super) fn illustration(picture: &Illustration, shows: &str) -> Markup {
    let (width, height) = picture.size;
    let data = format!("data:{};base64,{}", picture.kind.media_type(), STANDARD.encode(&picture.bytes));
    html! {
        figure.illustration {
            img src=(data) alt=(shows) width=(width) height=(height);
            @if !picture.source.is_empty() { figcaption { (picture.source) } }
        }
    }
}
