/**
 * Dots between two measures, one a thing, each with its name beside it.
 *
 * @import { Drawing } from "./drawing.js"
 * @import { Form, Place } from "./scene.js"
 * @typedef {{ heading: string, unit: string, decimals: number, min: number, max: number,
 *   log?: boolean }} Measure
 * @typedef {{ name: string, colour: string, x: number, y: number }} Dot
 * @typedef {{ form: "dots", x: Measure, y: Measure, dots: Dot[] }} Panel
 */
import { axisBottom, axisLeft } from "d3-axis";
import { axis, layer, NARROW, wide, words } from "./drawing.js";
import { number } from "./numbers.js";
import { linear, log as logarithmic } from "./scale.js";

const TOP = 30;
const BOTTOM = 52;
/** Height of a line of words: names nearer than this stand on each other. */
const LINE = 16;

/** A narrow plot is taller, so that more names find room. @param {number} width */
const plot = (width) => (width < NARROW ? 360 : 270);

/** @param {Panel} _ @param {number} width */
const height = (_, width) => TOP + plot(width) + BOTTOM;

/** @param {Measure} measure @param {[number, number]} range */
const scale = ({ min, max, log }, range) => (log ? logarithmic : linear)([min, max], range);

/** @param {Drawing} at @param {Panel} panel @param {Place} place */
function draw(at, panel, { width, colours }) {
  const written = ({ unit = "" }) => (/** @type {any} */ tick) => (
    `${number(Number(tick))} ${unit}`.trim()
  );
  const left = 16 + wide(written(panel.y)(panel.y.max));
  const right = width - 24;
  const bottom = TOP + plot(width);
  const x = scale(panel.x, [left, right]);
  const y = scale(panel.y, [bottom, TOP]);
  words(at, "heading", [
    { x: 0, y: 14, text: panel.y.heading },
    { x: right, y: bottom + 44, anchor: "end", text: panel.x.heading },
  ]);
  const across = axisBottom(x).ticks((right - left) / 110).tickFormat(written(panel.x));
  axis(at, "across", across, { y: bottom + 6 });
  axis(at, "scale", axisLeft(y).ticks(5).tickFormat(written(panel.y)), { x: left - 8 });
  const placed = panel.dots.map((dot) => ({ ...dot, cx: x(dot.x), cy: y(dot.y) }));
  layer(at, "points").selectAll("circle").data(placed).join("circle")
    .attr("cx", ({ cx }) => cx).attr("cy", ({ cy }) => cy).attr("r", 6)
    .attr("fill", ({ colour }) => colours[colour]);
  words(at, "value", names(placed, { left, right: width, top: TOP, bottom }));
}

/** Where a name may stand: right of its dot, left of it, then above and below. */
const BESIDE = /** @type {[number, number, string][]} */ ([
  [10, 4, "start"], [-10, 4, "end"], [8, -8, "start"], [8, 16, "start"],
  [-8, -8, "end"], [-8, 16, "end"], [0, -12, "middle"], [0, 20, "middle"],
]);

/**
 * A name for each dot, at the first place where it touches nothing; none where there is no room.
 * Those in the accent's colour choose first.
 * @param {(Dot & { cx: number, cy: number })[]} dots
 * @param {{ left: number, right: number, top: number, bottom: number }} room
 */
function names(dots, room) {
  /** @type {{ x: number, y: number, anchor: string, text: string, from: number, to: number }[]} */
  const placed = [];
  const ordered = [...dots].sort((one, other) => (
    Number(other.colour === "accent") - Number(one.colour === "accent") || other.cy - one.cy
  ));
  for (const { name, cx, cy } of ordered) {
    const free = BESIDE.map(([right, down, anchor]) => {
      const x = cx + right;
      const y = cy + down;
      const size = wide(name);
      const from = anchor === "start" ? x : anchor === "end" ? x - size : x - size / 2;
      return { x, y, anchor, text: name, from, to: from + size };
    }).find(({ y, from, to }) => (
      from >= room.left && to <= room.right && y >= room.top && y <= room.bottom
      && !placed.some((other) => other.from < to && from < other.to && Math.abs(other.y - y) < LINE)
      && !dots.some((dot) => from < dot.cx + 6 && dot.cx - 6 < to && Math.abs(dot.cy + 4 - y) < 11)
    ));
    if (free) placed.push(free);
  }
  return placed;
}

/** @param {Panel} panel */
function describe({ x, y, dots }) {
  const told = dots.map((dot) => (
    `${dot.name} ${number(dot.x, x.decimals)} and ${number(dot.y, y.decimals)}`
  ));
  return `Across: ${x.heading}; up: ${y.heading}. ${told.join("; ")}`;
}

/** @param {Panel} panel */
function table({ x, y, dots }) {
  return {
    head: ["Name", x.heading, y.heading],
    rows: dots.map((dot) => (
      { cells: [dot.name, number(dot.x, x.decimals), number(dot.y, y.decimals)] }
    )),
  };
}

/** @type {Form} */
export const dots = { height, draw, describe, table };
