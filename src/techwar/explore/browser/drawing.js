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
      at.selectChildren(`g.${first}`).data([name]).join("g").each(function (found) {
        set(/** @type {Element} */ (this), "class", found);
      })
    )
  );
}

/**
 * Set an attribute where it changes: a browser lays out anew even what was set to what it is.
 * @param {Element} node @param {string} name @param {string | number | null | undefined} value
 */
function set(node, name, value) {
  if (value === null || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
}

/** Set the words of an element where they change. @param {Element} node @param {string} text */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Drawing} at @param {string} name @param {Words[]} data */
export function words(at, name, data) {
  layer(at, name).selectAll("text").data(data).join("text").each(function ({ x, y, anchor, text }) {
    const node = /** @type {Element} */ (this);
    set(node, "x", x);
    set(node, "y", y);
    set(node, "text-anchor", anchor ?? "start");
    say(node, text);
  });
}

/** @param {Drawing} at @param {string} name @param {Box[]} data */
export function boxes(at, name, data) {
  layer(at, name).selectAll("rect").data(data).join("rect").each(function (box) {
    const node = /** @type {Element} */ (this);
    set(node, "x", box.x);
    set(node, "y", box.y);
    set(node, "width", Math.max(box.width, 0));
    set(node, "height", box.height);
    set(node, "fill", box.fill);
    set(node, "stroke", box.stroke);
  });
}

/** @param {Drawing} at @param {string} name @param {(string | null)[]} data */
export function paths(at, name, data) {
  layer(at, name).selectAll("path").data(data.filter((one) => one !== null)).join("path")
    .each(function (one) {
      set(/** @type {Element} */ (this), "d", one);
    });
}

/**
 * @param {Drawing} at @param {string} name @param {Axis<any>} ticks
 * @param {{ x?: number, y?: number }} place
 */
export function axis(at, name, ticks, { x = 0, y = 0 }) {
  const drawn = layer(at, `${name} axis`);
  const scale = /** @type {any} */ (ticks.scale());
  const [low, high] = scale.domain();
  // The middle tells equal steps from equal factors, the words of an end one unit from another.
  const shown = JSON.stringify([x, y, low, high, scale.range(), scale((low + high) / 2),
    ticks.tickValues(), ticks.tickFormat()?.(high, 0)]);
  if (drawn.attr("data-axis") === shown) return;
  drawn.attr("transform", `translate(${x},${y})`).attr("data-axis", shown)
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
