import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detect } from "../../../../extension/page/detector/index.ts";

interface Line {
  readonly id: string;
  readonly kind: "pos" | "neg" | "neg_hard";
  readonly text: string;
  readonly default_region: string | null;
  readonly expected: readonly { readonly start: number; readonly end: number; readonly e164: string; readonly ext: string | null }[];
}

const lines = readFileSync(new URL("sample.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Line);
const key = (start: number, end: number, e164: string | null, ext: string | null): string => `${start} ${end} ${String(e164)} ${String(ext)}`;

test("on a sample of the labelled texts nothing wrong is marked and hardly anything missed", () => {
  let wanted = 0;
  let exact = 0;
  const wrong: string[] = [];
  for (const { kind, text, default_region: region, expected } of lines) {
    const found = detect(text, { region, fax: true });
    const keys = new Set(expected.map((n) => key(n.start, n.end, n.e164, n.ext)));
    wanted += expected.length;
    for (const number of found) {
      if (keys.has(key(number.start, number.end, number.e164, number.extension))) exact++;
      else if (kind !== "neg_hard") wrong.push(`${text} → ${number.written}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(exact / wanted).toBeGreaterThanOrEqual(0.988);
});

test("of texts whose digits happen to be a valid number, at most a quarter is marked", () => {
  const hard = lines.filter(({ kind }) => kind === "neg_hard");
  const marked = hard.filter(({ text, default_region: region }) => detect(text, { region, fax: true }).length > 0);
  expect(marked.length / hard.length).toBeLessThanOrEqual(0.25);
});

/** Without lines or cells in them. */
const short = lines.filter(({ text }) => !/[\n\t]/.test(text));
const TOGETHER = 5;

test.each([["a line", "\n"], ["a cell", "\t"]])("what stands in %s beside another changes nothing in it", (_, between) => {
  const wrong: string[] = [];
  let all = 0;
  for (const region of new Set(short.map(({ default_region }) => default_region))) {
    const texts = short.filter(({ default_region }) => default_region === region);
    const alone = (text: string, at: number): string[] => detect(text, { region, fax: true }).map((n) => key(n.start + at, n.end + at, n.e164, n.extension));
    for (let i = 0; i < texts.length; i += TOGETHER) {
      const some = texts.slice(i, i + TOGETHER).map(({ text }) => text);
      let at = 0;
      const wanted = some.flatMap((text) => {
        const keys = alone(text, at);
        at += text.length + 1;
        return keys;
      });
      const text = some.join(between);
      all += wanted.length;
      for (const found of alone(text, 0)) if (!wanted.includes(found)) wrong.push(`${found} in ${text}`);
    }
  }
  expect(all).toBeGreaterThan(300);
  expect(wrong).toEqual([]);
});
