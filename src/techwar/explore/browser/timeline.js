/**
 * Move the start: which act comes first, from the start that one chooses.
 *
 * It is the scene of timeline.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Options } from "./controls.js"
 * @import { Form, Scene } from "./scene.js"
 * @typedef {Record<string, string>} Words
 * @typedef {[string, string, string, string, Record<string, number>, Words, string, string,
 *   string]} Act id, side, class, direction, places and words of its days, actor, title, record
 * @typedef {{ acts: string, with_article: string[], levels: Record<string, [number, number, string][]>,
 *   starts: Record<string, [number, string]>, tariff: Record<string, [number, string]>,
 *   before: Words, sides: string[], directions: [string, string][], subtitle: string,
 *   source: string, no_day: string, no_amount: string, known: number, to: number }} Data
 * @typedef {{ name: string, colour: string, acts: number[] }} Lane acts of one side that do the
 *   same, as places on the axis of years
 */
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { boxes, words } from "./drawing.js";
import { lines, scales } from "./lines.js";
import { number } from "./numbers.js";

const LANE = 36;

/** @type {Form} Goods as lines in steps, and below them the acts on the same axis, a row a lane. */
const timeline = {
  height: (panel, width) => lines.height(panel, width) + LANE * panel.lanes.length,
  draw(at, panel, place) {
    lines.draw(at, panel, place);
    const { x } = scales(panel, place.width);
    const top = lines.height(panel, place.width) + 6;
    const lanes = /** @type {Lane[]} */ (panel.lanes);
    words(at, "part-names", lanes.map(({ name, acts }, row) => (
      { x: 0, y: top + row * LANE + 12, text: `${name}: ${acts.length}` }
    )));
    boxes(at, "acts", lanes.flatMap(({ acts, colour }, row) => acts.map((day) => (
      { x: x(day) - 2, y: top + row * LANE + 17, width: 4, height: 13, fill: place.colours[colour] }
    ))));
  },
  describe(panel) {
    const lanes = panel.lanes.map((/** @type {Lane} */ { name, acts }) => (
      `${name}: ${acts.length}`)).join("; ");
    return `${lines.describe(panel)}. Acts, each a mark in its row: ${lanes || "none"}`;
  },
  table: lines.table, // a scene has its own: the acts themselves
};

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

/** @param {Data} data @returns {Act[]} the acts, with their days as places and in words */
function measures(data) {
  const { acts, sides, with_article: articles } = data;
  if (!unpacked.has(data)) unpacked.set(data, acts.split("\n").map((row) => {
    const [id, actor, group, direction, announced, effective, title, said, source] = row.split("|");
    const days = Object.entries({ announced, effective }).filter(([, day]) => day);
    const words = Object.fromEntries(days.map(([name, day]) => [name, inWords(day)]));
    const record = `${title}. ${said}(${actor}; ${group}; ${direction}; announced ` +
      `${words.announced}, to apply from ${words.effective ?? "no day that the table has"}; ` +
      `${source})`;
    return [
      id, sides.includes(actor) ? actor : "others", group, direction,
      Object.fromEntries(days.map(([name, day]) => [name, placeOf(day)])), words,
      articles.includes(actor) ? `the ${actor}` : actor, title, record,
    ];
  }));
  return /** @type {Act[]} */ (unpacked.get(data));
}

const counted = (/** @type {number} */ acts) => (acts === 1 ? "1 act" : `${acts} acts`);

