import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { detect } from "../../../../extension/page/detector/index.ts";

interface Case {
  readonly id: string;
  readonly text: string;
  readonly region: string | null;
  readonly expected: readonly { readonly start: number; readonly end: number; readonly e164: string; readonly ext: string | null }[];
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

test("Google's matcher cases come out as Google's, but for the deviations listed with their reason", () => {
  const cases = JSON.parse(read("cases.json")) as readonly Case[];
  const deviations = JSON.parse(read("deviations.json")) as Readonly<Record<string, string>>;
  const differing = cases.filter(({ text, region, expected }) => {
    const found = detect(text, { region, fax: true }).map((n) => [n.start, n.end, n.e164, n.extension]);
    return JSON.stringify(found) !== JSON.stringify(expected.map((n) => [n.start, n.end, n.e164, n.ext]));
  });
  expect(differing.map(({ id }) => id).sort()).toEqual(Object.keys(deviations).sort());
  expect(1 - differing.length / cases.length).toBeGreaterThanOrEqual(0.99);
});
