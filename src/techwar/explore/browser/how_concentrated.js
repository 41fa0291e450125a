/**
 * How concentrated? Between which bounds the index of a market must lie.
 *
 * It is the scene of how_concentrated.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @typedef {{ market: string, largest: number, firms: string }} State
 * @typedef {[string, number]} Share a name and its per cent
 * @typedef {{ title: string, held: Share[], top: boolean, together: Share[], definition: string,
 *   source: string }} List
 * @typedef {[number, number] | null} Ends lowest and highest; null where no market fits
 * @typedef {[string, string, Ends][]} Bands name, colour, ends
 */
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";

/** @param {View} view @returns {Scene} */
export function scene({ state: given, guess: asked, covered, spec }) {
  const { market, largest, firms } = /** @type {State} */ (given);
  const list = /** @type {List} */ (spec.data[market]);
  const guess = Object.values(/** @type {Record<string, number> | null} */ (asked) ?? {})
    .sort((one, other) => one - other);
  const alone = bounds(list, 100, 0);
  const ends = bounds(list, largest, Number(firms) || 0);
  const bands = /** @type {Bands} */ (String(alone) === String(ends)
    ? [["The list alone", "band", alone]]
    : [["The list alone", "list", alone], ["As assumed", "band", ends]]);
  const ask = "between which two numbers must its index of concentration lie?";
  return {
    title: `${list.title}: ${covered ? ask : finding(ends)}`,
    subtitle: `${list.definition}; shares in per cent, index in points`,
    source: list.source,
    sentence: covered ? waiting(guess) : told(ends, guess),
    notes: notes(list),
    panels: [sharesPanel(list), bandPanel(covered ? [] : bands, guess, covered)],
    table: table(list, covered ? [] : bands),
  };
}

const tenths = (/** @type {number} */ share) => Math.round(10 * share);
const sum = (/** @type {number[]} */ values) => values.reduce((total, one) => total + one, 0);

/** @param {List} list in tenths of a per cent */
const left = ({ held }) => Math.max(0, 1000 - sum(held.map(([, share]) => tenths(share))));

/** @param {List} list @param {number} largest @param {number} firms @returns {Ends} in points */
function bounds(list, largest, firms) {
  const named = list.held.map(([, share]) => tenths(share));
  const rest = left(list);
  const most = Math.min(tenths(largest), ...(list.top ? named : []));
  if (firms && firms * most < rest) return null;
  const squares = sum(named.map((share) => share * share));
  const pieces = Math.floor(rest / most);
  const high = squares + pieces * most ** 2 + (rest - pieces * most) ** 2;
  return [(squares + (firms ? (rest * rest) / firms : 0)) / 100, high / 100];
}

const span = (/** @type {number[]} */ [low, high]) => `${number(low)} to ${number(high)}`;
const equal = (/** @type {number} */ index) => number(10_000 / index, 1);

/** @param {Ends} ends */
const finding = (ends) => (
  ends ? `the index lies between ${number(ends[0], 0)} and ${number(ends[1], 0)}`
    : "no market fits these assumptions"
);

/** @param {number[]} guess */
const waiting = (guess) => (
  guess.length < 2 ? "Guess first: type a lower and an upper end."
    : `Your guess: ${span(guess)}. Press Show to compare.`
);

/** @param {Ends} ends @param {number[]} guess */
function told(ends, guess) {
  if (!ends) return "No market is like that: so few firms, so small, cannot hold all that is left.";
  const [low, high] = ends;
  const words = finding(ends);
  const first = `${words[0].toUpperCase()}${words.slice(1)}: as concentrated as ${equal(high)} ` +
    `to ${equal(low)} equal firms.`;
  if (guess.length < 2) return first;
  const beside = guess[0] <= low && high <= guess[1] ? "holds the whole band"
    : guess[1] < low || high < guess[0] ? "misses the band" : "leaves a part of the band out";
  return `${first} Your guess of ${span(guess)} ${beside}.`;
}

/** @param {List} list */
function notes({ together, top, held }) {
  const [name, share] = held[held.length - 1];
  return [
    ...together.map(([group, part]) => (
      `The list also gives ${group} together, ${number(part)} %; the band does not use it.`
    )),
    ...(top ? [`A list of the largest: nobody left out is above ${name}, ${number(share)} %.`] : []),
    "Shares count as printed; rounding is left out.",
  ];
}

/** @param {List} list */
function sharesPanel(list) {
  const named = list.held.map(([name, share]) => (
    { name, bars: [{ colour: "named", from: 0, to: share, label: `${number(share)} %` }] }
  ));
  const to = left(list) / 10;
  const rest = { colour: "list", from: 0, to, label: `${number(to, 1)} %`, hollow: true };
  return {
    form: "bars", heading: "Share of the market", unit: "%", decimals: 1, min: 0, max: 100,
    rows: [...named, { name: "Not named", bars: [rest] }],
  };
}

/** @param {Bands} bands @param {number[]} guess @param {boolean} covered */
function bandPanel(bands, guess, covered) {
  /** @type {any[]} */
  const rows = bands.map(([name, colour, ends]) => (
    ends ? { name, bars: [{ colour, from: ends[0], to: ends[1], label: range(ends) }] }
      : { name, bars: [], note: "no market fits" }
  ));
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

const range = (/** @type {[number, number]} */ [low, high]) => (
  `${number(low, 0)} to ${number(high, 0)}`
);

/** @param {List} list @param {Bands} bands */
function table(list, bands) {
  const shares = /** @type {Share[]} */ ([...list.held, ["Not named", left(list) / 10]]);
  return {
    head: ["What", "Lowest", "Highest"],
    rows: [
      ...shares.map(([name, share]) => ({ cells: [name, number(share, 1), number(share, 1)] })),
      ...bands.map(([name, , ends]) => (
        { cells: [name, ...(ends ? ends.map((end) => number(end, 0)) : ["", ""])] }
      )),
    ],
  };
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
