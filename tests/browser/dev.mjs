/**
 * `npm run dev` in extension/: both browsers with the extension, a simulated PBX and the sample CRM; every saved file is built and
 * the extension loaded again, with its debug log on. A mistake in the source is shown, and what ran before stays.
 *   node tests/browser/dev.mjs [--browser chromium|firefox] [--headless] [--url ADDRESS]
 */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { Desk, ROOT, Simulator, Site } from "./desk.mjs";

const EXTENSION = join(ROOT, "extension");
const OUT = join(EXTENSION, "dist", "dev");
/** Looked at so often: the system's own watching loses files that editors replace, as most do. */
const LOOK_MS = 300;
/** An editor writes a file in several steps, and "save all" many files: built once, when it has been quiet for this long. */
const QUIET_MS = 150;
const MADE = new Set(["dist", "node_modules"]);
const SOURCE = /\.(?:ts|tsx|mjs|css|html|json|png)$/u;

const { values: options } = parseArgs({
  options: { browser: { type: "string" }, headless: { type: "boolean", default: false }, url: { type: "string" } },
});
const kinds = /** @type {("chromium" | "firefox")[]} */ (["chromium", "firefox"]).filter((kind) => options.browser === undefined || options.browser === kind);

/** Undone in reverse order. @type {(() => Promise<unknown>)[]} */
const tidying = [];
const tidy = async () => {
  for (const undo of tidying.splice(0).reverse()) await undo().catch(() => undefined);
};

/** @returns {Promise<boolean>} whether it could be built; what is wrong has been said */
async function build() {
  const started = performance.now();
  try {
    await promisify(execFile)(process.execPath, ["build.mjs", "--granted", "--readable", "--out", OUT], { cwd: EXTENSION });
  } catch (error) {
    console.error(`✗ not built:\n${error instanceof Error && "stderr" in error ? error.stderr : error}`);
    return false;
  }
  console.log(`· built in ${Math.round(performance.now() - started)} ms`);
  return true;
}

/** Loads the built extension again, and then the pages it works in. @param {Desk} desk */
async function reload(desk) {
  const browser = desk.browser;
  if (browser === undefined) return;
  await browser.installExtension(join(OUT, `${desk.kind}-granted`));
  const pages = await browser.pages();
  await Promise.all(pages.filter((page) => page.url().startsWith("http")).map((page) => page.reload()));
  console.log(`✓ ${desk.kind}: loaded again`);
}

async function main() {
  if (!existsSync(join(ROOT, ".venv", "prepared"))) throw new Error("Run first, in the project's folder: .ci/prepare python node");
  if (!(await build())) throw new Error("Mend what is named above, then start again.");
  const simulator = await Simulator.start("v10");
  tidying.push(() => simulator.stop());
  const site = await Site.serve({ "/": join(ROOT, "tests", "pages", "crm") });
  tidying.push(() => site.close());
  const headless = options.headless || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const desks = kinds.map((kind) => new Desk(kind, { CALLWITH_LOG: "debug" }));
  for (const desk of desks) {
    tidying.push(() => desk.close());
    await desk.setUp({ kind: "v10", port: simulator.port });
    await desk.install();
    const browser = await desk.open({ extension: join(OUT, `${desk.kind}-granted`), headless, viewport: null, signals: false });
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(options.url ?? site.origin);
    console.log(`✓ ${desk.kind}${headless ? ", without a window" : ""}; the companion's log: ${join(desk.home, "logs", "callwith.log")}`);
  }
  console.log(`· phones: ${simulator.origin}\n· watching ${EXTENSION}; Ctrl-C ends`);
  const ended = Promise.race(desks.map((desk) => new Promise((resolve) => desk.browser?.once("disconnected", resolve))));
  const watching = watchSource(async () => {
    if (await build()) for (const desk of desks) await reload(desk);
  });
  await Promise.race([ended, watching]);
}

/** When each source file was last written. @returns {string} */
function written() {
  const below = (/** @type {string} */ name) =>
    statSync(join(EXTENSION, name)).isDirectory() ? readdirSync(join(EXTENSION, name), { recursive: true, encoding: "utf8" }).map((each) => join(name, each)) : [name];
  return readdirSync(EXTENSION)
    .filter((name) => !MADE.has(name))
    .flatMap(below)
    .filter((name) => SOURCE.test(name))
    .map((name) => `${name} ${statSync(join(EXTENSION, name), { throwIfNoEntry: false })?.mtimeMs}`)
    .join("\n");
}

/** Runs `changed` after every change of the source. @param {() => Promise<void>} changed */
async function watchSource(changed) {
  let built = written();
  for (;;) {
    await pause(LOOK_MS);
    const before = written();
    if (before === built) continue;
    await pause(QUIET_MS);
    if (written() !== before) continue; // still being written
    built = before;
    await changed().catch((error) => console.error(`✗ ${error instanceof Error ? error.message : error}`));
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => void tidy().then(() => process.exit(0)));
try {
  await main();
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await tidy();
}
