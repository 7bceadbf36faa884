/** Popup, options and welcome in real browsers, without a companion: what everybody can perceive, reach and read. */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extensionPage, launch } from "../browser/launch.mjs";

const SURFACES = ["popup/popup.html", "popup/handover.html?address=tel%3A%2B442079460958", "options/options.html", "welcome/welcome.html"] as const;
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const extension = fileURLToPath(new URL("../../extension", import.meta.url));

type Kind = "chromium" | "firefox";

/** Long enough for a background to start and to say that there is no companion. */
const SHOWN_MS = 20_000;

async function open(kind: Kind, language?: string): Promise<{ browser: Browser; page: Page; close: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), "callwith-surfaces-"));
  const locale = language === undefined ? {} : { LANGUAGE: language };
  const browser = await launch({
    kind,
    extension: join(extension, "dist", kind),
    profile: join(home, "profile"),
    env: { ...process.env, HOME: home, ...locale },
    args: kind === "chromium" && language !== undefined ? [`--lang=${language}`] : [],
  });
  // Firefox lets no test navigate to an extension's page; the welcome page opens by itself and can go on from there.
  const page = await waitFor(async () => {
    for (const each of await browser.pages()) {
      if ((await each.evaluate(() => location.href)) === extensionPage(kind, "welcome/welcome.html")) return each;
    }
    return undefined;
  });
  // Only the page that has the browser's focus shows where its own is.
  await page.bringToFront();
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { browser, page, close };
}

async function waitFor<T>(probe: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + SHOWN_MS;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error("did not come in time");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Shows the page and waits until it says that the companion is missing. */
async function show(page: Page, kind: Kind, path: string): Promise<void> {
  await page.evaluate((url) => {
    document.body.dataset["left"] = "";
    location.assign(url);
  }, extensionPage(kind, path));
  await waitFor(async () => {
    try {
      const shown = await page.evaluate(
        () => document.body.dataset["left"] === undefined && document.body.innerText.includes("pipx install callwith"),
      );
      return shown ? true : undefined;
    } catch {
      return undefined; // Between two pages.
    }
  });
}

describe.each<Kind>(["chromium", "firefox"])("in %s", (kind) => {
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, close } = await open(kind));
  });
  afterAll(() => close());

  describe.each(["light", "dark"])("in %s colours", (scheme) => {
    test.each(SURFACES)("axe-core finds nothing wrong with %s", async (path) => {
      // Firefox has no emulation of it over this protocol; its pages are checked in the colours it starts with.
      if (kind === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await show(page, kind, path);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
        return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
      });
      expect(violations).toEqual([]);
    });
  });

  test.each(SURFACES)("everything on %s that can be pressed can be reached by Tab, and shows that it has the focus", async (path) => {
    await show(page, kind, path);
    const wanted = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>("a[href], button:not(:disabled), input, select")];
      // One radio button of a group is a stop; the arrow keys do the rest.
      const stops = controls.filter((each) => !(each instanceof HTMLInputElement) || each.type !== "radio" || each.checked);
      stops.forEach((each, index) => (each.dataset["stop"] = String(index)));
      (document.activeElement as HTMLElement | null)?.blur();
      return stops.length;
    });
    const reached = new Set<string>();
    const dull: string[] = [];
    for (let press = 0; press < wanted * 2 + 5 && reached.size < wanted; press += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null;
        if (focused === null) return null;
        const outlined = [focused, focused.parentElement].some((each) => each !== null && getComputedStyle(each).outlineStyle !== "none");
        return { stop: focused.dataset["stop"], outlined, html: focused.outerHTML.slice(0, 100) };
      });
      if (at?.stop === undefined) continue;
      reached.add(at.stop);
      if (!at.outlined) dull.push(at.html);
    }
    expect(reached.size).toBe(wanted);
    // A headless Firefox has no active window, and so shows no focus in any; the style sheet is the same.
    if (kind === "chromium") expect(dull).toEqual([]);
  });
});

const languages = readdirSync(join(extension, "_locales"));

describe.each(languages)("in the language %s", (language) => {
  let page: Page;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ page, close } = await open("chromium", language));
  });
  afterAll(() => close());

  test.each([
    ["popup/popup.html", 380],
    ["popup/popup.html", 320],
    ["popup/handover.html?address=tel%3A%2B442079460958", 320],
    ["options/options.html", 1000],
    ["options/options.html", 340],
    ["welcome/welcome.html", 900],
    ["welcome/welcome.html", 340],
  ] as const)("nothing on %s is cut off at %i pixels, and all of it is in that language", async (path, width) => {
    await page.setViewport({ width, height: 800 });
    await show(page, "chromium", path);
    const { lang, cut, sideways } = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      cut: [...document.querySelectorAll<HTMLElement>("main *:not(input, select, option, .visually-hidden, .visually-hidden *, svg, svg *)")]
        .filter((each) => getComputedStyle(each).display !== "inline" && each.scrollWidth > each.clientWidth + 1)
        .map((each) => `${each.className || each.localName}: ${each.innerText.slice(0, 60)}`),
      sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    }));
    expect(lang).toBe(language.replace("_", "-"));
    expect(cut).toEqual([]);
    expect(sideways).toBe(false);
  });
});
