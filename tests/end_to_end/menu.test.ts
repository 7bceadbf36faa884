/** The browser's own right-click menu, opened and clicked with a real pointer on a real (virtual) screen: Chromium. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Page, WebWorker } from "puppeteer-core";
import { until } from "../browser/desk.mjs";
import { backgroundOf } from "../browser/launch.mjs";
import { pause } from "./pause.ts";
import { calls, marked, placeOf, Scene, shows, type Place } from "./scene.ts";
import { Screen } from "./screen.mjs";

/** For the menu to be drawn before a key is pressed. */
const MENU_MS = 500;
/** For the menu to follow a key, and to open a submenu. */
const MENU_KEY_MS = 150;
/** Chromium lists extensions' items last, above "Inspect", and on a page without selection above "View page source" too. */
const UPS = { selection: 2, link: 2, page: 3 } as const;

let screen: Screen;
let scene: Scene;
let worker: WebWorker;
let page: Page;
let shift: Place;
let placed = 0;

beforeAll(async () => {
  screen = await Screen.open();
  scene = await Scene.open({ kind: "chromium", headless: false, environment: { DISPLAY: screen.display } });
  worker = await backgroundOf(scene.browser);
  // Beside the product: remembers the title that the menu was last given.
  await worker.evaluate(() => {
    const menus = chrome.contextMenus as unknown as { update: (id: string, change: { title?: string }, done?: () => void) => unknown };
    const update = menus.update.bind(menus);
    menus.update = (id, change, done) => {
      if (change.title !== undefined) (globalThis as { menuTitle?: string }).menuTitle = change.title;
      return update(id, change, done);
    };
  });
});
afterAll(async () => {
  await scene.close();
  await screen.close();
});
beforeEach(async () => {
  placed = (await scene.called()).length;
  page = await scene.show(
    `<p id="words">hello world</p><p id="number">Phone <span>020 7946 0958</span></p>
     <p><a id="link" href="tel:+441614960137">Ring the warehouse</a></p><p id="free">Or 0117 496 0021 direct</p>`,
  );
  await marked(page, 2);
  shift = await shiftOfPage();
});

/** Where the page's corner is on the screen, told by an event of the real pointer. */
async function shiftOfPage(): Promise<Place> {
  await page.evaluate(() => {
    addEventListener("mousemove", (event) => ((globalThis as { shift?: Place }).shift = { x: event.screenX - event.clientX, y: event.screenY - event.clientY }), { once: true });
  });
  return until(
    async (): Promise<Place | undefined> => {
      await screen.xdotool("mousemove", 600, 600 + Math.round(Math.random() * 20));
      return page.evaluate(() => (globalThis as { shift?: Place }).shift);
    },
    8000,
    "the pointer to be over the page",
  );
}

async function rightClick(place: Place, ups: number, ...then: readonly string[]): Promise<void> {
  const x = Math.round(place.x + shift.x);
  const y = Math.round(place.y + shift.y);
  await screen.xdotool("mousemove", x - 8, y);
  await screen.xdotool("mousemove", x, y);
  await pause(MENU_MS);
  await screen.xdotool("click", 3);
  await pause(MENU_MS);
  for (let key = 0; key < ups; key++) await screen.xdotool("key", "Up");
  for (const key of [...then, "Return"]) {
    await pause(MENU_KEY_MS);
    await screen.xdotool("key", key);
  }
}

const select = (selector: string): Promise<void> => page.$eval(selector, (element) => getSelection()!.selectAllChildren(element));

test("on a selected number it calls the number", async () => {
  await select("#number span");
  await rightClick(await placeOf(page, "7946 0958"), UPS.selection);
  expect((await calls(scene, placed + 1))[placed]).toMatch(/2079460958$/u);
  await shows(page, /Pick up your phone/u);
});

test("on a selection that is no number it says why, and calls nothing", async () => {
  await select("#words");
  await rightClick(await placeOf(page, "hello world"), UPS.selection);
  await shows(page, /not a telephone number/u);
  expect(await scene.called()).toHaveLength(placed);
});

test("on a telephone link it calls the link's number", async () => {
  await rightClick(await placeOf(page, "Ring the warehouse"), UPS.link);
  expect((await calls(scene, placed + 1))[placed]).toMatch(/1614960137$/u);
});

test("on an unselected number under the pointer its title shows the number, and it calls it", async () => {
  await rightClick(await placeOf(page, "0117 496 0021"), UPS.page);
  expect((await calls(scene, placed + 1))[placed]).toMatch(/1174960021$/u);
  const title = await worker.evaluate(() => (globalThis as { menuTitle?: string }).menuTitle);
  expect(title).toContain("0117 496 0021");
  expect(title).toContain("Call");
});

test("with the setting for it a second item tells why a number is marked, and nothing is called", async () => {
  await worker.evaluate(() => chrome.storage.local.set({ settings: { version: 1, why: true } }));
  // Both items are folded into one, which opens to the right; the second tells why.
  await rightClick(await placeOf(page, "0117 496 0021"), UPS.page, "Right", "Down");
  await shows(page, /Why is this marked or not\?[^]*0117 496 0021[^]*Valid in the country assumed for this page/u);
  expect(await scene.called()).toHaveLength(placed);
  await worker.evaluate(() => chrome.storage.local.remove("settings"));
});
