/** What a page lays over our button or our question, clicks let through or not, gets no call: the person did not see what they clicked. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { find, hover, pause, placeOf } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Covered</title><body><p>020 7946 0958</p>
  <div id="cover" popover="manual" style="inset:0;width:100vw;height:100vh;border:0;margin:0;background:pink;pointer-events:none!important">Win a prize</div>
  <dialog id="dialog" style="inset:0;width:100vw;height:100vh;background:pink;pointer-events:none">Win a prize</dialog>`;
const SETTLE_MS = 600;

/** Ways to lay something over us, each run in the page. */
const COVERS: readonly (readonly [string, () => void])[] = [
  ["a popover that lets clicks through", () => document.getElementById("cover")!.showPopover()],
  ["one that was shown before and is shown again", () => {
    const cover = document.getElementById("cover")!;
    cover.hidePopover();
    cover.showPopover();
  }],
  ["one in a closed shadow root", () => {
    const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "closed" });
    root.innerHTML = `<p popover="manual" style="inset:0;width:100vw;height:100vh;background:pink;pointer-events:none">Win</p>`;
    setTimeout(() => root.querySelector("p")!.showPopover(), 150);
  }],
  ["a page that shows its cover anew for ever", () => {
    const cover = document.getElementById("cover")!;
    setInterval(() => {
      cover.hidePopover();
      cover.showPopover();
    }, 15);
  }],
  ["a cover that goes at the press, before the click", () => {
    const cover = document.getElementById("cover")!;
    cover.showPopover();
    addEventListener("pointerdown", () => cover.hidePopover(), { capture: true });
  }],
];

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  let page: Page;
  let before = 0;
  const dialled = (): number => stage.dials().length - before;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  beforeEach(async () => {
    before = stage.dials().length;
    page = await stage.open(PAGE);
    await markedSoon(page, 1);
    return () => page.close();
  });
  afterAll(() => stage.close());

  test.each(COVERS)("the button under %s", async (name, cover) => {
    await page.evaluate(() => document.getElementById("cover")!.showPopover());
    await page.evaluate(() => document.getElementById("cover")!.hidePopover());
    const { x, y } = await hover(page, "020 7946 0958");
    await page.mouse.move(x, y);
    await pause(300);
    await page.evaluate(cover);
    if (name.includes("closed") || name.includes("ever")) await pause(300);
    await page.mouse.click(x, y);
    await pause(SETTLE_MS);
    expect(dialled()).toBe(0);
  });

  test("styles on our own element have no power over it: what is called is to be seen", async () => {
    const { x, y } = await hover(page, "020 7946 0958");
    await page.evaluate(() => document.querySelector("callwith-overlay")!.setAttribute("style", "opacity:0.01!important;filter:opacity(0)!important;clip-path:circle(1px)!important;visibility:hidden!important"));
    await page.mouse.move(x, y);
    await pause(300);
    const style = await page.evaluate(() => {
      const { opacity, filter, clipPath, visibility } = getComputedStyle(document.querySelector("callwith-overlay")!);
      return { opacity, filter, clipPath, visibility };
    });
    expect(style).toEqual({ opacity: "1", filter: "none", clipPath: "none", visibility: "visible" });
  });

  test("the question whether to call", async () => {
    const { x, y } = await hover(page, "020 7946 0958");
    await page.mouse.move(x, y);
    await pause(300);
    await page.mouse.click(x, y);
    await until("a dial", () => dialled() === 1);
    await stage.say({ kind: "call", call: { ...stage.dials().at(-1)!, state: "refused", dialled: null, code: "confirmation_needed", message: null } });
    const yes = await until("the question", () => find(page, "button.action.first"));
    await pause(400);
    await page.evaluate(() => document.getElementById("cover")!.showPopover());
    await page.mouse.click(yes.x, yes.y);
    await pause(SETTLE_MS);
    expect(dialled()).toBe(1);
    // Now that it is on top again, and has been seen there, it counts.
    await page.evaluate(() => document.getElementById("cover")!.hidePopover());
    await pause(400);
    await page.mouse.click(yes.x, yes.y);
    await until("the confirmed call", () => dialled() === 2);
    expect(stage.dials().at(-1)?.confirmed).toBe(true);
  });

  test("a page in filters, half transparent, zoomed and turned: its button works", async () => {
    await page.evaluate(() => {
      document.documentElement.style.cssText = "filter:invert(1);opacity:.9";
      document.body.style.cssText = "transform:rotate(2deg) scale(.9);zoom:1.2";
    });
    await pause(300);
    await placeOf(page, "020 7946 0958");
    const { x, y } = await hover(page, "020 7946 0958");
    await page.mouse.move(x, y);
    await pause(300);
    await page.mouse.click(x, y);
    await until("a dial", () => dialled() === 1);
  });
});
