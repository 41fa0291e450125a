/**
 * How concentrated? Between which bounds the index of a market must lie.
 *
 * It is the scene of how_concentrated.py, names included; property tests hold the two together.
 * What is the same in every state of a list comes from Python as it is shown.
 *
 * @import { View } from "./base.js"
 * @import { Ends } from "./concentration.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {{ market: string, largest: number, firms: string }} State
 * @typedef {{ title: string, subtitle: string, source: string, notes: string[],
 *   sums: [number, number, number], panel: any }} List its sums: squares, what is left, the most
 *   of one firm not named, in tenths of a per cent
 * @typedef {[string, string, Ends | null][]} Bands name, colour, ends; null where no market fits
 */
import { barPanel, bars, part } from "./bars.js";
import { explorer } from "./base.js";
import { bounds, tenths } from "./concentration.js";
import { number } from "./numbers.js";
import { capital } from "./telling.js";

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess: asked, covered, spec }) {
  const { market, largest, firms: some } = /** @type {State} */ (state);
  const { sums, panel, ...list } = /** @type {List} */ (spec.data[market]);
  const guess = Object.values(/** @type {Record<string, number> | null} */ (asked) ?? {})
    .sort((one, other) => one - other);
  const [squares, left, most] = sums;
  const alone = bounds(squares, left, most);
  const [limit, firms] = [Math.min(most, tenths(largest)), Number(some) || 0];
  const ends = bounds(squares, left, limit, firms);
  const [given, short] = String(alone) === String(ends) ? ["", ""]
    : assumed(limit < most ? limit : 0, firms);
  const bands = /** @type {Bands} */ ([
    ["The list alone", given ? "list" : "band", alone], ...(given ? [[short, "band", ends]] : []),
  ]);
  const ask = "between which two numbers must its index of concentration lie?";
  return {
    ...list,
    title: `${list.title}: ${covered ? ask : finding(ends, given)}`,
    sentence: told(ends, given, guess),
    panels: [panel, bandPanel(covered ? [] : bands, guess)],
  };
}

/** @param {number[]} ends @param {number} [decimals] */
const span = (ends, decimals) => ends.map((end) => number(end, decimals)).join(" to ");

/** @param {number} limit @param {number} firms in words and as a bar's name */
function assumed(limit, firms) {
  const held = number(limit / 10);
  const each = [`no firm not named holds more than ${held} %`, `at most ${held} % each`];
  const many = [`at most ${firms} firms are not named`, `at most ${firms} firms`];
  const parts = [...(limit ? [each] : []), ...(firms ? [many] : [])];
  const short = parts.map(([, name]) => name).join(", ");
  return [parts.map(([words]) => words).join(" and "), `If ${short}`];
}

/** @param {Ends | null} ends @param {string} given */
function finding(ends, given) {
  if (!ends) return "no market fits these assumptions";
  const known = `the index lies between ${span(ends, 0).replace(" to ", " and ")}`;
  return given ? `if ${given}, ${known}` : known;
}

/** @param {Ends | null} ends @param {string} given @param {number[]} guess */
function told(ends, given, guess) {
  if (!ends) return "No market is like that: so few firms, so small, cannot hold all that is left.";
  const [low, high] = ends;
  const equal = span([10_000 / high, 10_000 / low], 1);
  const words = `${capital(finding(ends, given))}: as concentrated as ${equal} equal firms.`;
  if (guess.length < 2) return words;
  const beside = guess[0] <= low && high <= guess[1] ? "holds the whole band"
    : guess[1] < low || high < guess[0] ? "misses the band" : "leaves a part of the band out";
  return `${words} Your guess of ${span(guess)} ${beside}.`;
}

/** @param {Bands} bands @param {number[]} guess */
function bandPanel(bands, guess) {
  /** @type {any[]} */
  const rows = bands.map(([name, colour, ends]) => (
    ends ? { name, bars: [part(colour, ...ends, span(ends, 0))] }
      : { name, bars: [], note: "no market fits" }
  ));
  const [from, to] = guess;
  if (guess.length === 2) {
    rows.push({ name: "Your guess", bars: [{ ...part("list", from, to, span(guess)), hollow: true }] });
  } else if (!bands.length) rows.push({ name: "Your guess", bars: [], note: "type both ends" });
  return barPanel("Index of concentration, points", rows, 10_000);
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
