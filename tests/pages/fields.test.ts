/** Fields that only show a number have a button while they are pointed at or have the focus; fields to type in never do. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { find, pause } from "./support/hand.ts";
import { KINDS, openStage, until, writtenSince, type Stage } from "./support/stage.ts";

const html = (body: string): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Fields</title><style>p{margin:24px}</style><body>${body}<script>
  window.records = 0; new MutationObserver((list) => { for (const { target } of list) if (target !== document.documentElement) window.records++; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });</script>`;
/** For a button that must not come. */
const SETTLE_MS = 500;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  let before = 0;
  const dialled = (): string[] => writtenSince(stage, before);
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  beforeEach(() => {
    before = stage.dials().length;
  });
  afterAll(() => stage.close());

  async function pointAt(page: Page, selector: string): Promise<void> {
    const { x, y, height } = await page.evaluate((wanted) => document.querySelector(wanted)!.getBoundingClientRect().toJSON() as DOMRect, selector);
    await page.mouse.move(x + 20, y - 8);
    await page.mouse.move(x + 20, y + height / 2, { steps: 3 });
    // The engine may come with the first look only.
    await pause(150);
    await page.mouse.move(x + 22, y + height / 2);
  }
  const button = (page: Page, number: string) => until(`a button for ${number}`, () => find(page, "button.dial", number));
  async function press(page: Page, number: string): Promise<void> {
    const { x, y } = await button(page, number);
    await pause(150);
    await page.mouse.move(x, y, { steps: 3 });
    await pause(150);
    await page.mouse.click(x, y);
  }

  test("read-only and disabled ones, also where the page has no other number; the number is called, and the page is as it was", async () => {
    const page = await stage.open(html(`<p><label>Phone <input id="a" readonly value="020 7946 0601"></label><p><label for="b">Mobile</label> <input id="b" disabled value="020 7946 0602">`));
    await pointAt(page, "#a");
    await press(page, "020 7946 0601");
    await until("the dial", () => dialled().length === 1);
    await page.keyboard.press("Escape");
    await pointAt(page, "#b");
    await press(page, "020 7946 0602");
    await until("the dial", () => dialled().length === 2);
    expect(dialled()).toEqual(["020 7946 0601", "020 7946 0602"]);
    expect(await page.evaluate(() => [document.querySelector<HTMLInputElement>("#a")!.value, Reflect.get(window, "records") as number])).toEqual(["020 7946 0601", 0]);
    await page.close();
  });

  test("not one to type in, nor one for a fax machine, an order or more than a number, nor a password", async () => {
    const page = await stage.open(html(`<p>020 7946 0610<p><input id="open" value="020 7946 0611"><p><label>Fax <input id="fax" readonly value="020 7946 0612"></label>
      <p><label>Order no. <input id="order" readonly value="02079460613"></label><p><input id="more" readonly value="020 7946 0614 or later"><p><input id="secret" type="password" readonly value="02079460615">`));
    for (const id of ["open", "fax", "order", "more", "secret"]) {
      await pointAt(page, `#${id}`);
      await pause(SETTLE_MS);
      expect(await find(page, "button.dial"), id).toBeUndefined();
    }
    await page.close();
  });

  test("a value that changes, or a field that opens, after the button came is not called", async () => {
    const page = await stage.open(html(`<p><input id="a" readonly value="020 7946 0621"><p><input id="b" readonly value="020 7946 0622">`));
    await pointAt(page, "#a");
    await button(page, "020 7946 0621");
    await page.evaluate(() => (document.querySelector<HTMLInputElement>("#a")!.value = "020 7946 0629"));
    await press(page, "020 7946 0621");
    await pointAt(page, "#b");
    await button(page, "020 7946 0622");
    await page.evaluate(() => (document.querySelector<HTMLInputElement>("#b")!.readOnly = false));
    await press(page, "020 7946 0622");
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("by keyboard: shown with the focus, reached by the step to the next number, and the focus comes back", async () => {
    const page = await stage.open(html(`<p>020 7946 0630<p><input id="a" readonly value="020 7946 0631"><p><input id="b" value="no">`));
    await page.focus("#a");
    await button(page, "020 7946 0631");
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press("KeyN");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    await pause(150);
    await page.keyboard.press("Enter");
    await until("the dial", () => dialled().length === 1);
    expect(dialled()).toEqual(["020 7946 0631"]);
    await page.keyboard.press("Escape");
    await until("the focus back", () => page.evaluate(() => document.activeElement?.id === "a"));
    await button(page, "020 7946 0631");
    await page.keyboard.press("Tab");
    await until("the button to go", async () => (await find(page, "button.dial")) === undefined);
    await page.close();
  });
});
