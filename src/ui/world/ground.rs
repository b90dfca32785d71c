//! Where the parts of a match are on Earth: the homes of seats, the land of legal orders, the part of the world it plays in.

use crate::model::{OrderIx, Place, PlaceKind, Role, SeatIx};
use crate::ui::cx::Cx;
use crate::ui::map::{Bounds, Degrees};

/// Where a place is.
pub(super) fn degrees(place: &Place) -> Degrees {
    let of = |hundredths: i16| f32::from(hundredths) / 100.0;
    Degrees { lon: of(place.lon), lat: of(place.lat) }
}

/// Where a seat has its place: of its order and kind, else where else its order is, but for where only data lies.
pub(super) fn home(cx: &Cx<'_>, seat: SeatIx) -> Option<usize> {
    let seat = &cx.s.seats[seat.ix()];
    let want = match seat.role {
        Role::Provider => PlaceKind::Company,
        Role::Government => PlaceKind::Government,
        Role::Court => PlaceKind::Court,
    };
    let at = |kind| cx.s.places.iter().position(|p| p.kind == kind && p.order == Some(seat.order));
    let kinds = [want, PlaceKind::Court, PlaceKind::Government, PlaceKind::Company, PlaceKind::Other];
    kinds.into_iter().find_map(at)
}

/// Legal orders with land on the map: those of places, each with its countries in the order of the places.
pub(super) fn grounds(cx: &Cx<'_>) -> Vec<(OrderIx, Vec<u16>)> {
    let mut out: Vec<(OrderIx, Vec<u16>)> = Vec::new();
    for place in &cx.s.places {
        let Some(order) = place.order.map(OrderIx::new) else { continue };
        let taken = out.iter().any(|(o, countries)| *o != order && countries.contains(&place.country));
        let at = out.iter().position(|(o, _)| *o == order).unwrap_or_else(|| {
            out.push((order, Vec::new()));
            out.len() - 1
        });
        if place.country != 0 && !taken && !out[at].1.contains(&place.country) {
            out[at].1.push(place.country);
        }
    }
    out
}

/// The land of a made-up legal order: round its places, and clear of those of others.
pub(super) fn island(cx: &Cx<'_>, order: OrderIx) -> Option<(Degrees, f32)> {
    let of = |own: bool| cx.s.places.iter().filter(move |p| (p.order == Some(order.ix())) == own).map(degrees);
    let mut count = 0.0;
    let sum = of(true).fold(Degrees { lon: 0.0, lat: 0.0 }, |sum, at| {
        count += 1.0;
        Degrees { lon: sum.lon + at.lon, lat: sum.lat + at.lat }
    });
    if count == 0.0 {
        return None;
    }
    let middle = Degrees { lon: sum.lon / count, lat: sum.lat / count };
    let far = |at: Degrees| (at.lon - middle.lon).hypot(at.lat - middle.lat);
    let own = of(true).map(far).fold(0.0, f32::max);
    let others = of(false).map(far).fold(f32::MAX, f32::min);
    Some((middle, (own + 1.5).min(0.45 * others).max(0.5)))
}

/// Room around all places.
pub(super) fn bounds(cx: &Cx<'_>) -> Bounds {
    let places: Vec<Degrees> = cx.s.places.iter().map(degrees).collect();
    if places.is_empty() {
        return Bounds::WORLD;
    }
    let fold = |f: fn(f32, f32) -> f32, of: fn(&Degrees) -> f32, from: f32| places.iter().map(of).fold(from, f);
    let made_up = cx.s.places.iter().all(|place| place.country == 0);
    let (side, below, above) = if made_up { (3.5, 2.5, 2.5) } else { (14.0, 10.0, 8.0) };
    let west = fold(f32::min, |at| at.lon, 180.0) - side;
    let east = fold(f32::max, |at| at.lon, -180.0) + side;
    let south = fold(f32::min, |at| at.lat, 90.0) - below;
    let north = fold(f32::max, |at| at.lat, -90.0) + above;
    Bounds { west: west.max(-180.0), south: south.max(-75.0), east: east.min(180.0), north: north.min(80.0) }
}
