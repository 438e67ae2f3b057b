// Makes src/Demarche.Web/Charts/world.txt from the npm package world-atlas 2.0.2 (Natural Earth, public domain):
//   npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && node tools/web/derive-world.mjs package/countries-110m.json > src/Demarche.Web/Charts/world.txt
// A line is "land" or "border", a tab, and points "longitude,latitude" in tenths of a degree, each after the first as a step from the one before.
import { readFileSync } from "node:fs";

const topology = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { scale, translate } = topology.transform;
const south = -60; // Antarctica is left out

const arcs = topology.arcs.map((arc) => {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});
const arcOf = (index) => (index >= 0 ? arcs[index] : arcs[~index].slice().reverse());
const ring = (indices) => indices.flatMap((index, i) => arcOf(index).slice(i === 0 ? 0 : 1));

function line(kind, points) {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]).filter((p, i, all) => i === 0 || p[0] !== all[i - 1][0] || p[1] !== all[i - 1][1]);
  if (tenths.length < 2) return;
  const steps = tenths.map((p, i) => (i === 0 ? p : [p[0] - tenths[i - 1][0], p[1] - tenths[i - 1][1]]));
  console.log(kind + "\t" + steps.map((p) => p.join(",")).join(" "));
}

const rings = topology.objects.land.geometries.flatMap((g) => (g.type === "Polygon" ? g.arcs : g.arcs.flat()));
// A ring that crosses the date line is drawn twice, whole, at either edge of the map.
function unwrapped(points) {
  let turn = 0;
  return points.map(([x, y], i) => {
    const step = i === 0 ? 0 : x - points[i - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [x + turn, y];
  });
}

for (const points of rings.map(ring).filter((all) => all.some(([, y]) => y > south)).map(unwrapped)) {
  line("land", points);
  if (points.some(([x]) => x > 180.05)) line("land", points.map(([x, y]) => [x - 360, y]));
  if (points.some(([x]) => x < -180.05)) line("land", points.map(([x, y]) => [x + 360, y]));
}

const used = new Map();
const visit = (a) => (Array.isArray(a) ? a.forEach(visit) : used.set(a >= 0 ? a : ~a, (used.get(a >= 0 ? a : ~a) ?? 0) + 1));
topology.objects.countries.geometries.forEach((g) => visit(g.arcs));
for (const [index, count] of used) if (count > 1) line("border", unwrapped(arcs[index]));
