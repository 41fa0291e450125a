import assert from "node:assert/strict";
import { test } from "node:test";
import { concentration, leftOver, lists, releases } from "../market_lists.js";

const data = {
  holders: ["Alpha", "Beta", "Others", "10 largest vendors"],
  lists: {
    market: [
      ["2019", "2020-01", 2019, "0f40r0-1f30r0-2o30r0-"],
      ["2018", "2020-01", 2018, "0f38.5r0-"],
      ["2018", "2019-01", 2018, "0f38r0+1f20e1-"],
    ],
  },
};
const early = lists(data, "market", "2019");
const all = lists(data, "market", "all");

test("only rows that were known on the day are there, and no list without a seller", () => {
  assert.deepEqual(early.map(({ id }) => id), ["2018 (release 2019-01)"]);
  assert.deepEqual(early[0].sellers.map(({ holder }) => holder), ["Alpha"]);
  assert.equal(all.length, 3);
});

test("others are no seller, and leave nothing over", () => {
  assert.deepEqual(all[0].sellers.map(({ value }) => value), [40, 30]);
  assert.equal(leftOver(all[0]), null);
  assert.equal(leftOver(all[2]), 42);
});

test("points of two releases are kept apart, also where they give the same year", () => {
  assert.deepEqual(releases(all, "Alpha"), [
    [[2018, 38, "2018"]],
    [[2018, 38.5, "2018"], [2019, 40, "2019"]],
  ]);
});

test("in a list of the largest, no block of the rest is larger than the last one named", () => {
  const { low, high, four } = concentration(all[0], true);
  assert.deepEqual([low, high, four], [2500, 3400, null]);
  assert.equal(concentration(all[0], false).high, 3400);
});
