/**
 * The picture of *What the printed numbers imply*: two stacked bars, and a third
 * for China's part of the growth, which covers the answer until it is asked for.
 *
 * @import { Selection } from "d3-selection"
 * @import { Axis } from "d3-axis"
 * @import { Spec, View } from "./base.js"
 * @typedef {Selection<SVGSVGElement, unknown, null, undefined>} Drawing
 * @typedef {{ x: number, y: number, text: string, anchor?: string }} Words
 * @typedef {{ x: number, y: number, width: number, height?: number, fill?: string }} Box
 */
import { axisBottom } from "d3-axis";
import { scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { implied, marks } from "./implied_market_model.js";
import { number } from "./page.js";

const LEFT = 44;
const RIGHT = 18;
const BAR = 26;
const GRIP = 28;
/** @type {Record<string, number>} the upper edge of each row's bar */
const TOP = { 2016: 46, 2017: 100, growth: 232 };
const PART_HEADING = 192;
const HEIGHT = 296;

/** @param {number} width @param {Spec} spec */
function scales(width, spec) {
  const range = [LEFT, width - RIGHT];
  const levels = scaleLinear([0, spec.extent], range).clamp(true);
  const part = scaleLinear([0, 100], range).clamp(true);
  return { levels, part, of: (/** @type {string} */ row) => (row === "growth" ? part : levels) };
}

/**
 * The guess under a place of the drawing, in whole per cent.
 * @param {number} x @param {View} view
 */
export const guessAt = (x, { width, spec }) => Math.round(scales(width, spec).part.invert(x));

/** @param {SVGSVGElement} svg @param {View} view */
export function draw(svg, view) {
  const { state, covered, spec, width } = view;
  const x = scales(width, spec);
  const narrow = width < 440;
  const drawn = marks(state, covered, spec);
  const levels = drawn.filter(({ row }) => row !== "growth");
  const picture = select(svg).attr("viewBox", `0 0 ${width} ${HEIGHT}`).attr("height", HEIGHT);

  words(picture, "heading", [
    { x: LEFT, y: 14, text: narrow ? "Billion US dollars" : "World market, billion US dollars" },
    { x: LEFT, y: PART_HEADING, text: `China's part of ${narrow ? "" : "the world's "}growth` },
  ]);
  words(picture, "year", ["2016", "2017"].map((row) => (
    { x: LEFT - 8, y: TOP[row] + 18, text: row, anchor: "end" }
  )));
  words(picture, "hidden", covered ? [
    { x: LEFT, y: TOP[2016] + 18, text: "hidden until Show" },
  ] : []);
  words(picture, "value", levels.map(({ row, series, start, end }) => {
    const rest = narrow ? "Rest" : "Rest of the world";
    const [at, anchor, name] = series === "China" ? [0, "start", "China"] : [end, "end", rest];
    return { x: x.levels(at), y: TOP[row] - 7, anchor, text: `${name} ${number(end - start, 2)}` };
  }));
  axis(picture, "levels", axisBottom(x.levels).ticks(4), TOP[2017] + BAR + 6);
  const percent = axisBottom(x.part).ticks(narrow ? 2 : 4).tickFormat((tick) => `${tick} %`);
  axis(picture, "percent", percent, TOP.growth + BAR + 6);

  boxes(picture, "track", [{ x: LEFT, y: TOP.growth, width: width - LEFT - RIGHT }]);
  boxes(picture, "bars", drawn.map(({ row, series, start, end }) => {
    const [from, to] = [start, end].map(x.of(row));
    return { x: from, y: TOP[row], width: to - from, fill: spec.colours[series] };
  }));
  const whiskers = drawn.flatMap(({ row, low, high }) => {
    if (low === null || high === null) return [];
    const [from, to] = [low, high].map(x.of(row));
    return from < to ? [whisker(from, to, TOP[row] + BAR / 2)] : []; // both beyond the axis
  });
  for (const name of ["halo", "whiskers"]) {
    layer(picture, name).selectAll("path").data(whiskers).join("path").attr("d", (path) => path);
  }
  drawGuess(picture, view, x.part);
}

/** @param {Drawing} picture @param {View} view @param {(value: number) => number} x */
function drawGuess(picture, { state, guess, covered, spec, width }, x) {
  const y = TOP.growth;
  const at = x(guess ?? 0);
  const { value } = implied(state, spec).china_part;
  words(picture, "part", covered ? [] : [
    { x: width - RIGHT, y: PART_HEADING, anchor: "end", text: `${number(value, 0)} %` },
  ]);
  words(picture, "beyond", covered || value <= 100 ? [] : [
    { x: width - RIGHT - 10, y: y + 18, anchor: "end", text: "more than the whole →" },
  ]);
  const [name, rim] = covered ? ["guess", 0] : ["guess outline", 4];
  boxes(picture, name, guess === null ? [] : [
    { x: LEFT, y: y - rim, width: at - LEFT, height: BAR + 2 * rim },
  ]);
  const beside = Math.min(Math.max(at, LEFT + 50), width - RIGHT - 50);
  const text = `your guess ${number(guess ?? 0)} %`;
  const label = { x: beside, y: y - 12, anchor: "middle", text };
  const invitation = { x: LEFT + GRIP, y: y + 17, text: "drag to your guess" };
  words(picture, "note", guess !== null ? [label] : covered ? [invitation] : []);
  const grip = layer(picture, "grips").selectAll("g").data(covered ? [at] : []).join((enter) => {
    const added = enter.append("g").attr("data-grip", "");
    added.append("rect").attr("x", -GRIP / 2).attr("y", y - 5).attr("rx", 6)
      .attr("width", GRIP).attr("height", BAR + 10);
    added.append("path").attr("d", `M-4,${y + 6}v14M4,${y + 6}v14`);
    return added;
  });
  grip.attr("transform", (position) => `translate(${position})`);
}

/** @param {number} low @param {number} high @param {number} y */
const whisker = (low, high, y) => `M${low},${y}H${high}M${low},${y - 6}v12M${high},${y - 6}v12`;

/**
 * A group that keeps its place in the stack of layers, whatever is drawn into it later.
 * @param {Drawing} picture @param {string} name its class; words after the first may change
 */
function layer(picture, name) {
  const [first] = name.split(" ");
  return picture.selectAll(`g.${first}`).data([name]).join("g").attr("class", name);
}

/** @param {Drawing} picture @param {string} name @param {Words[]} data */
function words(picture, name, data) {
  layer(picture, name).selectAll("text").data(data).join("text")
    .attr("x", ({ x }) => x).attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor ?? "start").text(({ text }) => text);
}

/** @param {Drawing} picture @param {string} name @param {Box[]} data */
function boxes(picture, name, data) {
  layer(picture, name).selectAll("rect").data(data).join("rect")
    .attr("x", ({ x }) => x).attr("y", ({ y }) => y)
    .attr("width", ({ width }) => width).attr("height", ({ height }) => height ?? BAR)
    .attr("fill", ({ fill }) => fill ?? null);
}

/** @param {Drawing} picture @param {string} name @param {Axis<any>} ticks @param {number} y */
function axis(picture, name, ticks, y) {
  const group = /** @type {Selection<SVGGElement, unknown, any, unknown>} */ (
    /** @type {unknown} */ (layer(picture, `${name} axis`))
  );
  group.attr("transform", `translate(0,${y})`).call(ticks.tickSizeOuter(0))
    .attr("font-size", null).attr("font-family", null); // d3 sets its own, which hide ours
}
