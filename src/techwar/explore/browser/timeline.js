/**
 * Move the start: which act comes first, from the start that one chooses.
 *
 * It is the scene of timeline.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Options } from "./controls.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {Record<string, string>} Words
 * @typedef {{ id: string, side: string, kind: string, direction: string, actor: string,
 *   at: Record<string, number>, words: Words, title: string, record: string }} Act
 * @typedef {{ acts: string, with_article: string[], levels: Record<string, [number, number, string][]>,
 *   starts: Record<string, [number, string]>, tariff: Record<string, [number, string]>,
 *   before: Words, sides: string[], directions: [string, string][], subtitle: string,
 *   source: string, no_day: string, no_amount: string, known: number, to: number }} Data
 */
import { barPanel, bars, guessed, part } from "./bars.js";
import { explorer } from "./base.js";
import { lanes } from "./lanes.js";
import { besideGuess } from "./telling.js";

const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December",
];
/** @type {WeakMap<Data, Act[]>} */
const unpacked = new WeakMap();

const inWords = (/** @type {string} */ day) => {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
};

/** @param {string} day where it stands on the axis of years */
const placeOf = (day) => {
  const year = Number(day.slice(0, 4));
  const [first, next] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  return Number((year + (Date.parse(day) - first) / (next - first)).toFixed(4));
};

/** @param {Data} data @returns {Act[]} */
function unpack({ acts, sides, directions, with_article: articles }) {
  return acts.split("\n").map((row) => {
    const [id, actor, kind, does, announced, second, title, said, source] = row.split("|");
    const direction = directions.map(([one]) => one).find((one) => one[0] === does) ?? "";
    const effective = second === "=" ? announced : second;
    const days = Object.entries({ announced, effective }).filter(([, day]) => day);
    const words = Object.fromEntries(days.map(([name, day]) => [name, inWords(day)]));
    const at = Object.fromEntries(days.map(([name, day]) => [name, placeOf(day)]));
    const record = `${title}. ${said}(${actor}; ${kind}; ${direction}; announced ` +
      `${words.announced}, to apply from ${words.effective ?? "no day that the table has"}; ` +
      `${source})`;
    return {
      id, kind, direction, at, words, title, record, side: sides.includes(actor) ? actor : "others",
      actor: articles.includes(actor) ? `the ${actor}` : actor,
    };
  });
}

/** @param {Data} data @returns {Act[]} */
function actsOf(data) {
  if (!unpacked.has(data)) unpacked.set(data, unpack(data));
  return /** @type {Act[]} */ (unpacked.get(data));
}

const counted = (/** @type {number} */ acts) => (acts === 1 ? "1 act" : `${acts} acts`);

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess, spec }) {
  const data = /** @type {Data} */ (spec.data);
  const { day } = state;
  const [[begin, since], [first, when]] = [data.starts[state.start], data.tariff[day]];
  const all = actsOf(data);
  const kept = all.filter(({ side, kind, direction }) => (
    ["all", side].includes(state.actor) && ["all", kind, direction].includes(state.acts)
  ));
  const rows = kept.filter(({ at }) => at[day] >= begin)
    .sort((one, other) => one.at[day] - other.at[day] || (one.id < other.id ? -1 : 1));
  const before = rows.filter(({ at }) => at[day] < first).length;
  const ahead = rows.filter(({ at }) => at[day] === rows[0].at[day]);
  const actors = [...new Set(ahead.map(({ actor }) => actor))].join(" and ");
  const title = rows.length === 0 ? `No such act since ${since}`
    : `Since ${since}: ${counted(rows.length)}, the first by ${actors}, ` +
      `${ahead[0].words[day]}; ${before} before the first tariff list (${when})`;
  const named = ahead.map((row) => row.title).join("; ");
  const told = rows.length === 0 ? `${title}.` : `${title}. First: ${named}.`;
  const picked = all.filter(({ id }) => id === state.record);
  const opened = picked.length ? picked : rows.slice(0, 1);
  const blank = kept.filter(({ at }) => at[day] === undefined && at.announced >= begin)
    .map((row) => row.title).join("; ");
  return {
    question: `Of ${counted(rows.length)}, how many ${data.before[day]} (${when})?`,
    title, subtitle: data.subtitle, source: data.source,
    sentence: told + besideGuess(guess, before, { decimals: 1 }),
    notes: [
      ...opened.map(({ record }) => `Record: ${record}.`),
      ...(blank ? [`${data.no_day}${blank}.`] : []), ...(data.no_amount ? [data.no_amount] : []),
    ],
    panels: [
      askedPanel(before, rows.length, when, all.length, guess),
      lanesPanel(data, rows, day, Math.floor(begin)),
    ],
    table: {
      head: ["Act", "Day", "By", "Class"],
      rows: rows.map((row) => ({ cells: [row.title, row.words[day], row.side, row.kind] })),
    },
  };
}

/**
 * @param {number} before @param {number} number @param {string} when @param {number} most
 * @param {any} guess
 */
function askedPanel(before, number, when, most, guess) {
  const parts = [
    part("before", 0, before, `before ${before}`),
    part("rest", before, number, `from it on ${number - before}`),
  ].filter(({ from, to }) => from !== to);
  const heading = `Acts before the first tariff list (${when})`;
  return barPanel(heading, [{ name: "", bars: parts }], most, { guess: guessed(guess) });
}

/** @param {Data} data @param {Act[]} rows @param {string} day @param {number} from */
function lanesPanel({ sides, directions, levels, known, to }, rows, day, from) {
  const made = sides.flatMap((side) => directions.map(([direction, does]) => ({
    name: `${side}, ${does}`, colour: side === "others" ? "rest" : side,
    days: rows.filter((row) => row.side === side && row.direction === direction)
      .map(({ at }) => at[day]),
  }))).filter(({ days }) => days.length > 0);
  const series = Object.entries(levels).map(([side, points]) => {
    const held = points.findLast(([at]) => at <= from)?.[1] ?? 0;
    const shown = [[from, held, `${from}`], ...points.filter(([at]) => at > from)];
    return { name: side, colour: side, steps: true, points: shown };
  });
  return {
    form: "lanes", heading: "Goods on the tariff lists", unit: "bn", decimals: 0,
    from, to, min: 0, max: 400, series, rules: [{ x: known, label: "22 May 2019" }], lanes: made,
  };
}

/**
 * The records that can be opened.
 * @param {Data} data @returns {Record<string, Record<string, Options>>}
 */
const offers = (data) => ({
  record: { "": [["", "the first act"], ...actsOf(data).map((row) => (
    /** @type {[string, string]} */ ([row.id, `${row.words.announced}: ${row.title}`])
  ))] },
});

export const kind = { forms: { bars, lanes }, scene, offers };
export default explorer(kind);
