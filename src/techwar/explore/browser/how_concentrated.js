/**
 * How concentrated? Between which bounds the index of a market must lie.
 *
 * It is the scene of how_concentrated.py, names included; property tests hold the two together.
 * What is the same in every state of a list comes from Python as it is shown.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @typedef {{ market: string, largest: number, firms: string }} State
 * @typedef {{ title: string, subtitle: string, source: string, notes: string[],
 *   sums: [number, number, number], panel: any, cells: string[][] }} List its sums: squares, what
 *   is left, the most of one firm not named, in tenths of a per cent
 * @typedef {[number, number] | null} Ends lowest and highest; null where no market fits
 * @typedef {[string, string]} Given what is assumed, in words and as a bar's name, or empty
 * @typedef {[string, string, Ends][]} Bands name, colour, ends
 */
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";

/** @param {View} view @returns {Scene} */
export function scene({ state, guess: asked, covered, spec }) {
  const { market, largest, firms } = /** @type {State} */ (state);
  const { sums, panel, cells, ...list } = /** @type {List} */ (spec.data[market]);
  const guess = Object.values(/** @type {Record<string, number> | null} */ (asked) ?? {})
    .sort((one, other) => one - other);
  const [squares, left, most] = sums;
  const alone = bounds(squares, left, most, 0);
  const limit = Math.min(most, Math.round(10 * largest));
  const ends = bounds(squares, left, limit, Number(firms) || 0);
  const [given, short] = /** @type {Given} */ (String(alone) === String(ends) ? ["", ""]
    : assumed(limit < most ? limit : 0, Number(firms) || 0));
  const bands = /** @type {Bands} */ (covered ? [] : [
    ["The list alone", given ? "list" : "band", alone], ...(given ? [[short, "band", ends]] : []),
  ]);
  const ask = "between which two numbers must its index of concentration lie?";
  const points = bands.map(([name, , pair]) => (
    [name, ...(pair ? pair.map((end) => number(end, 0)) : ["", ""])]
  ));
  return {
    ...list,
    title: `${list.title}: ${covered ? ask : finding(ends, given)}`,
    sentence: covered ? waiting(guess) : told(ends, given, guess),
    panels: [panel, bandPanel(bands, guess, covered)],
    table: {
      head: ["What", "Lowest", "Highest"], rows: [...cells, ...points].map((row) => ({ cells: row })),
    },
  };
}

/**
 * @param {number} squares @param {number} left @param {number} most @param {number} firms
 * @returns {Ends} in points
 */
function bounds(squares, left, most, firms) {
  if (firms && firms * most < left) return null;
  const pieces = Math.floor(left / most);
  const high = squares + pieces * most ** 2 + (left - pieces * most) ** 2;
  return [(squares + (firms ? (left * left) / firms : 0)) / 100, high / 100];
}

const span = (/** @type {number[]} */ [low, high]) => `${number(low)} to ${number(high)}`;

/** @param {number} limit @param {number} firms @returns {Given} */
function assumed(limit, firms) {
  const held = number(limit / 10);
  const each = [`no firm not named holds more than ${held} %`, `at most ${held} % each`];
  const many = [`at most ${firms} firms are not named`, `at most ${firms} firms`];
  const parts = [...(limit ? [each] : []), ...(firms ? [many] : [])];
  const short = parts.map(([, name]) => name).join(", ");
  return [parts.map(([words]) => words).join(" and "), `If ${short}`];
}

/** @param {Ends} ends @param {string} given */
function finding(ends, given) {
  if (!ends) return "no market fits these assumptions";
  const known = `the index lies between ${number(ends[0], 0)} and ${number(ends[1], 0)}`;
  return given ? `if ${given}, ${known}` : known;
}

/** @param {number[]} guess */
const waiting = (guess) => (
  guess.length < 2 ? "Guess first: type a lower and an upper end."
    : `Your guess: ${span(guess)}. Press Show to compare.`
);

/** @param {Ends} ends @param {string} given @param {number[]} guess */
function told(ends, given, guess) {
  if (!ends) return "No market is like that: so few firms, so small, cannot hold all that is left.";
  const [low, high] = ends;
  const found = finding(ends, given);
  const words = `${found[0].toUpperCase()}${found.slice(1)}: as concentrated as ` +
    `${number(10_000 / high, 1)} to ` +
    `${number(10_000 / low, 1)} equal firms.`;
  if (guess.length < 2) return words;
  const beside = guess[0] <= low && high <= guess[1] ? "holds the whole band"
    : guess[1] < low || high < guess[0] ? "misses the band" : "leaves a part of the band out";
  return `${words} Your guess of ${span(guess)} ${beside}.`;
}

/** @param {Bands} bands @param {number[]} guess @param {boolean} covered */
function bandPanel(bands, guess, covered) {
  /** @type {any[]} */
  const rows = bands.map(([name, colour, ends]) => {
    if (!ends) return { name, bars: [], note: "no market fits" };
    const [from, to] = ends;
    const label = `${number(from, 0)} to ${number(to, 0)}`;
    return { name, bars: [{ colour, from, to, label }] };
  });
  const [from, to] = guess;
  if (guess.length === 2) {
    const bar = { colour: "list", from, to, label: span(guess), hollow: true };
    rows.push({ name: "Your guess", bars: [bar] });
  } else if (covered) rows.push({ name: "Your guess", bars: [], note: "type both ends" });
  return {
    form: "bars", heading: "Index of concentration, points", unit: "", decimals: 0,
    min: 0, max: 10_000, rows,
  };
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
