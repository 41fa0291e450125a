/**
 * Base year: the same revenues as an index, from whichever year counts as 100.
 * It is base_year.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @import { Figure } from "./company_model.js"
 * @typedef {{ label: string, points: Figure[], rate: number | null }} Line
 * @typedef {Record<string, number>} Guessed
 * @typedef {{ last: number, firms: Record<string, string>, guessed: string | null,
 *   years: number[], guess_max: number, notes: Record<string, string>, sources: string[] }} Data
 */
import { explorer } from "./base.js";
import { DAY, ends, figure } from "./company_model.js";
import { lines } from "./lines.js";
import { number } from "./numbers.js";
import { sourceLine } from "./sources.js";

const FIRST = 2014;
const EARLY = 2018;
/** @type {Record<string, string>} */
const MONEY = { reported: "as reported", usd: "in US dollars" };

/** @param {View} view @returns {Scene} */
export function scene({ state: set, guess: given, covered, spec }) {
  const { opening } = spec;
  const data = /** @type {Data} */ (spec.data);
  const state = covered ? opening : set;
  const shown = covered ? beforeTheGuess(data, opening) : linesOf(data, state);
  const places = shown.flatMap(({ points }) => points.flatMap(({ sources }) => sources));
  const belongs = data.guessed !== null && state.firms.includes(data.guessed)
    && state.base === opening.base && state.currency === opening.currency;
  const guess = belongs && (covered || given !== null)
    ? /** @type {Guessed} */ (given ?? {}) : null;
  const whole = {
    subtitle: `Revenue, ${state.base} = 100; ${MONEY[state.currency]}; figures ` +
      (data.last === EARLY ? `public by ${DAY}` : "that our table holds"),
    source: places.length ? sourceLine(places, data.sources)
      : "Source: none, because nothing is drawn.",
    notes: notes(data, state, shown),
    panels: [panel(data, state, shown, guess, covered)],
  };
  if (covered) return { ...whole, ...question(data, state, guess ?? {}) };
  const told = sentence(data, state, shown);
  return {
    ...whole, title: title(data, state, shown), table: table(data, state, shown),
    sentence: guess ? `${gaps(data, shown, guess)} ${told}` : told,
  };
}

/** Per cent a year from 100 to an index. @param {number} index @param {number} years */
export const growthAYear = (index, years) => 100 * ((index / 100) ** (1 / years) - 1);

/** The guessed firm's line without the answer. @param {Data} data @param {any} opening */
const beforeTheGuess = (data, opening) => linesOf(data, { ...opening, firms: [data.guessed] })
  .map((line) => ({ ...line, points: line.points.slice(0, data.years[0] - FIRST) }));

/** @param {any} data @param {any} state @returns {Line[]} */
function linesOf(data, state) {
  const base = Number(state.base);
  const asked = /** @type {any} */ ({ known: DAY, base, currency: state.currency });
  return state.firms.map((/** @type {string} */ firm) => {
    const points = Array.from({ length: data.last - FIRST + 1 }, (_, place) => (
      figure(data, asked, firm, "index", FIRST + place)
    ));
    const end = points[points.length - 1].value;
    const rate = end === null ? null : growthAYear(end, data.last - base);
    return { label: data.firms[firm], points, rate };
  });
}

/**
 * @param {Data} data @param {any} state @param {Line[]} shown @param {Guessed | null} guess
 * @param {boolean} covered
 */
function panel({ last, firms, guessed, years, guess_max }, state, shown, guess, covered) {
  const series = shown.filter(({ points }) => points.some(({ value }) => value !== null))
    .map(({ label, points }) => ({
      name: label, colour: label, points: points.map(({ value }, place) => [FIRST + place, value]),
    }));
  const values = shown.flatMap(({ points }) => (
    points.flatMap(({ value }) => (value === null ? [] : [value]))
  ));
  const log = state.scale === "log";
  const [min, max] = log ? logEnds(values) : ends([0, ...values]);
  const made = {
    form: "lines", heading: `Revenue, ${state.base} = 100`, unit: "", decimals: 0,
    from: FIRST, to: last, min, max, log, series,
  };
  if (guess === null) return made;
  const points = years.map((year) => [year, guess[year] ?? null]);
  const asked = { series: firms[String(guessed)], points, covered, after: years[0] - 1 };
  const most = Math.max(max, guess_max);
  if (covered) return { ...made, to: years[years.length - 1], max: most, guess: asked };
  const drawn = points.map(([, value]) => value ?? 0);
  return { ...made, max: log ? max : ends([0, max, ...drawn])[1], guess: asked };
}

