/**
 * A page of cells, with the counters and outputs beside them and the names that the kernel holds.
 *
 * @import { Drawing } from "./drawing.js"
 * @import { Form, Place } from "./scene.js"
 * @typedef {{ counter: string, code: string, output: string }} Cell
 * @typedef {{ form: "page", heading: string, cells: Cell[],
 *   memory: [string, string][] }} Panel
 */
import { boxes, NARROW, words } from "./drawing.js";

/** Pixels: where the cells begin, from cell to cell, and how large the boxes are. */
const LEFT = 40;
const TOP = 26;
const ROW = 62;
const CELL = 32;
const KERNEL = 150;
const LINE = 24;

/** @param {Panel} panel @param {number} width where the kernel's box stands */
function kernelBox({ cells }, width) {
  const bottom = TOP + ROW * cells.length;
  return width < NARROW
    ? { x: LEFT, y: bottom + TOP, width: width - LEFT - 1, height: 2 * LINE + 12 }
    : { x: width - KERNEL - 1, y: TOP, width: KERNEL, height: bottom - TOP - 8 };
}

/** @param {Panel} panel @param {number} width */
function height(panel, width) {
  const box = kernelBox(panel, width);
  return Math.max(TOP + ROW * panel.cells.length, box.y + box.height + 8);
}

/** @param {Drawing} at @param {Panel} panel @param {Place} place */
function draw(at, panel, { width }) {
  const { cells, heading, memory } = panel;
  const kernel = kernelBox(panel, width);
  const right = width < NARROW ? width - 1 : kernel.x - 16;
  const rows = cells.map((cell, place) => ({ ...cell, top: TOP + ROW * place }));
  boxes(at, "frames", [
    ...rows.map(({ top }) => ({ x: LEFT, y: top, width: right - LEFT, height: CELL })), kernel,
  ]);
  words(at, "heading", [
    { x: LEFT, y: 14, text: heading },
    { x: kernel.x, y: kernel.y - 12, text: "The kernel knows" },
  ]);
  const held = memory.map(([name, value]) => `${name} = ${value}`);
  words(at, "code", [
    ...rows.map(({ counter, top }) => ({ x: 0, y: top + 21, text: `[${counter}]` })),
    ...rows.map(({ code, top }) => ({ x: LEFT + 8, y: top + 21, text: code })),
    ...(held.length ? held : ["no name"]).map((text, place) => (
      { x: kernel.x + 10, y: kernel.y + 24 + LINE * place, text }
    )),
  ]);
  words(at, "output", rows.map(({ output, top }) => (
    { x: width < NARROW ? 0 : LEFT + 8, y: top + CELL + 19, text: output }
  )));
}

/** @param {Panel} panel */
function describe({ heading, cells, memory }) {
  const told = cells.map(({ counter, code, output }, place) => (
    `cell ${place + 1}, counter ${counter}: ${code}${output && `, which shows ${output}`}`
  ));
  const held = memory.map(([name, value]) => `${name} = ${value}`).join(", ");
  return `${heading}: ${told.join("; ")}. The kernel knows ${held || "no name"}`;
}

/** @param {Panel} panel */
function table({ cells, memory }) {
  return {
    head: ["Place", "Text or value", "Shows"],
    rows: [
      ...cells.map(({ counter, code, output }, place) => ({
        group: "On the page", cells: [`Cell ${place + 1} [${counter}]`, code, output || null],
      })),
      ...memory.map(([name, value]) => ({ group: "In the kernel", cells: [name, value, null] })),
    ],
  };
}

/** @type {Form} */
export const page = { height, draw, describe, table };
