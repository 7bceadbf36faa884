/**
 * Starts a real browser with the built extension in a profile of its own. Used by tests, benchmarks and the demo.
 */
import { mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { findBrowser } from "./find.mjs";

/** Known beforehand, so that the extension's own pages can be opened; a fresh profile would make one up. */
export const FIREFOX_UUID = "5ca1ab1e-0000-4000-8000-00003c811a11";
const GECKO_ID = "call-with-3cx@callwith.org";
export const CHROMIUM_ID = "empoikljldlhbeoickfgfnchnhmoddkc";

/** Silence: no first-run page, no update check, no traffic but the test's own. */
const CHROMIUM_ARGUMENTS = [
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-search-engine-choice-screen",
  "--password-store=basic",
];
const FIREFOX_PREFERENCES = {
  "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: FIREFOX_UUID }),
  // Optional permissions are granted without a prompt that nothing here could answer.
  "extensions.webextOptionalPermissionPrompts": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "browser.aboutwelcome.enabled": false,
  "app.normandy.enabled": false,
};

/**
 * @typedef {object} Wish
 * @property {"chromium" | "firefox"} kind
 * @property {string} extension the built extension's folder
 * @property {string} profile the profile's folder, made where it is missing
 * @property {Record<string, string | undefined>} env environment of the browser, and so of the native host
 * @property {boolean} [headless]
 * @property {{width: number, height: number} | null} [viewport]
 * @property {string[]} [args]
 * @property {Record<string, unknown>} [preferences] Firefox only
 * @property {string} [program] what starts the browser, where it is not the browser itself
 * @property {boolean} [signals] whether the browser's driver ends this process on Ctrl-C by itself; not where more is to be tidied up
 */

/** @param {Wish} wish @returns {Promise<import("puppeteer-core").Browser>} */
export async function launch({ kind, extension, profile, env, headless = true, viewport = { width: 1280, height: 800 }, args = [], preferences = {}, program, signals = true }) {
  mkdirSync(profile, { recursive: true });
  const common = { executablePath: program ?? findBrowser(kind), headless, userDataDir: profile, env, defaultViewport: viewport, handleSIGINT: signals, handleSIGTERM: signals, handleSIGHUP: signals };
  if (kind === "firefox") {
    const browser = await puppeteer.launch({
      ...common,
      browser: "firefox",
      args,
      extraPrefsFirefox: { ...FIREFOX_PREFERENCES, ...preferences },
    });
    await browser.installExtension(extension);
    return browser;
  }
  const start = (/** @type {string[]} */ extra) =>
    puppeteer.launch({
      ...common,
      pipe: true,
      enableExtensions: [extension],
      args: [...CHROMIUM_ARGUMENTS, ...extra, ...args],
    });
  if (process.getuid?.() === 0) return start(["--no-sandbox"]);
  // A container often forbids the sandbox to everybody; what is opened here are our own pages.
  return start([]).catch(() => start(["--no-sandbox"]));
}

/** The extension's service worker (Chromium). @param {import("puppeteer-core").Browser} browser @returns {Promise<import("puppeteer-core").WebWorker>} */
export async function backgroundOf(browser) {
  const isOurs = (/** @type {import("puppeteer-core").Target} */ each) => each.type() === "service_worker" && each.url().startsWith(`chrome-extension://${CHROMIUM_ID}/`);
  const worker = await (await browser.waitForTarget(isOurs, { timeout: 15_000 })).worker();
  if (worker === null) throw new Error("the extension has no service worker");
  // A worker can be talked to before its script has run, and has no extension API until then.
  while (!(await worker.evaluate(() => typeof chrome !== "undefined" && chrome.runtime?.id !== undefined))) await pause(20);
  return worker;
}

/** @param {"chromium" | "firefox"} kind @param {string} path */
export function extensionPage(kind, path) {
  return kind === "chromium" ? `chrome-extension://${CHROMIUM_ID}/${path}` : `moz-extension://${FIREFOX_UUID}/${path}`;
}
