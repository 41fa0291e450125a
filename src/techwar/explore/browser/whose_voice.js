/**
 * Whose voice? Who speaks in the article, and in which kinds of claim.
 *
 * It is the scene of whose_voice.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Drawn } from "./telling.js"
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
import { barPanel, bars, guessed, part } from "./bars.js";
import { explorer } from "./base.js";
import { besideGuess, capital } from "./telling.js";

const ALL = "all";

/** @param {View} view @returns {Drawn} */
export function scene({ state: given, guess, spec }) {
  const state = /** @type {State} */ (given);
  const data = /** @type {Data} */ (spec.data);
  return {
    question: question(state, data), title: finding(state, data),
    subtitle: data.subtitle, source: data.source,
    sentence: result(state, data, guess),
    panels: [sharePanel(state, data, guess), speakersPanel(state, data), kindsPanel(state, data)],
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

/** @param {State} state @param {Data} data @param {any} guess */
function result(state, data, guess) {
  const { speaker } = state;
  let words = `${finding(state, data)}.`;
  if (speaker !== ALL) {
    const listed = data.kinds
      .map(([kind, name]) => ({ name, claims: count(data, { speaker, kind }) }))
      .filter(({ claims }) => claims > 0)
      .map(({ name, claims }) => `${name} ${claims}`);
    const name = word(data.speakers, speaker) ?? "";
    words += ` ${capital(name)}: ${listed.join(", ")}.`;
  }
  return words + besideGuess(guess, share(state, data), { unit: "%", noun: "point" });
}

/** @param {State} state @param {Data} data @param {any} guess */
function sharePanel(state, data, guess) {
  const held = share(state, data);
  const named = data.phrases.find(([key]) => key === state.unnamed)?.[2];
  const parts = [
    part("unnamed", 0, held, `${named} ${Math.round(held)} %`),
    part("others", held, 100, `others ${100 - Math.round(held)} %`),
  ].filter(({ from, to }) => from !== to);
  const rows = [{ name: "", bars: parts }];
  return barPanel("Share of these claims", rows, 100, { unit: "%", guess: guessed(guess) });
}

/** @param {State} state @param {Data} data */
function speakersPanel({ kind, unnamed }, data) {
  const rows = data.speakers.map(([speaker, name]) => {
    const claims = count(data, { speaker, kind });
    const without = count(data, { speaker, kind, unnamed });
    const label = without > 0 && without < claims ? `${claims} (${without} without)` : `${claims}`;
    const colour = claims > 0 && without === claims ? "unnamed" : "others";
    const row = { name, bars: [part(colour, 0, claims, label)] };
    return speaker === data.first_unnamed ? { ...row, gap: true } : row;
  });
  return barPanel(`Who makes the ${noun(data, kind)}`, rows, data.most);
}

/** @param {State} state @param {Data} data */
function kindsPanel({ speaker }, data) {
  const rows = data.kinds.map(([kind, name]) => {
    const claims = count(data, { speaker, kind });
    return { name, bars: [part("kinds", 0, claims, `${claims}`)] };
  });
  const whose = speaker === ALL ? "all speakers" : word(data.speakers, speaker);
  return barPanel(`Kinds of claim: ${whose}`, rows, data.most);
}

export const kind = { forms: { bars }, scene };
export default explorer(kind);
