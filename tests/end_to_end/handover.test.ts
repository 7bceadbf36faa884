/** A tel: address that the browser was given: opening our page for it calls nobody; a button does, and not before it was in sight. */
import { expect, test } from "vitest";
import { until } from "../browser/desk.mjs";
import { extensionPage } from "../browser/launch.mjs";
import { calls, Scene } from "./scene.ts";
import { pause } from "./pause.ts";
import { Screen } from "./screen.mjs";

const SHOWN_MS = 20_000;
/** Enough for a call that must not come to have come. */
const NOTHING_MS = 500;
/** Where Firefox' question, "Allow this site to open the tel link with Call with 3CX?", has its button, on this screen. */
const OPEN_LINK = { x: 800, from: 226, to: 262 };

test("in chromium an early press calls nobody, a later one once, and no page can frame it", async () => {
  const scene = await Scene.open({ kind: "chromium" });
  try {
    const address = extensionPage("chromium", "popup/handover.html?address=tel%3A%2B442079460958");
    const framing = await scene.show(`<iframe id="frame" src="${address}"></iframe>`);
    const page = await scene.browser.newPage();
    await page.goto(address);
    const button = (await page.waitForSelector(".button.main", { timeout: SHOWN_MS }))!;
    expect(await page.$eval(".big", (number) => number.textContent)).toContain("44");
    expect(await page.$eval(".button.main", (each) => each.ariaDisabled)).toBe("true");
    await button.click();
    await page.waitForSelector(".button.main[aria-disabled=false]", { timeout: SHOWN_MS });
    await pause(NOTHING_MS);
    expect(await scene.called()).toEqual([]);
    await button.click();
    await button.click();
    await calls(scene);
    await page.waitForSelector("[data-call-state=accepted]", { timeout: SHOWN_MS });
    expect(await scene.called()).toHaveLength(1);
    expect(framing.frames().filter((frame) => frame.url().includes("handover"))).toEqual([]);
  } finally {
    await scene.close();
  }
});

test("in firefox a page that leads to a tel: address, and the person's yes to that, call nobody; our button does", async () => {
  const screen = await Screen.open();
  const scene = await Scene.open({ kind: "firefox", headless: false, environment: { DISPLAY: screen.display } });
  try {
    const page = await scene.show(`<button style="position:fixed;inset:300px 0 0 0" onclick="location.href='tel:+442079460958'">Go</button>`);
    await page.click("button");
    let y = OPEN_LINK.from;
    const shown = await until(
      async () => {
        await screen.xdotool("mousemove", OPEN_LINK.x, (y = y >= OPEN_LINK.to ? OPEN_LINK.from : y + 6), "click", 1);
        await pause(200);
        for (const each of await scene.browser.pages()) {
          const at = await each.evaluate(() => location.pathname).catch(() => "");
          if (at === "/popup/handover.html") return each;
        }
        return undefined;
      },
      SHOWN_MS,
      "our page for the address",
    );
    await shown.waitForSelector(".button.main[aria-disabled=false]", { timeout: SHOWN_MS });
    expect(await scene.called()).toEqual([]);
    await shown.click(".button.main");
    expect((await calls(scene))[0]).toMatch(/2079460958$/u);
    expect(await scene.called()).toHaveLength(1);
  } finally {
    await scene.close();
    await screen.close();
  }
});
