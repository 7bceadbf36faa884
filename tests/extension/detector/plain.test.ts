import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detect, explain, type DetectOptions } from "../../../extension/page/detector/index.ts";
import { findPlain } from "../../../extension/page/detector/plain.ts";
import { planOf } from "../../../extension/page/detector/plans.ts";
import { FORMATS } from "./everyday/formats.ts";

/** `explain` gives a reason for all it refuses, so it takes none of the short ways. */
function same(text: string, options: DetectOptions): void {
  const [quick, thorough] = [detect(text, options), explain(text, options).numbers];
  if (JSON.stringify(quick) !== JSON.stringify(thorough)) expect(quick, `${JSON.stringify(text)} ${JSON.stringify(options)}`).toEqual(thorough);
}

let state = 1;
const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
const digits = (count: number): string => Array.from({ length: count }, () => random(10)).join("");

const WRITTEN = Object.entries(FORMATS).flatMap(([region, formats]) => formats.map(([written, e164]) => ({ region, written, e164 })));
const REGIONS = [...new Set(WRITTEN.map(({ region }) => region)), "GG", "UY", "HT", "SH", null];
const HEADINGS = ["", "Phone", "T", "Fax", "Mobil / Fax", "Name", "Invoice no.", "#"];
const GAPS = [" ", " ", " ", "-", "-", "", ") ", " (", "(", ")", ".", "/", "  ", " - ", "\u00a0"];
const ODD = [..."()+- xA0./é٣#[]\u200b\n\t%".split(/(?:)/u), "AB", "(0)", "20"];
const AROUND = ["INV-%", "R%", "a.%", "£%", "Tel %", "PO %", "x%", "-%", "+ %", "( %", "ATU%", "DE%", "% kg", "%-FLOWERS", "% AB", "%@x", "% ext 5", "%x5", "% (14)", "% ", "\n%"];

/** The digits of a number in other groups, with other things between. */
function regrouped(number: string): string {
  let text = random(8) === 0 ? "(" : "";
  for (let at = 0; at < number.length; ) {
    const size = 1 + random(5);
    text += (at === 0 || text.endsWith("+") ? "" : pick(GAPS)) + number.slice(at, at + size);
    at += size;
  }
  return text;
}

function spoilt(text: string): string {
  const at = random(text.length + 1);
  return text.slice(0, at) + pick(ODD) + text.slice(at + random(2));
}

/** Valid numbers here or there that are as well a day, a moment in seconds, years, a card, an article, a list or a short figure. */
function ambiguous(): readonly [text: string, region: string] {
  const two = (below: number): string => String(1 + random(below)).padStart(2, "0");
  switch (random(9)) {
    case 0: return [`20${two(39)}${two(12)}${two(31)}${pick(["", " 12", "-12"])}`, pick(["DK", "NO", "SG", "DE"])];
    case 1: return [`1${pick(["4", "6", "9"])}${digits(8)}`, pick(["IN", "GB", "US", "DE"])];
    case 2: return [`${two(31)}-${two(12)}-${two(31)} ${digits(2)}`, pick(["DK", "NO", "FR", "DE"])];
    case 3: return [Array.from(pick([`2${digits(7)}`, `0${digits(8)}`]), (digit, at) => (at > 1 && random(9) === 0 ? digit : `${digit} `)).join("").trim(), pick(["DK", "FR", "NO"])];
    case 4: return [`${pick(["0", "978", "4", "756"])}${digits(9 + random(4))}`, pick(["DE", "AT", "FI", "ID"])];
    case 5: return [`${pick(["", "19", "20", "3"])}${digits(2)}${pick(["-", " "])}${digits(4)}`, pick(["SG", "DK", "HK", "NU"])];
    case 6: return [pick([digits(3 + random(4)), `20${digits(2)}`]), pick(["LU", "FI", "NU", "TK", "DE", "AD"])];
    case 7: return [`${digits(1)} ${pick(["0800 1111", `01${digits(4)} ${digits(2)}`])}`, pick(["GB", "DE", "AT"])];
    default: return [`${digits(6)}${pick(["-", " "])}${digits(4)}`, pick(["SE", "FI", "US", "IN"])];
  }
}

function anything(): string {
  const { written, e164 } = pick(WRITTEN);
  switch (random(6)) {
    case 0: return written;
    case 1: return regrouped(written.replace(/[^\d+]/g, ""));
    case 2: return regrouped(e164);
    case 3: return spoilt(written);
    case 4: return pick(AROUND).replace("%", pick([written, digits(5 + random(6)), `20${digits(2)}-${digits(2)}-${digits(2)}`, `2024-${digits(5)}`]));
    default: return regrouped(pick(["", "+", "00", "0", "19", "20"]) + digits(3 + random(12)));
  }
}

test("the short way for a cell of a table gives what a close look gives, whatever is in it", () => {
  for (let round = 0; round < 100_000; round++) {
    const region = random(3) === 0 ? pick(REGIONS) : pick(WRITTEN).region;
    same(anything(), { region, before: pick(HEADINGS), fax: random(2) === 0, internal: [] });
  }
});

test("it leaves to the close look what may be something else", () => {
  for (let round = 0; round < 150_000; round++) {
    const [text, region] = ambiguous();
    same(text, { region, before: pick(HEADINGS) });
  }
});

test("and it agrees in every text of the corpora, and for each number by itself", () => {
  const lines = readFileSync(new URL("corpus/sample.jsonl", import.meta.url), "utf8").trim().split("\n");
  for (const line of lines) {
    const { text, default_region: region, expected } = JSON.parse(line) as { text: string; default_region: string | null; expected: { start: number; end: number }[] };
    for (const part of [text, ...expected.map(({ start, end }) => text.slice(start, end))]) same(part, { region });
  }
  for (const { written, region } of WRITTEN) for (const before of HEADINGS) same(written, { region, before });
});

test("it answers for half of the ways in which people write numbers, and for what has too few digits", () => {
  const way = (text: string, region: string): unknown => findPlain(text, { region }, planOf(region)?.least ?? 0);
  const answered = WRITTEN.filter(({ written, region }) => way(written, region) !== undefined);
  expect(answered.length / WRITTEN.length).toBeGreaterThan(0.5);
  for (const none of ["£123.45", "Acme Trading Ltd", "a.12@example.com", "2024-03-12", "INV-2024-12345"]) expect(way(none, "GB"), none).toEqual([]);
  for (const unclear of ["1-800-FLOWERS", "020 7946 0958 ext 5", "+44 (0)20 7946 0958", "٠٢٠٧٩٤٦٠٩٥٨"]) expect(way(unclear, "GB"), unclear).toBeUndefined();
});
