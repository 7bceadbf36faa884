/** What a person's gestures do: one wish for one call, and words that claim no more than is known. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import type { CallView, DialGesture } from "../../extension/shared/page-messages.ts";
import { call, find, hover, pause, placeOf, shown } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Gestures</title><body>
  <p>020 7946 0401</p><p>020 7946 0402</p><p><a href="#elsewhere">020 7946 0403</a></p>
  <a id="tel" href="tel:+44%2020%207946%200404;ext=55">Call</a> <a id="sip" href="sip:101@pbx.example">Desk</a> <a id="name" href="sip:alice@example.com">Alice</a>`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  let page: Page;
  let before = 0;
  const dials = (): DialGesture[] => stage.dials().slice(before);
  const dialled = (count: number): Promise<unknown> => until(`${String(count)} dials`, () => dials().length === count);
  const view = (gesture: DialGesture, state: CallView["state"], code: string | null = null): CallView => ({ ...gesture, state, code, dialled: null, message: null });
  const say = async (call: CallView, words: string): Promise<void> => {
    await stage.say({ kind: "call", call });
    await until(words, async () => (await shown(page)).includes(words));
  };
  const press = async (selector: string, words = ""): Promise<void> => {
    const { x, y } = await until(selector, () => find(page, selector, words));
    await pause(150);
    await page.mouse.click(x, y);
  };
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  beforeEach(async () => {
    before = stage.dials().length;
    page = await stage.open(PAGE);
    await markedSoon(page, 3);
    return () => page.close();
  });
  afterAll(() => stage.close());

  test("a click on the text, or on the button, is one dial; a double click too", async () => {
    const { x, y } = await placeOf(page, "020 7946 0401");
    await page.mouse.click(x, y, { count: 2 });
    await dialled(1);
    await call(page, "020 7946 0402");
    await dialled(2);
    await pause(300);
    expect(dials().map(({ written, via }) => [written, via])).toEqual([["020 7946 0401", "click"], ["020 7946 0402", "click"]]);
    expect(new Set(dials().map(({ id }) => id)).size).toBe(2);
    expect(dials()[0]!.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
  });

  test("a number in a link of the page: the click is the page's, the button is ours", async () => {
    await call(page, "020 7946 0403");
    await dialled(1);
    const { x, y } = await placeOf(page, "020 7946 0403");
    await page.mouse.click(x, y);
    await until("the page's own link", () => page.url().endsWith("#elsewhere"));
    expect(dials().length).toBe(1);
  });

  test("telephone links: plain clicks dial, modified ones and names of people are the page's", async () => {
    await page.click("#tel");
    await dialled(1);
    expect(dials()[0]).toMatchObject({ extension: "55", via: "link" });
    expect(dials()[0]!.written.replace(/\D/gu, "")).toBe("442079460404");
    await page.click("#sip");
    await dialled(2);
    expect(dials()[1]!.written).toBe("101");
    const prevented = await page.evaluate(() => {
      const seen: boolean[] = [];
      addEventListener("click", (event) => { seen.push(event.defaultPrevented); event.preventDefault(); });
      Reflect.set(window, "seen", seen);
    }).then(async () => {
      await page.click("#name");
      await page.keyboard.down("Shift");
      await page.click("#tel");
      await page.keyboard.up("Shift");
      return page.evaluate(() => Reflect.get(window, "seen") as boolean[]);
    });
    expect(prevented).toEqual([false, false]);
    expect(dials().length).toBe(2);
  });

  test("by keyboard alone: to a number, to the next one, back, called with Enter, left with Escape", async () => {
    const step = async (code: "KeyN" | "KeyB"): Promise<void> => {
      await page.keyboard.down("Alt");
      await page.keyboard.down("Shift");
      await page.keyboard.press(code);
      await page.keyboard.up("Shift");
      await page.keyboard.up("Alt");
    };
    await step("KeyN");
    await until("the first", () => find(page, "button.dial", "0401"));
    await step("KeyN");
    await until("the second", () => find(page, "button.dial", "0402"));
    await step("KeyB");
    await until("the first again", () => find(page, "button.dial", "0401"));
    await page.keyboard.press("Escape");
    await until("nothing", async () => (await find(page, "button.dial")) === undefined);
    await step("KeyN");
    await until("the second", () => find(page, "button.dial", "0402"));
    await pause(150);
    await page.keyboard.press("Enter");
    await dialled(1);
    expect(dials()[0]!.written).toBe("020 7946 0402");
  });

  test("an unknown outcome says so and offers no second try; what was not sent does, as a new gesture", async () => {
    await call(page, "020 7946 0401");
    await dialled(1);
    await say(view(dials()[0]!, "unknown", "call_outcome_unknown"), "Check your phone");
    expect(await find(page, "button.action")).toBeUndefined();
    await say(view(dials()[0]!, "refused", "pbx_unreachable"), "cannot be reached");
    await pause(1600);
    await press("button.action", "Try again");
    await dialled(2);
    expect(dials()[1]).toMatchObject({ written: "020 7946 0401", confirmed: false });
    expect(dials()[1]!.id).not.toBe(dials()[0]!.id);
  });

  test("a call that needs a yes is asked about in our own root, and yes is a new gesture", async () => {
    await call(page, "020 7946 0401");
    await dialled(1);
    await say(view(dials()[0]!, "refused", "confirmation_needed"), "confirm");
    await press("button.action", "Cancel");
    await until("nothing", async () => (await find(page, "button.action")) === undefined);
    await stage.say({ kind: "call", call: view(dials()[0]!, "refused", "confirmation_needed") });
    await press("button.action.first");
    await dialled(2);
    expect(dials()[1]).toMatchObject({ written: "020 7946 0401", confirmed: true });
  });

  test("the button goes when the page scrolls or the pointer leaves", async () => {
    await hover(page, "020 7946 0401");
    await page.mouse.move(700, 600);
    await until("nothing", async () => (await find(page, "button.dial")) === undefined);
    await page.evaluate(() => (document.body.style.height = "5000px"));
    await hover(page, "020 7946 0402");
    await page.evaluate(() => scrollTo(0, 40));
    await until("nothing", async () => (await find(page, "button.dial")) === undefined);
  });
});