/** The next of 1, 2, 5, 10, ... outside all values. @param {number[]} values */
export function logEnds(values) {
  const steps = [0, 1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((n) => n * 10 ** power));
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [10, 100];
  const below = Number(steps.findLast((step) => step <= Math.max(low, 1)));
  return [below, Number(steps.find((step) => step > below && step >= high))];
}

/** @param {Data} data @param {any} state @param {Guessed} guess */
function question({ firms, guessed, years }, state, guess) {
  const last = years[years.length - 1];
  return {
    title: `Revenue, ${state.base} = 100: how does ${firms[String(guessed)]}'s line go on after ` +
      `${years[0] - 1}? Draw it for ${years[0]} to ${last}.`,
    sentence: Object.keys(guess).length === years.length
      ? "Your line is drawn. Press Show to compare."
      : "Guess first: draw the line, or type a number for each year.",
  };
}

/** @param {Line[]} shown those with a rate, the fastest first */
const ranked = (shown) => /** @type {(Line & { rate: number })[]} */ (
  shown.filter(({ rate }) => rate !== null)
).sort((one, other) => other.rate - one.rate || (one.label < other.label ? -1 : 1));

/** @param {{ rate: number }} line */
const rateOf = ({ rate }) => `${number(rate, 1)} % a year`;

/** @param {Data} data @param {any} state @param {Line[]} shown */
function title({ last }, state, shown) {
  const span = `Revenue from ${state.base} to ${last}`;
  const order = ranked(shown);
  if (order.length === 0) return `${span}: no figures for both years`;
  const of = order.length === 1 ? "" : ` fastest of these ${order.length} firms,`;
  return `${span}: ${order[0].label} grew${of} by ${rateOf(order[0])}`;
}

/** @param {Data} data @param {any} state @param {Line[]} shown */
function sentence({ last }, state, shown) {
  const told = ranked(shown).map((line) => (
    `${line.label} ${number(Number(line.points[line.points.length - 1].value), 0)} ` +
    `(${rateOf(line)})`
  ));
  return told.length ? `With ${state.base} as 100, in ${last}: ${told.join(", ")}.`
    : `No firm shown has figures for both ${state.base} and ${last}.`;
}

/** @param {Data} data @param {Line[]} shown @param {Guessed} guess */
function gaps({ firms, guessed, years }, shown, guess) {
  const firm = firms[String(guessed)];
  const line = shown.find(({ label }) => label === firm);
  const told = years.filter((year) => year in guess).map((year) => {
    const value = line?.points[year - FIRST].value ?? null;
    const reported = value === null ? "no figure" : `${number(value, 0)} reported`;
    return `${year}: ${number(guess[year])} guessed, ${reported}`;
  });
  return `${firm}, ${told.join("; ")}.`;
}

/** @param {Data} data @param {any} state @param {Line[]} shown */
function notes({ notes: texts }, state, shown) {
  const missing = shown.flatMap(({ label, points }) => {
    const { value, why } = points[Number(state.base) - FIRST];
    if (value === null) return [`${label}: no line, because of ${why}.`];
    const reasons = new Set(points.flatMap((point) => (point.why ? [point.why] : [])));
    return reasons.size ? [`${label}: ${[...reasons].join(", ")}.`] : [];
  });
  const used = ["size", ...(state.scale === "log" ? ["log"] : []),
    ...(state.currency === "usd" ? ["usd"] : []), "year"];
  return [...missing, ...used.map((key) => texts[key])];
}

/** @param {Data} data @param {any} state @param {Line[]} shown */
function table({ last }, state, shown) {
  const written = (/** @type {number | null} */ value) => (value === null ? null : number(value, 1));
  const rows = Array.from({ length: last - FIRST + 1 }, (_, place) => (
    { cells: [`${FIRST + place}`, ...shown.map(({ points }) => written(points[place].value))] }
  ));
  const rates = { cells: ["% a year", ...shown.map(({ rate }) => written(rate))] };
  return {
    head: [`${state.base} = 100`, ...shown.map(({ label }) => label)], rows: [...rows, rates],
  };
}

export const kind = { forms: { lines }, scene };
export default explorer(kind);
