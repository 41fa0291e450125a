/**
 * The life of every explorer: controls, guess first, and the two-way tie to Python.
 *
 * An explorer gives its words and its drawing; nothing here knows what it shows.
 * A change is drawn in the task of its own event; Python hears of it afterwards.
 *
 * @import { AnyModel } from "@anywidget/types"
 * @typedef {Record<string, number>} State
 * @typedef {{ key: string, label: string, unit: string, min: number, max: number, step: number,
 *   printed: number, half: number }} Control
 * @typedef {{ label: string, unit: string, min: number, max: number }} Guess
 * @typedef {object} Spec what Python sends once
 * @property {string} title
 * @property {string} subtitle
 * @property {string} source
 * @property {boolean} guess_first
 * @property {State} opening
 * @property {Control[]} controls
 * @property {Guess} guess
 * @property {Record<string, string>} colours
 * @property {Record<string, [string, string, number]>} quantities label, unit, decimals
 * @property {{ value: number, half: number }[]} held printed numbers that no control moves
 * @property {number} extent the end of the axis of amounts
 *
 * @typedef {{ state: State, guess: number | null, revealed: boolean }} Now
 * @typedef {Now & { covered: boolean, spec: Spec, width: number }} View
 * @typedef {{ quantity: string, unit: string, digits: number,
 *   value: number, low: number, high: number }} Row
 *
 * @typedef {object} Kind
 * @property {(view: View) => string} question asked while the answer is covered
 * @property {(view: View) => string} sentence the result in words
 * @property {(view: View) => string} description the text alternative of the drawing
 * @property {(view: View) => Row[]} rows the numbers behind the drawing
 * @property {(svg: SVGSVGElement, view: View) => void} draw
 * @property {(x: number, view: View) => number} guessAt
 */
import { page, tableParts } from "./page.js";

/** Milliseconds: between two messages to Python; from the last move to the spoken text. */
const TELL = 100;
const SPEAK = 250;

/**
 * What anywidget asks a module for.
 * @param {Kind} kind
 */
export function explorer(kind) {
  return {
    /** @param {{ model: AnyModel<any>, el: HTMLElement }} widget */
    render({ model, el }) {
      const shown = new Explorer(kind, model);
      el.append(shown.parts.root);
      shown.start();
      return () => shown.stop();
    },
  };
}