/** @param {View} view @returns {Scene} */
export function scene({ state, guess: given, covered, spec }) {
  const data = /** @type {Data} */ (spec.data);
  const guess = /** @type {number | null} */ (given);
  const { day } = state;
  const begin = data.starts[state.start][0];
  const acts = measures(data);
  const kept = acts.filter(([, side, group, direction]) => (
    ["all", side].includes(state.actor) && ["all", group, direction].includes(state.acts)
  ));
  const rows = kept.filter(([, , , , at]) => at[day] >= begin)
    .sort((one, other) => one[4][day] - other[4][day] || (one[0] < other[0] ? -1 : 1));
  const [first, when] = data.tariff[day];
  const before = rows.filter(([, , , , at]) => at[day] < first).length;
  const asked = {
    form: "bars", heading: `Acts before the first tariff (${when})`, unit: "", decimals: 0,
    min: 0, max: acts.length, rows: [{ name: "", bars: covered ? [] : [
      { colour: "before", from: 0, to: before, label: `before ${before}` },
      { colour: "rest", from: before, to: rows.length, label: `from it on ${rows.length - before}` },
    ].filter(({ from, to }) => from !== to) }],
    guess: { key: "guess", row: 0, value: guess, covered },
  };
  const { subtitle, source } = data;
  if (covered) {
    const title = `Of ${counted(rows.length)}, how many ${data.before[day]} (${when})?`;
    const sentence = guess === null ? "Guess first: drag the bar or type a number."
      : `Your guess: ${number(guess)}. Press Show to compare.`;
    return { title, subtitle, source, sentence, panels: [asked] };
  }
  const since = data.starts[state.start][1];
  let title = `No such act since ${since}`;
  let sentence = `${title}.`;
  if (rows.length > 0) {
    const ahead = rows.filter(([, , , , at]) => at[day] === rows[0][4][day]);
    const actors = [...new Set(ahead.map(([, , , , , , actor]) => actor))].join(" and ");
    title = `Since ${since}: ${counted(rows.length)}, the first by ${actors}, ` +
      `${ahead[0][5][day]}; ${before} before the first tariff (${when})`;
    sentence = `${title}. First: ${ahead.map(([, , , , , , , name]) => name).join("; ")}.`;
  }
  if (guess !== null) {
    const side = guess < before ? "low" : "high";
    const gap = guess === before ? "on the spot"
      : `${number(Math.abs(guess - before))} too ${side}`;
    sentence += ` Your guess of ${number(guess)} is ${gap} for these settings.`;
  }
  const blank = kept.filter(([, , , , at]) => at[day] === undefined && at.announced >= begin);
  const picked = acts.filter(([id]) => id === state.record);
  const notes = (picked.length > 0 ? picked : rows.slice(0, 1)).map((row) => `Record: ${row[8]}.`);
  if (blank.length > 0) notes.push(`${data.no_day}${blank.map((row) => row[7]).join("; ")}.`);
  if (data.no_amount) notes.push(data.no_amount);
  const table = { head: ["Act", "Day", "By", "Class"], rows: rows.map((row) => (
    { cells: [row[7], row[5][day], row[1], row[2]] })) };
  const panels = [asked, drawn(rows, day, begin, data)];
  return { title, subtitle, source, sentence, notes, panels, table };
}

/** @param {Act[]} rows @param {string} day @param {number} begin @param {Data} data */
function drawn(rows, day, begin, { sides, directions, levels, known, to }) {
  const from = Math.floor(begin);
  const lanes = sides.flatMap((side) => directions.map(([direction, does]) => {
    const acts = rows.filter((row) => row[1] === side && row[3] === direction)
      .map((row) => row[4][day]);
    const colour = side === "others" ? "rest" : side;
    return { name: `${side}, ${does}`, colour, acts };
  })).filter(({ acts }) => acts.length > 0);
  const series = Object.entries(levels).map(([side, points]) => {
    const held = points.findLast(([at]) => at <= from)?.[1] ?? 0;
    const shown = [[from, held, `${from}`], ...points.filter(([at]) => at > from)];
    return { name: side, colour: side, steps: true, points: shown };
  });
  return {
    form: "timeline", heading: "Goods on the tariff lists", unit: "bn", decimals: 0,
    from, to, min: 0, max: 400, series, rules: [{ x: known, label: "22 May 2019" }], lanes,
  };
}

/**
 * The records that can be opened.
 * @param {Data} data @returns {Record<string, Record<string, Options>>}
 */
const offers = (data) => ({
  record: { "": [["", "the first act"], ...measures(data).map((row) => (
    /** @type {[string, string]} */ ([row[0], `${row[5].announced}: ${row[7]}`])
  ))] },
});

export const kind = { forms: { bars, timeline }, scene, offers };
export default explorer(kind);
