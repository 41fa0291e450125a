import assert from "node:assert/strict";
import { test } from "node:test";
import { spec as whole } from "./page.js";
import { kind, total } from "../compose_the_fine.js";
import { describe, sceneOf } from "../telling.js";

/** Numbers made up for the tests: id, name, colour, millions, state. */
const data = {
  unit: "billion", subtitle: "A measure", source: "Own.", most: 3, sum: "sum", printed: [1.2, 1.15, 1.25],
  parts: [["a", "part a", "first", 700], ["b", "part b", "first", 500],
    ["c", "part c", "second", 900]],
  totals: [["one", "what was agreed", ["a", "b"]], ["two", "what was paid", ["a", "c"]]],
};
/** @param {string[]} parts @param {any} [more] */
const seen = (parts, more = {}) => sceneOf(kind, /** @type {any} */ ({
  state: { parts }, guess: null, covered: false,
  spec: { ...whole(), data, opening: { parts: ["a", "c"] } }, ...more,
}));

test("the total is the sum of what is ticked, in billions", () => {
  assert.equal(total(/** @type {any} */ (data), ["a", "c"]), 1.6);
});

test("a set with a name is called by it, another is counted", () => {
  assert.equal(seen(["a", "b"]).title, "What was agreed: 1.20 billion");
  assert.match(seen(["a", "b"]).sentence, /This can be printed as 1\.2\.$/);
  assert.equal(seen(["b"]).title, "1 of 3 parts together: 0.50 billion");
  assert.match(seen(["b"]).sentence, /cannot be printed as 1\.2\. It is neither a settlement/);
});

test("a part that is left out says so, and the next begins where the last one ended", () => {
  const [, { rows }] = seen(["a", "c"]).panels;
  assert.equal(rows[1].note, "left out");
  assert.equal(rows[2].bars[0].from, rows[0].bars[0].to);
});

test("covered, only the question and the printed amount are shown", () => {
  const covered = seen(["a", "c"], { covered: true });
  assert.equal(covered.title, "What was paid: how many billion?");
  assert.doesNotMatch(describe(covered, kind.forms), /1\.6|part a/);
});

test("a guess keeps to what was asked, and leaves the drawing when other parts are ticked", () => {
  const [{ guess }] = seen(["a", "c"], { guess: 2 }).panels;
  assert.equal(guess.value, 2);
  const moved = seen(["b"], { guess: 2 });
  assert.equal(moved.panels[0].guess.value, null);
  assert.doesNotMatch(moved.sentence, /guess/);
  assert.match(seen(["a", "c"], { guess: 2 }).sentence, /guess of 2 billion is 0\.4 too high/);
});
