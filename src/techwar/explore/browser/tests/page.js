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
  title: "A title", subtitle: "A measure", source: "Source: A paper, 1 May 2018.", guess_first,
  opening: { share: 40, china_growth: 10, world_growth: 5 },
  controls: [
    { key: "share", label: "Share", min: 30, max: 60, step: 0.5, printed: 40, half: 0.5 },
    { key: "china_growth", label: "China", min: 0, max: 30, step: 0.1, printed: 10, half: 0.05 },
    { key: "world_growth", label: "World", min: 2, max: 20, step: 0.1, printed: 5, half: 0.05 },
  ].map((control) => ({ ...control, unit: "%" })),
  guess: { label: "Your guess", unit: "%", min: 0, max: 100 },
  colours: { China: "#0f766e", "Rest of world": "#828c9a", guess: "#6d28d9", accent: "#b45309" },
  quantities: {
    china_2016: ["China, 2016", "billion US dollars", 2],
    china_2017: ["China, 2017", "billion US dollars", 2],
    china_part: ["China's part", "per cent", 0],
  },
  held: [{ value: 22, half: 0 }, { value: 10, half: 0 }],
  extent: 25,
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
