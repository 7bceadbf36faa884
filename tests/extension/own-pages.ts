/** Our own pages in a real browser: opened as a person opens them, without a companion unless a test has one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { until } from "../browser/desk.mjs";
import { extensionPage, launch } from "../browser/launch.mjs";

export type Kind = "chromium" | "firefox";
export const extension = fileURLToPath(new URL("../../extension", import.meta.url));

/** Long enough for a browser and its background to start on a slow machine. */
export const SHOWN_MS = 30_000;

export interface Opened {
  readonly browser: Browser;
  /** The welcome page, which opens by itself. Firefox lets no test navigate to an extension's page, but this one can go on. */
  readonly page: Page;
  readonly close: () => Promise<void>;
}

export interface OpenWish {
  readonly language?: string | undefined;
  readonly granted?: boolean;
  /** The system's colours. */
  readonly scheme?: "light" | "dark";
  /** Further words for Chromium's command line. */
  readonly args?: readonly string[];
  /** Prepares the home folder; may name what starts the browser. */
  readonly prepare?: (home: string) => { readonly program?: string; readonly withdraw: () => void };
}

export async function open(kind: Kind, { language, granted = false, scheme = "light", args = [], prepare }: OpenWish = {}): Promise<Opened> {
  const home = mkdtempSync(join(tmpdir(), "callwith-surfaces-"));
  const prepared = prepare?.(home);
  const locale = language === undefined ? {} : { LANGUAGE: language };
  const browser = await launch({
    kind,
    extension: join(extension, "dist", granted ? `${kind}-granted` : kind),
    profile: join(home, "profile"),
    env: { ...process.env, HOME: home, ...locale },
    args: kind === "chromium" && language !== undefined ? [`--lang=${language}`, ...args] : [],
    // Of pages; 0 is dark.
    preferences: { "layout.css.prefers-color-scheme.content-override": scheme === "dark" ? 0 : 1 },
    ...(prepared?.program === undefined ? {} : { program: prepared.program }),
  });
  const close = async (): Promise<void> => {
    await browser.close();
    prepared?.withdraw();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const page = await until(async () => {
    for (const each of await browser.pages()) {
      if ((await each.evaluate(() => location.href)) === extensionPage(kind, "welcome/welcome.html")) return each;
    }
    return undefined;
  }, SHOWN_MS, "the welcome page");
  // Only the page that has the browser's focus shows where its own is.
  await page.bringToFront();
  if (kind === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return { browser, page, close };
}

/** Goes to another of our pages and waits until `shows` finds there what it looks for. */
export async function goTo(page: Page, kind: Kind, path: string, shows: string): Promise<void> {
  await page.evaluate((url) => {
    document.body.dataset["left"] = "";
    location.assign(url);
  }, extensionPage(kind, path));
  await until(
    // Between two pages there is nothing to ask.
    () => page.evaluate((wanted) => document.body.dataset["left"] === undefined && document.querySelector(wanted) !== null, shows).catch(() => false),
    SHOWN_MS,
    `${shows} on ${path}`,
  );
}
