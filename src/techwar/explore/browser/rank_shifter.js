/**
 * Rank shifter: a firm's place, as the list, the measure and the year are chosen.
 *
 * It is the scene of rank_shifter.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Drawn } from "./telling.js"
 * @typedef {[string] | [number, string, number, number, string]} Place places left out; or place,
 *   firm, the ends of its bar, and the words beside it
 * @typedef {{ is: string[], words: string, short: string, heading: string,
 *   axis: object, rows: Place[], absent: string, notes: string[], source: string }} Card a list
 */
import { barPanel, bars, guessed, part } from "./bars.js";
import { explorer } from "./base.js";
import { besideGuess } from "./telling.js";

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess, spec: { data, opening, guess_first: first } }) {
  const { known, market, scope, measure, year, firm } = state;
  const key = `${known} ${market}`;
  const beside = /** @type {Card[]} */ (
    data.lists[key].map((/** @type {number} */ place) => data.cards[place])
  );
  const wanted = String([scope, measure, year]);
  const one = /** @type {Card} */ (beside.find(({ is }) => String(is) === wanted));
  const rank = rankOf(one, firm);
  const asked = first && rank && Object.keys(opening).every((name) => opening[name] === state[name]);
  const what = `by ${measure}, ${year}`;
  const place = rank ? `takes place ${rank}` : "has no place in our rows";
  return {
    question: `Which place does ${firm} take ${what} (${one.words})?`,
    title: `${firm} ${place} ${what}`,
    subtitle: data.subtitles[key], source: one.source + data.sources[key],
    sentence: told(one, firm, beside) + (asked ? besideGuess(guess, rank, {
      noun: "place", decimals: 1, sides: ["too near the top", "too far down"],
    }) : ""),
    notes: one.notes,
    panels: [
      ...(asked ? [placesPanel(firm, [one], one, data, { guess: guessed(guess) })] : []),
      listPanel(one, firm, data),
      placesPanel(firm, beside, one, data),
    ],
  };
}

/** @param {Card} list @param {string} firm @returns {number} its place, 0 without one */
export const rankOf = ({ rows }, firm) => Number(rows.find(([, name]) => name === firm)?.[0] ?? 0);

/** @param {Card} one @param {string} firm @param {Card[]} beside */
function told(one, firm, beside) {
  const rank = rankOf(one, firm);
  const count = one.rows.filter((row) => row.length > 1).length;
  const words = rank ? `takes place ${rank}, of ${count} printed here.` : one.absent;
  const found = beside.map((other) => rankOf(other, firm)).filter(Boolean);
  const [best, worst] = [Math.min(...found), Math.max(...found)];
  const places = best < worst ? `places ${best} to ${worst}` : `place ${best}`;
  return `${firm} ${words} ` + (found.length
    ? `Over the ${beside.length} lists it is named in ${found.length}: ${places}.`
    : `Our rows of these ${beside.length} lists give it no place.`);
}

/** @param {string} name @param {string} note @param {any[]} [bar] ends, words, whether followed */
const row = (name, note, bar) => {
  if (!bar) return { name, bars: [], note };
  const [from, to, words, followed] = bar;
  return { name, bars: [part(followed ? "followed" : "others", from, to, words)] };
};

/** @param {Card} one @param {string} firm @param {any} data */
function listPanel(one, firm, { missing }) {
  const rows = one.rows.map(([place, name, ...bar]) => (
    name ? row(`${place} ${name}`, "", [...bar, name === firm]) : row(String(place), missing)
  ));
  if (!rankOf(one, firm)) rows.push(row(firm, missing));
  return { ...barPanel(one.heading, rows, 0), ...one.axis };
}

/**
 * The place of a firm in each of some lists; in the only one, it is guessed.
 * @param {string} firm @param {Card[]} of @param {Card} shown @param {any} data
 * @param {object} [guess]
 */
function placesPanel(firm, of, shown, { missing, places }, guess) {
  const rows = of.map((one) => {
    const rank = rankOf(one, firm);
    const bar = [rank - 0.25, rank + 0.25, `${rank}`, one === shown];
    return row(guess ? "" : one.short, missing, rank ? bar : undefined);
  });
  const heading = `Place of ${firm}${guess ? "" : " in each list"} (1 is first)`;
  return { ...barPanel(heading, rows, 0, guess), ...places };
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
