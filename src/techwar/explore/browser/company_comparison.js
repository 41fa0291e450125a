/**
 * *Company comparison*: firms beside each other, by two measures or over years.
 * What is drawn and said of a state; the twin of `company_scene.py`, function by function.
 *
 * @import { View } from "./base.js"
 * @import { Scene } from "./scene.js"
 * @import { Drawn as Told } from "./telling.js"
 * @import { Data, Figure, Firm, State } from "./company_model.js"
 * @typedef {{ firm: Firm, found: Figure }} Drawn
 * @typedef {{ key: string, words: string, unit: string, decimals: number,
 *   drawn: Drawn[] }} Measured a measure in a state: its words, and each firm's figure
 * @typedef {{ words: string, members: Drawn[], values: number[] }} Group
 */
import { bars, guessed } from "./bars.js";
import { explorer } from "./base.js";
import {
  currency, DAY, ends, firms, median, onAxis, PERCENT, TIMELESS,
} from "./company_model.js";
import { dots } from "./dots.js";
import { lines } from "./lines.js";
import { number } from "./numbers.js";
import { sourceLine } from "./sources.js";

/** @param {View} view @returns {Told} */
export function scene({ state, guess, covered: hidden, spec }) {
  const data = /** @type {Data} */ (spec.data);
  const covered = hidden && data.asks;
  const asked = typeof guess === "number" ? guess : null;
  if (state.view === "lines") return overYears(data, state);
  const across = measured(data, state, state.across);
  if (state.view === "bars") return whole(data, state, [across], [list(data, state, across)]);
  const both = [across, measured(data, state, state.up)];
  if (TIMELESS.includes(across.key)) return whole(data, state, both, [cloud(data, state, both)]);
  if (covered) {
    const shown = both.map(articleOnly);
    return {
      ...whole(data, state, shown, [
        medians(data, state, across, asked, spec, true), cloud(data, state, shown, true),
      ]),
      title: question(state, across),
    };
  }
  const other = Object.entries(data.asked).some(([key, value]) => (
    JSON.stringify(state[key]) !== JSON.stringify(value)
  ));
  const kept = other ? null : asked; // else it was a guess about other firms, or another measure
  const made = whole(data, state, both, [
    medians(data, state, across, kept, spec), cloud(data, state, both),
  ]);
  return kept === null ? made : { ...made, sentence: made.sentence + gap(across, kept) };
}

/**
 * A measure with the figure of each firm of the state, in the state's year.
 * @param {Data} data @param {State} state @param {string} key @param {string} [axis]
 * @returns {Measured}
 */
function measured(data, state, key, axis) {
  const { year } = state;
  const chosen = firms(data, state);
  const own = axis ?? currency(data, state, chosen, year);
  const [plain, unit, decimals] = data.measures[key];
  const words = key === "revenue" ? `${plain}, billion ${data.currencies[own]}`
    : key === "index" ? `${plain}, ${state.base} = 100` : plain;
  const drawn = chosen.map((firm) => (
    { firm, found: onAxis(data, state, firm.id, key, year, own) }
  ));
  return { key, words, unit, decimals, drawn };
}

/**
 * The figures that an axis holds: for per cents those of all firms, so that it stays.
 * Two settings can then be compared by eye. Amounts differ too much for one axis.
 * @param {Data} data @param {State} state @param {Measured} of
 */
const axisValues = (data, state, of) => valuesOf((PERCENT.includes(of.key)
  ? measured(data, { ...state, firms: "every" }, of.key) : of).drawn);

/** @param {Measured} of @returns {Measured} */
const articleOnly = (of) => ({ ...of, drawn: of.drawn.filter(({ firm }) => firm.named) });

/** @param {Drawn[]} drawn */
const valuesOf = (drawn) => drawn.flatMap(({ found: { value } }) => (value === null ? [] : [value]));

/** @param {number} value @param {Measured} of */
const written = (value, { decimals, unit }) => `${number(value, decimals)} ${unit}`.trim();

/** A firm's label, in brackets where the article does not name it. @param {Firm} firm */
const name = ({ label, named }) => (named ? label : `(${label})`);

/** @param {Firm} firm */
const colour = ({ named }) => (named ? "accent" : "Rest of world");

/**
 * The firms in the article, then the others.
 * @param {Measured} of @returns {Group[]}
 */
