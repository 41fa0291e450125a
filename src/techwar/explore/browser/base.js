/**
 * The life of every explorer: controls, guess first, and the two-way tie to Python.
 *
 * An explorer makes a scene of its state (scene.js); nothing here knows what it shows.
 * A change is drawn in the task of its own event; Python hears of it afterwards.
 *
 * @import { AnyModel } from "@anywidget/types"
 * @import { Control, Options, State, Value } from "./controls.js"
 * @import { Form } from "./scene.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {{ unit: string, min: number, max: number, decimals: number, how: string,
 *   fields: { key: string, label: string }[] }} Guess what is asked, one field a number
 * @typedef {number | Record<string, number> | null} Guessed a number, or one for each field
 * @typedef {object} Spec what Python sends once
 * @property {string} title
 * @property {boolean} guess_first
 * @property {State} opening
 * @property {Control[]} controls
 * @property {Guess | null} guess
 * @property {Record<string, string>} colours
 * @property {any} data what the explorer's own scene is made from
 *
 * @typedef {{ state: State, guess: Guessed, revealed: boolean }} Now
 * @typedef {Now & { covered: boolean, spec: Spec }} View
 *
 * @typedef {object} Kind
 * @property {Record<string, Form>} forms the forms that its scenes are made of
 * @property {(view: View) => Drawn} scene of the opening state while the answer is covered
 * @property {(data: any) => Record<string, Record<string, Options>>} [offers] those of the
 *   controls that come without
 */
import { select } from "d3-selection";
import { settle } from "./controls.js";
import { say } from "./drawing.js";
import { page, tableParts } from "./page.js";
import { drawScene, guessAt } from "./scene.js";
import { describe, sceneOf, tableOf } from "./telling.js";

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
    this.spec = whole(model.get("spec"), kind.offers);
    this.parts = page(this.spec, (key, value) => this.#move(key, value));
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
    this.#setFields();
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
    return { ...this.now, covered: !this.now.revealed, spec: this.spec };
  }

  #update() {
    const { kind, parts, spec: { colours } } = this;
    const view = this.#view;
    const scene = sceneOf(kind, view);
    this.scene = scene;
    parts.ask.hidden = !view.covered;
    parts.panel.hidden = view.covered;
    for (const { set } of parts.controls) set(view.state);
    say(parts.question, view.covered ? scene.title : "");
    say(parts.subtitle, scene.subtitle);
    say(parts.source, scene.source);
    select(parts.notes).selectAll("li").data(scene.notes ?? []).join("li").each(function (words) {
      say(/** @type {Element} */ (this), words);
    });
    drawScene(parts.svg, scene, { forms: kind.forms, width: this.#width, colours });
    say(parts.status, scene.sentence);
    // Emptied while closed: it would keep an answer that is covered again.
    const table = parts.details.open ? tableParts(tableOf(scene, kind.forms)) : [];
    parts.table.replaceChildren(...table);
    // A screen reader waits for the last move instead of reading every step.
    parts.status.setAttribute("aria-busy", "true");
    clearTimeout(this.#speaking);
    this.#speaking = window.setTimeout(() => this.#speak(), SPEAK);
  }

  #speak() {
    const { kind, parts, scene } = this;
    if (scene) parts.svg.setAttribute("aria-label", describe(scene, kind.forms));
    parts.status.removeAttribute("aria-busy");
  }

  /** @param {string} key @param {Value} value of a control */
  #move(key, value) {
    this.#change({ state: settle(this.spec.controls, { ...this.now.state, [key]: value }) });
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
    this.#setFields();
    this.#update();
  }

  #listen() {
    const { fields, show, reset, details, svg } = this.parts;
    for (const field of fields) field.addEventListener("input", () => this.#read(field));
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

  /** What is guessed so far, one number a field. @returns {Record<string, number>} */
  get #guesses() {
    const { guess } = this.now;
    if (typeof guess !== "number") return guess ?? {};
    return { [this.parts.fields[0].name]: guess };
  }

  /** @param {Record<string, number>} guesses @returns {Guessed} */
  #asGuess(guesses) {
    const { fields } = this.parts;
    const kept = fields.filter(({ name }) => name in guesses);
    if (kept.length === 0) return null;
    if (fields.length === 1) return guesses[kept[0].name];
    return Object.fromEntries(kept.map(({ name }) => [name, guesses[name]]));
  }

  #setFields() {
    const guesses = this.#guesses;
    for (const field of this.parts.fields) {
      field.value = field.name in guesses ? String(guesses[field.name]) : "";
    }
  }

  /** @param {HTMLInputElement} field */
  #read(field) {
    const { [field.name]: _, ...guesses } = this.#guesses;
    const legal = field.validity.valid && field.value !== "";
    if (legal) guesses[field.name] = field.valueAsNumber;
    this.#change({ guess: this.#asGuess(guesses) });
    if (!field.validity.valid) this.#refuse();
  }

  /** @param {PointerEvent} event */
  #drag({ clientX, clientY }) {
    const { scene, spec: { guess } } = this;
    if (!scene || !guess) return;
    const { left, top, width } = this.parts.svg.getBoundingClientRect();
    const scale = this.#width / width;
    const at = { x: (clientX - left) * scale, y: (clientY - top) * scale };
    const forms = { forms: this.kind.forms, width: this.#width };
    const found = Object.entries(guessAt(at, scene, forms)).map(([key, value]) => (
      [key, Number(Math.min(Math.max(value, guess.min), guess.max).toFixed(guess.decimals))]
    ));
    this.#change({ guess: this.#asGuess({ ...this.#guesses, ...Object.fromEntries(found) }) });
    this.#setFields();
  }

  #show() {
    const missing = this.parts.fields.find(({ name }) => !(name in this.#guesses));
    if (missing) {
      this.#refuse();
      missing.focus();
      return;
    }
    this.#change({ revealed: true });
    this.parts.controls[0].first.focus(); // the button that had it is gone
  }

  #reset() {
    const { opening, guess_first } = this.spec;
    this.#change({ state: opening, guess: null, revealed: !guess_first });
    this.#speak();
    this.#setFields();
    if (guess_first) this.parts.fields[0].focus();
  }

  #refuse() {
    if (!this.spec.guess) return;
    const { min, max, how } = this.spec.guess;
    this.parts.status.textContent = `A guess is a number from ${min} to ${max}: ${how}.`;
  }
}

/**
 * The spec with the offers of each control: sent with it, made from the data, or like another's.
 * @param {any} spec @param {Kind["offers"]} offers @returns {Spec}
 */
export function whole(spec, offers = () => ({})) {
  const sent = spec.controls.map((/** @type {any} */ { key, options }) => [key, options]);
  const made = { ...Object.fromEntries(sent), ...offers(spec.data) };
  const controls = spec.controls.map((/** @type {any} */ control) => (
    control.control === "slider" ? control
      : { ...control, options: made[control.like ?? control.key] }
  ));
  return { ...spec, controls };
}

/** @param {Event} event */
const onGrip = ({ target }) => target instanceof Element && target.closest("[data-grip]") !== null;
