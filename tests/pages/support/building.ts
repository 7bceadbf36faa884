/** Builds the page's part of the extension, for both browsers, once for all stages: each file would need seconds for it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder with `chromium` and `firefox` in it, and the page's scripts in each. */
    readonly pageScripts: string;
  }
}

const EXTENSION = fileURLToPath(new URL("../../../extension/", import.meta.url));
const TARGETS = { chromium: "chrome128", firefox: "firefox140" };

async function buildFor(kind: keyof typeof TARGETS, folder: string): Promise<void> {
  const { build } = (await import(pathToFileURL(join(EXTENSION, "node_modules/esbuild/lib/main.js")).href)) as { build: (options: object) => Promise<unknown> };
  const { packedWords } = (await import(pathToFileURL(join(EXTENSION, "word-packing.mjs")).href)) as { packedWords: object };
  const { DETECTOR_SCRIPT, firstDetector, PAGE_SCRIPTS, sharedDetector } = (await import(pathToFileURL(join(EXTENSION, "shared-detector.mjs")).href)) as Record<string, object>;
  const common = {
    absWorkingDir: EXTENSION,
    outdir: folder,
    bundle: true,
    format: "iife",
    target: TARGETS[kind],
    charset: "ascii",
    loader: { ".css": "text" },
    minify: process.env["CALLWITH_READABLE"] === undefined,
    define: { BROWSER: JSON.stringify(kind) },
    logLevel: "error",
  };
  await build({ ...common, entryPoints: PAGE_SCRIPTS, plugins: [packedWords, sharedDetector] });
  await build({ ...common, entryPoints: DETECTOR_SCRIPT, plugins: [firstDetector] });
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "callwith-page-scripts-"));
  await Promise.all([buildFor("chromium", join(folder, "chromium")), buildFor("firefox", join(folder, "firefox"))]);
  project.provide("pageScripts", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
