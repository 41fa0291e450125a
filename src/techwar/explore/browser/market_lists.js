/**
 * The lists of published shares: who was named with which share, in which release.
 * It is market_lists.py, names included; property tests hold the two together.
 *
 * @import { Ends } from "./concentration.js"
 * @typedef {{ holder: string, kind: string, value: number, figure: string, source: number,
 *   early: boolean }} Entry
 * @typedef {{ id: string, period: string, edition: string, x: number, own: boolean,
 *   sellers: Entry[], others: Entry[] }} List
 * @typedef {[number, number, string]} Release a place in time, a share, the period
 */
import { bounds, sums } from "./concentration.js";

/** @type {Record<string, string>} */
const KINDS = { f: "firm", t: "firms together", l: "largest firms", o: "others" };
const ROW = /(\d+)([ftlo])([\d.]+)([ref])(\d+)([+-])/g;
/** @type {WeakMap<object, List[]>} */
const unpacked = new WeakMap();

/** @param {any} packed @param {string[]} holders @returns {List[]} */
const unpack = (packed, holders) => packed.map((/** @type {any[]} */ [period, edition, x, rows]) => {
  const entries = [...rows.matchAll(ROW)].map(([, place, kind, value, figure, source, early]) => ({
    holder: holders[place], kind: KINDS[kind], value: Number(value), figure,
    source: Number(source), early: early === "+",
  }));
  return {
    id: `${period} (release ${edition})`, period, edition, x,
    own: packed.every((/** @type {any[]} */ [, other, later]) => other !== edition || later <= x),
    sellers: entries.filter(({ kind }) => kind !== "others"),
    others: entries.filter(({ kind }) => kind === "others"),
  };
});

/**
 * The lists of a market with the rows that were known then, those without a seller left out.
 * @param {any} data @param {string} market @param {string} when @returns {List[]}
 */
export function lists(data, market, when) {
  const packed = data.lists[market];
  if (!unpacked.has(packed)) unpacked.set(packed, unpack(packed, data.holders));
  const known = (/** @type {Entry[]} */ entries) => (
    entries.filter(({ early }) => early || when === "all")
  );
  return /** @type {List[]} */ (unpacked.get(packed))
    .map((one) => ({ ...one, sellers: known(one.sellers), others: known(one.others) }))
    .filter(({ sellers }) => sellers.length > 0);
}

const sum = (/** @type {number[]} */ values) => values.reduce((total, one) => total + one, 0);
const isFirm = (/** @type {Entry} */ { kind }) => kind === "firm";

/** @param {List} list the share that it leaves to nobody, or null */
export function leftOver({ sellers, others }) {
  if (others.length) return null;
  const alone = sellers.filter(({ kind }) => kind !== "largest firms");
  const left = 100 - sum((alone.length ? alone : sellers).map(({ value }) => value));
  return left >= 1 ? left : null;
}

/**
 * CR4, and the ends of the Herfindahl-Hirschman index: what is left is dust, or large blocks.
 * @param {List} list @param {boolean} top only the largest firms are named, in order
 */
export function concentration({ sellers, others }, top) {
  const firms = sellers.filter(isFirm).map(({ value }) => value);
  const named = sums(firms, top && others.length > 0 && firms.length > 0);
  const [low, high] = /** @type {Ends} */ (bounds(...named)); // any number of firms always fits
  return { four: firms.length >= 4 ? sum(firms.slice(0, 4)) : null, low, high };
}

/** @param {List} list @param {boolean} top the most that a firm left out of it can hold */
export function ceiling({ sellers, others }, top) {
  if (!others.length) return null;
  const firms = sellers.filter(isFirm).map(({ value }) => value);
  return top && firms.length >= 5 ? Math.min(others[0].value, ...firms) : others[0].value;
}

const later = (/** @type {string} */ one, /** @type {string} */ other) => (
  one < other ? -1 : one > other ? 1 : 0
);

/**
 * A firm's points, those of each release together, the earliest release first.
 * @param {List[]} shown @param {string} firm @returns {Release[][]}
 */
export function releases(shown, firm) {
  /** @type {Map<string, Release[]>} */
  const found = new Map();
  for (const { edition, x, period, sellers } of [...shown].sort((one, other) => (
    later(one.edition, other.edition) || one.x - other.x
  ))) {
    for (const { holder, value } of sellers) {
      if (holder !== firm) continue;
      found.set(edition, [...(found.get(edition) ?? []), [x, value, period]]);
    }
  }
  return [...found.values()].sort((one, other) => (
    one[one.length - 1][0] - other[other.length - 1][0] || one[0][0] - other[0][0]
  ));
}
