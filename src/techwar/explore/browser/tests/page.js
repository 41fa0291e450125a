/** A page without a browser, and a model without a kernel, for the tests beside this file. */
import { createRequire } from "node:module";

// Its declarations are no module, so the checker must not follow an import.
const domino = createRequire(import.meta.url)("@mixmark-io/domino");

const window = domino.createWindow("<body></body>");
const { Element, HTMLInputElement } = domino.impl;

// What domino does not know yet and the explorers use.
Object.assign(Element.prototype, {
  /** @this {Element} @param {(string | Node)[]} children */
  append(...children) {
    for (const child of children) {
      this.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    }
  },
  /** @this {Element} @param {(string | Node)[]} children */
  replaceChildren(...children) {
    this.textContent = "";
    this.append(...children);
  },
  focus() {
    document.body.setAttribute("data-focus", /** @type {any} */ (this).name);
  },
});
Object.defineProperties(HTMLInputElement.prototype, {
  valueAsNumber: { get() { return Number(this.value); } },
  validity: { get() { return { valid: this.value === "" || inRange(this) }; } },
});
Object.assign(globalThis, {
  window: globalThis,
  document: window.document,
  Element,
  ResizeObserver: class {
    observe() {}
    disconnect() {}
  },
});

/** @param {HTMLInputElement} input */
function inRange(input) {
  const [min, max] = ["min", "max"].map((end) => Number(input.getAttribute(end)));
  return input.valueAsNumber >= min && input.valueAsNumber <= max;
}

/**
 * An explorer's spec, with numbers made up for the tests.
 * @returns {import("../base.js").Spec}
 */
export const spec = (guess_first = true) => ({
  title: "A title", guess_first,
  opening: { share: 40, china_growth: 10, world_growth: 5 },
  controls: [
    slider("share", 30, 60, 0.5, 40, 0.5),
    slider("china_growth", 0, 30, 0.1, 10, 0.05),
    slider("world_growth", 2, 20, 0.1, 5, 0.05),
  ],
  guess: {
    unit: "%", min: 0, max: 100, decimals: 0, how: "drag the bar or type a number",
    fields: [{ key: "guess", label: "Your guess" }],
  },
  colours: { China: "#0f766e", "Rest of world": "#828c9a", guess: "#6d28d9", accent: "#b45309" },
  data: {
    subtitle: "A measure", source: "Source: A paper, 1 May 2018.",
    quantities: {
      china_2016: ["China, 2016", "billion US dollars", 2],
      china_2017: ["China, 2017", "billion US dollars", 2],
      china_part: ["China's part", "per cent", 0],
    },
    held: [{ value: 22, half: 0 }, { value: 10, half: 0 }],
    extent: 25,
  },
});

/**
 * @param {string} key @param {number} min @param {number} max @param {number} step
 * @param {number} printed @param {number} half
 * @returns {import("../controls.js").SliderSpec}
 */
const slider = (key, min, max, step, printed, half) => ({
  control: "slider", key, label: key, unit: "%", min, max, step, opening: printed, printed, half,
});

/** A model that keeps what is set, counts what is saved, and speaks for Python. */
export class Model {
  saved = 0;
  /** @type {Record<string, () => void>} */
  #hearers = {};

  /** @param {Record<string, any>} values */
  constructor(values) {
    this.values = values;
  }

  get = (/** @type {string} */ name) => this.values[name];
  set = (/** @type {string} */ name, /** @type {unknown} */ value) => {
    this.values[name] = value;
  };
  save_changes = () => { this.saved += 1; };
  on = (/** @type {string} */ name, /** @type {() => void} */ hear) => {
    this.#hearers[name] = hear;
  };
  off = (/** @type {string} */ name) => { delete this.#hearers[name]; };

  /** @param {string} name @param {unknown} value what Python would set */
  say(name, value) {
    this.set(name, value);
    this.#hearers[`change:${name}`]?.();
  }
}
