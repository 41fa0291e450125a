/**
 * A scene in words and numbers: its text alternative, the table behind it, and the question that
 * it answers. Python's half is scene.py.
 *
 * @import { Guess, Kind, View } from "./base.js"
 * @import { Form, Scene, Table } from "./scene.js"
 * @typedef {Omit<Scene, "sentence"> & { question?: string, sentence?: string }} Drawn a scene
 *   with the question that it answers; one without leaves the answer out itself while it is covered
 */
import { number } from "./numbers.js";

/**
 * What is shown: the scene, or no more of it than its question asks for.
 * @param {Pick<Kind, "scene">} kind @param {View} view
 * @returns {Scene}
 */
export function sceneOf(kind, view) {
  const { covered, guess, spec } = view;
  const drawn = kind.scene(covered ? { ...view, state: spec.opening } : view);
  const { question, ...scene } = /** @type {Scene & { question?: string }} */ (drawn);
  if (!covered || !spec.guess) return scene;
  const sentence = waiting(spec.guess, guess);
  if (question === undefined) return { ...scene, sentence };
  const asked = scene.panels.findIndex(({ guess: of }) => of);
  const panel = scene.panels[asked];
  const rows = panel.rows.map((/** @type {any} */ row, /** @type {number} */ place) => (
    place === panel.guess.row ? { ...row, bars: [] } : row
  ));
  const empty = { ...panel, rows, guess: { ...panel.guess, covered: true } };
  const panels = [...scene.panels.slice(0, asked), empty];
  return { title: question, subtitle: scene.subtitle, source: scene.source, sentence, panels };
}

/** @param {Guess} asked @param {View["guess"]} guess */
function waiting({ fields, how, unit }, guess) {
  const given = typeof guess === "number" ? 1 : Object.keys(guess ?? {}).length;
  if (given < fields.length) return `Guess first: ${how}.`;
  const words = typeof guess === "number" ? `: ${number(guess)} ${unit}`.trimEnd() : " is complete";
  return `Your guess${words}. Press Show to compare.`;
}

/**
 * How far a guess is from the answer, as a sentence after others; "" without one.
 * @param {any} guess a number or null @param {number} answer
 * @param {{ unit?: string, noun?: string, decimals?: number, sides?: [string, string] }} [words]
 *   the unit follows the guess, the noun (in the singular) the distance, which has the decimals
 */
export function besideGuess(guess, answer, words = {}) {
  if (guess === null) return "";
  const { unit = "", noun = "", decimals = 0, sides = ["too low", "too high"] } = words;
  const off = number(Number(Math.abs(guess - answer).toFixed(decimals)));
  const told = ` Your guess of ${`${number(guess)} ${unit}`.trim()} is`;
  if (off === "0") return `${told} on the spot.`;
  const size = `${off} ${off === "1" || !noun ? noun : `${noun}s`}`.trim();
  return `${told} ${size} ${sides[Number(guess > answer)]} for these settings.`;
}

/** @param {string} words with a capital at their beginning */
export const capital = (words) => words.slice(0, 1).toUpperCase() + words.slice(1);

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
