/**
 * The popup's part about one's own extension: what the companion's settings allow, and why not where they do not. In
 * Chromium, which lets a test open the popup's page in a tab; what the companion enforces is tested without a browser.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../browser/axe.ts";
import { until } from "../browser/desk.mjs";
import { extensionPage } from "../browser/launch.mjs";
import { LAYOUTS, Scene } from "./scene.ts";

const PASSWORD = "admin";

async function openOwn(scene: Scene): Promise<Page> {
  const page = await scene.browser.newPage();
  await page.goto(extensionPage("chromium", "popup/popup.html"));
  // What comes meanwhile (numbers of the page, last calls) moves it: a click may have been for its old place.
  await until(
    async () => {
      const isOpen = await page.$eval(".own", (part) => (part as HTMLDetailsElement).open).catch(() => false);
      if (!isOpen) await (await page.waitForSelector(".own summary"))!.click();
      return isOpen;
    },
    10_000,
    "one's own extension to open",
  );
  return page;
}

/** What the popup says in that part, once it has an answer. */
const told = (page: Page, words: RegExp): Promise<string> => {
  let last = "";
  return until(
    async () => {
      last = await page.$eval(".own", (part) => (part as HTMLElement).innerText);
      return words.test(last) ? last : "";
    },
    15_000,
    () => `${String(words)}; it says: ${last}`,
  );
};

const press = async (page: Page, setting: string, label: string): Promise<void> => {
  const buttons = await page.$$(`[data-setting=${setting}] button`);
  for (const button of buttons) if ((await button.evaluate((each) => each.textContent)) === label) await button.click();
};

const pressed = (page: Page, setting: string): Promise<string[]> =>
  page.$$eval(`[data-setting=${setting}] button[aria-pressed=true]`, (buttons) => buttons.map((each) => each.textContent));

describe.each(["v20", ...LAYOUTS.slice(2)])("with a PBX of kind %s", (pbx) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ kind: "chromium", pbx, pin: pbx === "v20" ? PASSWORD : "1234" });
  });
  afterAll(() => scene.close());

  const isRecorded = async (): Promise<boolean | undefined> => (await scene.simulator.state()).extensions["100"]?.recording;

  test("nothing is offered while the settings allow nothing, and why is said", async () => {
    const page = await openOwn(scene);
    expect(await told(page, /settings do not let you change this/u)).toMatch(/administrator/u);
    expect(await page.$$(".own fieldset")).toHaveLength(0);
    expect(await violations(page)).toEqual([]);
    expect((await scene.simulator.state()).requests).toBe(0);
    await page.close();
  });

  test("without the management password it says so, and asks for no secret", async () => {
    appendFileSync(join(scene.desk.home, "settings.toml"), "\n[own_extension]\nrecording = true\n");
    const page = await openOwn(scene);
    expect(await told(page, /management password/u)).toContain("callwith secret set password");
    expect(await page.$$(".own input")).toHaveLength(0);
    await page.close();
  });

  test("what is allowed is changed by a click, and the rest cannot be pressed", async () => {
    await scene.desk.callwith(["secret", "set", "password"], PASSWORD);
    const page = await openOwn(scene);
    await told(page, /Record my calls/u);
    expect(await page.$$eval("[data-setting=external_calls]", ([part]) => part?.matches(":disabled"))).toBe(true);
    await press(page, "external_calls", "Off");
    await press(page, "recording", "On");
    await until(async () => (await pressed(page, "recording")).join() === "On", 10_000, "recording to be on");
    expect(await isRecorded()).toBe(true);
    expect((await scene.simulator.state()).extensions["100"]?.external_calls).toBe(true);
    // A V20 tells how it is; an older PBX cannot, so it is what was last set from here, and when.
    expect(/Last set from here/u.test(await told(page, /Record my calls/u))).toBe(pbx !== "v20");
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
