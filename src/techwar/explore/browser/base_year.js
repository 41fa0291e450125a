/**
 * Base year: the same revenues as an index, from whichever year counts as 100.
 * It is base_year.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Figure } from "./company_model.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {{ label: string, points: Figure[], rate: number | null }} Line
 * @typedef {Record<string, number>} Guessed
 * @typedef {{ last: number, firms: Record<string, string>, guessed: string | null,
 *   figures: string, money: Record<string, string>, years: number[], guess_max: number,
 *   notes: Record<string, string>, sources: string[] }} Data
 */
import { explorer } from "./base.js";
import { DAY, ends, figure } from "./company_model.js";
import { lines, lineToDraw } from "./lines.js";
import { number } from "./numbers.js";
import { sourceLine } from "./sources.js";

const FIRST = 2014;

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess: given, covered, spec: { opening, data: sent } }) {
  const data = /** @type {Data} */ (sent);
  const { base, currency } = state;
  const [firm, years] = [data.firms[String(data.guessed)], data.years];
  const shown = covered ? beforeTheGuess(data, opening) : linesOf(data, state);
  const places = shown.flatMap(({ points }) => points.flatMap(({ sources }) => sources));
  const asked = state.firms.includes(data.guessed) && base === opening.base
    && currency === opening.currency && (covered || given !== null);
  const guess = asked ? /** @type {Guessed} */ (given ?? {}) : null;
  const ask = `how does ${firm}'s line go on after ${years[0] - 1}? Draw it for ${years[0]} to ` +
    `${years[years.length - 1]}.`;
  const told = sentence(data, base, shown);
  return {
    title: covered ? `Revenue, ${base} = 100: ${ask}` : title(data, base, shown),
    subtitle: `Revenue, ${base} = 100; ${data.money[currency]}; ${data.figures}`,
    source: places.length ? sourceLine(places, data.sources)
      : "Source: none, because nothing is drawn.",
    sentence: guess && !covered ? `${gaps(firm, shown, guess)}${told}` : told,
    notes: notes(data, state, shown),
    panels: [panel(data, state, shown, guess, covered)],
  };
}

/** @param {number} index @param {number} years growth a year from 100, in per cent */
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
  const values = /** @type {number[]} */ (
    series.flatMap(({ points }) => points.map(([, value]) => value)).filter((one) => one !== null)
  ).concat(covered ? [guess_max] : Object.values(guess ?? {}));
  const log = state.scale === "log";
  const [min, max] = log ? logEnds(values) : ends([0, ...values]);
  return {
    form: "lines", heading: `Revenue, ${state.base} = 100`, unit: "", decimals: 0,
    from: FIRST, to: covered ? years[years.length - 1] : last, min, max, log, series,
    ...(guess ? { guess: lineToDraw(firms[String(guessed)], years, guess, covered) } : {}),
  };
}

/** The next of 1, 2, 5, 10, ... outside all values. @param {number[]} values */
export function logEnds(values) {
  const steps = [0, 1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((n) => n * 10 ** power));
  const [low, high] = values.length ? [Math.min(...values), Math.max(...values)] : [10, 100];
  const below = Number(steps.findLast((step) => step <= Math.max(low, 1)));
  return [below, Number(steps.find((step) => step > below && step >= high))];
}

/** @param {Line[]} shown label, rate and last index of those with a rate, the fastest first */
const ranked = (shown) => shown.flatMap(({ label, rate, points }) => (
  rate === null ? [] : [{ label, rate, last: Number(points[points.length - 1].value) }]
)).sort((one, other) => other.rate - one.rate || (one.label < other.label ? -1 : 1));

/** @param {Data} data @param {string} base @param {Line[]} shown */
function title({ last }, base, shown) {
  const span = `Revenue from ${base} to ${last}`;
  const [first, ...others] = ranked(shown);
  if (!first) return `${span}: no figures for both years`;
  const of = others.length ? ` fastest of these ${others.length + 1} firms,` : "";
  return `${span}: ${first.label} grew${of} by ${number(first.rate, 1)} % a year`;
}

/** @param {Data} data @param {string} base @param {Line[]} shown */
function sentence({ last }, base, shown) {
  const told = ranked(shown).map((one) => (
    `${one.label} ${number(one.last, 0)} (${number(one.rate, 1)} % a year)`
  ));
  return told.length ? `With ${base} as 100, in ${last}: ${told.join(", ")}.`
    : `No firm shown has figures for both ${base} and ${last}.`;
}

/** @param {string} firm @param {Line[]} shown @param {Guessed} guess */
function gaps(firm, shown, guess) {
  const line = shown.find(({ label }) => label === firm);
  const told = Object.entries(guess).map(([year, value]) => {
    const found = line?.points[Number(year) - FIRST].value ?? null;
    const reported = found === null ? "no figure" : `${number(found, 0)} reported`;
    return `${year}: ${number(value)} guessed, ${reported}`;
  });
  return `${firm}, ${told.sort().join("; ")}. `;
}

/** @param {Data} data @param {any} state @param {Line[]} shown */
function notes({ notes: texts }, { base, scale, currency }, shown) {
  const missing = shown.flatMap(({ label, points }) => {
    const { why } = points[Number(base) - FIRST];
    if (why) return [`${label}: no line, because of ${why}.`];
    const reasons = [...new Set(points.flatMap((point) => (point.why ? [point.why] : [])))];
    return reasons.length ? [`${label}: ${reasons.join(", ")}.`] : [];
  });
  return [...missing, ...["", "copies", scale, currency].flatMap((key) => texts[key] ?? [])];
}

export const kind = { forms: { lines }, scene };
export default explorer(kind);
