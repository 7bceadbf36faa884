import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { wordMeaning } from "../../../extension/page/detector/labels.ts";
import { meanings } from "../../../extension/page/detector/lists.ts";
import { hasTail, senseOf, senseOfStem } from "../../../extension/page/detector/vocabulary.ts";
import { folded, Is, Space } from "../../../extension/page/detector/word-hash.ts";

const EXTENSION = fileURLToPath(new URL("../../../extension/", import.meta.url));
/** Spaces of words that are looked up whole. */
const WHOLE = [Space.words, Space.joined, Space.whose, Space.units, Space.currencies, Space.months, Space.extensions, Space.heads];
const MANY = 320_000;
/** Fewer in as many are mistaken, chance aside. */
const RARELY = 3500;
const folder = mkdtempSync(join(tmpdir(), "detect-"));
afterAll(() => rmSync(folder, { recursive: true }));

const containing = (part: string): unknown => expect.stringContaining(part);
const detect = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, ["detect.mjs", ...args], { cwd: EXTENSION, encoding: "utf8" });

test("the packed numbering plans are what metadata.mjs makes of libphonenumber-js", () => {
  execFileSync(process.execPath, ["metadata.mjs", "--check"], { cwd: EXTENSION });
});

describe("packed words", () => {
  const all = meanings();
  const means = (space: Space, word: string): Is => all[space]?.get(word) ?? Is.unknown;
  /** As labels and surroundings ask: whole in each space that is asked for whole words, by beginning, and by end. */
  const readOf = (word: string): readonly (Is | boolean)[] => [...WHOLE.map((space) => senseOf(space, word)), senseOfStem(word), hasTail(word)];
  function wantedOf(word: string): readonly (Is | boolean)[] {
    const begun = [...(all[Space.stems]?.entries() ?? [])].filter(([stem]) => word.startsWith(stem)).sort(([a], [b]) => b.length - a.length).map(([, is]) => is);
    const stem = begun.includes(Is.phone) ? Is.phone : (begun[0] ?? Is.unknown);
    const ended = [...(all[Space.tails]?.keys() ?? [])].some((tail) => word.length > tail.length && word.endsWith(tail));
    return [...WHOLE.map((space) => means(space, word)), stem, ended];
  }

  test("say of every word, in every script, what its list says, and nothing of it as a word of another kind", () => {
    const listed = new Set(all.flatMap((meant) => [...meant.keys()]));
    expect(listed.size).toBeGreaterThan(2500);
    for (const word of listed) expect(readOf(word), word).toEqual(wantedOf(word));
  });

  test("say of ordinary words in eight languages what the lists say, of all kinds together save one in 1,000", () => {
    const locales = join(EXTENSION, "_locales");
    const texts = readdirSync(locales).map((name) => readFileSync(join(locales, name, "messages.json"), "utf8"));
    const ordinary = [...new Set(texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []).map(folded))];
    expect(ordinary.length).toBeGreaterThan(3000);
    const wrong = ordinary.filter((word) => JSON.stringify(readOf(word)) !== JSON.stringify(wantedOf(word)));
    expect(wrong.length, wrong.join(" ")).toBeLessThanOrEqual(ordinary.length / 1000);
  });

  test("take a word that nobody knows for another once in some 4,200 times", () => {
    let state = 1;
    const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
    // No word or end of one has so few vowels.
    const word = (): string => Array.from({ length: 5 + random(8) }, () => "bcdfghjklmnpqrstvwxz"[random(20)]).join("");
    let wrong = 0;
    for (let n = 0; n < MANY; n++) if (wordMeaning(`${word()}q`) !== null) wrong++;
    expect(wrong).toBeLessThanOrEqual(MANY / RARELY);
  });
});

test("the command line prints start, end, E.164 and extension of every number, plain, gzipped and from standard input alike", () => {
  const lines = `{"id":"a","text":"Tel 020 7946 0958 x12, 😀 +1 212 555 0142","default_region":"GB","kind":"pos"}\n\n{"id":2,"text":"nothing","default_region":null}\n`;
  const wanted = `{"id":"a","m":[[4,21,"+442079460958","12"],[26,41,"+12125550142",null]]}\n{"id":2,"m":[]}\n`;
  writeFileSync(join(folder, "plain.jsonl"), lines);
  writeFileSync(join(folder, "packed.jsonl.gz"), gzipSync(lines));
  expect(detect(join(folder, "plain.jsonl"))).toMatchObject({ status: 0, stdout: wanted });
  expect(detect(join(folder, "packed.jsonl.gz"))).toMatchObject({ status: 0, stdout: wanted });
  expect(spawnSync(process.execPath, ["detect.mjs", "-"], { cwd: EXTENSION, encoding: "utf8", input: lines }).stdout).toBe(wanted);
});

test("bad input is refused with the file and line at fault", () => {
  writeFileSync(join(folder, "bad.jsonl"), `{"id":"a","text":"x","default_region":null}\n{"id":"b"\n`);
  writeFileSync(join(folder, "odd.jsonl"), `{"id":"a","text":5}\n`);
  expect(detect(join(folder, "bad.jsonl"))).toMatchObject({ status: 2, stderr: containing("bad.jsonl, line 2: not JSON") });
  expect(detect(join(folder, "odd.jsonl"))).toMatchObject({ status: 2, stderr: containing('line 1: "text" must be a string') });
  expect(detect(join(folder, "none.jsonl")).stderr).toContain("none.jsonl");
  expect(detect("--explain", "x", "--region", "GBR")).toMatchObject({ status: 2 });
});

test("--explain tells why each number is marked and each refusal refused", () => {
  const { stdout } = detect("--explain", "Tel 020 7946 0958, invoice 02079460959", "--region", "GB");
  expect(stdout).toMatch(/marked .*"020 7946 0958".*\+442079460958.*region: “Tel”/);
  expect(stdout).toMatch(/refused .*"02079460959".*label: invoice/);
});
