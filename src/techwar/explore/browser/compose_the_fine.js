/**
 * Compose the fine: which parts are counted, and the total that comes out.
 *
 * It is the scene of compose_the_fine.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
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
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";

/** @param {View} view @returns {Scene} */
export function scene({ state, guess: given, covered, spec }) {
  const data = /** @type {Data} */ (spec.data);
  const guess = /** @type {number | null} */ (given);
  const asked = spec.opening.parts;
  const ids = covered ? asked : state.parts;
  const shown = together(data, ids, {
    key: "guess", row: 1, value: String(ids) === String(asked) ? guess : null, covered,
  });
  const waiting = guess === null ? "Guess first: drag the bar or type a number."
    : `Your guess: ${number(guess)}. Press Show to compare.`;
  return {
    title: covered ? `${capital(nameOf(data, asked) ?? "")}: how many ${data.unit}?`
      : finding(data, ids),
    subtitle: data.subtitle,
    source: data.source,
    sentence: covered ? waiting : result(data, ids, asked, guess),
    panels: covered ? [shown] : [shown, oneByOne(data, ids)],
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
  const amount = number(total(data, ids), 2);
  return `${capital(words)}: ${amount} ${data.unit}`;
}

/** @param {string} words */
const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** @param {Data} data @param {string[]} ids @param {string[]} asked @param {number | null} guess */
function result(data, ids, asked, guess) {
  const [printed, low, high] = data.printed;
  const amount = total(data, ids);
  const can = low <= amount && amount <= high ? "can" : "cannot";
  let words = `${finding(data, ids)}. This ${can} be printed as ${number(printed)}.`;
  if (!nameOf(data, ids)) {
    words += " It is neither a settlement nor another of the totals that we name.";
  }
  if (guess === null) return words;
  const was = number(total(data, asked), 2);
  return `${words} You guessed ${number(guess)} for what was asked; it is ${was}.`;
}

/** @param {Data} data @param {string[]} ids @param {any} guess */
function together(data, ids, guess) {
  const [printed, low, high] = data.printed;
  const amount = total(data, ids);
  const sum = { colour: "sum", from: 0, to: amount, label: number(amount, 2) };
  return panel(data, `Together, ${data.unit}`, [
    {
      name: "printed in P8",
      bars: [{ colour: "printed", from: 0, to: printed, low, high, label: number(printed) }],
    },
    { name: data.sum, bars: guess.covered ? [] : [sum] },
  ], { guess });
}

/** @param {Data} data @param {string[]} ids */
function oneByOne(data, ids) {
  let after = 0;
  const rows = data.parts.map(([id, name, colour, value]) => {
    if (!ids.includes(id)) return { name, bars: [], note: "left out" };
    const from = after;
    after += value / 1000;
    return { name, bars: [{ colour, from, to: after, label: number(value / 1000, 2) }] };
  });
  return panel(data, `Part by part, ${data.unit}`, rows);
}

/** @param {Data} data @param {string} heading @param {any[]} rows @param {object} [more] */
const panel = ({ most }, heading, rows, more) => (
  { form: "bars", heading, unit: "", decimals: 2, min: 0, max: most, rows, ...more }
);

export const kind = { forms: { bars }, scene };
export default explorer(kind);
