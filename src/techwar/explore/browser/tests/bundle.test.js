import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { bundles } from "../build.js";

const KILOBYTE = 1000;

test("each bundle is what its source gives: npm run build", async () => {
  for (const { path, text } of await bundles()) {
    assert.equal(await readFile(path, "utf8"), text, path);
  }
});

test("an explorer's bundle is under 60 kB and names no address to fetch from", async () => {
  for (const { path, text } of await bundles()) {
    assert.ok(Buffer.byteLength(text) < 60 * KILOBYTE, path);
    const addresses = text.match(/\w+:\/\/[\w./-]+/g) ?? [];
    assert.deepEqual(addresses.filter((address) => !address.includes("www.w3.org")), [], path);
  }
});
