/**
 * Working with the popup: typing, filtering, arrows, Enter, hanging up. In Chromium, which hands out the real popup's page; that keys
 * reach it on a screen, in both browsers, is in popup.test.ts.
 */
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { violations } from "../browser/axe.ts";
import { until } from "../browser/desk.mjs";
import { closePopup, openPopup } from "../browser/popup.mjs";
import { marked, Scene } from "./scene.ts";

/** Whoever is called talks until somebody here hangs up. */
const PEOPLE = ["--answer-after", "0.2", "--destination-answers-after", "0.2", "--talk-for", "-1"];
const SHOWN_MS = 15_000;

let scene: Scene;
let popup: Page;
beforeAll(async () => {
  scene = await Scene.open({ kind: "chromium", pbx: "v20", pin: "admin", simulate: PEOPLE });
  const page = await scene.show(`<h1>Contacts</h1><ul><li><b>Eleanor Whitfield</b> 020 7946 0958</li><li><b>Marcus Reed</b> 0161 496 0137</li></ul>
    <p>Premium 0909 879 0123</p>`);
  await marked(page, 3);
});
afterAll(() => scene.close());
beforeEach(async () => {
  popup = await openPopup(scene.browser);
  await popup.waitForSelector("[data-companion=ready]", { timeout: SHOWN_MS });
  await popup.waitForSelector("[data-numbers='3']", { timeout: SHOWN_MS });
});
afterEach(() => closePopup(scene.browser));

const focused = (): Promise<string> => popup.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? "");
const rows = (): Promise<string[]> => popup.$$eval("[aria-labelledby=on-page] [data-row]", (all) => all.map((each) => (each as HTMLElement).innerText.replace(/\s+/gu, " ")));
const called = (): Promise<string[]> => scene.called();

describe("the popup", () => {
  test("lists the page's numbers with whose they are", async () => {
    expect(await rows()).toEqual([
      expect.stringMatching(/020 7946 0958 Eleanor Whitfield/u),
      expect.stringMatching(/0161 496 0137 Marcus Reed/u),
      expect.stringMatching(/0909 879 0123/u),
    ]);
    expect(await violations(popup)).toEqual([]);
  });

  test("says while typing what would be dialled and by which rules, and dials nothing by that", async () => {
    await popup.type("#number", "+44 20 7946 0958");
    await popup.waitForSelector("[data-comes=calls]", { timeout: SHOWN_MS });
    expect(await popup.$eval(".comes", (line) => line.textContent)).toMatch(/calls .*020 7946 0958/u);
    expect(await popup.$$eval(".why li", (all) => all.length)).toBeGreaterThanOrEqual(2);
    // A later number's answer takes the place of the one before.
    await popup.$eval("#number", (field) => (field as HTMLInputElement).select());
    await popup.type("#number", "0909 879 0123");
    await popup.waitForSelector("[data-comes=asks]", { timeout: SHOWN_MS });
    expect(await violations(popup)).toEqual([]);
    expect(await called()).toEqual([]);
  });

  test("asks before a premium number, Escape or Cancel calls nobody, and the focus goes on in the field", async () => {
    await popup.type("#number", "0909 879 0123");
    await popup.keyboard.press("Enter");
    const cancel = await popup.waitForSelector(".card.doubt .button:not(.main)", { timeout: SHOWN_MS });
    expect(await violations(popup)).toEqual([]);
    await cancel!.focus();
    await popup.keyboard.press("Enter");
    await popup.waitForSelector(".card.doubt", { hidden: true, timeout: SHOWN_MS });
    await until(() => popup.evaluate(() => document.activeElement?.id === "number"), SHOWN_MS, "the focus to be in the field");
    expect(await called()).toEqual([]);
  });

  test("filters by a name; arrows and Enter call what was found; Enter twice is one call; it is hung up from here", async () => {
    await popup.type("#number", "marc");
    await until(async () => (await rows()).length === 1, SHOWN_MS, "one row to be left");
    await popup.keyboard.press("ArrowDown");
    expect(await focused()).toContain("0161 496 0137");
    await popup.keyboard.press("Enter");
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("[data-call-state=connected] .hang-up", { timeout: SHOWN_MS });
    expect(await violations(popup)).toEqual([]);
    expect(await called()).toHaveLength(1);
    await (await popup.$(".hang-up"))!.focus();
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("[data-call-state=ended]", { timeout: SHOWN_MS });
    await until(() => popup.evaluate(() => document.activeElement?.id === "number"), SHOWN_MS, "the focus to be in the field");
    expect(await called()).toHaveLength(1);
  });

  test("calls one of the last calls again as a call of its own, copies its number, and forgets the one that was read", async () => {
    await (await popup.waitForSelector(".card-close", { timeout: SHOWN_MS }))!.click();
    await popup.waitForSelector(".card-close", { hidden: true, timeout: SHOWN_MS });
    await popup.focus("[aria-labelledby=last-calls] [data-row]");
    expect(await focused()).toMatch(/Ended/u);
    await popup.keyboard.press("ArrowRight");
    expect(await popup.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^Copy 0161 496 0137/u);
    await popup.keyboard.press("ArrowLeft");
    await popup.keyboard.press("Enter");
    await popup.waitForSelector("[data-call-state=connected]", { timeout: SHOWN_MS });
    expect(await called()).toHaveLength(2);
  });
});
