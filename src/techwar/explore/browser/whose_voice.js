/**
 * Whose voice? Who speaks in the article, and in which kinds of claim.
 *
 * It is the scene of whose_voice.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @typedef {{ speaker: string, kind: string, unnamed: string }} State
 * @typedef {object} Data
 * @property {string} subtitle
 * @property {string} source
 * @property {[string, string, number, number][]} counts speaker, kind, level, number of claims
 * @property {[string, string][]} speakers codes and their words
 * @property {[string, string][]} kinds
 * @property {[string, string, string][]} phrases definitions, each wider than the one before:
 *   key, what such a claim does, what it is called
 * @property {string} first_unnamed
 * @property {number} most
 */
import { bars } from "./bars.js";
import { explorer } from "./base.js";
import { number } from "./numbers.js";

const ALL = "all";

/** @param {View} view @returns {Scene} */
export function scene({ state: given, guess, covered, spec }) {
  const state = /** @type {State} */ (given);
  const data = /** @type {Data} */ (spec.data);
  const guessed = /** @type {number | null} */ (guess);
  const asked = sharePanel(state, data, guessed, covered);
  return {
    title: covered ? question(state, data) : finding(state, data),
    subtitle: data.subtitle,
    source: data.source,
    sentence: covered ? waiting(guessed) : result(state, data, guessed),
    panels: covered ? [asked] : [asked, speakersPanel(state, data), kindsPanel(state, data)],
  };
}

/**
 * How many claims there are; with a definition, only those not named.
 * @param {Data} data @param {{ speaker?: string, kind?: string, unnamed?: string }} [chosen]
 */
export function count({ counts, phrases }, { speaker = ALL, kind = ALL, unnamed = "" } = {}) {
  const most = phrases.findIndex(([key]) => key === unnamed) + 1;
  return counts
    .filter(([who, what, level]) => (
      [ALL, who].includes(speaker) && [ALL, what].includes(kind)
      && (!unnamed || (level > 0 && level <= most))
    ))
    .reduce((sum, [, , , claims]) => sum + claims, 0);
}

/** @param {[string, string, ...string[]][]} pairs @param {string} key */
const word = (pairs, key) => pairs.find(([one]) => one === key)?.[1];

/** @param {Data} data @param {string} kind */
const noun = ({ kinds }, kind) => word(kinds, kind) ?? "claims";

/** @param {State} state @param {Data} data in per cent */
const share = ({ kind, unnamed }, data) => (
  (100 * count(data, { kind, unnamed })) / count(data, { kind })
);

/** @param {State} state @param {Data} data */
function question({ kind, unnamed }, data) {
  const phrase = `${word(data.phrases, unnamed)}?`
    .replace("come from", "comes from").replace("leave open", "leaves open");
  return `What share of the article's ${count(data, { kind })} ${noun(data, kind)} ${phrase}`;
}

/** @param {State} state @param {Data} data */
function finding(state, data) {
  const { kind, unnamed } = state;
  const words = `${count(data, { kind, unnamed })} of ${count(data, { kind })} ` +
    `${noun(data, kind)}, ${Math.round(share(state, data))} %,`;
  return `${words} ${word(data.phrases, unnamed)}`;
}

/** @param {State} state @param {Data} data @param {number | null} guess */
function result(state, data, guess) {
  const { speaker } = state;
  let words = `${finding(state, data)}.`;
  if (speaker !== ALL) {
    const listed = data.kinds
      .map(([kind, name]) => ({ name, claims: count(data, { speaker, kind }) }))
      .filter(({ claims }) => claims > 0)
      .map(({ name, claims }) => `${name} ${claims}`);
    const name = word(data.speakers, speaker) ?? "";
    words += ` ${name[0].toUpperCase()}${name.slice(1)}: ${listed.join(", ")}.`;
  }
  if (guess === null) return words;
  const part = share(state, data);
  const points = Math.round(Math.abs(guess - part));
  if (points === 0) return `${words} Your guess of ${number(guess)} % is on the spot.`;
  const size = `${points} point${points === 1 ? "" : "s"}`;
  const side = guess < part ? "low" : "high";
  return `${words} Your guess of ${number(guess)} % is ${size} too ${side} for these settings.`;
}

/** @param {number | null} guess */
const waiting = (guess) => (
  guess === null
    ? "Guess first: drag the bar or type a number."
    : `Your guess: ${number(guess)} %. Press Show to compare.`
);

/** @param {State} state @param {Data} data @param {number | null} guess @param {boolean} covered */
function sharePanel(state, data, guess, covered) {
  const part = share(state, data);
  const called = data.phrases.find(([key]) => key === state.unnamed)?.[2];
  const parts = [
    { colour: "unnamed", from: 0, to: part, label: `${called} ${Math.round(part)} %` },
    { colour: "others", from: part, to: 100, label: `others ${100 - Math.round(part)} %` },
  ].filter(({ from, to }) => from !== to);
  return {
    form: "bars", heading: "Share of these claims", unit: "%", decimals: 0, min: 0, max: 100,
    rows: [{ name: "", bars: covered ? [] : parts }],
    guess: { key: "guess", row: 0, value: guess, covered },
  };
}

/** @param {State} state @param {Data} data */
function speakersPanel({ kind, unnamed }, data) {
  const rows = data.speakers.map(([speaker, name]) => {
    const claims = count(data, { speaker, kind });
    const without = count(data, { speaker, kind, unnamed });
    const label = without > 0 && without < claims ? `${claims} (${without} without)` : `${claims}`;
    const colour = claims > 0 && without === claims ? "unnamed" : "others";
    const row = { name, bars: [{ colour, from: 0, to: claims, label }] };
    return speaker === data.first_unnamed ? { ...row, gap: true } : row;
  });
  return counted(`Who makes the ${noun(data, kind)}`, rows, data.most);
}

/** @param {State} state @param {Data} data */
function kindsPanel({ speaker }, data) {
  const rows = data.kinds.map(([kind, name]) => {
    const claims = count(data, { speaker, kind });
    return { name, bars: [{ colour: "kinds", from: 0, to: claims, label: `${claims}` }] };
  });
  const whose = speaker === ALL ? "all speakers" : word(data.speakers, speaker);
  return counted(`Kinds of claim: ${whose}`, rows, data.most);
}

/** @param {string} heading @param {any[]} rows @param {number} max */
const counted = (heading, rows, max) => (
  { form: "bars", heading, unit: "", decimals: 0, min: 0, max, rows }
);

export const kind = { forms: { bars }, scene };
export default explorer(kind);
