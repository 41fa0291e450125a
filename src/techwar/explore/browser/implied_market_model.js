/**
 * The arithmetic behind *What the printed numbers imply*: pure functions.
 *
 * It is that of implied_market.py, names included; property tests hold the two together.
 *
 * @import { Spec } from "./base.js"
 * @import { State } from "./controls.js"
 * @typedef {{ value: number, low: number, high: number }} Estimate
 * @typedef {Record<string, Estimate>} Estimates
 */

/**
 * Everything that follows from five printed numbers, in billion US dollars and per cent.
 * @param {number} value @param {number} growth @param {number} share
 * @param {number} china @param {number} world
 * @returns {Record<string, number>}
 */
export function quantities(value, growth, share, china, world) {
  const world_2017 = value / (1 + growth / 100);
  const china_2017 = (world_2017 * share) / 100;
  const world_2016 = world_2017 / (1 + world / 100);
  const china_2016 = china_2017 / (1 + china / 100);
  const rest_2017 = world_2017 - china_2017;
  const rest_2016 = world_2016 - china_2016;
  const china_added = china_2017 - china_2016;
  const world_added = world_2017 - world_2016;
  return {
    china_2016, rest_2016, world_2016, china_2017, rest_2017, world_2017, china_added, world_added,
    rest_growth: (rest_2017 / rest_2016 - 1) * 100,
    china_part: (china_added / world_added) * 100,
  };
}

/**
 * Each quantity with the ends that the rounding of the printed numbers leaves open.
 * @param {State} state @param {Spec} spec
 * @returns {Estimates}
 */
export function implied(state, spec) {
  /** @type {{ value: number, half: number }[]} */
  const printed = [
    ...spec.data.held,
    ...spec.controls.map((control) => (
      { value: state[control.key], half: control.control === "slider" ? (control.half ?? 0) : 0 }
    )),
  ];
  const [value, growth, share, china, world] = printed.map((one) => one.value);
  const point = quantities(value, growth, share, china, world);
  const corners = printed
    .reduce(
      (/** @type {number[][]} */ found, { value, half }) =>
        found.flatMap((corner) => [[...corner, value - half], [...corner, value + half]]),
      [[]],
    )
    .map(([value, growth, share, china, world]) => quantities(value, growth, share, china, world));
  return Object.fromEntries(
    Object.entries(point).map(([name, value]) => {
      const ends = corners.map((corner) => corner[name]);
      return [name, { value, low: Math.min(...ends), high: Math.max(...ends) }];
    }),
  );
}
