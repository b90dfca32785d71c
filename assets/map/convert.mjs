// Makes world-110m.bin from world-atlas' countries-110m.json. Run once; the result is committed.
//
//   npm install world-atlas@2.0.2 earcut@3
//   node convert.mjs node_modules/world-atlas/countries-110m.json world-110m.bin
//
// Triangles are cut here, in the projection the game draws in, so that the game needs no
// triangulation of its own. The format is described in src/ui/map/atlas.rs.
import { readFileSync, writeFileSync } from "node:fs";
import earcut from "earcut";

const [input, output] = process.argv.slice(2);
const topology = JSON.parse(readFileSync(input, "utf8"));
const { scale, translate } = topology.transform;

// TopoJSON arcs are delta-encoded; a negative index means the arc reversed.
const arcs = topology.arcs.map((arc) => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => {
    x += dx; y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});
const ring = (indices) => {
  const points = [];
  for (const index of indices) {
    const arc = index < 0 ? arcs[~index].slice().reverse() : arcs[index];
    points.push(...(points.length ? arc.slice(1) : arc));
  }
  points.pop(); // rings close themselves
  return unwrap(points);
};
// A ring that crosses the antimeridian goes on beyond 180° instead of jumping back to -180°.
const unwrap = (points) => {
  let shift = 0;
  const unwrapped = points.map(([lon, lat], index) => {
    if (index > 0) {
      const jump = lon - points[index - 1][0];
      if (jump > 180) shift -= 360;
      if (jump < -180) shift += 360;
    }
    return [lon + shift, lat];
  });
  const least = Math.min(...unwrapped.map(([lon]) => lon));
  const most = Math.max(...unwrapped.map(([lon]) => lon));
  const back = least < -190 ? 360 : most > 200 && least > 180 ? -360 : 0;
  return unwrapped.map(([lon, lat]) => [lon + back, lat]);
};

const quantise = ([lon, lat]) => [
  Math.max(-32767, Math.min(32767, Math.round((lon / 200) * 32767))),
  Math.max(-32767, Math.min(32767, Math.round((lat / 90) * 32767))),
];
// Drops repeated points and hairs (there and back again): they fill nothing, and strokes shoot
// out of them.
const clean = (points) => {
  for (;;) {
    const index = points.findIndex((b, i) => {
      const a = points.at(i - 1), c = points[(i + 1) % points.length];
      const u = [b[0] - a[0], b[1] - a[1]], v = [c[0] - b[0], c[1] - b[1]];
      const lengths = Math.hypot(...u) * Math.hypot(...v);
      return lengths === 0 || (u[0] * v[0] + u[1] * v[1]) / lengths < -0.9995;
    });
    if (index < 0) return points;
    points = points.toSpliced(index, 1);
  }
};
// Miller's cylindrical projection, as in src/ui/map/projection.rs.
const project = ([x, y]) => {
  const lat = (y / 32767) * (Math.PI / 2);
  return [(x / 32767) * (Math.PI / 0.9), 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * lat))];
};

const bytes = [];
const u8 = (n) => bytes.push(n & 255);
const u16 = (n) => { u8(n); u8(n >> 8); };

const ANTARCTICA = "010";
const countries = topology.objects.countries.geometries
  .filter((g) => g.id !== ANTARCTICA)
  .sort((a, b) => Number(a.id ?? 0) - Number(b.id ?? 0));

for (const c of "CMAP") u8(c.charCodeAt(0));
u8(1);
u16(countries.length);
let points = 0, triangles = 0;
for (const country of countries) {
  const polygons = (country.type === "Polygon" ? [country.arcs] : country.arcs)
    .map((polygon) => polygon.map(ring).map((r) => clean(r.map(quantise))))
    .filter(([outline]) => outline.length >= 3)
    .map((rings) => rings.filter((r) => r.length >= 3));
  const name = Buffer.from(country.properties.name, "utf8");
  u16(Number(country.id ?? 0));
  u8(name.length);
  name.forEach(u8);
  u16(polygons.length);
  for (const rings of polygons) {
    u8(rings.length);
    for (const r of rings) {
      u16(r.length);
      for (const [x, y] of r) { u16(x); u16(y); points++; }
    }
    const flat = rings.flat();
    const holes = [];
    let start = 0;
    for (const r of rings.slice(0, -1)) holes.push((start += r.length));
    const indices = earcut(flat.flatMap(project), holes, 2);
    u16(indices.length / 3);
    indices.forEach(u16);
    triangles += indices.length / 3;
  }
}
writeFileSync(output, Buffer.from(bytes));
console.log(`${countries.length} countries, ${points} points, ${triangles} triangles, ${bytes.length} bytes`);
