//! A picture of the author's on a page.

use super::cx::Cx;
use super::parts::caption;
use crate::model::Illustration;
use crate::scenario::illustrations::decoded;
use std::sync::Arc;

use egui::{Color32, ColorImage, Image, TextureHandle, TextureOptions, Ui, WidgetInfo, WidgetType, vec2};

/// A picture that was made ready to be drawn; none if it is damaged.
type Ready = Option<TextureHandle>;

/// The file it was made from, and what came of it.
type Kept = (Arc<[u8]>, Ready);

/// The picture at a position of the scenario's, if one is asked for: no higher than `height`, with whose it is below it. One that is
/// damaged is told in words.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, picture: Option<usize>, height: f32) {
    let Some(picture) = picture.and_then(|i| cx.s.illustrations.get(i)) else { return };
    let shows = cx.text(&picture.shows);
    let id = egui::Id::new(("illustration", &picture.id));
    // One a picture: a file that was read anew takes the place of what it was.
    let known: Option<Kept> = ui.data(|d| d.get_temp(id));
    let ready = if let Some((_, ready)) = known.filter(|(file, _)| Arc::ptr_eq(file, &picture.bytes)) {
        ready
    } else {
        let ready = texture(ui, picture);
        ui.data_mut(|d| d.insert_temp(id, (Arc::clone(&picture.bytes), ready.clone())));
        ready
    };
    let Some(texture) = ready else {
        caption(ui, &cx.with("picture-shows", &[("what", shows.into())]));
        return;
    };
    let size = texture.size_vec2();
    let scale = (ui.available_width() / size.x).min(height / size.y).min(1.0);
    let image = Image::from_texture((texture.id(), vec2(size.x * scale, size.y * scale))).corner_radius(6);
    let response = ui.add(image).on_hover_text(shows);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, shows));
    if !picture.source.is_empty() {
        caption(ui, &picture.source);
    }
}

fn texture(ui: &Ui, picture: &Illustration) -> Ready {
    let points = decoded(picture)?;
    let [width, height] = [picture.size.0, picture.size.1].map(|n| usize::try_from(n).unwrap_or(0));
    let colours = points.chunks_exact(4).map(|c| Color32::from_rgba_unmultiplied(c[0], c[1], c[2], c[3])).collect();
    let image = ColorImage::new([width, height], colours);
    Some(ui.ctx().load_texture(format!("illustration {}", picture.id), image, TextureOptions::LINEAR))
}
