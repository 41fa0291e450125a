import assert from "node:assert/strict";
import { test } from "node:test";
import { spec as whole } from "./page.js";
import { count, kind } from "../whose_voice.js";
import { describe, sceneOf } from "../telling.js";

/** Numbers made up for the tests: speaker, kind, level, claims. */
const data = {
  subtitle: "A measure", source: "Own coding.", most: 5, first_unnamed: "voice",
  counts: [["paper", "fact", 0, 3], ["paper", "fact", 3, 2], ["voice", "plan", 1, 2],
    ["voice", "fact", 2, 1]],
  speakers: [["paper", "the paper"], ["voice", "unnamed voice"]],
  kinds: [["fact", "facts"], ["plan", "plans"]],
  phrases: [["narrow", "come from A", "A"], ["coded", "come from B", "B"],
    ["wide", "leave open C", "C"]],
};
const opening = { speaker: "all", kind: "all", unnamed: "coded" };
/** @param {Record<string, string>} [state] @param {any} [more] */
const seen = (state = {}, more = {}) => sceneOf(kind, /** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, covered: false, spec: { ...whole(), data, opening }, ...more,
}));

test("a definition counts what it names and all narrower ones", () => {
  const counts = ["narrow", "coded", "wide"].map((unnamed) => count(/** @type {any} */ (data),
    { unnamed }));
  assert.deepEqual(counts, [2, 3, 5]);
  assert.equal(count(/** @type {any} */ (data)), 8);
});

test("the finding and the sentence follow the lists", () => {
  assert.equal(seen().title, "3 of 8 claims, 38 %, come from B");
  assert.equal(seen({ kind: "plan" }).title, "2 of 2 plans, 100 %, come from B");
  assert.match(seen({ speaker: "voice" }).sentence, /Unnamed voice: facts 1, plans 2\.$/);
});

test("a whole share leaves no other part to draw", () => {
  const [share] = seen({ kind: "plan" }).panels;
  assert.deepEqual(share.rows[0].bars.map((/** @type {any} */ bar) => bar.colour), ["unnamed"]);
});

test("a speaker who is partly without a source is told so beside the bar", () => {
  const [, speakers] = seen({ unnamed: "wide" }).panels;
  assert.equal(speakers.rows[0].bars[0].label, "5 (2 without)");
  const [share] = seen({ unnamed: "wide" }).panels;
  assert.equal(share.rows[0].bars[0].label, "C 63 %");
  assert.equal(speakers.rows[1].gap, true);
});

test("covered, only the question is shown", () => {
  const covered = seen({}, { covered: true });
  assert.match(covered.title, /^What share of the article's 8 claims comes from B\?$/);
  assert.equal(covered.panels.length, 1);
  assert.doesNotMatch(describe(covered, kind.forms), /38|unnamed voice/);
});

test("a guess is told how far it is from the share", () => {
  assert.match(seen({}, { guess: 40 }).sentence, /is 3 points too high for these settings\.$/);
  assert.match(seen({}, { guess: 37.5 }).sentence, /is on the spot\.$/);
});
