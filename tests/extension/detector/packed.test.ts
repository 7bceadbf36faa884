import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { unpackedList } from "../../../extension/page/detector/unpacked-list.ts";
import * as words from "../../../extension/page/detector/words.ts";

const EXTENSION = fileURLToPath(new URL("../../../extension/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "detect-"));
afterAll(() => rmSync(folder, { recursive: true }));

const containing = (part: string): unknown => expect.stringContaining(part);
const detect = (...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, ["detect.mjs", ...args], { cwd: EXTENSION, encoding: "utf8" });

test("the packed numbering plans are what metadata.mjs makes of libphonenumber-js", () => {
  execFileSync(process.execPath, ["metadata.mjs", "--check"], { cwd: EXTENSION });
});

test("packed lists of words are unpacked to what they were, in every script", async () => {
  const { packedList } = (await import(pathToFileURL(join(EXTENSION, "word-packing.mjs")).href)) as { packedList: (list: string) => string };
  for (const [name, list] of Object.entries(words)) {
    const wanted = [...new Set(list.trim().split(/\s+/))].sort();
    expect(unpackedList(packedList(list)), name).toEqual(wanted);
  }
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
