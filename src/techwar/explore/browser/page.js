/**
 * The page of an explorer: native, labelled controls and the places that are written to.
 *
 * @import { Control, Row, Spec } from "./base.js"
 */
import { format } from "d3-format";

/**
 * A number in the figures of prose: as short as it is, or with so many decimals.
 * @param {number} value @param {number} [decimals]
 */
export const number = (value, decimals) =>
  format(decimals === undefined ? ".12~r" : `.${decimals}f`)(value);

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string>} [attributes] @param {(string | Node)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * A native control. JupyterLab's shortcuts eat its arrow keys unless it says this itself.
 * @template {"input" | "button" | "summary"} T
 * @param {T} tag @param {Record<string, string>} attributes @param {string[]} children
 */
const control = (tag, attributes, ...children) =>
  element(tag, { "data-lm-suppress-shortcuts": "true", ...attributes }, ...children);

/** @param {Control} of */
function slider({ key, label, unit, min, max, step, printed, half }) {
  const input = control("input", {
    type: "range", name: key, min: String(min), max: String(max), step: String(step),
  });
  // Not an <output>: a live region would speak at every step.
  const value = element("span", { class: "value", "aria-hidden": "true" });
  const rail = element("span", { class: "rail" }, input);
  const along = (/** @type {number} */ at) => String((at - min) / (max - min));
  rail.style.setProperty("--low", along(printed - half));
  rail.style.setProperty("--high", along(printed + half));
  const range = `printed ${number(printed)} ± ${number(half)} ${unit}`;
  const note = element("span", { class: "note" }, range);
  const root = element("label", { class: "slider" }, element("span", {}, label), value, rail, note);
  return {
    root,
    input,
    /** @param {number} at */
    set(at) {
      input.value = String(at);
      value.textContent = `${number(at)} ${unit}`;
      input.setAttribute("aria-valuetext", value.textContent);
    },
  };
}

/**
 * Every part of the page that is written to later, and the whole.
 * @param {Spec} spec
 */
export function page(spec) {
  const { label, unit, min, max } = spec.guess;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("role", "img");
  const sliders = spec.controls.map(slider);
  const field = control("input", {
    type: "number", name: "guess", min: String(min), max: String(max), step: "any",
    inputmode: "decimal",
  });
  const show = control("button", { type: "button", class: "show" }, "Show");
  const reset = control("button", { type: "button", class: "reset" }, "Reset");
  const question = element("p", { class: "question" });
  const ask = element(
    "div", { class: "ask" }, question,
    element("div", { class: "answer" }, element("label", {}, `${label} `, field, ` ${unit}`), show),
  );
  const controls = element("div", { class: "sliders" }, ...sliders.map(({ root }) => root));
  const status = element("p", { role: "status" });
  const table = element("table");
  const details = element("details", {}, control("summary", {}, "The numbers"), table);
  const caption = element(
    "figcaption", {}, element("strong", {}, spec.title), element("span", {}, spec.subtitle),
  );
  const source = element("p", { class: "source" }, spec.source);
  const root = element(
    "div", { class: "techwar-explorer" },
    element("figure", {}, caption, ask, controls, svg), status, details,
    element("div", { class: "foot" }, source, reset),
  );
  for (const name of ["accent", "guess"]) root.style.setProperty(`--${name}`, spec.colours[name]);
  const written = { svg, question, ask, controls, status, table, details };
  return { root, sliders, field, show, reset, ...written };
}

/**
 * The head and the body of the table: one body a unit, in the order of the rows.
 * @param {Row[]} rows
 */
export function tableParts(rows) {
  const columns = ["Quantity", "Value", "Lowest", "Highest"].map((name) => (
    element("th", { scope: "col" }, name)
  ));
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const bodies = units.map((unit) => element(
    "tbody", {},
    element("tr", {}, element("th", { scope: "rowgroup", colspan: "4" }, unit)),
    ...rows.filter((row) => row.unit === unit).map(tableRow),
  ));
  return [element("thead", {}, element("tr", {}, ...columns)), ...bodies];
}

/** @param {Row} row */
function tableRow({ quantity, digits, value, low, high }) {
  const numbers = [value, low, high].map((one) => element("td", {}, number(one, digits)));
  return element("tr", {}, element("th", { scope: "row" }, quantity), ...numbers);
}
