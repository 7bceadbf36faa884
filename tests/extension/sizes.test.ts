/** What pages have to load, as built and packed by gzip. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as source from "../../extension/page/detector/index.ts";
import { MORE_NUMBERS, PACKED_NUMBERS } from "../../extension/page/detector/plans.packed.ts";

const EXTENSION = fileURLToPath(new URL("../../extension/", import.meta.url));
/** In bytes. */
const MOST = { gate: 8000, detector: 40 * 1024, more: 16_000 };
const folder = mkdtempSync(join(tmpdir(), "callwith-sizes-"));

beforeAll(() => void execFileSync(process.execPath, ["build.mjs", "--out", folder], { cwd: EXTENSION }), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sum = (figures: readonly number[]): number => figures.reduce((all, each) => all + each, 0);
const built = (browser: string, script: string): string => readFileSync(join(folder, browser, "page", `${script}.js`), "utf8");

describe.each(["chromium", "firefox"])("%s", (browser) => {
  test("has a gate of at most 8 KB: it is in every frame", () => {
    expect(gzipSync(built(browser, "gate")).length).toBeLessThanOrEqual(MOST.gate);
  });

  test("has the detector and its data, number plans and words, of at most 40 KB together, and what is met rarely in another file", () => {
    const both = ["detector-data", "detector"].map((script) => built(browser, script));
    expect(sum(both.map((script) => gzipSync(script).length))).toBeLessThanOrEqual(MOST.detector);
    // The program gzip packs in blocks of other lengths.
    expect(sum(both.map((input) => execFileSync("gzip", ["-9"], { input }).length))).toBeLessThanOrEqual(MOST.detector);
    expect(gzipSync(built(browser, "detector-more")).length).toBeLessThanOrEqual(MOST.more);
  });

  test("has a detector whose answers are those of its source, with the same fields", () => {
    const { detect, explain, readNumber } = runInNewContext(`${built(browser, "detector-data")}${built(browser, "detector")};globalThis[Symbol.for("callwith.detector")]`) as typeof source;
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    for (const text of ["Tel. 020 7946 0958 ext. 12, fax (0161) 496 0123", "+49 (0)30 901820, Rechnung 0301234567", "1-800-FLOWERS on 12.03.2024 for £12.50", "Phone\tOrder\n0161 496 0124\t01614960125"]) {
      const options = { region: "GB", before: "", internal: [{ pattern: "^1\\d\\d$", label: null }] };
      expect(plain(detect(text, options))).toEqual(plain(source.detect(text, options)));
      expect(plain(explain(text, options))).toEqual(plain(source.explain(text, options)));
      expect(plain(readNumber(text, "US"))).toEqual(plain(source.readNumber(text, "US")));
    }
  });

  test("has the number plans once: what is loaded after the detector shares them", () => {
    for (const [numbers, home] of [[PACKED_NUMBERS, "detector-data"], [MORE_NUMBERS, "detector-more"]] as const) {
      const some = numbers[0]?.slice(0, 100) ?? "?";
      for (const script of ["gate", "detector-data", "detector", "detector-more", "engine", "why"]) expect(built(browser, script).includes(some), script).toBe(script === home);
    }
  });
});
