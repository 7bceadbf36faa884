/**
 * What marking costs the page, by counts that hold on a busy machine as well. The times themselves, as ratios, are `make bench`.
 */
import type { CDPSession, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KINDS, marked, openStage, until, type Stage } from "./support/stage.ts";

/** `rows` table rows, each with a telephone number of its own. `change` does what a live page does, a frame after each hundred. */
const table = (rows: number): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Rows</title><body>
  <table><tbody id="rows"></tbody></table><script>
  let rows = ""; for (let n = 0; n < ${String(rows)}; n++) rows += "<tr><td>Person</td><td>020 7946 " + String(n).padStart(4, "0") + "</td><td>note</td></tr>";
  document.getElementById("rows").innerHTML = rows;
  window.change = async (changes) => {
    const body = document.getElementById("rows");
    let painted = 0;
    for (let n = 0; n < changes; n++) {
      const row = body.rows[(n * 37) % body.rows.length];
      if (n % 4 === 0) row.cells[1].firstChild.data = "changed " + "abcdefghij"[n % 10];
      else if (n % 4 === 1) row.cells[2].textContent = "x" + (n % 3);
      else if (n % 4 === 2) body.append(row.cloneNode(true));
      else row.remove();
      if (n % 100 !== 99) continue;
      await new Promise((r) => requestAnimationFrame(() => setTimeout(r)));
      // By the second hundred our observer has seen the first.
      if (n > 200) painted = Math.max(painted, CSS.highlights.get("callwith-number")?.size ?? 0);
    }
    return painted;
  };
  </script>`;

const ROWS = 10_000;
const OWN_ROWS = 3000;
/** A step that looks at each row for each row took a second for so many, in ms; a busy machine may stop any step for a while. */
const OWN_STEP_MS = 200;
/**
 * Beyond what the machine does to slices of the same length that do nothing: a busy one interrupts some, and the first of
 * ours compile patterns. Steps that are too long would show in nearly all of them.
 */
const BEYOND = 0.3;
/** Marks painted while the page changes: the first few hundred, and what is near the viewport. */
const PAINTED = 700;

/** MOST_SHOWN of the page's part. */
const PAINTED_AT_REST = 2001;

const painted = (page: Page, count: number): Promise<unknown> =>
  until(`${String(count)} marks`, () => page.evaluate((wanted) => (CSS.highlights.get("callwith-number")?.size ?? 0) >= wanted, count), 45_000);

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("10,000 numbers are marked in slices of at most 8 ms, and a page that changes has few marks painted", async () => {
    const page = await stage.open(table(ROWS));
    await painted(page, 1);
    await until("all rows marked", async () => (await stage.marked()) === ROWS, 45_000);
    const slices = (await stage.slices())!;
    expect(slices.count).toBeGreaterThan(20);
    // Some 450 in Firefox: one slice for each number would be a page that is never done.
    expect(slices.count).toBeLessThan(3000);
    const idle = await emptySlices(page, slices.count);
    expect(slices.over / slices.count - idle.over / idle.count, JSON.stringify({ slices, idle })).toBeLessThan(BEYOND);

    // Each painted range makes each of the page's changes dearer: that is what the later changes of a marked page cost.
    const most = await page.evaluate(() => (Reflect.get(window, "change") as (changes: number) => Promise<number>)(1000));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(PAINTED);
    await until("the page's rest", () => page.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) > 100), 45_000);

    // Nor is there a long task when it has come to rest: what is far away is painted when it comes near.
    expect(await page.evaluate(() => CSS.highlights.get("callwith-number")!.size)).toBeLessThan(PAINTED_AT_REST);
    const last = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return [...document.querySelectorAll("td:nth-child(2)")].map(({ textContent }) => textContent).findLast((text) => text.startsWith("020"))!;
    });
    await until("the last number", async () => (await marked(page)).includes(last));
    await page.close();
  }, 120_000);

  test("a table of elements whose names are the page's own, with a class or without, is marked in slices of the same length", async () => {
    const page = await stage.open(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Own</title><style>own-row{display:flex}own-cell{display:block}</style><body><own-table></own-table><script>
      let rows = ""; for (let n = 0; n < ${String(OWN_ROWS)}; n++) rows += "<own-row><own-cell>Person</own-cell><own-cell>020 7946 " + String(n).padStart(4, "0") + "</own-cell></own-row>";
      document.querySelector("own-table").innerHTML = rows;</script>`);
    await until("all rows marked", async () => (await stage.marked()) === OWN_ROWS, 45_000);
    const slices = (await stage.slices())!;
    const idle = await emptySlices(page, slices.count);
    expect(slices.over / slices.count - idle.over / idle.count, JSON.stringify({ slices, idle })).toBeLessThan(BEYOND);
    // Many times the longest alone would be one step for all rows.
    expect(slices.longest).toBeLessThan(OWN_STEP_MS);
    await page.close();
  }, 90_000);

  test("ten thousand replaced rows leave no mark and no node behind", async () => {
    const page = await stage.open(table(50));
    await painted(page, 50);
    const session = kind === "chromium" ? await page.createCDPSession() : null;
    await replaceRows(page, 20);
    const before = await nodesOf(session);
    await replaceRows(page, 200);
    await until("50 marks again", () => page.evaluate(() => CSS.highlights.get("callwith-number")?.size === 50));
    expect((await marked(page)).filter((text) => /^020 7946 00\d\d$/u.test(text)).length).toBe(50);
    // A row is ten nodes; one round of rows may still be on its way out.
    expect(await nodesOf(session)).toBeLessThanOrEqual(before + 600);
    await page.close();
  }, 90_000);
});

/** Slices of the length of ours that only wait for their end. */
const emptySlices = (page: Page, count: number): Promise<{ count: number; over: number }> =>
  page.evaluate(async (slices) => {
    let over = 0;
    for (let n = 0; n < slices; n++) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      const start = performance.now();
      while (performance.now() - start < 5);
      if (performance.now() - start > 8) over++;
    }
    return { count: slices, over };
  }, count);

async function replaceRows(page: Page, rounds: number): Promise<void> {
  await page.evaluate(async (count) => {
    const body = document.getElementById("rows") as HTMLTableSectionElement;
    for (let round = 0; round < count; round++) {
      body.replaceChildren(...[...body.rows].map((row) => row.cloneNode(true)));
      if (round % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, rounds);
}

/** Nodes that are alive in the renderer, those out of the page among them; Firefox does not tell. */
async function nodesOf(session: CDPSession | null): Promise<number> {
  if (session === null) return 0;
  // The sweep of marks comes a moment after the rows have gone.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Memory.getDOMCounters")).nodes;
}
