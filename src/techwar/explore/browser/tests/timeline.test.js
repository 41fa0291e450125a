import assert from "node:assert/strict";
import { test } from "node:test";
import { spec as whole } from "./page.js";
import { kind } from "../timeline.js";
import { describe, sceneOf } from "../telling.js";

/** An act made up for the tests. */
const act = (/** @type {string[]} */ [id, side, group, does, announced, effective = ""]) => (
  [id, side, group, does[0], announced, effective, `Act ${id}`, `What ${id} did. `, "A paper"].join("|")
);
const data = {
  acts: [
    act(["a", "US", "court", "other", "2016-03-01"]),
    act(["b", "China", "court", "restricts", "2016-07-01", "2016-08-01"]),
    act(["c", "US", "tariff", "restricts", "2018-06-15", "2018-07-06"]),
    act(["d", "China", "tariff", "restricts", "2018-06-16", "2018-07-06"]),
  ].join("\n"),
  levels: { US: [[2012, 0, "2012"], [2018.6, 34, "a day"]], China: [[2012, 0, "2012"]] },
  starts: { early: [2012, "then"], late: [2016.4, "later"], now: [2019, "now"] },
  with_article: ["US"],
  tariff: { announced: [2018.4521, "one day"], effective: [2018.5096, "another"] },
  before: { announced: "came before", effective: "applied before" },
  sides: ["US", "China", "others"], directions: [["restricts", "that restrict"], ["other", "more"]],
  subtitle: "A measure", source: "Own.", no_day: "No day: ", no_amount: "", known: 2019.4, to: 2020,
};
const opening = { start: "early", day: "announced", actor: "all", acts: "all", record: "" };
/** @param {Record<string, string>} [state] @param {any} [more] */
const seen = (state = {}, more = {}) => sceneOf(kind, /** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, covered: false, spec: { ...whole(), data, opening }, ...more,
}));

test("a later start begins with another act", () => {
  assert.match(seen().title, /4 acts, the first by the US, 1 March 2016; 2 before/);
  assert.match(seen({ start: "late" }).title, /3 acts, the first by China, 1 July 2016; 1 before/);
});

test("acts of one day are first together, and one without a day is named", () => {
  const shown = seen({ day: "effective", acts: "tariff" });
  assert.match(shown.title, /by the US and China, 6 July 2018; 0 before/);
  assert.match(shown.sentence, /First: Act c; Act d\.$/);
  assert.match((seen({ day: "effective" }).notes ?? []).join(" "), /No day: Act a\./);
});

test("where nothing is left, nothing is claimed", () => {
  const shown = seen({ start: "now" });
  assert.equal(shown.sentence, "No such act since now.");
  assert.deepEqual(shown.notes, []);
});

test("while it is covered only the number to guess about is told", () => {
  const shown = seen({}, { covered: true });
  assert.equal(shown.title, "Of 4 acts, how many came before (one day)?");
  assert.equal(shown.panels.length, 1);
  assert.doesNotMatch(describe(shown, kind.forms), /Act [abcd]|before 2/);
});

test("a guess is compared in words", () => {
  assert.match(seen({}, { guess: 1 }).sentence, /1 is 1 too low for these settings/);
  assert.match(seen({}, { guess: 2 }).sentence, /2 is on the spot/);
});
