/**
 * The native, labelled controls of an explorer, and the rule by which a state is legal.
 *
 * @typedef {number | string | string[]} Value
 * @typedef {Record<string, any>} State
 * @typedef {[string, string?][]} Options values, and their words where these differ
 * @typedef {{ key: string, values: string[] }} Only shown where another control has such a value
 * @typedef {{ control: "slider", key: string, label: string, unit: string, min: number,
 *   max: number, step: number, opening: number, printed?: number, half?: number,
 *   only?: Only }} SliderSpec
 * @typedef {{ control: "dropdown", key: string, label: string, opening: string, place?: number,
 *   depends: string, options: Record<string, Options>, only?: Only }} DropdownSpec
 * @typedef {{ control: "checkboxes", key: string, label: string, opening: string[],
 *   depends: string, options: Record<string, Options>, least: number, most: number,
 *   only?: Only }} CheckboxesSpec
 * @typedef {SliderSpec | DropdownSpec | CheckboxesSpec} Control
 * @typedef {{ root: HTMLElement, first: HTMLElement, key: string,
 *   set: (state: State) => void }} Part
 */
import { number } from "./numbers.js";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} [attributes] @param {(string | Node)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * A native control. JupyterLab's shortcuts eat its arrow keys unless it says this itself.
 * @template {"input" | "button" | "summary" | "select"} T
 * @param {T} tag @param {Record<string, string>} attributes @param {(string | Node)[]} children
 */
export const native = (tag, attributes, ...children) =>
  element(tag, { "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);

/**
 * What a control with options offers beside the rest of a state.
 * @param {DropdownSpec | CheckboxesSpec} control @param {State} state
 */
export const offered = (control, state) =>
  control.options[
    control.depends.split(" ").map((key) => (key ? state[key] : "")).join(" ")
  ] ?? [];

/**
 * The state with every value that is not on offer replaced: by the opening one, else the first.
 * @param {Control[]} controls @param {State} state
 * @returns {State}
 */
export function settle(controls, state) {
  /** @type {State} */
  const settled = { ...state };
  for (const control of controls) {
    if (control.control === "slider") continue;
    const values = offered(control, settled).map(([value]) => value);
    const wanted = settled[control.key];
    if (control.control === "dropdown") {
      settled[control.key] =
        [wanted, control.opening].find((value) => values.includes(value))
        ?? values[Math.min(control.place ?? 0, values.length - 1)];
      continue;
    }
    const legal = [wanted, control.opening, values.slice(0, control.most)]
      .map((ticked) => values.filter((value) => ticked.includes(value)).slice(0, control.most));
    settled[control.key] = legal.find(({ length }) => length >= control.least) ?? legal[2];
  }
  return settled;
}

/** @param {SliderSpec} of @param {(key: string, value: Value) => void} change @returns {Part} */
function slider(of, change) {
  const { key, label, unit, min, max, step, printed, half } = of;
  const input = native("input", {
    type: "range", name: key, min: String(min), max: String(max), step: String(step),
  });
  input.addEventListener("input", () => change(key, input.valueAsNumber));
  // Not an <output>: a live region would speak at every step.
  const value = element("span", { class: "value", "aria-hidden": "true" });
  const rail = element("span", { class: "rail" }, input);
  const root = element("label", { class: "slider" }, element("span", {}, label), value, rail);
  if (printed !== undefined && half !== undefined) {
    const along = (/** @type {number} */ at) => String((at - min) / (max - min));
    rail.classList.add("marked");
    rail.style.setProperty("--low", along(printed - half));
    rail.style.setProperty("--high", along(printed + half));
    const range = `printed ${number(printed)} ± ${number(half)} ${unit}`;
    root.append(element("span", { class: "note" }, range));
  }
  return {
    root, first: input, key,
    set({ [key]: at }) {
      input.value = String(at);
      value.textContent = `${number(at)} ${unit}`.trim();
      input.setAttribute("aria-valuetext", value.textContent);
    },
  };
}

/** @param {DropdownSpec} of @param {(key: string, value: Value) => void} change @returns {Part} */
function dropdown(of, change) {
  const select = native("select", { name: of.key });
  select.addEventListener("input", () => change(of.key, select.value));
  let shown = "";
  return {
    root: element("label", { class: "dropdown" }, element("span", {}, of.label), select),
    first: select, key: of.key,
    set(state) {
      const options = offered(of, state);
      if (JSON.stringify(options) !== shown) {
        shown = JSON.stringify(options);
        select.replaceChildren(
          ...options.map(([value, words = value]) => element("option", { value }, words)),
        );
      }
      select.value = state[of.key];
    },
  };
}

/**
 * @param {CheckboxesSpec} of @param {(key: string, value: Value) => void} change
 * @returns {Part}
 */
function checkboxes(of, change) {
  const boxes = element("div", { class: "boxes" });
  const root = element(
    "fieldset", { class: "checkboxes" }, element("legend", {}, of.label), boxes,
  );
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  let shown = "";
  const ticked = () => inputs.filter(({ checked }) => checked).map(({ value }) => value);
  return {
    root, first: boxes, key: of.key,
    set(state) {
      const options = offered(of, state);
      if (JSON.stringify(options) !== shown) {
        shown = JSON.stringify(options);
        inputs = options.map(([value]) => {
          const input = native("input", { type: "checkbox", name: of.key, value });
          input.addEventListener("input", () => change(of.key, ticked()));
          return input;
        });
        boxes.replaceChildren(...options.map(([value, words = value], place) => (
          element("label", {}, inputs[place], ` ${words}`)
        )));
      }
      const { [of.key]: values } = state;
      for (const input of inputs) {
        input.checked = values.includes(input.value);
        input.disabled = input.checked
          ? values.length <= of.least
          : values.length >= of.most;
      }
    },
  };
}

/**
 * @param {Control} of @param {(key: string, value: Value) => void} change
 * @returns {Part}
 */
export function part(of, change) {
  const made = of.control === "slider" ? slider(of, change)
    : of.control === "dropdown" ? dropdown(of, change) : checkboxes(of, change);
  const { only } = of;
  if (!only) return made;
  return {
    ...made,
    set(state) {
      made.root.hidden = !only.values.includes(state[only.key]);
      made.set(state);
    },
  };
}
