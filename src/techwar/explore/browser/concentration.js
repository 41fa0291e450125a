/**
 * The ends of the Herfindahl-Hirschman index of a market of which only some shares are printed.
 * It is concentration.py; property tests hold the two together.
 *
 * @typedef {[number, number]} Ends lowest and highest, in points
 */

const WHOLE = 1000;

/** @param {number} share in per cent, into tenths of a per cent */
export const tenths = (share) => Math.round(10 * share);

/**
 * The sum of squares, what is left, and the most of one firm not named; in tenths of a per cent.
 * @param {number[]} held @param {boolean} top nobody passes the smallest named
 * @returns {[number, number, number]}
 */
export function sums(held, top) {
  const named = held.map(tenths);
  const total = named.reduce((sum, share) => sum + share, 0);
  const squares = named.reduce((sum, share) => sum + share * share, 0);
  return [squares, Math.max(0, WHOLE - total), top ? Math.min(...named) : WHOLE];
}

/**
 * @param {number} squares @param {number} left @param {number} most
 * @param {number} [firms] that share what is left, at most; 0 for any number
 * @returns {Ends | null} null where no market is like that
 */
export function bounds(squares, left, most, firms = 0) {
  if (firms && firms * most < left) return null;
  const pieces = Math.floor(left / most);
  const high = squares + pieces * most ** 2 + (left - pieces * most) ** 2;
  return [(squares + (firms ? (left * left) / firms : 0)) / 100, high / 100];
}
