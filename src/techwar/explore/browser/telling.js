/**
 * A scene in words and numbers: its text alternative, and the table behind it.
 *
 * @import { Form, Scene, Table } from "./scene.js"
 */

/**
 * The text alternative of the drawing.
 * @param {Scene} scene @param {Record<string, Form>} forms
 */
export function describe({ title, panels, notes = [] }, forms) {
  const told = panels.map((panel) => forms[panel.form].describe(panel));
  const ends = (/** @type {string} */ words) => (/[.?!]$/.test(words) ? words : `${words}.`);
  return [title, ...told, ...notes].map(ends).join(" ");
}

/**
 * The numbers behind the drawing.
 * @param {Scene} scene @param {Record<string, Form>} forms
 * @returns {Table}
 */
export function tableOf({ panels, table }, forms) {
  if (table) return table;
  const tables = panels.map((panel) => forms[panel.form].table(panel));
  return { head: tables[0].head, rows: tables.flatMap(({ rows }) => rows) };
}