function groups({ drawn }) {
  const both = /** @type {[string, boolean][]} */ (
    [["In the article", true], ["Not in the article", false]]
  );
  return both.flatMap(([words, named]) => {
    const members = drawn.filter(({ firm }) => firm.named === named);
    return members.length ? [{ words, members, values: valuesOf(members) }] : [];
  });
}

/** @param {Measured} of */
const middles = (of) => groups(of)
  .flatMap(({ values }) => (values.length ? [Number(median(values))] : []));

/** @param {Measured} of @param {[number, number]} ends */
const panel = ({ words, unit, decimals }, [min, max]) => (
  { heading: words, unit, decimals, min, max }
);

/** @param {Drawn} one @param {number} value @param {Measured} of */
const bar = ({ firm }, value, of) => ({
  colour: colour(firm), from: Math.min(value, 0), to: Math.max(value, 0),
  label: written(value, of),
});

/** @param {Data} data @param {State} state @param {Measured} of */
function list(data, state, of) {
  const timeless = TIMELESS.includes(of.key);
  const ordered = [...of.drawn].sort((one, other) => (
    Number(other.firm.named) - Number(one.firm.named)
    || Number(one.found.value === null) - Number(other.found.value === null)
    || (other.found.value ?? 0) - (one.found.value ?? 0)
    || (one.firm.label < other.firm.label ? -1 : 1)
  ));
  const rows = ordered.map((one, place) => {
    const { firm, found: { value, why } } = one;
    const gap = place > 0 && firm.named !== ordered[place - 1].firm.named ? { gap: true } : {};
    const row = { name: name(firm), bars: /** @type {any[]} */ ([]), ...gap };
    if (value === null) return { ...row, note: why };
    if (timeless) return { ...row, note: written(value, of) };
    return { ...row, bars: [bar(one, value, of)] };
  });
  const axis = ends(timeless ? [] : axisValues(data, state, of));
  return { ...panel(of, axis), form: "bars", rows };
}

/**
 * @param {Data} data @param {State} state @param {Measured} of @param {number | null} guess @param {import("./base.js").Spec} spec
 * @param {boolean} [covered]
 */
function medians(data, state, of, guess, spec, covered = false) {
  const rows = groups(of).map(({ words, members, values }) => {
    const row = { name: `${words}: ${values.length} of ${members.length}` };
    const middle = median(values);
    if (middle === null) return { ...row, bars: [], note: "no figure" };
    const shown = members[0].firm.named || !covered;
    return { ...row, bars: shown ? [bar(members[0], middle, of)] : [] };
  });
  const asked = covered || guess !== null;
  const most = Number(spec.guess?.max);
  const axis = ends(asked ? [0, most]
    : data.asks && of.key === data.asked.across ? [0, most, ...middles(of)]
      : PERCENT.includes(of.key) ? axisValues(data, state, of) : middles(of));
  const drawn = { ...panel(of, axis), form: "bars", heading: `Median: ${of.words}`, rows };
  if (!asked) return drawn;
  return { ...drawn, guess: { ...guessed(guess, rows.length - 1), covered } };
}

/**
 * @param {Data} data @param {State} state @param {Measured[]} of
 * @param {boolean} [covered] then no figure of another firm shows, not even in an axis
 */
function cloud(data, state, [across, up], covered = false) {
  const placed = across.drawn.flatMap(({ firm, found: { value: x } }, place) => {
    const { value: y } = up.drawn[place].found;
    return x === null || y === null ? [] : [{ name: name(firm), colour: colour(firm), x, y }];
  });
  const held = (/** @type {Measured} */ of, /** @type {number[]} */ values) => (
    PERCENT.includes(of.key) && !covered ? axisValues(data, state, of) : values
  );
  return {
    form: "dots",
    x: axis(state, across, held(across, placed.map(({ x }) => x))),
    y: axis(state, up, held(up, placed.map(({ y }) => y))),
    dots: placed,
  };
}

/** @param {State} state @param {Measured} of @param {number[]} values */
function axis(state, of, values) {
  const log = isLog(state, of.key, values);
  const fromZero = !TIMELESS.includes(of.key);
  return { ...panel(of, ends(values, { log, fromZero })), ...(log ? { log } : {}) };
}

/**
 * Only amounts and indexes, which are above zero, are drawn on a scale of equal factors.
 * @param {State} state @param {string} key @param {number[]} values
 */
const isLog = ({ scale }, key, values) => scale === "log"
  && ["revenue", "index"].includes(key) && Math.min(1, ...values) > 0;

