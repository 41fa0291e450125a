/**
 * Lines over years: series with gaps where nothing is published, bands, breaks, a line to draw.
 *
 * @import { Drawing } from "./drawing.js"
 * @import { Form, Place } from "./scene.js"
 * @typedef {[number, number | null]} Point a year, and its number if there is one
 * @typedef {{ name: string, colour: string, points: Point[], steps?: boolean }} Series
 * @typedef {{ colour: string, points: [number, number, number][] }} Band year, lowest, highest
 * @typedef {{ x: number, label: string }} Rule
 * @typedef {{ series: string, points: Point[], covered: boolean, after: number }} Guess
 *   `after` is the last year that is shown; the points, one a field, are those to draw
 * @typedef {{ form: "lines", heading: string, unit: string, decimals: number,
 *   from: number, to: number, min: number, max: number, log?: boolean, series: Series[],
 *   bands?: Band[], rules?: Rule[], guess?: Guess }} Panel
 */
import { axisBottom, axisLeft } from "d3-axis";
import { axis, boxes, layer, line, NARROW, paths, wide, words } from "./drawing.js";
import { number } from "./numbers.js";
import { linear, log as logarithmic } from "./scale.js";

const TOP = 44;
const PLOT = 236;
const BOTTOM = 30;
const LABEL = 16;

/** @param {Panel} panel @param {number} width */
function scales({ from, to, min, max, log, series, unit }, width) {
  const longest = Math.max(0, ...series.map(({ name }) => wide(name)));
  const room = Math.min(longest + 14, width * (width < NARROW ? 0.3 : 0.35));
  const left = 16 + wide(`${number(max)} ${unit}`);
  const x = linear([from, to], [left, width - room]);
  const y = (log ? logarithmic : linear)([min, max], [TOP + PLOT, TOP]);
  return { x, y, left, right: width - room };
}

const height = () => TOP + PLOT + BOTTOM;

/** @param {Drawing} at @param {Panel} panel @param {Place} place */
function draw(at, panel, { width, colours }) {
  const { x, y, left, right } = scales(panel, width);
  const { heading, unit, from, to, series, bands = [], rules = [], guess } = panel;
  words(at, "heading", [{ x: 0, y: 14, text: heading }]);
  const step = Math.max(1, Math.ceil((to - from) / Math.max(2, (right - left) / 52)));
  const years = Array.from({ length: to - from + 1 }, (_, place) => from + place)
    .filter((year) => (to - year) % step === 0);
  axis(at, "years", axisBottom(x).tickValues(years).tickFormat(String), { y: TOP + PLOT + 2 });
  axis(at, "scale", axisLeft(y).ticks(5)
    .tickFormat((tick) => `${number(Number(tick))} ${unit}`.trim()), { x: left - 8 });
  const dated = rules.filter((rule) => rule.x >= from && rule.x <= to);
  paths(at, "rules", dated.map((rule) => `M${x(rule.x)},${TOP - 6}V${TOP + PLOT}`));
  words(at, "dated", dated.map((rule) => {
    const beyond = x(rule.x) + wide(rule.label) > width;
    return {
      x: x(rule.x) + (beyond ? -4 : 4), y: TOP - 12, anchor: beyond ? "end" : "start",
      text: rule.label,
    };
  }));

  layer(at, "bands").selectAll("path").data(bands).join("path")
    .attr("fill", ({ colour }) => colours[colour])
    .attr("d", ({ points }) => `${line(points.map(([year, , high]) => [x(year), y(high)]))}L${
      line(points.toReversed().map(([year, low]) => [x(year), y(low)])).slice(1)}Z`);
  layer(at, "lines").selectAll("path").data(series).join("path")
    .attr("stroke", ({ colour }) => colours[colour])
    .attr("d", ({ points, steps }) => line(points.flatMap(([year, value], place) => {
      if (value === null) return [null];
      const before = place > 0 ? points[place - 1][1] : null;
      const corner = steps && before !== null ? [[x(year), y(before)]] : [];
      return /** @type {[number, number][]} */ ([...corner, [x(year), y(value)]]);
    })));
  const known = series.flatMap(({ colour, points, steps }) => (steps ? [] : points)
    .filter(([, value]) => value !== null)
    .map(([year, value]) => ({ colour, x: x(year), y: y(Number(value)) })));
  layer(at, "points").selectAll("circle").data(known).join("circle")
    .attr("cx", (one) => one.x).attr("cy", (one) => one.y).attr("r", 3.5)
    .attr("fill", ({ colour }) => colours[colour]);
  words(at, "value", names(series, x, y));
  if (guess) drawGuess(at, guess, { x, y, right });
}

