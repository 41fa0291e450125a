import assert from "node:assert/strict";
import { test } from "node:test";
import { spec as whole } from "./page.js";
import { kind } from "../rank_shifter.js";
import { describe, sceneOf } from "../telling.js";

/** Lists made up for the tests: what is ranked, and its rows. @returns {any} */
const card = (/** @type {string[]} */ is, /** @type {any[]} */ rows, /** @type {any} */ more) => ({
  is, words: `${is[0]} ships`, short: is[0], heading: is[0],
  axis: { min: 0.5, max: 11 }, rows, absent: "is not named here.", notes: [], source: "This list: A. ", ...more,
});
const lists = [
  card(["a", "tons", "2001"], [[1, "Ann", 0.75, 1.25, "place 1"], ["2–3"],
    [4, "Bo", 3.75, 4.25, "place 4"]], { notes: ["Bare."] }),
  card(["b", "units", "2002"], [[1, "Bo", 0, 30, "30 %"], [2, "Cy", 0, 20, "20 %"]],
    { axis: { min: 0, max: 30, unit: "%" } }),
];
const data = {
  cards: lists, lists: { "2019 ships": [0, 1] }, sources: { "2019 ships": "Source: A, 2001; B, 2002." },
  subtitles: { "2019 ships": "Places" }, places: { min: 0.5, max: 11 }, missing: "not in our rows",
};
const opening = {
  known: "2019", market: "ships", scope: "a", measure: "tons", year: "2001", firm: "Bo",
};
const inB = { scope: "b", measure: "units", year: "2002" };
/** @param {Record<string, string>} [state] @param {any} [more] */
const seen = (state = {}, more = {}) => sceneOf(kind, /** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, covered: false,
  spec: { ...whole(), data, opening }, ...more,
}));
test("the places between printed ones are said not to be printed", () => {
  const [, order] = seen().panels;
  assert.deepEqual(order.rows.map((/** @type {any} */ row) => [row.name, row.note]),
    [["1 Ann", undefined], ["2–3", "not in our rows"], ["4 Bo", undefined]]);
});

test("the sentence tells the place and its range over the lists", () => {
  assert.equal(seen().sentence,
    "Bo takes place 4, of 2 printed here. Over the 2 lists it is named in 2: places 1 to 4.");
  assert.match(seen({ ...inB, firm: "Ann" }).sentence, /^Ann is not named here\. .* in 1: place 1\.$/);
  assert.match(seen({ firm: "Eve" }).sentence, /Our rows of these 2 lists give it no place\.$/);
});

test("covered, only the question is shown, whatever the state", () => {
  const covered = seen(inB, { covered: true });
  assert.equal(covered.title, "Which place does Bo take by tons, 2001 (a ships)?");
  assert.equal(covered.panels.length, 1);
  assert.equal(covered.table, undefined);
  assert.doesNotMatch(describe(covered, kind.forms), /Ann|4/);
});

test("a guess is told how far it is from the place, and only where it was asked", () => {
  assert.match(seen({}, { guess: 2 }).sentence, /of 2 is 2 places too near the top for these/);
  assert.match(seen({}, { guess: 5 }).sentence, /of 5 is 1 place too far down for these/);
  assert.match(seen({}, { guess: 4 }).sentence, /is on the spot\.$/);
  assert.doesNotMatch(seen(inB, { guess: 2 }).sentence, /guess/);
});