/** @param {Data} data @param {State} state @returns {Scene} */
function overYears(data, state) {
  const [first, last] = data.years[state.known];
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  // One currency for the whole axis, that of the state's year.
  const own = state.across === "revenue"
    ? currency(data, state, firms(data, state), state.year) : undefined;
  const byYear = years.map((year) => measured(data, { ...state, year }, state.across, own));
  const of = byYear[byYear.length - 1];
  const series = of.drawn.map(({ firm }, place) => ({
    name: name(firm), colour: firm.label,
    points: years.map((year, at) => (
      /** @type {[number, number | null]} */ ([year, byYear[at].drawn[place].found.value])
    )),
  })).filter(({ points }) => points.some(([, value]) => value !== null));
  const values = series.flatMap(({ points }) => points.flatMap(([, value]) => (
    value === null ? [] : [value]
  )));
  const log = isLog(state, of.key, values);
  const drawn = {
    ...panel(of, ends(values, { log })), form: "lines", from: first, to: last, series,
    ...(log ? { log } : {}),
  };
  return wordsOfLines(data, state, byYear, drawn);
}

/** @param {State} state @param {Measured[]} of @param {string} years */
function subtitle({ known }, of, years) {
  const since = known === DAY ? `public by ${DAY}` : "all that our table holds";
  return `${of.map(({ words }) => words).join(" against ")}; ${years}figures ${since}` +
    "; in brackets: firms that the article does not name";
}

/** @param {Data} data @param {State} state @param {Measured[]} of @param {any[]} panels */
function whole(data, state, of, panels) {
  const [across] = of;
  const places = cites(of.flatMap(({ drawn }) => drawn));
  const inYear = of.some(({ key }) => !TIMELESS.includes(key));
  return {
    title: title(state, across),
    subtitle: subtitle(state, of, inYear ? `fiscal year ${state.year}; ` : ""),
    source: source(data, places),
    cites: places,
    sentence: sentence(state, across),
    notes: [...missing(of), ...method(data, state, of)],
    panels,
    table: {
      head: ["Firm", "In the article", ...of.map(({ words }) => words)],
      rows: across.drawn.map(({ firm }, place) => ({
        cells: [firm.label, firm.named ? "yes" : "no", ...of.map((one) => told(one, place))],
      })),
    },
  };
}

/** @param {Measured} of @param {number} place */
function told(of, place) {
  const { value, why } = of.drawn[place].found;
  return value === null ? why : written(value, of);
}

/** @param {State} state @param {Measured} of */
const when = ({ year }, { key }) => (TIMELESS.includes(key) ? "" : `, ${year}`);

/** @param {State} state @param {Measured} of */
function title(state, of) {
  const found = groups(of).filter(({ values }) => values.length);
  if (found.length === 0) return `${of.words}${when(state, of)}: no figure for these firms`;
  const parts = found.map(({ words, values }) => (
    `${written(Number(median(values)), of)} ${words[0].toLowerCase()}${words.slice(1)}`
  ));
  return `${of.words}${when(state, of)}: the median is ${parts.join(", ")}`;
}

/** @param {State} state @param {Measured} of */
function sentence(state, of) {
  const parts = groups(of).map(({ words, members, values }) => {
    const known = `${words}: ${values.length} of ${members.length} firms have a figure`;
    return values.length ? `${known}, median ${written(Number(median(values)), of)}.` : `${known}.`;
  });
  return `${of.words}${when(state, of)}. ${parts.join(" ")}${between(of)}`;
}

/** @param {Measured} of */
function between(of) {
  const [inside, outside] = middles(of);
  if (outside === undefined) return "";
  const size = number(Math.abs(outside - inside), of.decimals);
  if (Number(size) === 0) return " The two medians are the same.";
  const steps = PERCENT.includes(of.key) ? " points" : TIMELESS.includes(of.key) ? " years" : "";
  const side = outside > inside ? "above" : "below";
  return ` The median of those outside the article is ${size}${steps} ${side} the other.`;
}

/** @param {State} state @param {Measured} of */
function question(state, of) {
  const [inside, outside] = groups(of);
  return `${of.words}${when(state, of)}: the median of ${inside.values.length} firms in the ` +
    `article is ${written(Number(median(inside.values)), of)}. What is the median of the ` +
    `${outside.values.length} firms of our table that the article does not name?`;
}

/** @param {Measured} of @param {number} guess */
function gap(of, guess) {
  const [outside] = middles(of).slice(-1);
  const points = number(Math.abs(guess - outside), of.decimals);
  if (Number(points) === 0) return ` Your guess of ${number(guess)} % is on the spot.`;
  const side = guess < outside ? "low" : "high";
  return ` Your guess of ${number(guess)} % is ${points} points too ${side}.`;
}

