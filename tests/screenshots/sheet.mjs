/** One sheet a scene: its variants side by side, so that somebody can look at all of them at once. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const VARIANTS = ["light", "dark", "narrow", "german", "rtl"];
/** Wide pages are made smaller, so that a sheet stays readable. */
const WIDEST = 640;

/** @param {import("puppeteer-core").Browser} browser @param {string} folder @param {readonly string[]} names */
export async function writeSheets(browser, folder, names) {
  const page = await browser.newPage();
  for (const name of names) {
    const pictures = VARIANTS.map((variant) => ({ variant, file: join(folder, `${name}-${variant}.png`) })).filter(({ file }) => existsSync(file));
    const figures = pictures.map(
      ({ variant, file }) => `<figure><figcaption>${name}, ${variant}</figcaption><img src="data:image/png;base64,${readFileSync(file).toString("base64")}"></figure>`,
    );
    await page.setViewport({ width: 100, height: 100 });
    await page.setContent(`<!doctype html><style>
      body { margin: 0; padding: 16px; width: max-content; display: flex; gap: 16px; align-items: start; background: #b9c0c6; font: 13px sans-serif; }
      figure { margin: 0; } figcaption { margin-block-end: 6px; } img { display: block; max-width: ${WIDEST}px; }
    </style>${figures.join("")}`);
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const size = await page.evaluate(() => ({ width: document.body.scrollWidth, height: document.documentElement.scrollHeight }));
    await page.setViewport(size);
    await page.screenshot({ path: join(folder, `sheet-${name}.png`) });
  }
  await page.close();
}
