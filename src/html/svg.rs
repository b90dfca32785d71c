//! A picture as a file of its own: SVG with a title and the same in words, colours that follow the reader's light or dark, and no
//! script. Everything that comes from a scenario is escaped.

use crate::picture::{Align, Dash, Fill, Form, Frame, LINE, Pen, Picture, Point, Sign, Token};
use serde::Deserialize;
use std::fmt::Write;
use std::sync::OnceLock;

/// Colours of one mode, by the names of the theme.
#[derive(Debug, Deserialize)]
pub struct Colours {
    ink: String,
    ink_soft: String,
    line: String,
    outline: String,
    paper: String,
    panel: String,
    card: String,
    sunken: String,
    action: String,
    on_action: String,
    focus: String,
    provider: String,
    government: String,
    court: String,
    good: String,
    bad: String,
    warn: String,
}

impl Colours {
    /// The colours as variables of a style sheet.
    #[must_use]
    pub fn variables(&self) -> String {
        let all = [
            ("ink", &self.ink),
            ("ink-soft", &self.ink_soft),
            ("line", &self.line),
            ("outline", &self.outline),
            ("paper", &self.paper),
            ("panel", &self.panel),
            ("card", &self.card),
            ("sunken", &self.sunken),
            ("action", &self.action),
            ("on-action", &self.on_action),
            ("focus", &self.focus),
            ("provider", &self.provider),
            ("government", &self.government),
            ("court", &self.court),
            ("good", &self.good),
            ("bad", &self.bad),
            ("warn", &self.warn),
        ];
        all.iter().fold(String::new(), |out, (name, colour)| out + "--" + name + ":" + colour + ";")
    }

    fn of(&self, token: Token) -> &str {
        match token {
            Token::Ink => &self.ink,
            Token::Soft => &self.ink_soft,
            Token::Line => &self.line,
            Token::Outline => &self.outline,
            Token::Paper => &self.paper,
            Token::Card => &self.card,
            Token::Sunken => &self.sunken,
            Token::Provider => &self.provider,
            Token::Government => &self.government,
            Token::Court => &self.court,
            Token::Good => &self.good,
            Token::Bad => &self.bad,
            Token::Warn => &self.warn,
        }
    }
}

/// Colours for light and for dark.
#[derive(Debug, Deserialize)]
pub struct Tokens {
    light: Colours,
    dark: Colours,
    contrast: Colours,
}

impl Tokens {
    /// Colours on light ground.
    #[must_use]
    pub fn light(&self) -> &Colours {
        &self.light
    }

    /// Colours on dark ground.
    #[must_use]
    pub fn dark(&self) -> &Colours {
        &self.dark
    }

    /// Colours with as much contrast as there is, on dark ground.
    #[must_use]
    pub fn contrast(&self) -> &Colours {
        &self.contrast
    }

    /// Those of the theme the game ships with; none if its file were broken, which a test forbids.
    #[must_use]
    pub fn shipped() -> Option<&'static Self> {
        static TOKENS: OnceLock<Option<Tokens>> = OnceLock::new();
        TOKENS.get_or_init(|| ron::from_str(include_str!("../../assets/theme.ron")).ok()).as_ref()
    }
}

/// The picture as SVG.
#[must_use]
pub fn svg(picture: &Picture, tokens: &Tokens) -> String {
    let Point { x: w, y: h } = picture.size;
    let mut out = String::with_capacity(picture.marks.len() * 160 + 4096);
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"comity\" role=\"img\" viewBox=\"0 0 {w:.0} {h:.0}\" width=\"{w:.0}\" height=\"{h:.0}\">"
    );
    let _ = writeln!(out, "<title>{}</title>", escaped(&picture.title));
    let _ = writeln!(out, "<desc>{}</desc>", escaped(&picture.description.join("\n")));
    style(&mut out, tokens);
    let _ = writeln!(out, "<rect class=\"f-paper\" width=\"{w:.0}\" height=\"{h:.0}\"/>");
    picture.marks.iter().for_each(|m| mark(&mut out, m));
    for spot in &picture.spots {
        let Frame { x, y, w, h } = spot.frame;
        let mut said = spot.label.clone();
        for line in &spot.detail {
            said.push('\n');
            said.push_str(line);
        }
        let _ = writeln!(
            out,
            "<rect class=\"spot\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\"><title>{}</title></rect>",
            escaped(&said)
        );
    }
    out.push_str("</svg>\n");
    out
}

