/**
 * The demo: a click on the sample CRM becomes a ringing phone. `callwith demo` starts it.
 *   node tests/browser/demo.mjs [--headless] [--picture FILE]
 */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findBrowser } from "./find.mjs";
import { findShown, readShown } from "./closed-root.mjs";
import { Desk, ROOT, Simulator, Site, until } from "./desk.mjs";
import { readHops, showHops, watchBackground, watchPage } from "./hops.mjs";
import { takePicture } from "./picture.mjs";

const { values: options } = parseArgs({ options: { headless: { type: "boolean", default: false }, picture: { type: "string", default: "demo.png" } } });

/** The number that is clicked: the first contact's, in the detail view. */
const NUMBER = "020 7946 0958";
const PBX = "v10";
/** The phone is let ring for a moment, so that it can be seen. */
const RING_SECONDS = "4";
/** A hand needs a moment from seeing the button to pressing it, and the button takes no click before. */
const HAND_MS = 300;
const WINDOW = { width: 1360, height: 860 };

const dim = (/** @type {string} */ text) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[0m` : text);
const step = (/** @type {string} */ what, detail = "") => console.log(`✓ ${what}${detail && ` ${dim(detail)}`}`);

/** Undone in reverse order, however the demo ends. @type {(() => Promise<unknown>)[]} */
const tidying = [];
async function tidy() {
  for (const undo of tidying.splice(0).reverse()) await undo().catch(() => undefined);
}

async function prepare() {
  const simulator = await Simulator.start(PBX, ["--answer-after", RING_SECONDS]);
  tidying.push(() => simulator.stop());
  step("a simulated PBX with phones", simulator.origin);
  const site = await Site.serve({ "/": join(ROOT, "tests", "pages", "crm") });
  tidying.push(() => site.close());
  step("a sample CRM", site.origin);
  const desk = new Desk("chromium");
  tidying.push(() => desk.close());
  await desk.setUp({ kind: PBX, port: simulator.port });
  await desk.install();
  step("the companion, set up for extension 100 and registered with the browser", "callwith setup, callwith install");
  return { simulator, site, desk };
}

/** @param {Desk} desk */
async function openBrowser(desk) {
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const headless = options.headless || !display;
  const wish = { viewport: headless ? WINDOW : null, args: [`--window-size=${WINDOW.width},${WINDOW.height}`], signals: false };
  try {
    return { headless, browser: await desk.open({ ...wish, headless }) };
  } catch (error) {
    if (headless) throw error;
    console.log(`  The display ${display} cannot be used; going on without a window.`);
    return { headless: true, browser: await desk.open({ ...wish, viewport: WINDOW, headless: true }) };
  }
}

/** The middle of the text node that holds `number`, in the page's own coordinates. */
function placeOf(/** @type {import("puppeteer-core").Page} */ page, /** @type {string} */ number) {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(wanted);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`${wanted} is not on the page`);
  }, number);
}

async function main() {
  const { simulator, site, desk } = await prepare();
  const { headless, browser } = await openBrowser(desk);
  step(`${await browser.version()} with the extension, in a profile of its own`, findBrowser("chromium"));
  const watched = await watchBackground(browser);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  await watchPage(page);
  await page.goto(site.origin);
  await page.bringToFront();
  await until(() => page.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) > 0), 10_000, "numbers to be marked");
  const { x, y } = await placeOf(page, NUMBER);
  await page.mouse.move(x, y, { steps: 5 });
  const button = await until(() => findShown(page, "button"), 5000, "the dial button");
  step(`the pointer rests on ${NUMBER}`, `button: ${button.label}`);
  await page.mouse.move(button.x, button.y, { steps: 5 });
  await pause(HAND_MS);
  await page.mouse.click(button.x, button.y);
  const call = await until(async () => (await simulator.state()).calls[0], 15_000, async () => `the phone to ring; the page says: ${await readShown(page)}`);
  await until(async () => (await readShown(page)) !== "", 5000, "the toast");
  console.log(`\n☎ extension ${call.from} rings; when it is picked up the PBX dials ${call.to}\n`);
  await until(async () => (await watched.times()).accepted !== undefined, 5000, "the answer to reach the browser").catch(() => undefined);
  showHops(readHops({ page: await page.evaluate(() => window.hops), background: await watched.times(), simulator: await simulator.state(), home: desk.home }));
  await takePicture({ browser, page, phones: simulator.origin, pointer: { x, y }, file: options.picture });
  step("a picture", options.picture);
  if (!headless) await stay(browser, page, simulator);
}

/** Leaves the window to the person. Ends when it is closed, or with Ctrl-C. */
async function stay(browser, page, simulator) {
  const phones = await browser.newPage();
  await phones.goto(simulator.origin);
  await page.bringToFront();
  console.log(`
Now you: · point at any number on the page and click the button, or right-click it
         · click the mobile number, which is a tel: link
         · open the extension's popup and type a number
         · watch the phones in the second tab
It is a simulation: nobody's phone rings. Close the window or press Ctrl-C to end.`);
  await new Promise((resolve) => browser.once("disconnected", resolve));
}

/** What fails because the person ended the demo is no failure. */
let interrupted = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    interrupted = true;
    void tidy().then(() => process.exit(signal === "SIGINT" ? 0 : 1));
  });
}
try {
  await main();
} catch (error) {
  if (!interrupted) console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await tidy();
}
