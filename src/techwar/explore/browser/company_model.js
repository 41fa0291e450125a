/**
 * The arithmetic of *Company comparison*: what one firm's figure is in a state, or why there is
 * none. The same sums as `company_model.py`, from the same data.
 *
 * @typedef {{ id: string, label: string, named: boolean, segments: string[], early: boolean }} Firm
 * @typedef {[number, string, number[]]} Cell value, currency, places in the sources
 * @typedef {object} Data
 * @property {Firm[]} firms
 * @property {Record<string, Record<string, Record<string, Record<string, Cell>>>>} cells by the
 *   day on which they were known, then firm, measure and year
 * @property {string[]} sources
 * @property {Record<string, [number, number]>} years
 * @property {Record<string, [string, string, number]>} measures
 * @property {Record<string, string>} currencies
 * @property {Record<string, string>} notes
 * @property {boolean} asks whether there is a question that hides its answer
 * @property {Record<string, any>} asked the values of a state that its guess belongs to
 *
 * @typedef {{ value: number | null, why: string, sources: number[] }} Figure
 * @typedef {import("./controls.js").State} State
 */

export const DAY = "22 May 2019";
export const PERCENT = ["growth", "margin", "research", "abroad"];
/** Properties of a firm that belong to no year. */
export const TIMELESS = ["founded", "listed"];

/**
 * The firms of a state, those of the article first.
 * @param {Data} data @param {State} state
 */
export function firms(data, state) {
  const chosen = data.firms.filter((firm) => inGroup(firm, state));
  return [...chosen.filter(({ named }) => named), ...chosen.filter(({ named }) => !named)];
}

/** @param {Firm} firm @param {State} state */
function inGroup({ id, early, named, segments }, { firms: group, names, known }) {
  if (group === "names") return names.includes(id);
  if (known === DAY && !early) return false;
  if (group === "article" || group === "others") return named === (group === "article");
  return group === "every" || segments.includes(group);
}

/** @param {Data} data @param {string} known @param {string} key @returns {Cell | undefined} */
function cell({ cells }, known, key) {
  const [firm, measure, year] = key.split("/");
  const on = (/** @type {string} */ day) => cells[day]?.[firm]?.[measure]?.[year];
  return (known === DAY ? undefined : on("all")) ?? on(DAY);
}

/** @param {string} why @returns {Figure} */
const none = (why) => ({ value: null, why, sources: [] });

/** Says whose figure is missing where the year is not the one asked for. @param {string} why */
const lacks = (why) => why.replace("no figure for", "our table lacks the revenue of");

/** @param {number[]} places */
const sorted = (places) => [...new Set(places)].sort((one, other) => one - other);

/**
 * One figure: revenue in billions, years as numbers, the rest in per cent or points.
 * @param {Data} data @param {State} state @param {string} firm @param {string} measure
 * @param {number} year @returns {Figure}
 */
export function figure(data, state, firm, measure, year) {
  if (TIMELESS.includes(measure)) {
    const found = cell(data, state.known, `${firm}/${measure}/`);
    if (found) return { value: found[0], why: "", sources: found[2] };
    return none(measure === "founded" ? "founding year not verified" : "no entry on a US list");
  }
  if (measure === "revenue") {
    const now = revenue(data, state, firm, year);
    return { ...now, value: now.value === null ? null : now.value / 1000 };
  }
  if (measure === "growth" || measure === "index") return change(data, state, firm, measure, year);
  const found = cell(data, state.known, `${firm}/${measure}/${year}`);
  return found ? { value: found[0], why: "", sources: found[2] } : none(`no figure for ${year}`);
}

/**
 * @param {Data} data @param {State} state @param {string} firm @param {string} measure
 * @param {number} year @returns {Figure}
 */