class Explorer {
  #width = 560;
  #telling = 0;
  #speaking = 0;
  #resize = new ResizeObserver(([{ contentRect: { width } }]) => {
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    this.#update();
  });

  /** @param {Kind} kind @param {AnyModel<any>} model */
  constructor(kind, model) {
    this.kind = kind;
    this.model = model;
    this.spec = /** @type {Spec} */ (model.get("spec"));
    this.parts = page(this.spec);
    this.now = /** @type {Now} */ (
      Object.fromEntries(["state", "guess", "revealed"].map((name) => [name, model.get(name)]))
    );
    this.hearing = Object.keys(this.now).map((name) => (
      { name: `change:${name}`, hear: () => this.#hear(name) }
    ));
  }

  start() {
    this.#listen();
    for (const { name, hear } of this.hearing) this.model.on(name, hear);
    this.#setField();
    this.#update();
    this.#speak();
    this.#resize.observe(this.parts.svg);
  }

  stop() {
    this.#resize.disconnect();
    for (const { name, hear } of this.hearing) this.model.off(name, hear);
    clearTimeout(this.#speaking);
    if (this.#telling) this.#tell();
  }

  /** @returns {View} */
  get #view() {
    return { ...this.now, covered: !this.now.revealed, spec: this.spec, width: this.#width };
  }

  #update() {
    const { kind, parts } = this;
    const view = this.#view;
    parts.ask.hidden = !view.covered;
    parts.controls.hidden = view.covered;
    for (const { input, set } of parts.sliders) set(view.state[input.name]);
    parts.question.textContent = kind.question(view);
    kind.draw(parts.svg, view);
    parts.status.textContent = kind.sentence(view);
    // Emptied while closed: it would keep an answer that is covered again.
    parts.table.replaceChildren(...(parts.details.open ? tableParts(kind.rows(view)) : []));
    // A screen reader waits for the last move instead of reading every step.
    parts.status.setAttribute("aria-busy", "true");
    clearTimeout(this.#speaking);
    this.#speaking = window.setTimeout(() => this.#speak(), SPEAK);
  }

  #speak() {
    this.parts.svg.setAttribute("aria-label", this.kind.description(this.#view));
    this.parts.status.removeAttribute("aria-busy");
  }

  /**
   * Draw a change at once, and tell Python a little later.
   * @param {Partial<Now>} part
   */
  #change(part) {
    Object.assign(this.now, part);
    this.#update();
    this.#telling ||= window.setTimeout(() => this.#tell(), TELL);
  }

  #tell() {
    clearTimeout(this.#telling);
    this.#telling = 0;
    for (const [name, value] of Object.entries(this.now)) this.model.set(name, value);
    this.model.save_changes();
  }

  /** @param {string} name what Python, or a second view of this explorer, has changed */
  #hear(name) {
    const value = this.model.get(name);
    const old = this.now[/** @type {keyof Now} */ (name)];
    if (JSON.stringify(value) === JSON.stringify(old)) return;
    Object.assign(this.now, { [name]: value });
    this.#setField();
    this.#update();
  }

  #listen() {
    const { sliders, field, show, reset, details, svg } = this.parts;
    for (const { input } of sliders) {
      input.addEventListener("input", () => {
        this.#change({ state: { ...this.now.state, [input.name]: input.valueAsNumber } });
      });
    }
    field.addEventListener("input", () => this.#read());
    show.addEventListener("click", () => this.#show());
    reset.addEventListener("click", () => this.#reset());
    details.addEventListener("toggle", () => this.#update());
    svg.addEventListener("pointerdown", (event) => {
      if (!onGrip(event)) return;
      svg.setPointerCapture(event.pointerId);
      this.#drag(event);
    });
    svg.addEventListener("pointermove", (event) => {
      if (svg.hasPointerCapture(event.pointerId)) this.#drag(event);
    });
    // touch-action has no effect inside a drawing: only this keeps the page from scrolling.
    const still = (/** @type {TouchEvent} */ event) => onGrip(event) && event.preventDefault();
    svg.addEventListener("touchstart", still, { passive: false });
  }

  #setField() {
    const { guess } = this.now;
    this.parts.field.value = guess === null ? "" : String(guess);
  }

  #read() {
    const { field } = this.parts;
    const legal = field.validity.valid && field.value !== "";
    this.#change({ guess: legal ? field.valueAsNumber : null });
    if (!field.validity.valid) this.#refuse();
  }

  /** @param {PointerEvent} event */
  #drag({ clientX }) {
    const { left, width } = this.parts.svg.getBoundingClientRect();
    const x = ((clientX - left) * this.#width) / width;
    this.#change({ guess: this.kind.guessAt(x, this.#view) });
    this.#setField();
  }

  #show() {
    if (this.now.guess === null) {
      this.#refuse();
      this.parts.field.focus();
      return;
    }
    this.#change({ revealed: true });
    this.parts.sliders[0].input.focus(); // the button that had it is gone
  }

  #reset() {
    const { opening, guess_first } = this.spec;
    this.#change({ state: opening, guess: null, revealed: !guess_first });
    this.#speak();
    this.#setField();
    if (guess_first) this.parts.field.focus();
  }

  #refuse() {
    const { min, max } = this.spec.guess;
    this.parts.status.textContent =
      `A guess is a number from ${min} to ${max}: drag the bar or type one.`;
  }
}

/** @param {Event} event */
const onGrip = ({ target }) => target instanceof Element && target.closest("[data-grip]") !== null;
