/**
 * Pictures of everything people see, in a real Chromium with the real companion and a simulated V20. `make screenshots`.
 *   node tests/screenshots/main.mjs [PART OF A SCENE'S NAME …] [--out FOLDER] [--store]
 * Each scene comes in five variants: light, dark, narrow, German, and right to left. One sheet a scene shows them side by side.
 * With --store there is one variant, of the size that the stores want.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../browser/desk.mjs";
import { SCENES, STAGES } from "./scenes.mjs";
import { writeSheets } from "./sheet.mjs";
import { Studio } from "./studio.mjs";

const { values, positionals: wanted } = parseArgs({
  options: { out: { type: "string", default: join(ROOT, "docs", "images", "screens") }, store: { type: "boolean", default: false } },
  allowPositionals: true,
});

/** One browser each: its language cannot be changed while it runs. */
const EVERYTHING = [
  { language: "en", variants: ["light", "dark", "narrow"] },
  { language: "de", variants: ["german"] },
  // No texts of ours are in Arabic: English ones, laid out from right to left.
  { language: "ar", variants: ["rtl"] },
];

const BROWSERS = values.store ? [{ language: "en", variants: ["store"] }] : EVERYTHING;

const scenes = SCENES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (scenes.length === 0) {
  console.error(`✗ No scene has that name. There are: ${SCENES.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
if (wanted.length === 0) rmSync(values.out, { recursive: true, force: true });
mkdirSync(values.out, { recursive: true });
const started = Date.now();
const failed = [];
let taken = 0;
for (const { language, variants } of BROWSERS) {
  const studio = await Studio.open(language);
  try {
    for (const stage of STAGES.filter((each) => scenes.some((scene) => scene.stage === each))) {
      await studio.reach(stage);
      for (const scene of scenes.filter((each) => each.stage === stage)) {
        for (const variant of variants) {
          try {
            await studio.take(scene, variant, join(values.out, `${scene.name}-${variant}.png`));
            taken += 1;
          } catch (error) {
            failed.push(`${scene.name}, ${variant}: ${error instanceof Error ? error.message : error}`);
            break; // Its other variants would take as long to fail.
          }
        }
      }
    }
    if (!values.store && language === BROWSERS.at(-1)?.language) await writeSheets(studio.browser, values.out, scenes.map(({ name }) => name));
  } finally {
    await studio.close();
  }
}
console.log(`${taken} pictures in ${Math.round((Date.now() - started) / 1000)} s${values.store ? "" : ", and a sheet for each scene"}: ${values.out}`);
for (const each of failed) console.error(`✗ ${each}`);
process.exitCode = failed.length > 0 ? 1 : 0;
