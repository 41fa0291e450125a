/** How a number is written: the figures of prose, with a real minus sign. */

/**
 * A number as short as it is, or with so many decimals.
 * @param {number} value @param {number} [decimals]
 */
export function number(value, decimals) {
  const written = decimals === undefined
    ? String(Number(value.toPrecision(12))) : value.toFixed(decimals);
  // Nothing below zero is left of what rounds to it.
  return Number(written) === 0 ? written.replace("-", "") : written.replace("-", "−");
}
