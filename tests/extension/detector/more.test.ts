/** The detector as pages have it first: without what is met rarely. */
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type * as Detector from "../../../extension/page/detector/index.ts";
import type { More } from "../../../extension/page/detector/more.ts";

const MORE = "../../../extension/page/detector/more.ts";

async function loaded(more: "first" | "whole"): Promise<{ detector: typeof Detector; tell: ReturnType<typeof vi.fn<() => void>>; rest: More }> {
  vi.resetModules();
  const { MORE: rest } = await vi.importActual<{ MORE: More }>(MORE);
  if (more === "first") vi.doMock(MORE, () => ({ MORE: null }));
  else vi.doUnmock(MORE);
  const detector = await import("../../../extension/page/detector/index.ts");
  const tell = vi.fn<() => void>();
  detector.whenLacking(tell);
  return { detector, tell, rest };
}

const numbersIn = (found: readonly Detector.FoundNumber[]): readonly unknown[] => found.map(({ start, end, e164, extension }) => [start, end, e164, extension]);

describe("without what is met rarely", () => {
  let first: Awaited<ReturnType<typeof loaded>>;
  beforeEach(async () => {
    first = await loaded("first");
  });

  test("numbers of usual countries with usual labels are found, and nothing is missed", () => {
    const { detector, tell } = first;
    const texts = ["Tel 020 7946 0958 x12", "+49 30 901820", "Teléfono: 020 7946 0958", "Điện thoại 020 7946 0958", "invoice 02079460958", "12.05.2024"];
    expect(texts.map((text) => detector.detect(text, { region: "GB" }).length)).toEqual([1, 1, 1, 1, 0, 0]);
    expect(tell).not.toHaveBeenCalled();
    expect(detector.isReady("DE")).toBe(true);
  });

  test.each([
    ["a number of a country seldom called", "Tel +254 20 2222222", "GB"],
    ["the same beside a usual one", "+44 20 7946 0958, +254 20 2222222", "GB"],
    ["a label in another script", "電話 020 7946 0958", "GB"],
    ["a region seldom called from", "020 2222222", "KE"],
  ])("%s is missed, and found when the rest is there", (_, text, region) => {
    const { detector, tell, rest } = first;
    expect(detector.detect(text, { region })).toEqual([]);
    expect(tell).toHaveBeenCalled();
    // Nothing of the first answer is remembered.
    expect(detector.detect(text, { region })).toEqual([]);
    detector.complete(rest);
    tell.mockClear();
    const found = detector.detect(text, { region });
    expect(found.length).toBe(text.includes(",") ? 2 : 1);
    expect(tell).not.toHaveBeenCalled();
  });

  test("a text is answered as with all, or not at all", async () => {
    const corpus = readFileSync(new URL("corpus/sample.jsonl", import.meta.url), "utf8").trim().split("\n");
    const texts = corpus.map((line) => JSON.parse(line) as { text: string; default_region: string | null });
    const { detector: whole } = await loaded("whole");
    let left = 0;
    for (const { text, default_region: region } of texts) {
      first.tell.mockClear();
      const found = numbersIn(first.detector.detect(text, { region }));
      if (first.tell.mock.calls.length > 0) {
        left++;
        expect(found, text).toEqual([]);
      } else expect(found, text).toEqual(numbersIn(whole.detect(text, { region })));
    }
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(texts.length * 0.75);
  });
});