/**
 * A name beside the last point of each line, moved apart where two would touch.
 * @param {Series[]} series @param {(v: number) => number} x @param {(v: number) => number} y
 */
function names(series, x, y) {
  const placed = series.flatMap(({ name, points }) => {
    const last = points.findLast(([, value]) => value !== null);
    return last ? [{ x: x(last[0]) + 8, y: y(Number(last[1])) + 4, text: name }] : [];
  }).sort((one, other) => one.y - other.y);
  for (const [place, label] of placed.entries()) {
    if (place > 0) label.y = Math.max(label.y, placed[place - 1].y + LABEL);
  }
  const over = placed.length ? placed[placed.length - 1].y - (TOP + PLOT + 4) : 0;
  for (const [place, label] of [...placed.entries()].reverse()) {
    const below = placed[place + 1]?.y ?? Infinity;
    if (over > 0) label.y = Math.min(label.y, TOP + PLOT + 4, below - LABEL);
  }
  return placed;
}

/**
 * @param {Drawing} at @param {Guess} guess
 * @param {{ x: (v: number) => number, y: (v: number) => number, right: number }} place
 */
function drawGuess(at, { points, covered, after }, { x, y, right }) {
  const start = x(after) + (x(after + 1) - x(after)) / 2;
  boxes(at, "track", covered
    ? [{ x: start, y: TOP, width: right - start + 12, height: PLOT }] : []);
  const drawn = /** @type {[number, number][]} */ (
    points.filter(([, value]) => value !== null).map(([year, value]) => [x(year), y(Number(value))])
  );
  const name = covered ? "guess" : "guess outline";
  paths(at, name, drawn.length ? [line(drawn)] : []);
  layer(at, "guessed").selectAll("circle").data(drawn).join("circle")
    .attr("cx", ([cx]) => cx).attr("cy", ([, cy]) => cy).attr("r", 5);
  const middle = (start + right + 12) / 2;
  const last = drawn[drawn.length - 1];
  words(at, "note", drawn.length === 0
    ? (covered ? [{ x: middle, y: TOP + 20, anchor: "middle", text: "draw here" }] : [])
    : covered ? [] : [{ x: last[0], y: last[1] - 12, anchor: "end", text: "your guess" }]);
  // Lies over everything: the whole covered part is the grip.
  const grip = layer(at, "canvas").selectAll("rect").data(covered ? [start] : []).join("rect")
    .attr("data-grip", "").attr("y", TOP).attr("height", PLOT);
  grip.attr("x", (from) => from).attr("width", (from) => right - from + 12);
}

/** @param {{ x: number, y: number }} at @param {Panel} panel @param {number} width */
function guessAt(at, panel, width) {
  const { x, y } = scales(panel, width);
  const years = (panel.guess?.points ?? []).map(([year]) => year);
  const near = years.reduce((best, year) => (
    Math.abs(x(year) - at.x) < Math.abs(x(best) - at.x) ? year : best
  ));
  return { [near]: y.invert(at.y) };
}

/** @param {Panel} panel */
function describe({ heading, series, decimals, rules = [], from, to }) {
  const told = series.map(({ name, points }) => {
    const numbers = points.map(([year, value]) => (
      `${number(year)} ${value === null ? "not published" : number(value, decimals)}`
    ));
    return `${name}: ${numbers.join(", ")}`;
  });
  const dated = rules.filter(({ x }) => x >= from && x <= to).map(({ label }) => label);
  return `${heading}. ${[...told, ...dated].join("; ")}`;
}

/** @param {Panel} panel */
function table({ series, decimals }) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(([year]) => year)))].sort();
  return {
    head: ["Year", ...series.map(({ name }) => name)],
    rows: years.map((year) => ({
      decimals,
      cells: [number(year), ...series.map(({ points }) => (
        points.find(([one]) => one === year)?.[1] ?? null
      ))],
    })),
  };
}

/** @type {Form} */
export const lines = { height, draw, describe, table, guessAt };
