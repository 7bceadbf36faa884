/**
 * How long the real popup takes from its first moment to all its content: field, this page's numbers, last calls. In Chromium, which
 * hands out the popup's page; the first opening after the background slept is told apart from later ones.
 */
import { join } from "node:path";
import { Desk, ROOT, Simulator, Site, until } from "../browser/desk.mjs";
import { closePopup, openPopup } from "../browser/popup.mjs";

const TIMES = 15;
const median = (/** @type {number[]} */ values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const simulator = await Simulator.start("v10");
const site = await Site.serve({ "/": join(ROOT, "tests", "pages", "crm") });
const desk = new Desk("chromium");
try {
  await desk.setUp({ kind: "v10", port: simulator.port });
  await desk.install();
  const browser = await desk.open();
  const [page] = await browser.pages();
  await page.goto(site.origin);
  await page.bringToFront();
  await until(() => page.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) > 0), 10_000, "numbers to be marked");
  const painted = [];
  const complete = [];
  for (let time = 0; time < TIMES; time += 1) {
    const popup = await openPopup(browser);
    await popup.waitForSelector("[data-numbers]", { timeout: 10_000 });
    const read = () =>
      popup.evaluate(() => ({
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
        content: performance.getEntriesByName("callwith-content")[0]?.startTime,
      }));
    const { paint, content } = await until(async () => ((await read()).paint === undefined ? undefined : read()), 10_000, "the first paint");
    painted.push(paint);
    complete.push(content);
    await closePopup(browser);
  }
  const round = (/** @type {number} */ ms) => Math.round(ms);
  console.log(`popup, ms from opening (median of ${TIMES}; first): painted ${round(median(painted))}; ${round(painted[0])}, all content ${round(median(complete))}; ${round(complete[0])}`);
} finally {
  await desk.close();
  await Promise.all([simulator.stop(), site.close()]);
}