function change(data, state, firm, measure, year) {
  const start = measure === "index" ? state.base : year - 1;
  const [now, before] = [year, start].map((one) => revenue(data, state, firm, one));
  const absent = [before, now].find(({ value }) => value === null);
  if (absent) return none(measure === "index" ? absent.why : lacks(absent.why));
  if (now.currency !== before.currency || !before.value) {
    return none(`two currencies in ${start} and ${year}`);
  }
  const ratio = Number(now.value) / before.value;
  return {
    value: measure === "index" ? 100 * ratio : 100 * (ratio - 1), why: "",
    sources: sorted([...now.sources, ...before.sources]),
  };
}

/**
 * Revenue of a year in millions, in its own currency or in US dollars.
 * @param {Data} data @param {State} state @param {string} firm @param {number} year
 * @returns {Figure & { currency: string }}
 */
function revenue(data, state, firm, year) {
  const found = cell(data, state.known, `${firm}/revenue/${year}`);
  if (!found) return { ...none(`no figure for ${year}`), currency: "" };
  const [value, own, sources] = found;
  if (state.currency === "reported" || own === "USD") {
    return { value, currency: own, why: "", sources };
  }
  const rate = cell(data, state.known, `${own}/rate/${year}`);
  if (!rate) return { ...none(`no exchange rate for ${year}`), currency: "" };
  return {
    value: value / rate[0], currency: "USD", why: "", sources: sorted([...sources, ...rate[2]]),
  };
}

/**
 * The currency of an axis of amounts: US dollars, or the one most firms report in.
 * @param {Data} data @param {State} state @param {Firm[]} chosen @param {number} year
 */
export function currency(data, state, chosen, year) {
  if (state.currency !== "reported") return "USD";
  /** @type {Map<string, number>} */
  const counted = new Map();
  for (const { id } of chosen) {
    const own = revenue(data, state, id, year).currency;
    if (own) counted.set(own, (counted.get(own) ?? 0) + 1);
  }
  const order = [...counted].sort(([one, few], [other, many]) => (
    many - few || (one < other ? -1 : 1)
  ));
  return order.length ? order[0][0] : "USD";
}

/**
 * A figure, or none where its currency is not that of the axis.
 * @param {Data} data @param {State} state @param {string} firm @param {string} measure
 * @param {number} year @param {string} axis @returns {Figure}
 */
export function onAxis(data, state, firm, measure, year, axis) {
  const found = figure(data, state, firm, measure, year);
  if (measure !== "revenue" || found.value === null) return found;
  const own = revenue(data, state, firm, year).currency;
  return own === axis ? found : none(`reported in ${own}: choose US dollars to compare`);
}

/**
 * The middle value, or the mean of the two in the middle; null of none.
 * @param {number[]} values
 */
export function median(values) {
  if (values.length === 0) return null;
  const ordered = [...values].sort((one, other) => one - other);
  const half = Math.floor(ordered.length / 2);
  return ordered.length % 2 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
}

/** @param {number} first @param {number} end */
const powers = (first, end) => Array.from({ length: end - first }, (_, place) => first + place);

/**
 * Round ends of an axis that hold all values.
 * @param {number[]} values
 * @returns {[number, number]}
 */
export function ends(values, { log = false, fromZero = true } = {}) {
  if (values.length === 0) return log ? [1, 10] : [0, 1];
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (log) {
    const tens = powers(-6, 10).map((power) => Number(`1e${power}`));
    const below = tens.findLast((ten) => ten <= low) ?? tens[0];
    return [below, tens.find((ten) => ten >= high && ten > below) ?? tens[tens.length - 1]];
  }
  if (fromZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  const span = high - low || 1;
  const steps = powers(-6, 9).flatMap((power) => [1, 2, 5].map((d) => Number(`${d}e${power}`)));
  const step = Number(steps.find((one) => one * 6 >= span));
  // A hair inside, so that a value that is a whole step does not add one.
  const [least, most] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  return [least * step, (most > least ? most : least + 1) * step];
}
