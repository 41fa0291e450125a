import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.js";
import { axisLeft } from "d3-axis";
import { select } from "d3-selection";
import { axis, boxes, words } from "../drawing.js";
import { linear, log } from "../scale.js";

/** An empty drawing on a page. */
function drawing() {
  const root = document.createElementNS("http://www.w3.org/2000/svg", "g");
  document.body.append(root);
  return { at: /** @type {any} */ (select(root)), root };
}

test("what stays as it is, is left alone", () => {
  const { at, root } = drawing();
  const draw = (/** @type {string} */ text) => words(at, "value", [{ x: 1, y: 2, text }]);
  draw("one");
  const before = root.querySelector("text")?.firstChild;
  draw("one");
  assert.equal(root.querySelector("text")?.firstChild, before);
  draw("two");
  assert.equal(root.textContent, "two");
});

test("a box loses the stroke and the fill that it no longer has", () => {
  const { at, root } = drawing();
  const box = { x: 0, y: 0, width: 5, height: 5 };
  boxes(at, "bars", [{ ...box, fill: "red", stroke: "blue" }]);
  boxes(at, "bars", [{ ...box, width: -1 }]);
  const drawn = /** @type {Element} */ (root.querySelector("rect"));
  assert.deepEqual(["fill", "stroke", "width"].map((name) => drawn.getAttribute(name)),
    [null, null, "0"]);
});

test("an axis is drawn anew where its ends, its unit, its place or its steps change", () => {
  const { at, root } = drawing();
  const ticks = (/** @type {any} */ scale, unit = "") => (
    axis(at, "scale", axisLeft(scale).ticks(3).tickFormat((one) => `${one}${unit}`), { x: 1 })
  );
  const ends = /** @type {[number, number]} */ ([1, 100]);
  const pixels = /** @type {[number, number]} */ ([0, 300]);
  const seen = [];
  for (const [scale, unit] of /** @type {[any, string][]} */ (
    [[linear(ends, pixels), ""], [linear(ends, pixels), "%"], [log(ends, pixels), "%"],
      [log([1, 1000], pixels), "%"]])) {
    ticks(scale, unit);
    seen.push(root.innerHTML);
  }
  assert.equal(new Set(seen).size, 4);
});
