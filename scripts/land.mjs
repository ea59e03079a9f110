// Makes data/land/land.json, a coarse outline of the world's land, from Natural Earth 1:50 million (public domain) as
// packed in the npm package world-atlas: node scripts/land.mjs web/node_modules/world-atlas/countries-50m.json
//
// Coordinates are whole fiftieths of a degree, about two kilometres. Each ring is one list: its first position, then
// the steps from one position to the next, east and north in turn; it closes on its first position. A ring that crosses
// the 180th meridian goes on beyond it. A place is on land if an odd number of rings lies around it. Antarctica is left
// out.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const STEPS = 50; // to a degree
const COARSE = 1.5; // farthest that the outline may move, in steps of latitude
const SOUTH = -60; // degrees; only Antarctica lies beyond

const [input] = process.argv.slice(2);
if (!input) throw new Error("name the file: node scripts/land.mjs countries-50m.json");
const { arcs, transform, objects } = JSON.parse(readFileSync(input, "utf8"));

// TopoJSON: arcs are steps on a grid; a negative number is the arc of its complement, backwards.
const drawn = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
});
const ringOf = (numbers) => numbers.flatMap((number, at) => {
  const arc = number < 0 ? [...drawn[~number]].reverse() : drawn[number];
  return at === 0 ? arc : arc.slice(1);
});

// No line is longer than half the world: one that seems so crosses the 180th meridian.
function unbroken(ring) {
  let turns = 0;
  return ring.map(([x, y], at) => {
    if (at > 0 && Math.abs(x - ring[at - 1][0]) > 180) turns += x < ring[at - 1][0] ? 360 : -360;
    return [x + turns, y];
  });
}

// Douglas and Peucker: a position stays if leaving it out would move the line by more than COARSE.
function simpler(line) {
  const kept = new Array(line.length).fill(false);
  kept[0] = kept[line.length - 1] = true;
  const stretches = [[0, line.length - 1]];
  while (stretches.length > 0) {
    const [from, to] = stretches.pop();
    let [farthest, far] = [0, COARSE / STEPS];
    for (let at = from + 1; at < to; at += 1) {
      const away = distance(line[at], line[from], line[to]);
      if (away > far) [farthest, far] = [at, away];
    }
    if (farthest > 0) {
      kept[farthest] = true;
      stretches.push([from, farthest], [farthest, to]);
    }
  }
  return line.filter((_, at) => kept[at]);
}

// In degrees of latitude; longitudes are shorter by the cosine of the latitude.
function distance([x, y], [ax, ay], [bx, by]) {
  const squeeze = Math.cos((y * Math.PI) / 180);
  const [dx, dy, px, py] = [(bx - ax) * squeeze, by - ay, (x - ax) * squeeze, y - ay];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length)) : 0;
  return Math.hypot(px - along * dx, py - along * dy);
}

// A ring begins and ends in one place, which is no line to measure from: it is simplified in two halves.
function coarse(ring) {
  const half = Math.floor(ring.length / 2);
  const line = [...simpler(ring.slice(0, half + 1)), ...simpler(ring.slice(half)).slice(1)];
  const grid = line.map(([x, y]) => [Math.round(x * STEPS), Math.round(y * STEPS)]);
  const corners = grid.filter(([x, y], at) => at === 0 || x !== grid[at - 1][0] || y !== grid[at - 1][1]).slice(0, -1);
  // An island too small for three corners stays as a square around it.
  const [x, y] = grid[0];
  return corners.length >= 3 ? corners : [[x - 1, y - 1], [x + 1, y - 1], [x + 1, y + 1], [x - 1, y + 1]];
}

const polygons = objects.land.geometries.flatMap(({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs));
const rings = polygons.flat().map(ringOf).filter((ring) => ring.some(([, y]) => y > SOUTH)).map(unbroken).map(coarse);
const steps = rings.map((ring) => ring.flatMap(([x, y], at) => (at === 0 ? [x, y] : [x - ring[at - 1][0], y - ring[at - 1][1]])));
steps.sort((a, b) => b.length - a.length || a[0] - b[0] || a[1] - b[1]);

const output = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "data/land/land.json");
const head = `{"source":"natural-earth","steps":${STEPS},"rings":[\n`;
writeFileSync(output, `${head}${steps.map((ring) => JSON.stringify(ring)).join(",\n")}\n]}\n`);
console.log(`${steps.length} rings, ${rings.reduce((sum, ring) => sum + ring.length, 0)} positions`);
