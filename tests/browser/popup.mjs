/** The popup as the toolbar's button opens it (Chromium, which lets the extension itself open it and hands its page out). */
import { until } from "./desk.mjs";
import { backgroundOf, extensionPage } from "./launch.mjs";

const POPUP = extensionPage("chromium", "popup/popup.html");
const SHOWN_MS = 15_000;
/** It follows its content's height a moment later. */
const REST_MS = 120;

/** Opened over the page that is in front; resolves to its own page. @param {import("puppeteer-core").Browser} browser */
export async function openPopup(browser) {
  const background = await backgroundOf(browser);
  await background.evaluate(() => chrome.action.openPopup());
  const target = await browser.waitForTarget((each) => each.url() === POPUP, { timeout: SHOWN_MS });
  return target.asPage();
}

/** When it has the height it keeps. @param {import("puppeteer-core").Page} popup */
export async function comeToRest(popup) {
  let before = -1;
  await until(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      const height = await popup.evaluate(() => innerHeight);
      return height === before || void (before = height);
    },
    SHOWN_MS,
    "the popup to come to rest",
  );
}

/** @param {import("puppeteer-core").Browser} browser */
export async function closePopup(browser) {
  const target = browser.targets().find((each) => each.url() === POPUP);
  await (await target?.asPage())?.close();
}
