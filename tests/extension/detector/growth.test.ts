import { afterAll, expect, test } from "vitest";
import { detect, mayHoldNumber } from "../../../extension/page/detector/index.ts";

/**
 * Work is counted, not timed: every look at a character and every run of a pattern goes through a method of String or RegExp, and
 * those are counted here. A pattern counts as the characters it was given: it may read them all. The same text counts the same on every machine.
 */
let steps = 0;
const undo: (() => void)[] = [];
afterAll(() => {
  for (const one of undo) one();
});

type Cost = (self: unknown, given: unknown[]) => number;

/** `cost` is asked before the call; `after` once it is done. */
function count(owner: object, name: string, cost: Cost, after: Cost = () => 0): void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const method: unknown = before?.value;
  if (before === undefined || typeof method !== "function") throw new TypeError(`${name} is no method`);
  Object.defineProperty(owner, name, {
    ...before,
    value(this: unknown, ...given: unknown[]): unknown {
      steps += cost(this, given);
      const answer: unknown = Reflect.apply(method, this, given);
      steps += after(this, given);
      return answer;
    },
  });
  undo.push(() => Object.defineProperty(owner, name, before));
}

const size = (text: unknown): number => (typeof text === "string" ? text.length : 1);
const goesOn = (self: unknown): self is RegExp => self instanceof RegExp && self.global;
/** A pattern that goes on from a place reads from there to the end of its match, or of the text when there is none. */
const read: Cost = (self, [text]) => (goesOn(self) ? -self.lastIndex : size(text));
const readTo: Cost = (self, [text]) => (goesOn(self) ? self.lastIndex || size(text) : 0);
count(String.prototype, "charCodeAt", () => 1);
count(String.prototype, "codePointAt", () => 1);
for (const name of ["toLowerCase", "normalize", "split", "replace", "replaceAll", "matchAll", "includes", "trim"]) count(String.prototype, name, size);
count(String.prototype, "startsWith", (_, [what]) => size(what));
count(String.prototype, "slice", (self, [from, to]) => Math.max(0, Math.min(size(self), Number(to ?? size(self))) - Number(from)));
count(RegExp.prototype, "test", read, readTo);
count(RegExp.prototype, "exec", read, readTo);

function stepsFor(text: string, region: string): number {
  steps = 0;
  if (mayHoldNumber(text)) detect(text, { region });
  return steps;
}

const SIZE = 8192;
/** Steps for one character: a number is looked at by some dozens of rules, each of which looks a few dozen characters around. */
const MOST_PER_CHARACTER = 120;
const MOST_EXPONENT = 1.1;

function grows(pattern: string, region: string): void {
  const of = (length: number): string => pattern.repeat(Math.ceil(length / pattern.length));
  stepsFor(of(SIZE), region); // What is compiled once is none of the growth.
  const small = stepsFor(of(SIZE), region);
  const large = stepsFor(of(SIZE * 4), region);
  const exponent = Math.log(large / small) / Math.log(4);
  expect(exponent, `growth of ${JSON.stringify(pattern)} in ${region}: ${String(small)} → ${String(large)}`).toBeLessThanOrEqual(MOST_EXPONENT);
  expect(large / (SIZE * 4), `steps for a character of ${JSON.stringify(pattern)} in ${region}`).toBeLessThanOrEqual(MOST_PER_CHARACTER);
}

const PATTERNS = [
  "(", ")", "((1", "1", "-", " ", "+", ".", "/", ",", ";", "#", "x", "X", "\n", "\t", "\u00ad", "\u200b1", "+1 ", "+1", "1 ", "12 ", "1234 ", "12345678", "12345678\n", "1-(2) 3.4/", "a1", "9f3a", "1a-", "٣", "٣ ",
  "𝟏", "𝟏 ", "\ud835", "\ud8351", "1 2 3 4 5 6 7 8 9 0, ", "0201234567\n", "020 7946 0958 ", "02079460958 ext ", "02079460958 x", "020 7946 0958,", "020 7946 0958;ext=", "020 7946 0958,,", "+442079460958",
  "+44 20 7946 0958/", "+44 20 7946 0958 ", "1\n   ", "(1", "(0)", "(0)1", "1.2.3.4.", "1/2/", "[1][", "12:34:56 ", "1,234,567 ", "1'234'567 ", "DE89 3704 0044 0532 0130 00 ", "AB12 ", "1-800-FLOWERS ", "1-800-FLOWERS-",
  "1-800-", "https://a.b/12345678/", "a@b/02079460958", "12345678@", "number number 12345678 ", "de número ", "phone ", "tel fax invoice 02079460958 ", "1 EUR ", "R 12 ", "52.5200, 13.4050 ", "9 July 2024 02079460958 ",
  "電話0312345678", "번호 010-1234-5678 ", "หมายเลข", "Α.Φ.Μ. 2101234567 ", "1Z 999 AA1 ", "==", "_1", "\\1", "&a=1", "…", "〒",
];
test.each(["GB", "US", "DE"])("whatever is repeated, work grows with the text and no faster (%s)", (region) => {
  for (const pattern of PATTERNS) grows(pattern, region);
});

test("nor does it for what chance puts together", () => {
  let state = 42;
  const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  const pieces = [...PATTERNS, "0", "1", "7", "44", "020", " ", "-", "(", ")", "+", ".", "/", "x", "ext.", "Tel", "Fax", "no.", "é", "１"];
  for (let round = 0; round < 150; round++) grows(Array.from({ length: 1 + random(12) }, () => pieces[random(pieces.length)] ?? "").join(""), ["GB", "US", "DE", "KR", "AR"][random(5)] ?? "GB");
});

test("the counting would notice a search that starts again at every character", () => {
  const quadratic = (text: string): number => {
    steps = 0;
    for (let i = 0; i < text.length; i++) /1$/.test(text.slice(i));
    return steps;
  };
  expect(Math.log(quadratic("(".repeat(4096)) / quadratic("(".repeat(1024))) / Math.log(4)).toBeGreaterThan(1.8);
});
