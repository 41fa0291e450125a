/**
 * Compose the fine: which parts are counted, and the total that comes out.
 *
 * It is the scene of compose_the_fine.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {object} Data
 * @property {string} unit
 * @property {string} subtitle
 * @property {string} source
 * @property {[string, string, string, number][]} parts id, name, colour, millions
 * @property {[string, string, string[]][]} totals key, what it is called, ids
 * @property {[number, number, number]} printed what P8 prints, and the ends of its rounding
 * @property {number} most the right end of the axis
 * @property {string} sum what the row of the sum is called
 */
import { barPanel, bars, guessed, part } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";
import { besideGuess, capital } from "./telling.js";

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess: given, spec }) {
  const data = /** @type {Data} */ (spec.data);
  const { subtitle, source, unit } = data;
  const { parts: asked } = spec.opening;
  const ids = state.parts;
  const guess = String(ids) === String(asked) ? given : null;
  return {
    question: `${capital(nameOf(data, asked) ?? "")}: how many ${unit}?`,
    title: finding(data, ids), subtitle, source,
    sentence: told(data, ids) + besideGuess(guess, total(data, ids), { unit, decimals: 2 }),
    panels: [together(data, ids, guess), oneByOne(data, ids)],
  };
}

/** @param {Data} data @param {string[]} ids in billions */
export const total = ({ parts }, ids) => (
  parts.reduce((sum, [id, , , value]) => (ids.includes(id) ? sum + value : sum), 0) / 1000
);

/** @param {Data} data @param {string[]} ids what they are called, or nothing */
const nameOf = ({ totals }, ids) => totals.find(([, , of]) => String(of) === String(ids))?.[1];

/** @param {Data} data @param {string[]} ids */
function finding(data, ids) {
  const words = nameOf(data, ids) ?? `${ids.length} of ${data.parts.length} parts together`;
  return `${capital(words)}: ${number(total(data, ids), 2)} ${data.unit}`;
}

/** @param {Data} data @param {string[]} ids */
function told(data, ids) {
  const [printed, low, high] = data.printed;
  const amount = total(data, ids);
  const can = low <= amount && amount <= high ? "can" : "cannot";
  const words = `${finding(data, ids)}. This ${can} be printed as ${number(printed)}.`;
  const unnamed = " It is neither a settlement nor another of the totals that we name.";
  return words + (nameOf(data, ids) ? "" : unnamed);
}

/** @param {Data} data @param {string[]} ids @param {any} guess */
function together(data, ids, guess) {
  const [printed, low, high] = data.printed;
  const amount = total(data, ids);
  return barPanel(`Together, ${data.unit}`, [
    { name: "printed in P8", bars: [{ ...part("printed", 0, printed, number(printed)), low, high }] },
    { name: data.sum, bars: [part("sum", 0, amount, number(amount, 2))] },
  ], data.most, { decimals: 2, guess: guessed(guess, 1) });
}

/** @param {Data} data @param {string[]} ids */
function oneByOne(data, ids) {
  let after = 0;
  const rows = data.parts.map(([id, name, colour, value]) => {
    if (!ids.includes(id)) return { name, bars: [], note: "left out" };
    const from = after;
    after += value / 1000;
    return { name, bars: [part(colour, from, after, number(value / 1000, 2))] };
  });
  return barPanel(`Part by part, ${data.unit}`, rows, data.most, { decimals: 2 });
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
