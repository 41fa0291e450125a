/**
 * Scales from values to pixels. Half the bundle would be d3-scale, with its colours and dates.
 *
 * @typedef {((value: number) => number) & {
 *   invert: (pixel: number) => number,
 *   ticks: (count: number) => number[],
 *   domain: () => number[], range: () => number[], copy: () => Scale }} Scale
 */
import { ticks } from "d3-array";

/**
 * @param {[number, number]} domain @param {[number, number]} range
 * @param {(value: number) => number} take @param {(value: number) => number} back
 * @param {(count: number) => number[]} marks
 * @returns {Scale}
 */
function scale(domain, range, take, back, marks) {
  const [low, high] = domain.map(take);
  const [start, end] = range;
  const within = (/** @type {number} */ part) => Math.min(Math.max(part, 0), 1);
  return Object.assign(
    (/** @type {number} */ value) => (
      start + within((take(value) - low) / (high - low)) * (end - start)
    ),
    {
      invert: (/** @type {number} */ pixel) => (
        back(low + within((pixel - start) / (end - start)) * (high - low))
      ),
      ticks: marks,
      domain: () => [...domain],
      range: () => [...range],
      copy: () => scale(domain, range, take, back, marks),
    },
  );
}

const same = (/** @type {number} */ value) => value;

/**
 * Equal steps, equal distances; a value beyond an end stands at the end.
 * @param {[number, number]} domain @param {[number, number]} range
 */
export const linear = (domain, range) => (
  scale(domain, range, same, same, (count) => ticks(...domain, count))
);

/**
 * Equal factors, equal distances.
 * @param {[number, number]} domain both above zero @param {[number, number]} range
 */
export const log = (domain, range) => scale(domain, range, Math.log10, (at) => 10 ** at, () => {
  const powers = ticks(Math.floor(Math.log10(domain[0])), Math.ceil(Math.log10(domain[1])), 12);
  return powers.filter(Number.isInteger).flatMap((power) => [1, 2, 5].map((n) => n * 10 ** power))
    .filter((value) => value >= domain[0] && value <= domain[1]);
});
