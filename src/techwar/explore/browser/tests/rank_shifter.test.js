import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";
import { kind, rankOf, scene, top } from "../rank_shifter.js";
import { describe } from "../telling.js";

/** Lists made up for the tests. */
const packed = [
  ["ships", "a", "world, ships (A)", "A", "tons", "2001", "",
    [["Ann", 1, "", [0]], ["Bo", 4, "", [0]]], [], [0]],
  ["ships", "b", "here, ships (B)", "B", "units", "2002", "%",
    [["Bo", 1, "30 %", [1]], ["Cy", 2, "20 %", [1]], ["Di", 2, "20 %", [1]]], [30, 20, 20], [1]],
  ["ships", "ours", "our ships", "ours", "tons", "2002", "%",
    [["Ann", 1, "+2.0 %", [2]], ["Cy", 2, "−1.0 %", [2]]], [], [2, 3]],
];
const data = {
  lists: { 2019: packed.slice(0, 2), all: packed }, sources: ["A, 2001", "B, 2002", "C", "D"],
  markets: { ships: "ships" }, when: { 2019: "early", all: "late" }, ours: "ours",
  notes: { ours: "Own.", tie: "Tied.", bare: "Bare." }, last: 11, half: 0.25,
};
const opening = {
  known: "2019", market: "ships", scope: "a", measure: "tons", year: "2001", firm: "Bo",
};
const inB = { scope: "b", measure: "units", year: "2002" };
/** @param {Record<string, string>} [state] @param {any} [more] */
const seen = (state = {}, more = {}) => scene(/** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, covered: false,
  spec: { data, opening, guess_first: true }, ...more,
}));
/** @param {string} firm @param {[string, number][]} places */
const list = (firm, places) => /** @type {any} */ (
  { places: places.map(([name, rank]) => [name, rank, "", []]) }
);

test("a list reaches down to its first gap, ties counted", () => {
  assert.equal(top(list("", [["x", 1], ["y", 1], ["z", 3], ["u", 6]])), 3);
  assert.equal(top(list("", [["x", 2]])), 0);
  assert.equal(rankOf(list("", [["x", 2]]), "y"), null);
});

test("the places between printed ones are said not to be printed", () => {
  const [, order] = seen().panels;
  assert.deepEqual(order.rows.map((/** @type {any} */ row) => [row.name, row.note]),
    [["1 Ann", undefined], ["2–3", "not in our rows"], ["4 Bo", undefined]]);
});

test("a tie shares a place and leaves no gap behind it", () => {
  const { panels: [order], notes } = seen(inB);
  assert.deepEqual(order.rows.map((/** @type {any} */ row) => row.name),
    ["1 Bo", "2 Cy", "2 Di"]);
  assert.deepEqual(notes, ["Tied."]);
});

test("the sentence tells the place and its range over the lists", () => {
  assert.equal(seen().sentence,
    "Bo: place 4, of 2 printed here. Over the 2 lists it is named in 2: places 1 to 4.");
  assert.match(seen({ ...inB, firm: "Ann" }).sentence,
    /^Ann is not named here: not at places 1 to 3; below, nothing is known\./);
  assert.match(seen({ firm: "Eve" }).sentence, /Our rows of these 2 lists give it no place\.$/);
  assert.match(seen({ known: "all", scope: "ours", year: "2002", firm: "Bo" }).sentence,
    /^Bo: our table holds no such figure\./);
});

test("covered, only the question is shown, whatever the state", () => {
  const covered = seen(inB, { covered: true });
  assert.equal(covered.title, "Which place does Bo take by tons, 2001 (world, ships (A))?");
  assert.equal(covered.panels.length, 1);
  assert.equal(covered.table, undefined);
  assert.doesNotMatch(describe(covered, kind.forms), /Ann|4/);
  assert.equal(covered.source, "Source: A, 2001.");
});

test("a guess is told how far it is from the place, and only where it was asked", () => {
  assert.match(seen({}, { guess: 2 }).sentence, /of 2 is 2 places too near the top\.$/);
  assert.match(seen({}, { guess: 5 }).sentence, /of 5 is 1 place too far down\.$/);
  assert.match(seen({}, { guess: 4 }).sentence, /is on the spot\.$/);
  assert.doesNotMatch(seen(inB, { guess: 2 }).sentence, /guess/);
});
