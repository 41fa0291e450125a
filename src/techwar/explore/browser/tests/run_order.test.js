import assert from "node:assert/strict";
import { test } from "node:test";
import { spec } from "./page.js";
import { kind, pageAfter } from "../run_order.js";
import { describe, sceneOf, tableOf } from "../telling.js";

const data = { source: "Practice.", before: 100, nothing: "none", restart: "restart" };
/** @param {string} steps @param {any} [change] @returns {import("../base.js").View} */
const view = (steps, change) => {
  const [step_1 = "none", step_2 = "none", step_3 = "none", step_4 = "none"] = steps.split(" ");
  const state = { market: 200, step_1, step_2, step_3, step_4 };
  return {
    state, guess: null, revealed: true, covered: false,
    spec: { ...spec(), data, opening: state }, ...change,
  };
};
const after = (/** @type {string} */ steps) => pageAfter(200, steps.split(" "), data);

test("a cell that is skipped keeps its counter, and its value stays the old one", () => {
  const { counters, outputs, memory } = after("1 3");
  assert.deepEqual(counters, ["4", "2", "5"]);
  assert.equal(outputs[2], "210.0");
  assert.equal(memory.added.value, 10);
});

test("a restart empties the memory and begins to count anew; the page stays", () => {
  const { counters, outputs, memory } = after("restart");
  assert.deepEqual([counters, outputs[2], memory], [["1", "2", "3"], "110.0", {}]);
  assert.deepEqual(after("restart 1 2 3").counters, ["1", "2", "3"]);
});

test("a name that was forgotten is an error beside its cell", () => {
  assert.match(after("restart 3").outputs[2], /NameError: name 'market'/);
  assert.match(after("restart 1 3").outputs[2], /NameError: name 'added'/);
  assert.match(sceneOf(kind, view("restart 3", { guess: 5 })).sentence, /not defined.*not the same\.$/);
});

test("the sentence sets the page beside a fresh run, and says how far a guess is off", () => {
  assert.match(sceneOf(kind, view("1 3")).sentence, /shows 210\.0; .* gives 220\.0: not the same\.$/);
  assert.match(sceneOf(kind, view("1 2 3")).sentence, /220\.0: the same\.$/);
  assert.match(sceneOf(kind, view("1 3", { guess: 220 })).sentence, /guess of 220 is 10\.0 too high\.$/);
  assert.match(sceneOf(kind, view("1 3", { guess: 210 })).sentence, /guess of 210 is right\.$/);
});

test("covered, the page stands as it was before the steps", () => {
  const shown = sceneOf(kind, view("1 3", { covered: true, revealed: false }));
  const words = [shown.title, shown.sentence, describe(shown, kind.forms)].join(" ");
  assert.match(words, /What does cell 3 show then\?/);
  assert.doesNotMatch(words + JSON.stringify(tableOf(shown, kind.forms)), /210|220/);
});

test("the table holds the cells and the names in the kernel", () => {
  const { rows } = tableOf(sceneOf(kind, view("restart 1")), kind.forms);
  assert.deepEqual(rows.map(({ cells }) => cells[0]), [
    "Cell 1 [1]", "Cell 2 [2]", "Cell 3 [3]", "market",
  ]);
});

test("on a narrow page the names stand below the cells", () => {
  const [panel] = sceneOf(kind, view("1 3")).panels;
  const { page } = kind.forms;
  assert.ok(page.height(panel, 320) > page.height(panel, 560) + 50);
});
