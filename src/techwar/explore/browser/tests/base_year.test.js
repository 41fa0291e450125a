import assert from "node:assert/strict";
import { test } from "node:test";
import { spec as whole } from "./page.js";
import { growthAYear, kind, logEnds } from "../base_year.js";
import { describe, sceneOf } from "../telling.js";

/** Numbers made up for the tests: alpha doubles twice, beta has no first year. */
/** By firm, measure and year. @param {Record<string, any>} flat */
const nested = (flat) => {
  /** @type {any} */
  const found = {};
  for (const [key, cell] of Object.entries(flat)) {
    const [firm, measure, year] = key.split("/");
    ((found[firm] ??= {})[measure] ??= {})[year] = cell;
  }
  return found;
};
const cells = {
  "alpha/revenue/2014": [10, "CNY", [0]], "alpha/revenue/2015": [12, "CNY", [0]],
  "alpha/revenue/2016": [20, "CNY", [0]], "alpha/revenue/2017": [30, "CNY", [1]],
  "alpha/revenue/2018": [40, "CNY", [1]], "beta/revenue/2016": [5, "USD", [1]],
  "beta/revenue/2018": [5, "USD", [1]],
};
const data = {
  cells: { "22 May 2019": nested(cells) }, firms: { alpha: "Alpha", beta: "Beta" }, last: 2018,
  guessed: "alpha", years: [2016, 2017, 2018], guess_max: 600, sources: ["One", "Two"],
  notes: { "": "Size.", log: "Slopes.", usd: "Dollars." }, figures: "figures known",
  money: { reported: "as reported" },
};
const opening = { base: "2014", scale: "linear", currency: "reported", firms: ["alpha", "beta"] };
/** @param {Record<string, any>} [state] @param {any} [more] */
const seen = (state = {}, more = {}) => sceneOf(kind, /** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, covered: false, spec: { ...whole(), data, opening }, ...more,
}));

test("the rate a year is the root of the whole factor", () => {
  assert.equal(growthAYear(400, 2), 100);
  assert.equal(growthAYear(100, 3), 0);
});

test("a firm without the base year has no line, and a note", () => {
  const { panels, notes } = seen();
  assert.deepEqual(panels[0].series.map((/** @type {any} */ one) => one.name), ["Alpha"]);
  assert.equal(notes?.[0], "Beta: no line, because of no figure for 2014.");
});

test("the fastest firm stands first, in the title and the sentence", () => {
  const { title, sentence } = seen({ base: "2016" });
  assert.equal(title, "Revenue from 2016 to 2018: Alpha grew fastest of these 2 firms, " +
    "by 41.4 % a year");
  assert.equal(sentence, "With 2016 as 100, in 2018: Alpha 200 (41.4 % a year), " +
    "Beta 100 (0.0 % a year).");
});

test("covered, the last years of the guessed firm are in no word and no mark", () => {
  const covered = seen({}, { covered: true });
  assert.match(covered.title, /how does Alpha's line go on after 2015\?/);
  assert.doesNotMatch(describe(covered, kind.forms), /200|300|400/);
});

test("a guess is told beside what was reported, with its own base only", () => {
  const guess = { 2016: 150, 2017: 200, 2018: 250 };
  assert.match(seen({}, { guess }).sentence, /^Alpha, 2016: 150 guessed, 200 reported; /);
  assert.doesNotMatch(seen({ base: "2015" }, { guess }).sentence, /guessed/);
});

test("a logarithmic axis ends at 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual(logEnds([33, 145]), [20, 200]);
  assert.deepEqual(logEnds([]), [10, 100]);
});
