/**
 * Bars on one axis: one bar a row, or parts beside each other that make a whole.
 *
 * @import { Drawing } from "./drawing.js"
 * @import { Form, Place } from "./scene.js"
 * @typedef {object} Bar
 * @property {string} colour a name among the colours
 * @property {number} from
 * @property {number} to
 * @property {string} label drawn beside it
 * @property {number} [low] the ends that are left open
 * @property {number} [high]
 * @property {boolean} [hollow] nothing is published: an outline, not an amount
 * @property {string} [beyond] said where the bar leaves the axis
 *
 * @typedef {{ name: string, bars: Bar[], gap?: boolean, note?: string }} Row
 * @typedef {{ key: string, row: number, value: number | null, covered: boolean }} Guess
 * @typedef {{ form: "bars", heading: string, unit: string, decimals: number, min: number,
 *   max: number, ticks?: number[], rows: Row[], guess?: Guess }} Panel
 */
import { axisBottom } from "d3-axis";
import { axis, boxes, layer, NARROW, paths, wide, words } from "./drawing.js";
import { number } from "./numbers.js";
import { linear } from "./scale.js";

const HEADING = 26;
const AXIS = 34;
const RIGHT = 18;
const GRIP = 28;
/** The names of rows are bold, so they are wider than other words. */
const BOLD = 1.16;

const isWhole = (/** @type {Row} */ { bars }) => bars.length > 1;

/** @param {Panel} panel @param {number} width */
function layout({ rows, min, max, guess }, width) {
  const names = BOLD * Math.max(...rows.map(({ name }) => wide(name)));
  const above = width < NARROW && names > wide("1234567890");
  const left = above || names === 0 ? 0 : Math.min(names + 10, width / 2);
  const beside = rows.filter((row) => !isWhole(row)).flatMap(({ bars }) => bars);
  const right = Math.max(RIGHT, ...beside.map(({ label }) => wide(label) + 10));
  const x = linear([min, max], [left, width - right]);
  const tall = guess !== undefined || rows.some(isWhole);
  const height = tall ? 26 : 18;
  let next = HEADING;
  const placed = rows.map((row) => {
    if (row.gap) next += 8;
    if (above) next += 18;
    next += guess ? 40 : tall ? 20 : 4;
    const top = next;
    next += height + 4;
    return { ...row, top, height, middle: top + height / 2 };
  });
  return { x, left, right: width - right, above, rows: placed, bottom: next };
}

/** @param {Panel} panel @param {number} width */
const height = (panel, width) => layout(panel, width).bottom + AXIS;

/** @param {Drawing} at @param {Panel} panel @param {Place} place */
function draw(at, panel, { width, colours }) {
  const { x, left, right, above, rows, bottom } = layout(panel, width);
  const { guess, heading, ticks, unit } = panel;
  words(at, "heading", [{ x: 0, y: 14, text: heading }]);
  words(at, "year", rows.map(({ name, top, middle }) => (
    above ? { x: 0, y: top - 6, text: name }
      : { x: left - 10, y: middle + 5, anchor: "end", text: name }
  )));
  words(at, "hidden", rows.flatMap(({ note, middle }) => (
    note ? [{ x: left + 4, y: middle + 5, text: note }] : []
  )));
  const scale = axisBottom(x).ticks((right - left) / 110)
    .tickFormat((tick) => `${number(Number(tick))} ${unit}`.trim());
  axis(at, "scale", ticks ? scale.tickValues(ticks) : scale, { y: bottom + 2 });

  const asked = guess ? rows[guess.row] : null;
  boxes(at, "track", asked ? [
    { x: left, y: asked.top, width: right - left, height: asked.height },
  ] : []);
  const bars = rows.flatMap((row) => row.bars.map((bar) => ({ bar, row })));
  boxes(at, "bars", bars.filter(({ bar }) => !bar.hollow).map(({ bar, row }) => ({
    x: x(bar.from), y: row.top, width: x(bar.to) - x(bar.from), height: row.height,
    fill: colours[bar.colour],
  })));
  boxes(at, "hollow", bars.filter(({ bar }) => bar.hollow).map(({ bar, row }) => ({
    x: x(bar.from), y: row.top, width: x(bar.to) - x(bar.from), height: row.height,
  })));
  const whiskers = bars.map(({ bar: { low, high }, row }) => {
    if (low === undefined || high === undefined) return null;
    const [from, to] = [x(low), x(high)];
    const ends = `M${from},${row.middle - 6}v12M${to},${row.middle - 6}v12`;
    return from < to ? `M${from},${row.middle}H${to}${ends}` : null; // both beyond the axis
  });
  for (const name of ["halo", "whiskers"]) paths(at, name, whiskers);
  words(at, "value", rows.flatMap((row) => labels(row, x)));
  words(at, "beyond", bars.flatMap(({ bar: { to, beyond }, row }) => (
    beyond && to > panel.max
      ? [{ x: right - 10, y: row.middle + 5, anchor: "end", text: `${beyond} →` }] : []
  )));
  if (guess && asked) drawGuess(at, panel, guess, { x, left, right, ...asked });
  else for (const name of ["guess", "note", "grips"]) layer(at, name).selectAll("*").remove();
}

