import { describe, expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";
import { WINDOW_UNITS } from "../../../extension/page/tunables.ts";
import { detectInPieces } from "../../../extension/page/windows.ts";

const OPTIONS = { region: "GB" };
const inPieces = (text: string): string[] => [...detectInPieces(text, OPTIONS)].flat().map(({ start, end, written }) => `${String(start)}-${String(end)} ${written}`);
const whole = (text: string): string[] => detect(text, OPTIONS).map(({ start, end, written }) => `${String(start)}-${String(end)} ${written}`);
const number = (n: number): string => `020 7946 ${String(n).padStart(4, "0")}`;

describe("a long text in pieces", () => {
  test("has the same numbers at the same places as the whole, wherever the cuts fall", () => {
    // A prime step between the numbers: cuts fall before, within and behind them.
    for (const filling of [7, 61, 131, 509]) {
      let text = "";
      for (let n = 0; text.length < 5 * WINDOW_UNITS; n++) text += `${"word and more ".repeat(filling).slice(0, filling)}; call ${number(n)}. `;
      expect(inPieces(text)).toEqual(whole(text));
      expect(inPieces(text).length).toBeGreaterThan(5);
    }
  });

  test("finds each number once where no stretch without digits is long enough for a cut", () => {
    const numbers = Array.from({ length: 1500 }, (_, n) => number(n));
    const found = [...detectInPieces(numbers.join(" ; "), OPTIONS)].flat().map(({ written }) => written);
    expect(found).toEqual(numbers);
  });

  test("comes as one piece when it is short, and as several when it is long", () => {
    expect([...detectInPieces(`Call ${number(1)}`, OPTIONS)].length).toBe(1);
    expect([...detectInPieces("no digits here ".repeat(WINDOW_UNITS), OPTIONS)].length).toBeGreaterThan(5);
  });
});
