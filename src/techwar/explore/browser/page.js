/**
 * The page of an explorer: native, labelled controls and the places that are written to.
 *
 * @import { Spec } from "./base.js"
 * @import { Value } from "./controls.js"
 * @import { Table } from "./scene.js"
 */
import { element, native, part } from "./controls.js";
import { number } from "./numbers.js";

/**
 * Every part of the page that is written to later, and the whole.
 * @param {Spec} spec @param {(key: string, value: Value) => void} change a control was moved
 */
export function page(spec, change) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("role", "img");
  const controls = spec.controls.map((control) => part(control, change));
  const fields = (spec.guess?.fields ?? []).map(({ key }) => native("input", {
    type: "number", name: key, min: String(spec.guess?.min), max: String(spec.guess?.max),
    step: "any", inputmode: "decimal",
  }));
  const answers = fields.map((field, place) => {
    const { unit, fields: named } = /** @type {import("./base.js").Guess} */ (spec.guess);
    return element("label", {}, `${named[place].label} `, field, ` ${unit}`);
  });
  const show = native("button", { type: "button", class: "show" }, "Show");
  const reset = native("button", { type: "button", class: "reset" }, "Reset");
  const question = element("p", { class: "question" });
  const ask = element(
    "div", { class: "ask" }, question, element("div", { class: "answer" }, ...answers, show),
  );
  const panel = element("div", { class: "controls" }, ...controls.map(({ root }) => root));
  const status = element("p", { role: "status" });
  const table = element("table");
  const details = element("details", {}, native("summary", {}, "The numbers"), table);
  const subtitle = element("span");
  const caption = element("figcaption", {}, element("strong", {}, spec.title), subtitle);
  const source = element("p", { class: "source" });
  const notes = element("ul", { class: "notes" });
  const root = element(
    "div", { class: "techwar-explorer" },
    element("figure", {}, caption, ask, panel, svg, notes), status, details,
    element("div", { class: "foot" }, source, reset),
  );
  for (const name of ["accent", "guess"]) root.style.setProperty(`--${name}`, spec.colours[name]);
  return {
    root, controls, fields, show, reset, svg, question, ask, panel, status, table, details,
    subtitle, source, notes,
  };
}

/**
 * The head and the body of the table: one body a group, in the order of the rows.
 * @param {Table} table
 */
export function tableParts({ head, rows }) {
  const columns = head.map((name) => element("th", { scope: "col" }, name));
  const groups = [...new Set(rows.map(({ group = "" }) => group))];
  const width = String(head.length);
  const bodies = groups.map((name) => element(
    "tbody", {},
    ...(name
      ? [element("tr", {}, element("th", { scope: "rowgroup", colspan: width }, name))] : []),
    ...rows.filter(({ group = "" }) => group === name).map(tableRow),
  ));
  return [element("thead", {}, element("tr", {}, ...columns)), ...bodies];
}

/** @param {import("./scene.js").TableRow} row */
function tableRow({ cells: [name, ...values], decimals }) {
  const cells = values.map((value) => element(
    "td", {}, value === null ? "–" : typeof value === "number" ? number(value, decimals) : value,
  ));
  return element("tr", {}, element("th", { scope: "row" }, String(name)), ...cells);
}
