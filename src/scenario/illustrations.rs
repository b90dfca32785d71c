//! Pictures of the author's: files beside the scenario, read within limits.

use super::beside::{Beside, is_inside};
use super::file;
use crate::diagnostic::{Diagnostic, Source, Span, codes};
use crate::model::{Illustration, PictureKind, Reading};
use crate::syntax::Node;
use image::{ImageFormat, ImageReader, Limits};
use std::io::Cursor;
use std::sync::Arc;

/// A picture that cannot be used.
const UNUSABLE: &str = "S056";

/// The most bytes a picture may have.
const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// The most pixels a picture may have on either side.
const MOST_PIXELS: u32 = 2048;

/// The most pictures a scenario may have.
const MOST: usize = 32;

/// The pictures of a scenario; those that cannot be used are left out and told.
pub(super) fn read(
    source: &Source,
    tree: &Node,
    list: &[file::Illustration],
    beside: &Beside<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Illustration> {
    let mut out = Vec::new();
    for (i, picture) in list.iter().enumerate().take(MOST + 1) {
        let at = place(tree, i);
        let told = if i == MOST {
            Err((format!("there are more than {MOST} pictures"), "take some out".to_owned()))
        } else {
            one(picture, beside)
        };
        match told {
            Ok(picture) => out.push(picture),
            Err((message, help)) => found.push(Diagnostic::error(UNUSABLE, source, message).at(at).with_help(help)),
        }
    }
    out
}

/// Where the file of a picture is named.
fn place(tree: &Node, i: usize) -> Span {
    let entry = tree.get("pictures").and_then(|list| list.index(i));
    entry.and_then(|n| n.get("file")).or(entry).map_or(tree.span, |n| n.span)
}

fn one(picture: &file::Illustration, beside: &Beside<'_>) -> Result<Illustration, (String, String)> {
    let name = &picture.file;
    if !is_inside(name) {
        return Err((
            format!("`{name}` leads out of the scenario's folder"),
            "a picture lies beside the scenario or in a folder below it".to_owned(),
        ));
    }
    let kind = PictureKind::named(name).ok_or_else(|| {
        (format!("`{name}` is not of a kind that is shown"), "save it as a picture that ends in .png, .jpg or .jpeg".to_owned())
    })?;
    if picture.shows.at(Reading::Plain).trim().is_empty() {
        return Err((
            format!("picture `{}` does not say what it shows", picture.id),
            "write it under `shows`, for whoever cannot see the picture".to_owned(),
        ));
    }
    let bytes = beside.bytes(name, MOST_BYTES).map_err(|d| {
        let help = if d.code == codes::TOO_LARGE {
            "make it smaller: at most 2 MiB; 1,200 pixels across are plenty".to_owned()
        } else {
            d.help.clone().unwrap_or_default()
        };
        (format!("picture `{name}`: {}", d.message), help)
    })?;
    let damaged = |why: String| {
        (format!("picture `{name}` cannot be read: {why}"), "open it in a drawing program and save it again".to_owned())
    };
    // Its first bytes say how large it is; what else stands among them, such as a profile of colours, gets little room.
    let mut first = ImageReader::with_format(Cursor::new(&bytes), format(kind));
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(2 * MOST_BYTES);
    first.limits(limits);
    let (width, height) = first.into_dimensions().map_err(|e| damaged(e.to_string()))?;
    if width.max(height) > MOST_PIXELS || width.min(height) == 0 {
        return Err((
            format!("picture `{name}` has {width} × {height} pixels; at most {MOST_PIXELS} on either side are shown"),
            "make it smaller: 1,200 pixels across are plenty".to_owned(),
        ));
    }
    Ok(Illustration {
        id: picture.id.clone(),
        shows: picture.shows.clone(),
        source: picture.source.clone(),
        kind,
        size: (width, height),
        bytes: Arc::from(bytes),
    })
}

const fn format(kind: PictureKind) -> ImageFormat {
    match kind {
        PictureKind::Png => ImageFormat::Png,
        PictureKind::Jpeg => ImageFormat::Jpeg,
    }
}

fn reader(bytes: &[u8], kind: PictureKind) -> ImageReader<Cursor<&[u8]>> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(kind));
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(u64::from(MOST_PIXELS) * u64::from(MOST_PIXELS) * 8);
    reader.limits(limits);
    reader
}

/// A picture as red, green, blue and alpha of every pixel, row by row; none if what follows its first bytes is damaged.
#[must_use]
pub fn decoded(picture: &Illustration) -> Option<Vec<u8>> {
    let image = reader(&picture.bytes, picture.kind).decode().ok()?.into_rgba8();
    (image.dimensions() == picture.size).then(|| image.into_raw())
}

/// Says which pictures are damaged behind their first bytes: that only shows when all of one is read.
pub(super) fn damaged(source: &Source, tree: &Node, pictures: &[Illustration]) -> Vec<Diagnostic> {
    let told = |i: usize, picture: &Illustration| {
        let message = format!("picture `{}` cannot be read to its end", picture.id);
        Diagnostic::error(UNUSABLE, source, message)
            .at(place(tree, i))
            .with_help("open it in a drawing program and save it again")
    };
    pictures.iter().enumerate().filter(|(_, p)| decoded(p).is_none()).map(|(i, p)| told(i, p)).collect()
}
