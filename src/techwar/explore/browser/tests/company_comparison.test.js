import assert from "node:assert/strict";
import { test } from "node:test";
import { spec } from "./page.js";
import { kind } from "../company_comparison.js";
import { sceneOf } from "../telling.js";
import { ends, figure, median } from "../company_model.js";

const DAY = "22 May 2019";
const firm = (/** @type {string} */ id, named = true, segments = ["chips"], early = true) => (
  { id, label: id, named, segments, early }
);
/** @type {any} Firms made up for the tests. */
const data = {
  firms: [firm("ann"), firm("bo", false), firm("cy", false, ["drones"]), firm("di", false, [], false)],
  cells: {
    [DAY]: {
      ann: {
        revenue: { 2017: [1000, "CNY", [0]], 2018: [1500, "CNY", [1]] },
        research: { 2018: [10, "", [1]] }, founded: { "": [1999, "", [0]] },
      },
      bo: {
        revenue: { 2017: [500, "USD", [0]], 2018: [400, "USD", [2]] },
        research: { 2018: [30, "", [2]] },
      },
      CNY: { rate: { 2017: [5, "", [3]], 2018: [10, "", [3]] } },
    },
    all: { bo: { revenue: { 2018: [450, "USD", [4]] } } },
  },
  sources: ["A, 2017", "B, 2018", "C, 2018", "Bank, 2019", "D, 2020"],
  years: { [DAY]: [2017, 2018], all: [2017, 2018] },
  measures: {
    revenue: ["Revenue", "", 1], growth: ["Growth", "%", 1], research: ["R&D", "%", 1],
    index: ["Index", "", 0], founded: ["Founding year", "", 0],
  },
  currencies: { CNY: "yuan", USD: "US dollars" },
  notes: { usd: "At the average rate.", year: "Fiscal years.", copy: "Copies.", names: "No room." },
  asks: true,
  asked: { across: "research", view: "dots" },
};
const opening = {
  view: "dots", firms: "every", names: ["ann"], across: "research", up: "growth", year: 2018,
  base: 2017, currency: "reported", scale: "linear", known: DAY,
};
/** @param {any} [state] @param {any} [more] */
const made = (state, more) => sceneOf(kind, /** @type {any} */ ({
  state: { ...opening, ...state }, guess: null, revealed: true, covered: false,
  spec: { ...spec(), guess: { min: 0, max: 50, fields: [{}] }, data, opening }, ...more,
}));
const value = (/** @type {any} */ state, /** @type {string} */ who, /** @type {string} */ what) =>
  figure(data, { ...opening, ...state }, who, what, 2018);

test("growth is counted in the currency that is chosen", () => {
  assert.equal(value({}, "ann", "growth").value, 50);
  assert.equal(value({ currency: "usd" }, "ann", "growth").value, -25);
});

test("a converted amount cites the rate beside the report", () => {
  assert.deepEqual(value({ currency: "usd" }, "ann", "revenue").sources, [1, 3]);
});

test("a later edition is seen only where all is shown", () => {
  assert.equal(value({}, "bo", "revenue").value, 0.4);
  assert.equal(value({ known: "all" }, "bo", "revenue").value, 0.45);
});

test("what is missing has a reason and no bar", () => {
  const [{ rows }] = made({ view: "bars" }).panels;
  assert.deepEqual(rows[2], { name: "(cy)", bars: [], note: "no figure for 2018" });
  assert.ok(made().notes?.some((note) => note.startsWith("R&D, no figure for 2018: (cy).")));
});

test("amounts in two currencies share no axis until they are converted", () => {
  const mixed = made({ view: "bars", across: "revenue" });
  assert.match(String(mixed.notes), /reported in USD: choose US dollars to compare: \(bo\)/);
  const converted = made({ view: "bars", across: "revenue", currency: "usd" });
  assert.doesNotMatch(String(converted.notes), /choose US dollars/);
});

test("a firm that entered the table later is not there before", () => {
  const names = (/** @type {any} */ state) => made(state).table?.rows.map(({ cells }) => cells[0]);
  assert.deepEqual(names({}), ["ann", "bo", "cy"]);
  assert.deepEqual(names({ known: "all" }), ["ann", "bo", "cy", "di"]);
});

test("covered, no firm outside the article is drawn or named", () => {
  const covered = made({}, { covered: true, revealed: false });
  assert.match(covered.title, /median of 1 firms in the article is 10\.0 %\. What is/);
  assert.doesNotMatch(JSON.stringify(covered), /\(bo\)|30/);
});

test("while it is covered the question stands, whatever is set", () => {
  const set = { view: "bars", across: "growth" };
  assert.equal(made(set, { covered: true }).title, made({}, { covered: true }).title);
});

test("a guess is told its gap, and forgotten beside another measure", () => {
  assert.match(made({}, { guess: 20 }).sentence, /Your guess of 20 % is 10\.0 points too low\.$/);
  assert.doesNotMatch(made({ across: "growth" }, { guess: 20 }).sentence, /guess/);
});

test("lines are gaps where there is no figure, and cite what they draw", () => {
  const drawn = made({ view: "lines", across: "research", firms: "names", names: ["ann"] });
  assert.deepEqual(drawn.panels[0].series[0].points, [[2017, null], [2018, 10]]);
  assert.equal(drawn.source, "Source: B, 2018.");
});

test("axes have round ends, and a median is the middle", () => {
  assert.deepEqual(ends([-8, 12]), [-10, 15]);
  assert.deepEqual(ends([5, 900], { log: true }), [1, 1000]);
  assert.deepEqual([median([]), median([3, 1, 2]), median([1, 4])], [null, 2, 2.5]);
});
