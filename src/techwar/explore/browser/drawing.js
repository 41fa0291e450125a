/**
 * What every form draws with: layers that keep their place, words, boxes, axes.
 *
 * @import { Selection } from "d3-selection"
 * @import { Axis } from "d3-axis"
 * @typedef {Selection<SVGGElement, unknown, any, unknown>} Drawing
 * @typedef {{ x: number, y: number, text: string, anchor?: string }} Words
 * @typedef {{ x: number, y: number, width: number, height: number, fill?: string,
 *   stroke?: string }} Box
 */

/** A drawing narrower than this puts its words closer together. */
export const NARROW = 440;

/** Pixels that a text of the drawing takes, at most. */
export const wide = (/** @type {string} */ text) => 7.2 * text.length;

/**
 * A group that keeps its place in the stack of layers, whatever is drawn into it later.
 * @param {Drawing} at @param {string} name its class; words after the first may change
 */
export function layer(at, name) {
  const [first] = name.split(" ");
  return /** @type {Drawing} */ (
    /** @type {unknown} */ (
      at.selectChildren(`g.${first}`).data([name]).join("g").attr("class", name)
    )
  );
}

/** @param {Drawing} at @param {string} name @param {Words[]} data */
export function words(at, name, data) {
  layer(at, name).selectAll("text").data(data).join("text")
    .attr("x", ({ x }) => x).attr("y", ({ y }) => y)
    .attr("text-anchor", ({ anchor }) => anchor ?? "start").text(({ text }) => text);
}

/** @param {Drawing} at @param {string} name @param {Box[]} data */
export function boxes(at, name, data) {
  layer(at, name).selectAll("rect").data(data).join("rect")
    .attr("x", ({ x }) => x).attr("y", ({ y }) => y)
    .attr("width", ({ width }) => Math.max(width, 0)).attr("height", ({ height }) => height)
    .attr("fill", ({ fill }) => fill ?? null).attr("stroke", ({ stroke }) => stroke ?? null);
}

/** @param {Drawing} at @param {string} name @param {(string | null)[]} data */
export function paths(at, name, data) {
  layer(at, name).selectAll("path").data(data.filter((one) => one !== null)).join("path")
    .attr("d", (one) => one);
}

/**
 * @param {Drawing} at @param {string} name @param {Axis<any>} ticks
 * @param {{ x?: number, y?: number }} place
 */
export function axis(at, name, ticks, { x = 0, y = 0 }) {
  layer(at, `${name} axis`).attr("transform", `translate(${x},${y})`)
    .call(ticks.tickSizeOuter(0))
    .attr("font-size", null).attr("font-family", null); // d3 sets its own, which hide ours
}

/** The points of a line that has gaps where there is no number. */
export const line = (/** @type {([number, number] | null)[]} */ points) => {
  let pen = "M";
  return points.map((point) => {
    if (point === null) {
      pen = "M";
      return "";
    }
    const step = `${pen}${point[0]},${point[1]}`;
    pen = "L";
    return step;
  }).join("");
};
