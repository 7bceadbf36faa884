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
const TOOLBAR_SIZES = [16, 32];

/** Drawing → name of its files, with the size in them. */
const DRAWINGS = [
  { sizes: SIZES, drawing: (size) => (size < SMALL ? "icon-small.svg" : "icon.svg"), name: (size) => `${size}.png` },
  // For Firefox' toolbar, which says which colour reads on it: light on dark, and dark on light.
  ...["light", "dark"].map((tone) => ({ sizes: TOOLBAR_SIZES, drawing: () => `toolbar-${tone}.svg`, name: (size) => `toolbar-${tone}-${size}.png` })),
];

const browser = await puppeteer.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  for (const { sizes, drawing, name } of DRAWINGS) {
    for (const size of sizes) {
      const svg = readFileSync(new URL(drawing(size), import.meta.url), "utf8");
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      writeFileSync(new URL(name(size), import.meta.url), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
