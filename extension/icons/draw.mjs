/**
 * Draws the PNGs from the SVGs with a Chromium. For developers, after changing a drawing; the PNGs are checked in.
 * Usage: node icons/draw.mjs [path of a Chromium]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tests/package.json", import.meta.url));
const puppeteer = require("puppeteer-core");

/** Below this the second drawing is used: fewer parts, thicker lines. */
const SMALL = 32;
const SIZES = [16, 24, 32, 48, 64, 128];

const browser = await puppeteer.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    const drawing = size < SMALL ? "icon-small.svg" : "icon.svg";
    const svg = readFileSync(new URL(drawing, import.meta.url), "utf8");
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    writeFileSync(new URL(`${size}.png`, import.meta.url), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
