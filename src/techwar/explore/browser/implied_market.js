/**
 * What the printed numbers imply: a share and two growth rates, turned into the
 * market of two years and into China's part of the world's growth.
 *
 * @import { View } from "./base.js"
 * @import { Drawn } from "./telling.js"
 * @import { Estimate, Estimates } from "./implied_market_model.js"
 */
import { barPanel, bars, guessed } from "./bars.js";
import { explorer } from "./base.js";
import { implied } from "./implied_market_model.js";
import { number } from "./numbers.js";

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess, covered, spec }) {
  const { data } = spec;
  const found = implied(state, spec);
  return {
    title: covered ? question(state) : finding(state, found, spec),
    subtitle: data.subtitle,
    source: data.source,
    sentence: result(state, found, guess),
    panels: [levels(found, covered, data.extent), growth(found, guess, covered)],
    table: table(found, covered, data.quantities),
  };
}

/** @param {any} state */
const question = ({ share, china_growth, world_growth }) => (
  `China is ${number(share)} % of the market and grows ${number(china_growth)} % ` +
  `while the world grows ${number(world_growth)} %: how much of the world's growth is China's?`
);

/** @param {any} state @param {Estimates} found @param {import("./base.js").Spec} spec */
function finding(state, { china_part }, { controls }) {
  const words = `China, ${number(state.share)} % of the market, accounted for ` +
    `${number(china_part.value, 0)} % of the growth in 2017`;
  const printed = controls.every((control) => (
    control.control === "slider" && state[control.key] === control.printed
  ));
  return printed ? words : `Assumed, not printed: ${words}`;
}

/** @param {any} state @param {Estimates} found @param {any} guess */
function result(state, { china_part: part, china_added, world_added, rest_growth }, guess) {
  const change = moved(rest_growth.value);
  const rest = `the rest of the world ${change}`;
  const whole = change.startsWith("shrank") ? `more than the whole, because ${rest}` : rest;
  const words =
    `With ${number(state.share)} % of the market and growth of ${number(state.china_growth)} % ` +
    `against the world's ${number(state.world_growth)} %, China added ` +
    `${number(china_added.value, 2)} of the world's ${number(world_added.value, 2)} billion ` +
    `US dollars of growth. That is ${number(part.value, 0)} % (${number(part.low, 0)} to ` +
    `${number(part.high, 0)} %); ${whole}.`;
  return guess === null ? words : `${words} Your guess of ${number(guess)} % ${gap(guess, part)}.`;
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

/**
 * Covered, only what the printed numbers say themselves: 2016 would give the answer away.
 * @param {Estimates} found @param {boolean} covered @param {number} max
 */
function levels(found, covered, max) {
  const rows = ["2016", "2017"].map((year) => {
    if (covered && year === "2016") return { name: year, bars: [], note: "hidden until Show" };
    const china = found[`china_${year}`];
    const rest = found[`rest_${year}`];
    return {
      name: year,
      bars: [
        {
          colour: "China", from: 0, to: china.value, low: china.low, high: china.high,
          label: `China ${number(china.value, 2)}`,
        },
        {
          colour: "Rest of world", from: china.value, to: china.value + rest.value,
          low: china.value + rest.low, high: china.value + rest.high,
          label: `Rest ${number(rest.value, 2)}`,
        },
      ],
    };
  });
  return barPanel("World market, billion US dollars", rows, max, { decimals: 2 });
}

/** @param {Estimates} found @param {any} guess @param {boolean} covered */
function growth({ china_part: part }, guess, covered) {
  const china = {
    colour: "China", from: 0, to: part.value, low: part.low, high: part.high,
    label: `China ${number(part.value, 0)} %`, beyond: "more than the whole",
  };
  const rest = {
    colour: "Rest of world", from: part.value, to: 100,
    label: `Rest ${number(100 - part.value, 0)} %`,
  };
  // A part below nothing or above the whole leaves no rest to draw.
  const bars = covered ? [] : 0 < part.value && part.value < 100 ? [china, rest] : [china];
  return barPanel("China's part of the growth", [{ name: "", bars }], 100, {
    unit: "%", guess: { ...guessed(guess), covered },
  });
}

/** @param {Estimates} found @param {boolean} covered @param {any} quantities */
function table(found, covered, quantities) {
  const shown = /** @type {[string, [string, string, number]][]} */ (Object.entries(quantities))
    .filter(([name]) => !covered || name.endsWith("2017"));
  return {
    head: ["Quantity", "Value", "Lowest", "Highest"],
    rows: shown.map(([name, [quantity, group, decimals]]) => {
      const { value, low, high } = found[name];
      return { group, decimals, cells: [quantity, value, low, high] };
    }),
  };
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
