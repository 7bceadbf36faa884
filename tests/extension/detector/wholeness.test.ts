/** Never a wrong number: whatever stands beside a number, what is marked is one of those that were written, whole, with its extension. */
import { expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";

const NUMBERS: readonly (readonly [written: string, region: string, e164: string])[] = [
  ["0161 496 0123", "GB", "+441614960123"], ["(020) 7946 0958", "GB", "+442079460958"], ["+44 7400 123456", "GB", "+447400123456"], ["030 901820", "DE", "+4930901820"], ["0171-2345678", "DE", "+491712345678"],
  ["+49 (0)30 901820", "DE", "+4930901820"], ["(415) 555-2671", "US", "+14155552671"], ["212-555-0142", "US", "+12125550142"], ["01 42 68 53 00", "FR", "+33142685300"], ["06.12.34.56.78", "FR", "+33612345678"],
  ["612 345 678", "ES", "+34612345678"], ["348 123 4567", "IT", "+393481234567"], ["22 635 12 34", "PL", "+48226351234"], ["32 12 34 56", "DK", "+4532123456"], ["8 (495) 123-45-67", "RU", "+74951234567"], ["03-1234-5678", "JP", "+81312345678"],
];
const EXTENSIONS = [" ext. 12", " x34", " Durchwahl 5", " доб. 77", " poste 31", ", int. 44", " wewn. 8", " mellék 19", " (ext 60)", " anknytning 3", " 内線 21", ";ext=7"];
const BESIDE = [" 12.03.2024", " 2024-03-12", ", 14:30", " €120", " 99,50 EUR", " – 3 pcs", " / 4711", " 20 %", " (2019)", " [7]", ", 12 May 2021", " 1) ", " 2.5 kg", " INV-2024-001", " no. 55", "; 10115 Berlin", " · v1.2.3", "\n12345"];
const JOINTS = [" / ", ", ", " or ", "; ", " – ", "\n", " | ", " und ", "  ", " · ", "/"];

let state = 20;
const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

test("numbers beside extensions, dates, amounts and one another are marked whole or not at all", () => {
  const wrong: string[] = [];
  let found = 0;
  for (let round = 0; round < 20_000; round++) {
    const [, region] = pick(NUMBERS);
    const own = NUMBERS.filter((number) => number[1] === region);
    const expected = new Set<string>();
    const part = (): string => {
      const [written, , e164] = pick(own);
      const extension = random(3) === 0 ? pick(EXTENSIONS) : "";
      expected.add(`${e164} ${extension.replace(/\D/g, "")}`);
      return written + extension;
    };
    const before = random(3) === 0 ? `${pick(BESIDE).trim()}${pick([" ", ", ", "\t", " – "])}` : "";
    const text = before + part() + (random(2) === 0 ? pick(JOINTS) + part() : "") + (random(2) === 0 ? pick(BESIDE) : "");
    for (const { start, end, e164, extension } of detect(text, { region })) {
      found++;
      const isPart = /\d/.test((text[start - 1] ?? "") + (text[end] ?? ""));
      if (isPart || !expected.has(`${e164 ?? ""} ${extension ?? ""}`)) wrong.push(`${region} ${JSON.stringify(text)}: ${text.slice(start, end)} → ${e164 ?? ""} ${extension ?? ""}`);
    }
  }
  expect(found).toBeGreaterThan(20_000);
  expect(wrong).toEqual([]);
});
