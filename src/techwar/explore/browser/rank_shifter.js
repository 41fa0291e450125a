/**
 * Rank shifter: a firm's place, as the list, the measure and the year are chosen.
 *
 * It is the scene of rank_shifter.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @typedef {[string, number, string, number[]]} Place firm, place, its amount, publications
 * @typedef {{ market: string, key: string, words: string, short: string, measure: string,
 *   year: string, unit: string, places: Place[], lengths: number[], used: number[] }} List
 * @typedef {Record<"known" | "market" | "scope" | "measure" | "year" | "firm", string>} State
 */
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";
import { sourceLine } from "./sources.js";

/** @param {any[]} packed @returns {List} */
const unpacked = ([market, key, words, short, measure, year, unit, places, lengths, used]) => (
  { market, key, words, short, measure, year, unit, places, lengths, used }
);

/** @param {View} view @returns {Scene} */
export function scene({ state: given, guess: guessed, covered, spec }) {
  const { data, opening } = spec;
  const state = /** @type {State} */ (covered ? opening : given);
  const { firm, market } = state;
  const beside = data.lists[state.known].map(unpacked)
    .filter((/** @type {List} */ one) => one.market === market);
  const one = beside.find((/** @type {List} */ { key, measure, year }) => (
    key === state.scope && measure === state.measure && year === state.year
  ));
  const asked = spec.guess_first && Object.keys(opening).every((key) => (
    opening[key] === state[/** @type {keyof State} */ (key)]
  ));
  const guess = asked ? /** @type {number | null} */ (guessed) : null;
  const used = covered ? one.used : [...one.used, ...beside.flatMap(
    (/** @type {List} */ { places }) => places.filter(([name]) => name === firm)
      .flatMap((place) => place[3]))];
  const panels = [
    ...(asked ? [askedPanel(one, firm, guess, covered, data)] : []),
    listPanel(one, firm, data), placesPanel(one, firm, beside, data),
  ];
  return {
    title: covered ? question(one, firm) : finding(one, firm),
    subtitle: `Places in lists on ${data.markets[market]}; ${data.when[state.known]}`,
    source: sourceLine(used, data.sources),
    sentence: covered ? waiting(guess) : told(one, firm, beside, guess, data),
    panels: covered ? panels.slice(0, 1) : panels,
    ...(covered ? {} : { notes: notes(one, data), table: table(one, firm, beside) }),
  };
}

/** @param {List} list @param {string} firm */
export const rankOf = ({ places }, firm) => places.find(([name]) => name === firm)?.[1] ?? null;

/**
 * Down to which place, from the first on, a list prints every place.
 * @param {List} list
 */
export function top({ places }) {
  let reached = 0;
  for (const [place, [, rank]] of places.entries()) {
    if (rank > reached + 1) break;
    reached = Math.max(reached, place + 1);
  }
  return reached;
}

/** @param {List} one @param {string} firm */
function finding(one, firm) {
  const rank = rankOf(one, firm);
  const place = rank === null ? "has no place in our rows" : `takes place ${rank}`;
  return `${firm} ${place} by ${one.measure}, ${one.year}`;
}

/** @param {List} one @param {string} firm */
const question = ({ measure, year, words }, firm) => (
  `Which place does ${firm} take by ${measure}, ${year} (${words})?`
);

/** @param {List} one @param {string} firm @param {any} data */
function itself(one, firm, { ours }) {
  const [rank, reached] = [rankOf(one, firm), top(one)];
  if (rank !== null) return `${firm}: place ${rank}, of ${one.places.length} printed here.`;
  if (one.key === ours) return `${firm}: our table holds no such figure.`;
  if (reached === 0) return `${firm} is not named here, and nor is the first place.`;
  return `${firm} is not named here: not at places 1 to ${reached}; below, nothing is known.`;
}

/**
 * @param {List} one @param {string} firm @param {List[]} beside @param {number | null} guess
 * @param {any} data
 */
function told(one, firm, beside, guess, data) {
  const rank = rankOf(one, firm);
  const found = beside.map((other) => rankOf(other, firm)).filter((place) => place !== null);
  const [best, worst] = [Math.min(...found), Math.max(...found)];
  const places = best < worst ? `places ${best} to ${worst}` : `place ${best}`;
  const words = `${itself(one, firm, data)} ` + (found.length === 0
    ? `Our rows of these ${beside.length} lists give it no place.`
    : `Over the ${beside.length} lists it is named in ${found.length}: ${places}.`);
  if (guess === null || rank === null) return words;
  const off = Math.floor(10 * Math.abs(guess - rank) + 0.5) / 10;
  if (off === 0) return `${words} Your guess of ${number(guess)} is on the spot.`;
  const size = off === 1 ? "1 place" : `${number(off)} places`;
  const side = guess < rank ? "too near the top" : "too far down";
  return `${words} Your guess of ${number(guess)} is ${size} ${side}.`;
}

