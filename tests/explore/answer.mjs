// Answers each line of JSON from stdin: what a built bundle makes of a state.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { describe, sceneOf, tableOf } from "../../src/techwar/explore/browser/telling.js";

const bundles = new Map();

/** @param {string} path */
async function bundle(path) {
  if (!bundles.has(path)) {
    const source = await readFile(path, "base64");
    bundles.set(path, import(`data:text/javascript;base64,${source}`));
  }
  return bundles.get(path);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { path, view } = JSON.parse(line);
  const { kind } = await bundle(path);
  const scene = sceneOf(kind, view);
  const { forms } = kind;
  console.log(JSON.stringify({
    scene, description: describe(scene, forms), table: tableOf(scene, forms),
    offers: kind.offers?.(view.spec.data) ?? {},
  }));
}
