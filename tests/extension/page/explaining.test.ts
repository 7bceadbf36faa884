/** Every reason the detector can give has a sentence of its own, and what a page answers survives its decoder. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { verdictsOn } from "../../../extension/page/explaining.ts";
import { decodeExplained, MAX_VERDICTS, type Explained } from "../../../extension/shared/explained.ts";
import { isKnownReason, verdictWords } from "../../../extension/shared/explained-words.ts";
import { DEFAULTS } from "../../../extension/shared/settings.ts";
import { installFake } from "../fake-chrome.ts";

const GROUND = { settings: DEFAULTS, region: { region: "GB", from: "settings", rivals: [], learns: false } } as const;
const on = (text: string, before = "", ground: Parameters<typeof verdictsOn>[2] = GROUND): readonly string[] =>
  verdictsOn(text, before, ground).map(({ marked, reason, word }) => [marked ? "marked" : "refused", reason, ...(word === null ? [] : [word])].join(" "));


beforeEach(() => void installFake());
afterEach(() => void vi.unstubAllGlobals());

describe("why a text is marked or not", () => {
  test.each([
    ["+44 20 7946 0958", "marked plus"],
    ["Tel 020 7946 0958", "marked region Tel"],
    ["Fax 020 7946 0958", "refused fax Fax"],
    ["Invoice 020 7946 0958", "refused label Invoice"],
    ["due 2024-03-17", "refused date"],
    ["+44 20 7946 09", "refused invalid"],
    ["020 7946 095899", "refused too_long"],
  ])("%s: %s", (text, verdict) => {
    expect(on(text)).toEqual([verdict]);
  });

  test("names a heading, a label the person leaves out, a rule of theirs, and that no country is known", () => {
    expect(on("02079460958", "Invoice number")).toEqual(["refused label Invoice"]);
    expect(on("Pager 020 7946 0958", "", { ...GROUND, settings: { ...DEFAULTS, skipLabels: ["pager"] } })).toEqual(["refused skip_label pager"]);
    expect(on("ask 123 now", "", { ...GROUND, settings: { ...DEFAULTS, internal: [{ pattern: "1\\d\\d", label: null }] } })).toContain("marked internal 1\\d\\d");
    expect(on("020 7946 0958", "", { ...GROUND, region: { region: null, from: "nothing", rivals: [], learns: true } })).toEqual(["refused no_region"]);
  });

  test("refuses a national number that two countries in question have, and takes one that only one of them has", () => {
    const ground = { ...GROUND, region: { region: "BE", from: "numbers", rivals: ["FR"], learns: true } } as const;
    expect(on("Tel 0475 12 34 56", "", ground)).toEqual(["refused countries"]);
    expect(on("Tel 01 42 68 53 00, +32 2 511 11 11", "", ground)).toEqual(["marked region Tel", "marked plus"]);
  });

  test("has a sentence for every reason in the detector's source, and for every way a number is understood", () => {
    const folder = fileURLToPath(new URL("../../../extension/page/detector", import.meta.url));
    const source = readdirSync(folder).filter((name) => /^(?:engine|shapes|surroundings)\.ts$/u.test(name)).map((name) => readFileSync(`${folder}/${name}`, "utf8")).join("\n");
    const patterns = [/\bblock\([^;]*?"([a-z_]+)"\)/gu, /\brefused\("([a-z_]+)"/gu, /\breturn "([a-z_]+)";/gu, /reason: "([a-z_]+)"/gu, /\["(prefix_missing|invalid|too_long)"/gu, /\? "([a-z]+)" : "([a-z]+)"(?: : "([a-z]+)")?\)/gu];
    const notReasons = new Set(["phone", "other", "unit", "percent", "code"]);
    const reasons = new Set(patterns.flatMap((pattern) => [...source.matchAll(pattern)].flatMap(([, ...found]) => found.filter(Boolean))));
    expect(reasons.size).toBeGreaterThan(25);
    expect([...reasons].filter((reason) => !notReasons.has(reason) && !isKnownReason({ marked: false, reason }))).toEqual([]);
    const marked = ["+44 20 7946 0958", "00 44 20 7946 0958", "44 20 7946 0958", "020 7946 0958", "0800 FLOWERS", "tel +1 800 FLOWERS"].flatMap((text) => verdictsOn(text, "", GROUND)).filter((each) => each.marked);
    expect(marked.length).toBeGreaterThan(4);
    for (const verdict of marked) expect(isKnownReason(verdict), verdict.written).toBe(true);
  });

  test("is told in whole sentences", () => {
    expect(verdictsOn("Tel 020 7946 0958", "", GROUND).map(verdictWords)).toEqual(["Valid in the country assumed for this page. Its label is “Tel”."]);
    expect(verdictsOn("Fax 020 7946 0958", "", GROUND).map(verdictWords)).toEqual(["A fax number (“Fax”): your settings leave those out."]);
  });
});

describe("what a page answers", () => {
  const [verdict] = verdictsOn("Fax 020 7946 0958", "Contact", GROUND);
  const explained: Explained = { region: "GB", regionFrom: "settings", site: "marked", fax: false, text: null, verdicts: verdict === undefined ? [] : [verdict], more: false };

  test("survives decoding, and no more of it than the bound", () => {
    expect(decodeExplained(structuredClone(explained))).toEqual(explained);
    expect(decodeExplained({ ...explained, verdicts: Array.from({ length: 5000 }, () => verdict) })?.verdicts).toHaveLength(MAX_VERDICTS);
  });

  test.each([
    ["nothing", null],
    ["a region that is none", { ...explained, region: "<b>" }],
    ["a site verdict that is none", { ...explained, site: "hacked" }],
    ["verdicts that are no list", { ...explained, verdicts: {} }],
  ])("is dropped when it is %s", (_, foreign) => {
    expect(decodeExplained(foreign)).toBeNull();
  });

  test("loses a verdict that is none", () => {
    expect(decodeExplained({ ...explained, verdicts: [{ ...verdict, written: "1".repeat(9999) }, { ...verdict, marked: "yes" }, verdict] })?.verdicts).toHaveLength(1);
  });
});
