/**
 * What the printed numbers imply: a share and two growth rates, turned into the
 * market of two years and into China's part of the world's growth.
 *
 * @import { View, Row } from "./base.js"
 * @import { Estimate } from "./implied_market_model.js"
 */
import { explorer } from "./base.js";
import { implied, marks } from "./implied_market_model.js";
import { draw, guessAt } from "./implied_market_picture.js";
import { number } from "./page.js";

/** @param {View} view @returns {Row[]} */
export function rows({ state, covered, spec }) {
  const found = implied(state, spec);
  return Object.entries(spec.quantities)
    .filter(([name]) => !covered || name.endsWith("2017"))
    .map(([name, [quantity, unit, digits]]) => ({ quantity, unit, digits, ...found[name] }));
}

/** @param {number} growth in per cent */
const moved = (growth) => {
  const size = number(Math.abs(growth), 1);
  if (size === "0.0") return "stood still";
  return `${growth > 0 ? "grew" : "shrank"} ${size} %`;
};

/** @param {number} guess @param {Estimate} part */
function gap(guess, { value, low, high }) {
  if (low <= guess && guess <= high) return "lies within what the rounding leaves open";
  const points = Math.round(Math.abs(guess - value));
  const size = points === 0 ? "less than 1 point" : `${points} point${points === 1 ? "" : "s"}`;
  return `is ${size} too ${guess < value ? "low" : "high"} for these numbers`;
}

/** @param {Pick<View, "state">} view */
export function question({ state: { share, china_growth, world_growth } }) {
  return (
    `China is ${number(share)} % of the market and grows ${number(china_growth)} % ` +
    `while the world grows ${number(world_growth)} %: how much of the world's growth is China's?`
  );
}

/** @param {View} view */
export function sentence({ state, guess, covered, spec }) {
  if (covered) {
    return guess === null
      ? "Guess first: drag the bar or type a number."
      : `Your guess: ${number(guess)} %. Press Show to compare.`;
  }
  const { china_part: part, china_added, world_added, rest_growth } = implied(state, spec);
  const change = moved(rest_growth.value);
  const rest = `the rest of the world ${change}`;
  const whole = change.startsWith("shrank") ? `more than the whole, because ${rest}` : rest;
  const result =
    `With ${number(state.share)} % of the market and growth of ${number(state.china_growth)} % ` +
    `against the world's ${number(state.world_growth)} %, China added ` +
    `${number(china_added.value, 2)} of the world's ${number(world_added.value, 2)} billion ` +
    `US dollars of growth. That is ${number(part.value, 0)} % (${number(part.low, 0)} to ` +
    `${number(part.high, 0)} %); ${whole}.`;
  if (guess === null) return result;
  return `${result} Your guess of ${number(guess)} % ${gap(guess, part)}.`;
}

/** @param {View} view */
export function description(view) {
  const { state, covered, spec } = view;
  const found = implied(state, spec);
  const year = (/** @type {string} */ name) =>
    `${name} China ${number(found[`china_${name}`].value, 2)}, ` +
    `rest of the world ${number(found[`rest_${name}`].value, 2)}`;
  if (covered) {
    return `A bar of the world market in billion US dollars: ${year("2017")}. ${question(view)}`;
  }
  const { value, low, high } = found.china_part;
  return (
    `Two bars of the world market in billion US dollars: ${year("2016")}; ${year("2017")}. ` +
    `A third bar: China's part of the growth between them, ${number(value, 0)} % ` +
    `(${number(low, 0)} to ${number(high, 0)} %).`
  );
}

export { marks };
export default explorer({ question, sentence, description, rows, draw, guessAt });
