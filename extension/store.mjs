/**
 * Makes what is handed to the stores: `dist/store/call-with-3cx-<version>-chromium.zip` (Chrome Web Store, Edge Add-ons),
 * `…-firefox.zip` (addons.mozilla.org) and `…-source.zip` for its reviewers; `--out FOLDER` puts them elsewhere.
 *
 * The same source gives the same bytes, in whatever folder and on whatever day: files in order, one date, one compressor
 * (fflate's own, which does not differ between versions of Node.js). The source zip makes all three again, itself too.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { join, relative, resolve, sep } from "node:path";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";

const here = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../", import.meta.url));

/** Zip's own first day, in the local time that it counts in: the bytes are the same in every time zone. */
const DATE = new Date(1980, 0, 1);
const LEVEL = 9;
/** What reviewers need: the extension, and what tells them how to build it. */
const SOURCE = ["extension", "docs/store/building.md", "LICENSE"];
/** Made here, not written by people. */
const MADE = new Set(["node_modules", "dist"]);

/** @param {string} folder @returns {string[]} every file below it, sorted, with `/` between the parts of its path */
function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** In a checkout the files that git knows, so that nothing lying about gets in; else all but what is made here. */
function sourceFiles() {
  const inGit = () => execFileSync("git", ["ls-files", "-z", "--", ...SOURCE], { cwd: root, encoding: "utf8" }).split("\0").filter((name) => name !== "" && existsSync(join(root, name))).sort();
  if (existsSync(join(root, ".git"))) return inGit();
  const walked = filesBelow(here).filter((name) => !MADE.has(name.split("/")[0] ?? "")).map((name) => `extension/${name}`);
  return [...walked, ...SOURCE.slice(1).filter((name) => existsSync(join(root, name)))].sort();
}

/** @param {string} folder @param {string[]} names @returns {Uint8Array} */
function zipped(folder, names) {
  const entries = names.map((name) => [name, readFileSync(join(folder, name))]);
  return zipSync(Object.fromEntries(entries), { level: LEVEL, mtime: DATE });
}

const { values } = parseArgs({ options: { out: { type: "string", default: join(here, "dist", "store") } } });
const out = resolve(values.out);
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const name = (/** @type {string} */ what) => join(out, `call-with-3cx-${version}-${what}.zip`);

const built = mkdtempSync(join(tmpdir(), "callwith-store-"));
try {
  execFileSync(process.execPath, ["build.mjs", "--store", "--out", built], { cwd: here, stdio: "inherit" });
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const browser of ["chromium", "firefox"]) {
    const folder = join(built, browser);
    writeFileSync(name(browser), zipped(folder, filesBelow(folder)));
  }
  writeFileSync(name("source"), zipped(root, sourceFiles()));
} finally {
  rmSync(built, { recursive: true, force: true });
}
for (const what of ["chromium", "firefox", "source"]) console.log(relative(process.cwd(), name(what)) || name(what));
