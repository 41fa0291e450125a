/**
 * A scene: all that a state shows, as plain values. Python makes the same one.
 *
 * @import { Drawing } from "./drawing.js"
 * @typedef {object} Scene
 * @property {string} title the finding, or the question while the answer is covered
 * @property {string} subtitle measure, unit, years
 * @property {string} source
 * @property {string} sentence the result in words
 * @property {string[]} [notes] what is missing, and why
 * @property {any[]} panels drawn one above the other, each of a form
 * @property {Table} [table] the numbers, where they are not simply those of the panels
 *
 * @typedef {{ group?: string, decimals?: number, cells: (string | number | null)[] }} TableRow
 * @typedef {{ head: string[], rows: TableRow[] }} Table
 *
 * @typedef {object} Form how panels of one form are drawn and told
 * @property {(panel: any, width: number) => number} height
 * @property {(at: Drawing, panel: any, place: Place) => void} draw
 * @property {(panel: any) => string} describe
 * @property {(panel: any) => Table} table
 * @property {(at: { x: number, y: number }, panel: any, width: number) =>
 *   Record<string, number>} [guessAt] the guess under a place of the drawing
 * @typedef {{ width: number, colours: Record<string, string> }} Place
 */
import { select } from "d3-selection";

const BETWEEN = 18;

/**
 * The panels, each with the height at which it begins.
 * @param {Scene} scene @param {Record<string, Form>} forms @param {number} width
 */
function stacked({ panels }, forms, width) {
  let next = 0;
  return panels.map((panel) => {
    const top = next;
    const height = forms[panel.form].height(panel, width);
    next = top + height + BETWEEN;
    return { panel, form: forms[panel.form], top, height };
  });
}

/**
 * @param {SVGSVGElement} svg @param {Scene} scene
 * @param {Place & { forms: Record<string, Form> }} place
 */
export function drawScene(svg, scene, { forms, ...place }) {
  const { width } = place;
  const drawn = stacked(scene, forms, width);
  const { top, height } = drawn[drawn.length - 1];
  const whole = top + height;
  const picture = select(svg).attr("viewBox", `0 0 ${width} ${whole}`).attr("height", whole);
  picture.selectAll("g.panel")
    .data(drawn, (one, number) => `${/** @type {any} */ (one).panel.form} ${number}`)
    .join("g")
    .attr("class", ({ panel }) => `panel ${panel.form}`)
    .attr("transform", ({ top }) => `translate(0,${top})`)
    .each(function ({ panel, form }) {
      form.draw(/** @type {any} */ (select(this)), panel, place);
    });
}

/**
 * The guess under a place of the drawing, by the fields that it fills.
 * @param {{ x: number, y: number }} at @param {Scene} scene
 * @param {{ forms: Record<string, Form>, width: number }} place
 * @returns {Record<string, number>}
 */
export function guessAt({ x, y }, scene, { forms, width }) {
  const asked = stacked(scene, forms, width).find(({ panel }) => panel.guess?.covered);
  return asked?.form.guessAt?.({ x, y: y - asked.top }, asked.panel, width) ?? {};
}
