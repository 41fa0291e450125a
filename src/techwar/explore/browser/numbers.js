/** How a number is written: the figures of prose. */
import { format } from "d3-format";

/**
 * A number as short as it is, or with so many decimals.
 * @param {number} value @param {number} [decimals]
 */
export const number = (value, decimals) =>
  format(decimals === undefined ? ".12~r" : `.${decimals}f`)(value);
