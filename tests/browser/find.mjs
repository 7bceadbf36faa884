/**
 * Finds a browser of this machine that can run the extension and native hosts:
 *   node tests/browser/find.mjs chromium|firefox
 * prints its path, or says why there is none and what mends it. `CALLWITH_CHROMIUM` and `CALLWITH_FIREFOX` name another one.
 */
import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** In this order; a distribution's own build first, because branded ones are watched over by policies. */
const PROGRAMS = {
  chromium: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "brave-browser", "microsoft-edge"],
  firefox: ["firefox-esr", "firefox"],
};
const VARIABLES = { chromium: "CALLWITH_CHROMIUM", firefox: "CALLWITH_FIREFOX" };
const REMEDIES = {
  chromium: "Install one that is not a snap: Debian: apt install chromium; Ubuntu: Google Chrome's .deb from https://www.google.com/chrome/",
  firefox: "Install one that is not a snap: Debian: apt install firefox-esr; Ubuntu: see https://support.mozilla.org/kb/install-firefox-linux",
};
/** A wrapper script is a few KiB; a program to be run is larger and need not be searched for the word. */
const LONGEST_WRAPPER_BYTES = 64 * 1024;

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A snap cannot start a native host outside itself; Ubuntu's stub calls `/snap/bin/…`. */
function isSnap(path) {
  const target = realpathSync(path);
  if (target.startsWith("/snap/") || target.endsWith("/snap")) return true;
  return statSync(target).size <= LONGEST_WRAPPER_BYTES && readFileSync(target, "latin1").includes("/snap/bin/");
}

/** @param {"chromium" | "firefox"} kind @returns {string} its path; throws an Error that says what mends it. */
export function findBrowser(kind) {
  const named = process.env[VARIABLES[kind]];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${VARIABLES[kind]} names ${named}, which is no program.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const found = PROGRAMS[kind].flatMap((name) => folders.map((folder) => join(folder, name)).filter(isProgram));
  const usable = found.find((path) => !isSnap(path));
  if (usable !== undefined) return usable;
  const reason = found.length > 0 ? `${found[0]} is a snap, and a snap cannot start a native host.` : `No ${kind} was found.`;
  throw new Error(`${reason}\n  ${REMEDIES[kind]}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findBrowser(process.argv[2]));
  } catch (error) {
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
  }
}