/// Each colour twice: as a value, and as a variable a page may set, for readers that know variables.
fn style(out: &mut String, tokens: &Tokens) {
    let rules = |colours: &Colours| -> String {
        let mut all = String::new();
        for t in Token::ALL {
            let (name, colour) = (t.name(), escaped(colours.of(t)));
            let var = format!("var(--{},{colour})", name.replace('_', "-"));
            let _ = write!(all, ".comity .f-{name}{{fill:{colour};fill:{var}}}.comity .s-{name}{{stroke:{colour};stroke:{var}}}");
        }
        all
    };
    out.push_str(
        "<style>.comity text{font-family:\"Atkinson Hyperlegible Next\",Arial,Helvetica,\"Liberation Sans\",sans-serif}",
    );
    out.push_str(".comity .strong{font-weight:600}.comity .none{fill:none}.comity .wash{fill-opacity:.14}.comity .spot{fill:#fff;fill-opacity:0}");
    out.push_str(&rules(&tokens.light));
    let _ = writeln!(out, "@media (prefers-color-scheme:dark){{{}}}</style>", rules(&tokens.dark));
}

fn stroked(pen: Option<&Pen>) -> (String, String) {
    let Some(pen) = pen else { return (String::new(), String::new()) };
    let dash = match pen.dash {
        Dash::Solid => String::new(),
        Dash::Dashed => " stroke-dasharray=\"7 5\"".to_owned(),
        Dash::Dotted => " stroke-dasharray=\"1.5 4\" stroke-linecap=\"round\"".to_owned(),
    };
    (format!(" s-{}", pen.token.name()), format!(" stroke-width=\"{:.1}\"{dash}", pen.width))
}

fn filled(fill: Option<&Fill>) -> String {
    match fill {
        None => "none".to_owned(),
        Some(Fill::Full(t)) => format!("f-{}", t.name()),
        Some(Fill::Wash(t)) => format!("f-{} wash", t.name()),
    }
}

fn polygon(points: &[Point]) -> String {
    points.iter().fold(String::new(), |mut out, p| {
        let _ = write!(out, "{:.1},{:.1} ", p.x, p.y);
        out
    })
}

fn mark(out: &mut String, form: &Form) {
    match form {
        Form::Path { points, pen, arrow } => {
            let (class, look) = stroked(Some(pen));
            let _ = writeln!(
                out,
                "<polyline class=\"none{class}\" stroke-linejoin=\"round\"{look} points=\"{}\"/>",
                polygon(points).trim_end()
            );
            if *arrow {
                let _ = writeln!(
                    out,
                    "<polygon class=\"f-{}\" points=\"{}\"/>",
                    pen.token.name(),
                    polygon(&crate::picture::arrowhead(points, pen.width)).trim_end()
                );
            }
        }
        Form::Box { frame: Frame { x, y, w, h }, round, fill, pen } => {
            let (class, look) = stroked(pen.as_ref());
            let fill = filled(fill.as_ref());
            let _ = writeln!(
                out,
                "<rect class=\"{fill}{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{round:.1}\"{look}/>"
            );
        }
        Form::Sign { sign, at, radius, fill, pen } => {
            let (class, look) = stroked(pen.as_ref());
            let fill = filled(fill.as_ref());
            let (x, y) = (at.x, at.y);
            if *sign == Sign::Circle {
                let _ = writeln!(out, "<circle class=\"{fill}{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"{look}/>");
                return;
            }
            for outline in sign.outline(*at, *radius) {
                let tag = if *sign == Sign::Cross { "polyline" } else { "polygon" };
                let _ = writeln!(out, "<{tag} class=\"{fill}{class}\"{look} points=\"{}\"/>", polygon(&outline).trim_end());
            }
        }
        Form::Text { lines, frame, size, strong, align, token } => {
            let (x, anchor) = match align {
                Align::Start => (frame.x, "start"),
                Align::Middle => (frame.middle().x, "middle"),
                Align::End => (frame.right(), "end"),
            };
            let weight = if *strong { " strong" } else { "" };
            let mut y = frame.y + size * 0.98;
            for line in lines {
                let _ = writeln!(
                    out,
                    "<text class=\"f-{}{weight}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" text-anchor=\"{anchor}\">{}</text>",
                    token.name(),
                    escaped(line)
                );
                y += size * LINE;
            }
        }
    }
}

/// Text as XML takes it; characters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_stay_words() {
        let picture = Picture {
            title: "</title><script>alert(1)</script>".into(),
            description: vec!["\"&'\u{0}<".into()],
            size: Point { x: 100.0, y: 50.0 },
            marks: vec![Form::Text {
                lines: vec!["<a onclick='x'>".into()],
                frame: Frame::new(1.0, 1.0, 90.0, 16.0),
                size: 12.0,
                strong: false,
                align: Align::Start,
                token: Token::Ink,
            }],
            spots: Vec::new(),
        };
        let svg = svg(&picture, Tokens::shipped().expect("the theme is whole"));
        assert!(!svg.contains("<script") && !svg.contains("<a ") && !svg.contains('\u{0}'));
        assert!(svg.contains("&lt;/title&gt;&lt;script&gt;") && svg.contains("role=\"img\""));
        assert!(svg.contains("<desc>&quot;&amp;&#39;&lt;</desc>"));
    }
}
