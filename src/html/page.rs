//! The shell of a page and a document in it: semantic HTML that needs no script, no other file and no network. What comes from
//! authors is escaped by `maud`, wherever it stands.

use super::svg::{Tokens, svg};
use crate::lang::Words;
use crate::picture::Picture;
use crate::report::doc::{Block, Doc, Grid, Item};
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
}

impl Shell {
    /// The shell in a language.
    #[must_use]
    pub fn of(words: &Words) -> Self {
        let ui = |key| words.ui(key);
        Self { lang: words.tag(), skip: ui("report-skip"), in_words: ui("report-in-words"), foot: ui("report-foot") }
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
            @if let Some(tokens) = Tokens::shipped() {
                @for picture in pictures {
                    figure {
                        div.picture { (PreEscaped(svg(picture, tokens))) }
                        figcaption {
                            (picture.title)
                            @if !picture.description.is_empty() {
                                details { summary { (shell.in_words) }
                                    ul { @for line in &picture.description { li { (line) } } }
                                }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// A page around content that brings its own `h1`.
#[must_use]
pub fn page(title: &str, shell: &Shell, content: Markup) -> String {
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
            body {
                a.skip href="#content" { (shell.skip) }
                main id="content" { (content) }
                footer { p { (shell.foot) } }
            }
        }
    };
    out.into_string()
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
const SHORT: usize = 12;
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

/// The style: the theme's colours, light or dark as the reader's system has it; on paper always light.
fn style() -> String {
    let root = |mode: &super::svg::Colours| mode.variables();
    let Some(tokens) = Tokens::shipped() else { return String::new() };
    format!(
        ":root{{{}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}{STYLE}",
        root(tokens.light()),
        root(tokens.dark())
    )
}

const STYLE: &str = "\
*{box-sizing:border-box}\
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 'Atkinson Hyperlegible Next',system-ui,sans-serif}\
main{max-width:50rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}\
footer{max-width:50rem;margin:0 auto;padding:0 1.25rem 2rem;color:var(--ink-soft);font-size:.875rem}\
h1,h2,h3{font-family:Literata,Georgia,serif;line-height:1.25;break-after:avoid}\
h1{font-size:1.9rem;margin:0 0 1rem}h2{font-size:1.35rem;margin:2.2rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}\
h3{font-size:1.1rem;margin:1.4rem 0 .3rem}p{margin:.4rem 0}ul{margin:.4rem 0;padding-left:1.2rem}li{margin:.25rem 0}\
.mark{color:var(--ink-soft);font-variant-numeric:tabular-nums;white-space:nowrap}\
.wide{overflow-x:auto;margin:.6rem 0}table{border-collapse:collapse;width:100%;font-size:.94rem}\
caption{text-align:left;color:var(--ink-soft);padding:.2rem 0}\
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}\
thead th{border-bottom:2px solid var(--outline)}tbody th{font-weight:600}\
figure{margin:2rem 0;break-inside:avoid}.picture{overflow-x:auto}.picture svg{max-width:100%;height:auto}\
summary{min-height:1.5rem;cursor:pointer}:focus-visible{outline:3px solid var(--government);outline-offset:2px}\
.skip{position:absolute;left:-999rem}.skip:focus{position:static;display:inline-block;padding:.5rem 1rem}\
.lines div{border-bottom:1px solid var(--outline);height:1.9rem}\
.short{white-space:nowrap}.marked{list-style:none;margin-left:-1.1rem}\
@page{margin:14mm}\
@media print{:root{--paper:#fff}body{color:#000;font-size:10pt;line-height:1.36}main{max-width:none;padding:0}.skip,footer{display:none}\
.sheet{break-after:page}h1{font-size:18pt;margin-bottom:.4rem}h2{margin:.8rem 0 .4rem;padding-top:.35rem;font-size:13.5pt}\
.sheet+h2{margin-top:0;padding-top:0;border:0}h3{margin-top:.6rem;font-size:11pt}ul,p{margin:.2rem 0}li{margin:.1rem 0}\
h3+p{break-after:avoid}.long{columns:2;column-gap:2.5rem}.wide{overflow:visible;margin:.3rem 0}table{font-size:9.5pt}th,td{padding:.15rem .5rem .15rem 0}\
td:last-child{min-width:8em}caption,.mark{color:#333}.whole,h3+p+ul,tr,li{break-inside:avoid}.lines div{height:8mm}\
figure{margin:.6rem 0}.picture svg{max-height:235mm}figure details{display:none}}";
