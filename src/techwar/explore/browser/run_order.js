/**
 * Run order: what three cells show, and what the kernel knows, after some steps.
 *
 * @import { View } from "./base.js"
 * @import { Form } from "./scene.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {{ value: number, computed: boolean }} Stored as Python writes it: 100, but 110.0
 * @typedef {{ counters: string[], outputs: string[], memory: Record<string, Stored>,
 *   next: number }} Page
 */
import { explorer } from "./base.js";
import { number } from "./numbers.js";
import { page as form } from "./run_order_page.js";

const CELLS = ["1", "2", "3"];
const NAMES = ["market", "added"];

const written = (/** @type {Stored} */ { value, computed }) => number(value, computed ? 1 : 0);

/** @param {number} market @returns {string[]} the text of the three cells */
const codes = (market) => (
  [`market = ${number(market, 0)}`, "added = market / 10", "market = market + added; market"]
);

/**
 * The page after the steps: it was run from the top once, then cell 1 was edited.
 * Counters and outputs outlive a restart, as they do in a notebook; names do not.
 * @param {number} market what cell 1 says after the edit
 * @param {string[]} steps @param {{ before: number, restart: string }} data
 * @returns {Page}
 */
export function pageAfter(market, steps, { before, restart }) {
  /** @type {Page} */
  const fresh = { counters: ["", "", ""], outputs: ["", "", ""], memory: {}, next: 1 };
  const first = CELLS.reduce((page, cell) => run(page, cell, before), fresh);
  return steps.reduce((page, step) => (
    step === restart ? { ...page, memory: {}, next: 1 } : run(page, step, market)
  ), first);
}

/** @param {Page} page @param {string} cell @param {number} market @returns {Page} */
function run({ counters, outputs, memory, next }, cell, market) {
  const place = CELLS.indexOf(cell);
  const [left, output] = computed(place, memory, market);
  const here = (/** @type {string[]} */ old, /** @type {string} */ text) => (
    old.map((one, at) => (at === place ? text : one))
  );
  return {
    counters: here(counters, String(next)), outputs: here(outputs, output),
    memory: left, next: next + 1,
  };
}

/**
 * @param {number} place @param {Page["memory"]} memory @param {number} market
 * @returns {[Page["memory"], string]} the memory after a cell has run, and its output
 */
function computed(place, memory, market) {
  if (place === 0) return [{ ...memory, market: { value: market, computed: false } }, ""];
  const unknown = NAMES.slice(0, place).find((name) => !(name in memory));
  if (unknown) return [memory, `NameError: name '${unknown}' is not defined`];
  if (place === 1) {
    return [{ ...memory, added: { value: memory.market.value / 10, computed: true } }, ""];
  }
  const total = { value: memory.market.value + memory.added.value, computed: true };
  return [{ ...memory, market: total }, written(total)];
}

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess, covered, spec: { data } }) {
  const { market } = state;
  const steps = Object.keys(state).filter((key) => key.startsWith("step_"))
    .map((key) => state[key]).filter((step) => step !== data.nothing);
  const fresh = pageAfter(market, [data.restart, ...CELLS], data).outputs[2];
  const page = pageAfter(market, covered ? [] : steps, data);
  const named = steps.map((step) => (step === data.restart ? step : `cell ${step}`))
    .join(", then ") || "nothing";
  const shown = page.outputs[2];
  const question =
    `The page was run from the top with market = ${data.before}. Then cell 1 was changed to ` +
    `${codes(market)[0]}, and these are run: ${named}. What does cell 3 show then?`;
  const finding =
    `Practice: cell 3 shows ${shown.split(":")[0]}; from the top, this page gives ${fresh}`;
  const result =
    `Run after the change: ${named}. Cell 3 shows ${shown}; from the top, this page gives ` +
    `${fresh}: ${shown === fresh ? "the same" : "not the same"}.${gap(guess, shown)}`;
  return {
    title: covered ? question : finding,
    subtitle: "Three cells, the counters beside them, and the names in the kernel",
    source: data.source,
    sentence: result,
    panels: [{
      form: "page",
      heading: covered ? "Before the steps" : "After the steps",
      cells: codes(market).map((code, place) => (
        { counter: page.counters[place], code, output: page.outputs[place] }
      )),
      memory: NAMES.filter((name) => name in page.memory)
        .map((name) => [name, written(page.memory[name])]),
    }],
  };
}

/** @param {import("./base.js").Guessed} guess @param {string} shown */
function gap(guess, shown) {
  if (typeof guess !== "number" || Number.isNaN(Number(shown))) return "";
  const size = number(Math.abs(guess - Number(shown)), 1);
  const far = size === "0.0" ? "right" : `${size} too ${guess < Number(shown) ? "low" : "high"}`;
  return ` Your guess of ${number(guess)} is ${far}.`;
}

export const kind = { forms: /** @type {Record<string, Form>} */ ({ page: form }), scene };
export default explorer(kind);
