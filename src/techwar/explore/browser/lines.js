/**
 * Lines over years: series with gaps where nothing is published, bands, breaks, a line to draw.
 *
 * @import { Drawing } from "./drawing.js"
 * @import { Form, Place } from "./scene.js"
 * @typedef {[number, number | null, string?]} Point a place in time, its number if there is one,
 *   and its name where that is not the number of a year
 * @typedef {{ name: string, colour: string, points: (Point | null)[], steps?: boolean }} Series
 *   null between two points: they are not to be joined
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

/** @type {Guess} */
const NO_GUESS = { series: "", points: [], covered: false, after: 0 };
const TOP = 44;
const PLOT = 236;
const BOTTOM = 30;
const LABEL = 16;

/** @param {Panel} panel @param {number} width */
export function scales({ from, to, min, max, log, series, unit }, width) {
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
    // The first line in steps shows on both sides of one that lies on it.
    .style("stroke-width", ({ steps }, place) => (steps && place === 0 ? "6px" : null))
    .attr("d", ({ points, steps }) => line(points.flatMap((point, place) => {
      if (point === null || point[1] === null) return [null];
      const [year, value] = point;
      const before = points[place - 1]?.[1] ?? null;
      const corner = steps && before !== null ? [[x(year), y(before)]] : [];
      return /** @type {[number, number][]} */ ([...corner, [x(year), y(value)]]);
    })));
  const published = series.flatMap(({ colour, points, steps }) => (steps ? [] : numbers(points))
    .map(([year, value]) => ({ colour, x: x(year), y: y(value) })));
  layer(at, "points").selectAll("circle").data(published).join("circle")
    .attr("cx", (one) => one.x).attr("cy", (one) => one.y).attr("r", 3.5)
    .attr("fill", ({ colour }) => colours[colour]);
  words(at, "value", names(panel, x, y));
  // Drawn without one as well: a guess that no longer belongs to the state has to go.
  drawGuess(at, guess ?? NO_GUESS, { x, y, right });
}

/** @param {(Point | null)[]} points those that have a number */
const numbers = (points) => /** @type {[number, number][]} */ (
  points.filter((point) => point !== null && point[1] !== null)
);

/**
 * A name beside the last point of each line, moved apart where two would touch; above it where
 * the line ends before the drawing does.
 * @param {Panel} panel @param {(v: number) => number} x @param {(v: number) => number} y
 */
function names({ series, to }, x, y) {
  const placed = series.flatMap(({ name, points }) => {
    const last = numbers(points).findLast(() => true);
    if (!last) return [];
    const [at, value] = last;
    return [at < to
      ? { x: x(at) - 4, y: y(value) - 10, anchor: "end", text: name }
      : { x: x(at) + 8, y: y(value) + 4, anchor: "start", text: name }];
  }).sort((one, other) => one.y - other.y);
  const beside = placed.filter(({ anchor }) => anchor === "start");
  for (const [place, label] of beside.entries()) {
    if (place > 0) label.y = Math.max(label.y, beside[place - 1].y + LABEL);
  }
  const over = beside.length ? beside[beside.length - 1].y - (TOP + PLOT + 4) : 0;
  for (const [place, label] of [...beside.entries()].reverse()) {
    const below = beside[place + 1]?.y ?? Infinity;
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
    const written = points.map((point) => {
      if (point === null) return "/";
      const [year, value, period = number(year)] = point;
      return `${period} ${value === null ? "not published" : number(value, decimals)}`;
    });
    return `${name}: ${written.join(", ").replaceAll(", /,", " /")}`;
  });
  const dated = rules.filter(({ x }) => x >= from && x <= to).map(({ label }) => label);
  return `${heading}. ${[...told, ...dated].join("; ")}`;
}

/** @param {Panel} panel */
function table({ series, decimals }) {
  // A place in time that two releases give has two numbers, and they may differ.
  const cell = (/** @type {Series} */ { points }, /** @type {number} */ at) => {
    const found = numbers(points).filter(([year]) => year === at).map(([, value]) => value);
    return found.length > 1 ? found.map((value) => number(value, decimals)).join("; ")
      : found[0] ?? null;
  };
  const named = new Map(series.flatMap(({ points }) => points).filter((point) => point !== null)
    .map(([year, , period = number(year)]) => [year, period]));
  const years = [...named.keys()].sort((one, other) => one - other);
  return {
    head: ["Year", ...series.map(({ name }) => name)],
    rows: years.map((year) => ({
      decimals, cells: [String(named.get(year)), ...series.map((one) => cell(one, year))],
    })),
  };
}

/**
 * The `guess` of a panel of lines: the years in which a line is to be drawn, or was.
 * @param {string} series @param {number[]} years @param {any} guess @param {boolean} covered
 * @returns {Guess}
 */
export const lineToDraw = (series, years, guess, covered) => ({
  series, covered, after: years[0] - 1, points: years.map((year) => [year, guess?.[year] ?? null]),
});

/** @type {Form} */
export const lines = { height, draw, describe, table, guessAt };
