/** The last line of a picture: the publications that its rows come from. */

const MOST_NAMED = 6;

/**
 * @param {Iterable<number>} places of the publications among all, which are the oldest first
 * @param {string[]} all
 */
export function sourceLine(places, all) {
  const used = new Set(places);
  const named = [...new Set(all.filter((_, place) => used.has(place)))];
  if (named.length <= MOST_NAMED) return `Source: ${named.join("; ")}.`;
  return `Source: ${named.length} publications, from ${named[0]} to ${named[named.length - 1]}; ` +
    "each row names its own (column source_id).";
}
