import assert from "node:assert/strict";
import { test } from "node:test";
import { spec } from "./page.js";
import { kind } from "../implied_market.js";
import { implied } from "../implied_market_model.js";
import { describe, sceneOf, tableOf } from "../telling.js";

const printed = { share: 40, china_growth: 10, world_growth: 5 };
/** @param {Partial<import("../base.js").View>} [change] */
const view = (change) => ({
  state: printed, guess: null, revealed: true, covered: false, width: 500, spec: spec(), ...change,
});
const covered = view({ covered: true, revealed: false });
const sentence = (/** @type {any} */ seen) => sceneOf(kind, seen).sentence;
/** @param {any} seen the rows of bars, of both panels */
const rows = (seen) => sceneOf(kind, seen).panels.flatMap((panel) => panel.rows);

test("a level is divided by its growth to reach the year before", () => {
  const found = implied(printed, spec());
  assert.equal(found.world_2017.value.toFixed(9), "20.000000000");
  assert.equal(found.china_2016.value.toFixed(4), (8 / 1.1).toFixed(4));
});

test("the ends are the smallest and the largest of all corners", () => {
  const { low, high } = implied(printed, spec()).china_2017;
  assert.deepEqual([low, high].map((end) => end.toFixed(9)), ["7.900000000", "8.100000000"]);
});

test("the bars of a year are stacked, and the growth fills its bar", () => {
  const [last, now, growth] = rows(view({}));
  assert.deepEqual([last.name, now.name], ["2016", "2017"]);
  assert.equal(now.bars[1].from, now.bars[0].to);
  assert.equal(growth.bars[1].to, 100);
});

test("covered, only the bars of the printed year are drawn", () => {
  assert.deepEqual(rows(covered).map(({ bars }) => bars.length), [0, 2, 0]);
  const { rows: numbers } = tableOf(sceneOf(kind, covered), kind.forms);
  assert.deepEqual(numbers.map(({ cells }) => cells[0]), ["China, 2017"]);
});

test("a part above the whole leaves no rest to draw, and the sentence says why", () => {
  const state = { share: 60, china_growth: 30, world_growth: 2 };
  assert.equal(rows(view({ state }))[2].bars.length, 1);
  assert.match(sentence(view({ state })), /more than the whole, because the rest .* shrank/);
});

test("no growth in China is a part of nothing", () => {
  const state = { ...printed, china_growth: 0 };
  assert.equal(rows(view({ state }))[2].bars.length, 1);
  assert.match(sentence(view({ state })), /That is 0 %/);
});

test("equal growth leaves the shares as they are", () => {
  const state = { ...printed, china_growth: 5 };
  assert.match(sentence(view({ state })), /That is 40 % .* the rest of the world grew 5\.0 %/);
});

test("a guess is told how far it is from the result", () => {
  assert.match(sentence(view({ guess: 40 })), /guess of 40 % is 36 points too low/);
  assert.match(sentence(view({ guess: 100 })), /is 24 points too high/);
  assert.match(sentence(view({ guess: 76 })), /lies within what the rounding leaves open/);
  const narrow = { share: 60, china_growth: 10, world_growth: 20 };
  assert.match(sentence(view({ state: narrow, guess: 34 })), /is 1 point too high/);
});

test("covered, no words give the answer away", () => {
  const shown = sceneOf(kind, covered);
  for (const words of [shown.title, shown.sentence, describe(shown, kind.forms)]) {
    assert.doesNotMatch(words, /76|0\.73|7\.27/);
  }
  assert.match(shown.title, /how much of the world's growth is China's\?$/);
});