/**
 * Which firms are not drawn, and why: one line a measure and reason.
 * @param {Measured[]} of
 */
function missing(of) {
  const found = of.flatMap(({ words, drawn }) => {
    /** @type {Map<string, string[]>} */
    const reasons = new Map();
    for (const { firm, found: { value, why } } of drawn) {
      if (value === null) reasons.set(why, [...reasons.get(why) ?? [], name(firm)]);
    }
    return [...reasons].map(([why, names]) => `${words}, ${why}: ${names.join(", ")}.`);
  });
  return [...new Set(found)];
}

/** @param {Data} data @param {State} state @param {Measured[]} of */
function method({ notes }, { currency: chosen, known, view }, of) {
  const keys = [...new Set(of.map(({ key }) => key))];
  const amounts = keys.some((key) => ["revenue", "growth", "index"].includes(key));
  return [
    ...keys.flatMap((key) => notes[key] ?? []),
    ...(keys.some((key) => !TIMELESS.includes(key)) ? [notes.year] : []),
    ...(chosen !== "reported" && amounts ? [notes.usd] : []),
    ...(known === DAY ? [notes.copy] : []),
    ...(view === "dots" ? [notes.names] : []),
  ];
}

/** @param {Drawn[]} drawn */
const cites = (drawn) => [...new Set(drawn.flatMap(({ found }) => found.sources))]
  .sort((one, other) => one - other);

/** @param {Data} data @param {number[]} places */
const source = ({ sources }, places) => (
  places.length ? sourceLine(places, sources) : "Source: none, because nothing is drawn."
);

/** @param {Data} data @param {State} state @param {Measured[]} byYear @param {any} drawn */
function wordsOfLines(data, state, byYear, drawn) {
  const of = byYear[byYear.length - 1];
  const { series, from, to } = drawn;
  const names = series.map((/** @type {any} */ one) => one.name);
  const absent = of.drawn.map(({ firm }) => name(firm)).filter((one) => !names.includes(one));
  const gaps = series.filter(hasGap).map((/** @type {any} */ one) => one.name);
  const [heading, words] = highest(series, of);
  const places = cites(byYear.flatMap((one) => one.drawn));
  const years = byYear.map((_, place) => from + place);
  return {
    title: heading,
    subtitle: subtitle(state, [of], `fiscal years ${from} to ${to}; `),
    source: source(data, places),
    cites: places,
    sentence: words,
    notes: [
      ...(absent.length ? [`No line, because no year has a figure: ${absent.join(", ")}.`] : []),
      ...(gaps.length ? [`Gaps are years without a figure: ${gaps.join(", ")}.`] : []),
      ...method(data, state, [of]),
    ],
    panels: [drawn],
    table: {
      head: ["Firm", ...years.map(String)],
      rows: series.map((/** @type {any} */ one) => ({
        cells: [one.name, ...one.points.map((/** @type {any} */ [, value]) => (
          value === null ? null : number(value, of.decimals)
        ))],
      })),
    },
  };
}

/** Whether a year without a figure stands between two with one. @param {any} one */
function hasGap({ points }) {
  const known = points.flatMap((/** @type {any} */ [, value], /** @type {number} */ place) => (
    value === null ? [] : [place]
  ));
  return known[known.length - 1] - known[0] >= known.length;
}

/**
 * Who stands highest and lowest in the last year of which most have a figure.
 * @param {any[]} series @param {Measured} of
 */
function highest(series, of) {
  const years = (series[0]?.points ?? []).map((/** @type {any} */ [year]) => year);
  for (const [place, year] of [...years.entries()].reverse()) {
    const found = series.map(({ name, points }) => ({ name, value: points[place][1] }))
      .filter(({ value }) => value !== null)
      .sort((one, other) => one.value - other.value || (one.name < other.name ? -1 : 1));
    if (found.length < 2 || 2 * found.length < series.length) continue;
    const [low, high] = [found[0], found[found.length - 1]];
    const words = `${of.words}: highest in ${year} is ${high.name} (${written(high.value, of)}), ` +
      `lowest ${low.name} (${written(low.value, of)})`;
    return [words, `${words}, of ${found.length} firms with a figure.`];
  }
  const none = `${of.words}: no year has figures of most of these firms`;
  return [none, `${none}.`];
}

export const kind = { forms: { bars, dots, lines }, scene };
export default explorer(kind);
