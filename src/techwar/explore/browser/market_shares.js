/**
 * Market shares: who is named with which part of a market, and who is not.
 * It is market_shares.py, names included; property tests hold the two together.
 *
 * @import { View } from "./base.js"
 * @import { Options } from "./controls.js"
 * @import { Entry, List, Release } from "./market_lists.js"
 * @import { Drawn } from "./telling.js"
 */
import { barPanel, bars, part } from "./bars.js";
import { explorer } from "./base.js";
import { lines, lineToDraw } from "./lines.js";
import { ceiling, concentration, leftOver, lists, releases } from "./market_lists.js";
import { number } from "./numbers.js";
import { sourceLine } from "./sources.js";

const GUESSED = [2019, 2020, 2021, 2022];
const LAST_SHOWN = 2018;
/** @type {Record<string, string>} */
const WHEN = { 2019: "known by 22 May 2019", all: "known later, too" };
/** @type {Record<string, string>} */
const KINDS = { f: " (forecast)", e: " (estimate)" };

const percent = (/** @type {number} */ value) => `${number(value)} %`;
const upper = (/** @type {number} */ value) => Math.min(100, Math.ceil(value / 10) * 10) || 10;
const named = (/** @type {List} */ { sellers }) => sellers.filter(({ kind }) => kind === "firm");
/** @template T @param {T[]} items @param {(item: T) => number} size the first of the largest */
const largest = (items, size) => (
  items.reduce((best, item) => (size(item) > size(best) ? item : best))
);
const apart = (/** @type {number} */ one, /** @type {number} */ other) => (
  Number(Math.abs(one - other).toFixed(6))
);

/** @param {View} view @returns {Drawn} */
export function scene({ state, guess, covered, spec }) {
  const { data, opening } = spec;
  const when = covered ? "2019" : state.known;
  const [title, publisher, definition] = data.fences[state.market];
  const all = lists(data, state.market, when);
  const wanted = state.view === "two" ? [state.list, state.beside] : [state.list];
  const shown = state.view === "time" ? all
    : [...new Set(wanted)].map((id) => /** @type {List} */ (all.find((one) => one.id === id)));
  const entries = shown.flatMap(({ sellers, others }) => [...sellers, ...others])
    .filter(({ holder }) => state.view !== "time" || state.firms.includes(holder));
  const asked = data.guessed !== null && state.market === opening.market
    && state.firms.length === 1 && state.firms[0] === data.guessed
    && (covered || state.known === "all");
  const context = { state, guess: asked ? guess : null, covered, data, shown, asked };
  return {
    subtitle: `${definition}; per cent; ${WHEN[when]}`,
    source: sourceLine(entries.map(({ source }) => source), data.sources),
    ...(state.view === "time" ? overTime(context)
      : { panels: [barsPanel(shown)], ...(shown.length === 2
        ? compared(title, publisher, shown) : told(title, publisher, shown[0], data)) }),
  };
}

/**
 * @param {{ state: any, guess: any, covered: boolean, data: any, shown: List[],
 *   asked: boolean }} context
 */
function overTime({ state, guess, covered, data, shown, asked }) {
  const [title, publisher, , market] = data.fences[state.market];
  const { guessed: firm } = data;
  const breaks = covered || state.known !== "all" ? [] : data.breaks;
  const panel = linesPanel(shown, state.firms, market, covered, breaks);
  const notes = [`Points joined by a line stand in one release of ${publisher}.`];
  if (asked) {
    const last = GUESSED[GUESSED.length - 1];
    panel.to = covered ? last : Math.max(panel.to, last);
    panel.guess = lineToDraw(firm, GUESSED, guess, covered);
    const highest = Math.max(panel.max / 1.1, ...Object.values(guess ?? {}));
    panel.max = covered ? 50 : upper(highest);
  }
  if (covered) {
    return {
      panels: [panel], notes,
      title: `${title}, by ${publisher}: how does ${firm}'s share go on after ${LAST_SHOWN}? ` +
        `Draw the line for ${GUESSED[0]} to ${GUESSED[GUESSED.length - 1]}.`,
    };
  }
  const limits = asked ? bounded(shown, state.firms[0], data.top.includes(publisher)) : [];
  if (limits.length) {
    panel.bands = limits.map(([x, most]) => (
      { colour: firm, points: [[x - 0.2, 0, most], [x + 0.2, 0, most]] }
    ));
    notes.push(...limits.map(([x, most]) => (
      `${x}: no share of ${firm} is published; left out of the list, it held no more ` +
      `than ${percent(most)}.`
    )));
  }
  const sentence = moved(shown, state.firms, publisher);
  return {
    panels: [panel], notes, title: `${title}: ${titleOf(shown, state.firms)}`,
    sentence: asked && guess !== null
      ? `${gaps(shown, firm, guess, new Map(limits))} ${sentence}` : sentence,
  };
}

