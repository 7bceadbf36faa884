import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseNumber } from "../../../extension/page/detector/numbers.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHONS = [`${ROOT}.venv/bin/python`, `${ROOT}.venv/Scripts/python.exe`];
const COUNT = 30_000;
const SEED = 20_267;
const LEAST_AGREEMENT = 0.9999;

test("whether single numbers are valid, and which they are, agrees with Google's libphonenumber", () => {
  const python = PYTHONS.find(existsSync);
  if (python === undefined) throw new Error("the project's own Python is not there: run make once");
  const script = fileURLToPath(new URL("agreement.py", import.meta.url));
  const lines = execFileSync(python, [script, String(COUNT), String(SEED)], { encoding: "utf8", maxBuffer: 1 << 28 }).trim().split("\n");
  let valid = 0;
  const differing: string[] = [];
  for (const line of lines) {
    const [written, region, wanted] = JSON.parse(line) as [string, string, string | null];
    const plus = written.startsWith("+");
    const number = parseNumber(plus ? written.slice(1) : written, plus, region);
    const ours = number === null ? null : number.code + number.national;
    if (wanted !== null) valid++;
    if (ours !== wanted) differing.push(`${written} in ${region}: Google ${String(wanted)}, ours ${String(ours)}`);
  }
  expect(valid).toBeGreaterThan(COUNT / 10);
  expect(1 - differing.length / lines.length, differing.slice(0, 20).join("\n")).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
}, 120_000);