/** @param {number | null} guess */
const waiting = (guess) => (
  guess === null
    ? "Guess first: drag the bar or type a number."
    : `Your guess: place ${number(guess)}. Press Show to compare.`
);

/** @param {string} words */
const capital = (words) => words[0].toUpperCase() + words.slice(1);

/** @param {number} rank @param {string} label @param {string} colour @param {any} data */
const tile = (rank, label, colour, { half }) => (
  { colour, from: rank - half, to: rank + half, label }
);

/** @param {List} one @param {string} firm @param {any} data */
function listPanel(one, firm, data) {
  /** @type {any[]} */
  const rows = [];
  let expected = 1;
  one.places.forEach(([name, rank, words], place) => {
    if (rank > expected) {
      const gap = rank === expected + 1 ? `${expected}` : `${expected}–${rank - 1}`;
      rows.push({ name: gap, bars: [], note: "not in our rows" });
    }
    const colour = name === firm ? "followed" : "others";
    const bar = tile(rank, words || `place ${rank}`, colour, data);
    if (one.lengths.length) Object.assign(bar, { from: 0, to: one.lengths[place] });
    rows.push({ name: `${rank} ${name}`, bars: [bar] });
    expected = Math.max(expected, rank) + 1;
  });
  if (rankOf(one, firm) === null) rows.push({ name: firm, bars: [], note: "not in our rows" });
  const long = one.lengths.length > 0;
  const words = capital(one.words);
  return {
    form: "bars", heading: long ? words : `${words}: place`, unit: long ? one.unit : "",
    decimals: 0, min: 0, max: long ? Math.max(...one.lengths) : data.last, rows,
  };
}

/** @param {List} shown @param {string} firm @param {List[]} beside @param {any} data */
function placesPanel(shown, firm, beside, data) {
  const rows = beside.map((one) => {
    const rank = rankOf(one, firm);
    const name = shortName(one, beside);
    if (rank === null) return { name, bars: [], note: "not in our rows" };
    return { name, bars: [tile(rank, `${rank}`, one === shown ? "followed" : "others", data)] };
  });
  return placed(`Place of ${firm} in each list (1 is first)`, rows, data);
}

/**
 * @param {List} one @param {string} firm @param {number | null} value @param {boolean} covered
 * @param {any} data
 */
function askedPanel(one, firm, value, covered, data) {
  const rank = rankOf(one, firm);
  const shown = covered || rank === null ? [] : [tile(rank, `place ${rank}`, "followed", data)];
  const panel = placed(`Place of ${firm} (1 is first)`, [{ name: "", bars: shown }], data);
  return { ...panel, guess: { key: "guess", row: 0, value, covered } };
}

/** @param {string} heading @param {any[]} rows @param {any} data */
const placed = (heading, rows, { last }) => (
  { form: "bars", heading, unit: "", decimals: 0, min: 0, max: last, rows }
);

/** @param {List} one @param {List[]} beside */
function shortName({ short, measure }, beside) {
  const twice = beside.filter((other) => other.short === short).length > 1;
  return twice ? `${short}, ${measure.split(" ")[0]}` : short;
}

/** @param {List} one @param {any} data */
function notes({ key, places }, { ours, notes: words }) {
  const ranks = places.map(([, rank]) => rank);
  return [
    ...(key === ours ? [words.ours] : []),
    ...(new Set(ranks).size < ranks.length ? [words.tie] : []),
    ...(places.every(([, , amount]) => !amount) ? [words.bare] : []),
  ];
}

/** @param {List} one @param {string} firm @param {List[]} beside */
function table(one, firm, beside) {
  const second = `Place of ${firm} in each list`;
  return {
    head: ["Row", "Place", "Amount"],
    rows: [
      ...one.places.map(([name, rank, words]) => ({ group: capital(one.words), cells: [name, rank, words] })),
      ...beside.map((other) => (
        { group: second, cells: [shortName(other, beside), rankOf(other, firm), ""] }
      )),
    ],
  };
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