/** @param {Row & { top: number, middle: number }} row @param {(value: number) => number} x */
function labels({ bars, top, middle }, x) {
  if (bars.length === 1) {
    const [{ to, high, label }] = bars;
    return [{ x: x(Math.max(to, high ?? to)) + 8, y: middle + 5, text: label }];
  }
  return bars.map(({ from, to, label }, place) => {
    const last = place === bars.length - 1;
    return {
      x: x(last ? to : from), y: top - 7, anchor: last ? "end" : "start", text: label,
    };
  });
}

/**
 * @param {Drawing} at @param {Panel} panel @param {Guess} guess
 * @param {{ x: (value: number) => number, left: number, right: number, top: number,
 *   height: number, middle: number }} place
 */
function drawGuess(at, { unit, min }, { value, covered }, { x, left, right, top, height, middle }) {
  const [name, rim] = covered ? ["guess", 0] : ["guess outline", 4];
  const end = x(value ?? min);
  boxes(at, name, value === null ? [] : [
    { x: left, y: top - rim, width: end - left, height: height + 2 * rim },
  ]);
  const beside = Math.min(Math.max(end, left + 50), right - 50);
  const text = `your guess ${number(value ?? 0)} ${unit}`.trim();
  const label = { x: beside, y: top - (covered ? 12 : 26), anchor: "middle", text };
  const invitation = { x: left + GRIP, y: middle + 5, text: "drag to your guess" };
  words(at, "note", value !== null ? [label] : covered ? [invitation] : []);
  const grip = layer(at, "grips").selectAll("g").data(covered ? [end] : []).join((enter) => {
    const added = enter.append("g").attr("data-grip", "");
    added.append("rect").attr("x", -GRIP / 2).attr("y", -5).attr("rx", 6)
      .attr("width", GRIP).attr("height", height + 10);
    added.append("path").attr("d", "M-4,6v14M4,6v14");
    return added;
  });
  grip.attr("transform", (position) => `translate(${position},${top})`);
}

/** @param {{ x: number }} at @param {Panel} panel @param {number} width */
const guessAt = ({ x }, panel, width) => (
  { [panel.guess?.key ?? ""]: layout(panel, width).x.invert(x) }
);

/** @param {Bar} bar @param {Panel} panel */
function told({ label, from, low, high }, { decimals }) {
  if (low === undefined || high === undefined) return label;
  const [lowest, highest] = [low, high].map((end) => number(end - from, decimals));
  return `${label} (${lowest} to ${highest})`;
}

/** @param {Panel} panel */
function describe(panel) {
  const rows = panel.rows.map(({ name, bars, note }) => {
    const parts = [...bars.map((bar) => told(bar, panel)), ...(note ? [note] : [])];
    return `${name} ${parts.join(", ") || "?"}`.trim();
  });
  return `${panel.heading}: ${rows.join("; ")}`;
}

/** @param {Panel} panel */
function table({ heading, decimals, min, rows }) {
  return {
    head: ["Row", "Value"],
    rows: rows.map(({ name, bars, note }) => ({
      // Its length is a number only where it is measured from the beginning of the axis.
      group: heading, decimals,
      cells: [name, note ?? (bars.length === 1 && bars[0].from === min && !bars[0].hollow
        ? bars[0].to - bars[0].from : bars.map(({ label }) => label).join(", "))],
    })),
  };
}

/**
 * Rows of bars on one axis from 0 to `max`.
 * @param {string} heading @param {Row[]} rows @param {number} max
 * @param {Partial<Panel>} [more] unit, decimals, guess @returns {Panel}
 */
export const barPanel = (heading, rows, max, more) => (
  { form: "bars", heading, unit: "", decimals: 0, min: 0, max, rows, ...more }
);

/** @param {string} colour @param {number} from @param {number} to @param {string} label */
export const part = (colour, from, to, label) => ({ colour, from, to, label });

/**
 * The guess of a panel of bars: its row is the one that is asked for.
 * @param {any} value a number or null @param {number} [row] @returns {Guess}
 */
export const guessed = (value, row = 0) => ({ key: "guess", row, value, covered: false });

/** @type {Form} */
export const bars = { height, draw, describe, table, guessAt };