/** @param {string} name @param {Entry} entry @param {boolean} gap */
function bar(name, { holder, kind, value, figure }, gap = false) {
  const label = `${percent(value)}${KINDS[figure] ?? ""}`;
  const colour = kind === "others" ? "Rest of world" : holder;
  return { name, bars: [part(colour, 0, value, label)], gap };
}

/** @param {List[]} shown */
function barsPanel(shown) {
  /** @type {any[]} */
  const rows = [];
  if (shown.length === 1) {
    rows.push(...[...shown[0].sellers, ...shown[0].others].map((one) => bar(one.holder, one)));
    const left = leftOver(shown[0]);
    if (left !== null) {
      rows.push({
        name: "All the rest",
        bars: [{
          ...part("Rest of world", 0, left, `${number(left, 1)} %: not published whose`),
          hollow: true,
        }],
      });
    }
  } else {
    const entries = shown.map(({ sellers, others }) => (
      new Map([...sellers, ...others].map((one) => [one.holder, one]))
    ));
    const holders = [...new Set(entries.flatMap((of) => [...of.keys()]))];
    const others = holders.filter((name) => name === "Others");
    for (const holder of [...holders.filter((name) => name !== "Others"), ...others]) {
      for (const [place, of] of entries.entries()) {
        const words = shown[0].period === shown[1].period ? shown[place].id : shown[place].period;
        const name = place === 0 ? `${holder} ${words}` : words;
        const entry = of.get(holder);
        rows.push(entry ? bar(name, entry, place === 0)
          : { name, bars: [], note: "not named", gap: place === 0 });
      }
    }
  }
  const most = Math.max(...rows.flatMap((row) => row.bars.map((/** @type {any} */ one) => one.to)));
  return barPanel("Share of the market", rows, upper(most), { unit: "%", decimals: 1 });
}

/** @param {string} title @param {string} publisher @param {List} one @param {any} data */
function told(title, publisher, one, data) {
  const firms = named(one);
  const [leader] = firms.length ? firms : one.sellers;
  const where = `${title}, ${one.period}`;
  const { four, low, high } = concentration(one, data.top.includes(publisher) && one.own);
  if (one.sellers.length === 1) {
    const rest = number(100 - leader.value, 1);
    const whose = leader.kind === "firm" ? `who held the other ${rest} %` : "how they share it";
    return {
      title: `${where}: the only share published is ${percent(leader.value)}, ${leader.holder}`,
      sentence: `Only one share is published, ${percent(leader.value)}, ${leader.holder}; ${whose} ` +
        `is not. So the Herfindahl-Hirschman index may lie anywhere from ${number(low, 0)} ` +
        `to ${number(high, 0)}.`,
    };
  }
  const largestFour = four !== null ? `The four largest named held ${number(four, 1)} % (CR4). `
    : `Firms named: ${firms.length}. `;
  return {
    title: `${where}: the largest share named is ${leader.holder}'s, ${percent(leader.value)}`,
    sentence: `${publisher} names ${leader.holder} with the largest share, ` +
      `${percent(leader.value)}. ${largestFour}The Herfindahl-Hirschman index lies between ` +
      `${number(low, 0)} and ${number(high, 0)}: what is left may be dust, or blocks as large ` +
      "as the list allows.",
  };
}

/** @param {string} title @param {string} publisher @param {List[]} shown */
function compared(title, publisher, shown) {
  const [first, second] = [...shown].sort((one, other) => (
    one.x - other.x || (one.edition < other.edition ? -1 : 1)
  ));
  const before = new Map(named(first).map((one) => [one.holder, one]));
  const both = named(second).flatMap((entry) => {
    const old = before.get(entry.holder);
    return old ? [{ old, entry }] : [];
  });
  const where = `${title}: ${first.id} and ${second.id}`;
  if (both.length === 0) {
    const sentence = "No firm is named in both lists, so no share can be compared.";
    return { title: `${where}: no firm in both`, sentence };
  }
  const { old, entry } = largest(both, (pair) => apart(pair.entry.value, pair.old.value));
  const change = `from ${percent(old.value)} to ${percent(entry.value)}`;
  const what = first.period === second.period
    ? "differs most between the releases" : "moved most between the two lists";
  const now = new Set(named(second).map(({ holder }) => holder));
  const out = named(first).map(({ holder }) => holder).filter((holder) => !now.has(holder));
  const left = out.length ? ` No longer named: ${out.join(", ")}; that is no share of zero.` : "";
  return {
    title: `${where}: ${old.holder} ${change}`,
    sentence: `Of the shares named in both, that of ${old.holder} ${what}: ${change}, ` +
      `by ${publisher}.${left}`,
  };
}

/**
 * @param {List[]} shown @param {string[]} firms @param {string} market @param {boolean} covered
 * @param {[string, string, number, string][]} breaks
 */
