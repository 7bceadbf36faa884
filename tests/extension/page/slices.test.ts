import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Slices } from "../../../extension/page/slices.ts";
import { LIMIT_MS, SLICE_MS } from "../../../extension/page/tunables.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work of `steps` steps, each of which takes `ms`. */
function start(steps: number, ms: number, most?: () => number): { slices: Slices; left: () => number } {
  let left = steps;
  let clock = 0;
  const slices = new Slices((goOn) => {
    while (goOn() && left > 0) {
      left--;
      clock += ms;
    }
    return left === 0;
  }, most);
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  slices.wake();
  return { slices, left: () => left };
}

test("work is cut into slices that end in time, and all of it is done", () => {
  const { slices, left } = start(1000, 1);
  vi.runAllTimers();
  expect(left()).toBe(0);
  expect(slices.report).toMatchObject({ count: 1000 / SLICE_MS, longest: SLICE_MS, over: 0 });
});

test("a slice may be given less time than others", () => {
  const times = [2, 3];
  const { slices } = start(5 + SLICE_MS, 1, () => times.shift() ?? SLICE_MS);
  vi.runAllTimers();
  expect(slices.report).toMatchObject({ count: 3, longest: SLICE_MS });
});

test("a step that is too long shows in the report", () => {
  const { slices } = start(3, LIMIT_MS + 1);
  vi.runAllTimers();
  expect(slices.report).toMatchObject({ longest: LIMIT_MS + 1, over: 3 });
});

test("nothing is done after the end", () => {
  const { slices, left } = start(10, 1);
  slices.destroy();
  slices.wake();
  vi.runAllTimers();
  expect(left()).toBe(10);
});
