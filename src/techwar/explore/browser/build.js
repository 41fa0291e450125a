/**
 * Bundle each explorer and the common style sheet into ../static, one file each.
 * `npm run build` writes them; the test of the bundle builds again and compares.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** @returns {Promise<{ path: string, text: string }[]>} what ../static has to hold */
export async function bundles() {
  const { outputFiles } = await build({
    absWorkingDir: here("."),
    entryPoints: [
      "base_year.js",
      "company_comparison.js",
      "compose_the_fine.js",
      "how_concentrated.js",
      "implied_market.js",
      "market_shares.js",
      "rank_shifter.js",
      "run_order.js",
      "timeline.js",
      "whose_voice.js",
      "explorer.css",
    ],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    outdir: here("../static"),
  });
  return outputFiles.map(({ path, text }) => ({ path, text }));
}

if (process.argv[1] === here("build.js")) {
  for (const { path, text } of await bundles()) await writeFile(path, text);
}