function linesPanel(shown, firms, market, covered, breaks) {
  const series = firms.map((firm) => {
    /** @type {(Release | null)[]} */
    const points = [];
    for (const part of releases(shown, firm)) {
      const kept = part.filter(([x]) => !covered || x <= LAST_SHOWN);
      if (points.length && kept.length) points.push(null);
      points.push(...kept);
    }
    return { name: firm, colour: firm, points };
  });
  const values = /** @type {Release[]} */ (
    series.flatMap(({ points }) => points).filter((point) => point !== null)
  );
  const years = values.map(([x]) => x);
  const [start, end] = [Math.min(...years), Math.max(...years)];
  const spread = start < end;
  /** @type {any} */
  const panel = {
    form: "lines", heading: "Share of the market, per cent", unit: "%", decimals: 1,
    from: spread ? Math.floor(start) : Math.floor(start) - 1,
    to: spread ? Math.ceil(end) : Math.floor(end) + 1,
    min: 0, max: upper(Math.max(...values.map(([, value]) => value)) * 1.1), series,
    rules: breaks
      .filter(([where, firm]) => where === market && firms.includes(firm))
      .map(([, , x, label]) => ({ x, label })),
  };
  return panel;
}

/** @param {List[]} shown @param {string[]} firms */
function widest(shown, firms) {
  const ends = firms.map((firm) => {
    const points = releases(shown, firm).flat();
    return {
      firm,
      first: largest(points, ([x]) => -x),
      last: largest(points, ([x]) => x),
    };
  });
  return largest(ends, ({ first, last }) => apart(first[1], last[1]));
}

/** @param {List[]} shown @param {string[]} firms */
function titleOf(shown, firms) {
  const { firm, first, last } = widest(shown, firms);
  const end = `${percent(last[1])} in ${last[2]}`;
  return first[0] === last[0] ? `${firm} ${end}`
    : `${firm} ${percent(first[1])} in ${first[2]}, ${end}`;
}

/** @param {List[]} shown @param {string[]} firms @param {string} publisher */
function moved(shown, firms, publisher) {
  const { firm, first, last } = widest(shown, firms);
  if (first[0] === last[0]) {
    return `${publisher} gives ${firm} ${percent(last[1])} in ${last[2]}, and no other year.`;
  }
  const [among, verb] = firms.length === 1 ? ["", "went"] : ["Of the firms shown, ", "moved most:"];
  return `${among}${firm}'s published share ${verb} from ${percent(first[1])} (${first[2]}) to ` +
    `${percent(last[1])} (${last[2]}), by ${publisher}.`;
}

/** @param {List[]} shown @param {string} firm @param {boolean} top @returns {[number, number][]} */
function bounded(shown, firm, top) {
  return GUESSED.flatMap((year) => {
    const ofYear = shown.filter(({ x }) => x === year);
    if (ofYear.some(({ sellers }) => sellers.some(({ holder }) => holder === firm))) return [];
    const limits = ofYear.map((one) => ceiling(one, top && one.own))
      .filter((limit) => limit !== null);
    return limits.length ? [/** @type {[number, number]} */ ([year, Math.min(...limits)])] : [];
  });
}

/**
 * @param {List[]} shown @param {string} firm @param {Record<string, number>} guess
 * @param {Map<number, number>} limits
 */
function gaps(shown, firm, guess, limits) {
  const points = releases(shown, firm).flat();
  const told = GUESSED.filter((year) => year in guess).map((year) => {
    const said = `${year}: ${percent(guess[year])} guessed`;
    const published = points.find(([x]) => x === year);
    if (published) return `${said}, ${percent(published[1])} published`;
    const limit = limits.get(year);
    return limit === undefined ? `${said}, nothing published`
      : `${said}, at most ${percent(limit)} possible`;
  });
  return `${told.join("; ")}.`;
}

/**
 * What the controls offer: markets, their lists, and the firms that these name.
 * @param {any} data @returns {Record<string, Record<string, Options>>}
 */
function offers(data) {
  /** @type {Record<string, any>} */
  const made = { market: {}, list: {}, firms: {} };
  for (const when of data.known) {
    const found = Object.keys(data.fences).map((market) => ({
      market, of: lists(data, market, when),
    })).filter(({ of }) => of.length > 0);
    made.market[when] = found.map(({ market }) => {
      const [title, publisher] = data.fences[market];
      return [market, `${title} (${publisher})`];
    });
    for (const { market, of } of found) {
      made.list[`${when} ${market}`] = of.map(({ id }) => [id]);
      const sellers = of.flatMap((one) => one.sellers);
      const alone = sellers.filter(({ kind }) => kind === "firm");
      const names = (alone.length ? alone : sellers).map(({ holder }) => holder);
      made.firms[`${when} ${market}`] = [...new Set(names)].map((name) => [name]);
    }
  }
  return made;
}

export const kind = { forms: { bars, lines }, scene, offers };
export default explorer(kind);
