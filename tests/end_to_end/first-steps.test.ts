/** From the installation to a companion that is set up, and what options say of it: in real browsers with the real companion. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Desk, ROOT, Simulator, until } from "../browser/desk.mjs";
import { extensionPage } from "../browser/launch.mjs";
import { goTo, SHOWN_MS } from "../extension/own-pages.ts";
import { BROWSERS } from "./scene.ts";

const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? "", selector).catch(() => "");
const done = (page: Page, step: number): Promise<boolean> =>
  page.evaluate((number) => document.querySelector<HTMLElement>(`[data-step="${String(number)}"]`)?.dataset["done"] === "true", step);
const press = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => [...document.querySelectorAll("button")].find((each) => each.innerText.includes(wanted))?.click(), words);

describe.each(BROWSERS)("in %s", (kind) => {
  let desk: Desk;
  let simulator: Simulator;
  let page: Page;
  beforeAll(async () => {
    simulator = await Simulator.start("v10");
    // No screen: the companion has no window to open, and says so.
    desk = new Desk(kind, { DISPLAY: "", WAYLAND_DISPLAY: "" });
    const browser = await desk.open({ extension: join(ROOT, "extension", "dist", kind) });
    page = await until(
      async () => {
        for (const each of await browser.pages()) {
          if ((await each.evaluate(() => location.href)) === extensionPage(kind, "welcome/welcome.html")) return each;
        }
        return undefined;
      },
      SHOWN_MS,
      "the welcome page",
    );
    await page.bringToFront();
  });
  afterAll(async () => {
    await desk.close();
    await simulator.stop();
  });

  test("the welcome page's steps tick by themselves, and lead to the companion's window or say what to do instead", async () => {
    await until(() => text(page, '[data-step="1"]').then((shown) => shown.includes("pipx install callwith")), SHOWN_MS, "the command");
    expect([await done(page, 1), await done(page, 2), await done(page, 3)]).toEqual([false, false, false]);
    await page.evaluate(() => (document.body.dataset["same"] = "page"));
    await desk.install();
    await until(() => done(page, 1), SHOWN_MS, "the first step's tick");
    expect(await done(page, 2)).toBe(false);
    await press(page, "Open the companion");
    await until(() => text(page, ".opener-says").then((shown) => shown.includes("cannot be opened here")), SHOWN_MS, "why no window came");
    expect(await text(page, '[data-step="2"]')).toContain("callwith setup");
    await desk.setUp({ kind: "v10", port: simulator.port });
    await until(() => done(page, 2), SHOWN_MS, "the second step's tick");
    expect(await text(page, '[data-step="2"]')).toContain("100");
    await press(page, "Only by right click");
    await until(() => done(page, 3), SHOWN_MS, "the third step's tick");
    expect(await page.evaluate(() => document.body.dataset["same"])).toBe("page");
  });

  test("options show what would be dialled, rule by rule, and what the doctor found", async () => {
    await goTo(page, kind, "options/options.html", "#plan-number");
    await page.type("#plan-number", "020 7946 0958");
    await until(() => text(page, ".plan").then((shown) => /020 7946 0958[\s\S]*\+44 20 7946 0958/u.test(shown)), SHOWN_MS, "the plan");
    await press(page, "Check now");
    await until(() => text(page, ".doctor").then((shown) => shown.includes("100")), SHOWN_MS, "the doctor's answers");
    const found = await text(page, ".doctor");
    expect(found).toMatch(/PBX/u);
    expect(await simulator.called()).toEqual([]);
  });

  test("the debug log tells what happened once it is switched on, and holds no whole number", async () => {
    await page.evaluate(() => document.querySelector<HTMLInputElement>("#debug-log")?.click());
    await until(() => page.$(".log"), SHOWN_MS, "the log");
    await press(page, "Check now");
    await until(() => text(page, ".log").then((shown) => shown.includes("received status")), SHOWN_MS, "a line");
    expect((await text(page, ".log")).replace(/\d{4}-\d\d-\d\dT\S+/gu, "")).not.toMatch(/\d{6}/u);
  });
});
