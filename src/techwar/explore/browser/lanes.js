/**
 * Lines over years, and below them marks on the same axis: a row a lane, a mark a day.
 *
 * @import { Form } from "./scene.js"
 * @typedef {{ name: string, colour: string, days: number[] }} Lane its days are places on the axis
 */
import { boxes, words } from "./drawing.js";
import { lines, scales } from "./lines.js";

const LANE = 36;

/** @type {Form} panels of lines with `lanes` */
export const lanes = {
  height: (panel, width) => lines.height(panel, width) + LANE * panel.lanes.length,
  draw(at, panel, place) {
    lines.draw(at, panel, place);
    const { x } = scales(panel, place.width);
    const top = lines.height(panel, place.width) + 6;
    const rows = /** @type {Lane[]} */ (panel.lanes);
    words(at, "part-names", rows.map(({ name, days }, row) => (
      { x: 0, y: top + row * LANE + 12, text: `${name}: ${days.length}` }
    )));
    boxes(at, "acts", rows.flatMap(({ days, colour }, row) => days.map((day) => (
      { x: x(day) - 2, y: top + row * LANE + 17, width: 4, height: 13, fill: place.colours[colour] }
    ))));
  },
  describe(panel) {
    const told = panel.lanes.map((/** @type {Lane} */ { name, days }) => `${name}: ${days.length}`);
    return `${lines.describe(panel)}. Acts, each a mark in its row: ${told.join("; ") || "none"}`;
  },
  table: lines.table,
};
