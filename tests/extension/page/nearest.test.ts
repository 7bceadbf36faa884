import { describe, expect, test } from "vitest";
import { Nearest } from "../../../extension/page/nearest.ts";

/** Positions 0…99, of which 40…49 are in view. */
const items = Array.from({ length: 100 }, (_, n) => n);
const inView = (from: number, to: number) => (item: number): number => (item < from ? -1 : item > to ? 1 : 0);

function takeAll(order: Nearest<number>): number[] {
  const taken: number[] = [];
  while (order.left > 0) taken.push(order.take()!);
  return taken;
}

describe("the order of work", () => {
  test("begins at the top of what is in view", () => {
    const first = takeAll(new Nearest(items, inView(40, 49)));
    expect(first[0]).toBe(40);
    // Three down for each one up: what is in view is read before anything far away.
    expect(Math.max(...first.slice(0, 13).map((item) => Math.abs(item - 45)))).toBeLessThanOrEqual(9);
  });

  test("takes everything once, whatever is in view", () => {
    for (const [from, to] of [[0, 5], [40, 49], [95, 99], [-10, -1], [200, 300]] as const) {
      expect(takeAll(new Nearest(items, inView(from, to))).toSorted((a, b) => a - b)).toEqual(items);
    }
  });

  test("goes on from the new place after a scroll, and forgets nothing", () => {
    const order = new Nearest(items, inView(0, 9));
    const before = [order.take(), order.take(), order.take()];
    order.reorder(inView(80, 89));
    const after = takeAll(order);
    expect(after[0]).toBe(80);
    expect([...before, ...after].toSorted((a, b) => a! - b!)).toEqual(items);
  });

  test("asks for few positions: their layout costs", () => {
    let asked = 0;
    new Nearest(Array.from({ length: 100_000 }, (_, n) => n), (item) => (asked++, item - 500));
    expect(asked).toBeLessThan(20);
  });
});
