/** Popup, options and welcome in real browsers, without a companion: what everybody can perceive, reach and read. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../browser/axe.ts";
import { setPolicy } from "../browser/policy.mjs";
import { extension, goTo, open, type Kind, type OpenWish, type Opened } from "./own-pages.ts";

const HANDOVER = "popup/handover.html?address=tel%3A%2B442079460958";
const SURFACES = ["popup/popup.html", HANDOVER, "options/options.html", "welcome/welcome.html"] as const;

/** Every page says how to install the companion that is missing here, once it knows: then it is whole. */
const MISSING: Readonly<Record<string, string>> = { "options/options.html": "#companion .card.bad", "popup/popup.html": ".card.bad" };
const show = (page: Page, kind: Kind, path: string): Promise<void> => goTo(page, kind, path, MISSING[path] ?? ".command");

/** A browser for the tests of one block. */
function opened(kind: Kind, wish: OpenWish = {}): () => Page {
  let it: Opened;
  beforeAll(async () => {
    it = await open(kind, wish);
  });
  afterAll(() => it.close());
  return () => it.page;
}

const LOCKED = { organisation: "IT of Example Ltd", locked: ["*"], sites: { mode: "chosen", chosen: ["crm.example"] }, click: "never" };

describe.each<Kind>(["chromium", "firefox"])("in %s", (kind) => {
  describe.each(["light", "dark"] as const)("in %s colours", (scheme) => {
    const page = opened(kind, { scheme, prepare: (home) => setPolicy(kind, home, scheme === "dark" ? LOCKED : {}) });

    test.each(SURFACES)("axe-core finds nothing wrong with %s", async (path) => {
      await show(page(), kind, path);
      expect(await page().evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(scheme === "dark");
      expect(await violations(page())).toEqual([]);
    });

    test("axe-core would find something", async () => {
      await show(page(), kind, "options/options.html");
      await page().evaluate(() => {
        const bad = document.createElement("button");
        bad.style.color = getComputedStyle(document.body).backgroundColor;
        document.querySelector("main")?.append(bad);
      });
      expect((await violations(page())).join()).toContain("button-name");
    });
  });
});

describe.each<Kind>(["chromium", "firefox"])("by keyboard in %s", (kind) => {
  const opening = opened(kind);

  test.each(SURFACES)("everything on %s that can be pressed can be reached by Tab, and shows that it has the focus", async (path) => {
    const page = opening();
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
    const missed = await page.evaluate(
      (found) => [...document.querySelectorAll<HTMLElement>("[data-stop]")].filter((each) => !found.includes(each.dataset["stop"] ?? "")).map((each) => each.outerHTML.slice(0, 100)),
      [...reached],
    );
    expect(missed).toEqual([]);
    expect(reached.size).toBe(wanted);
    // A headless Firefox has no active window, and so shows no focus in any; the style sheet is the same.
    if (kind === "chromium") expect(dull).toEqual([]);
  });

});

describe("the focus", () => {
  const opening = opened("chromium");

  test("goes to where the next entry can be typed when one is removed", async () => {
    const page = opening();
    await show(page, "chromium", "options/options.html");
    await page.waitForSelector("#exceptions");
    await page.type("#exceptions", "bank.example");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[aria-label='Remove bank.example']");
    await page.focus("[aria-label='Remove bank.example']");
    await page.keyboard.press(" ");
    await page.waitForSelector("[aria-label='Remove bank.example']", { hidden: true });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("exceptions");
  });
});

/** What is too long for its place, and whether the page can be pushed sideways. */
const layout = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    cut: [...document.querySelectorAll<HTMLElement>("main *:not(input, select, option, .visually-hidden, .visually-hidden *, svg, svg *)")]
      .filter((each) => getComputedStyle(each).display !== "inline" && each.scrollWidth > each.clientWidth + 1)
      .map((each) => `${each.className || each.localName}: ${each.innerText.slice(0, 60)}`),
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));

/** 320 pixels are a window of 640 at 200 % and one of 1280 at 400 %. */
const WIDTHS = [
  ["popup/popup.html", 380],
  ["popup/popup.html", 320],
  [HANDOVER, 320],
  ["options/options.html", 1000],
  ["options/options.html", 320],
  ["welcome/welcome.html", 900],
  ["welcome/welcome.html", 320],
] as const;

describe.each(readdirSync(join(extension, "_locales")))("in the language %s", (language) => {
  const page = opened("chromium", { language });

  test.each(WIDTHS)("nothing on %s is cut off at %i pixels, and all of it is in that language", async (path, width) => {
    await page().setViewport({ width, height: 800 });
    await show(page(), "chromium", path);
    expect(await layout(page())).toEqual({ lang: language.replace("_", "-"), dir: "ltr", cut: [], sideways: false });
  });
});

describe("from right to left", () => {
  const page = opened("chromium", { language: "ar", args: ["--force-ui-direction=rtl"] });

  test.each(WIDTHS.filter(([path]) => path !== HANDOVER))("nothing on %s is cut off at %i pixels, and it is laid out the other way round", async (path, width) => {
    await page().setViewport({ width, height: 800 });
    await show(page(), "chromium", path);
    expect(await layout(page())).toMatchObject({ dir: "rtl", cut: [], sideways: false });
    // What comes first stands on the right.
    const [first = 0, middle = 0] = await page().evaluate(() => {
      const centre = (element: Element | null | undefined): number => ((box) => (box === undefined ? 0 : box.x + box.width / 2))(element?.getBoundingClientRect());
      const header = document.querySelector("header");
      return [centre(header?.firstElementChild), centre(header)];
    });
    expect(first).toBeGreaterThan(middle);
  });
});

describe("for those whom motion or chatter troubles", () => {
  const page = opened("chromium");

  test.each(SURFACES)("nothing on %s moves by itself, and no sentence is read out twice", async (path) => {
    await page().emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    await show(page(), "chromium", path);
    const { moving, nested } = await page().evaluate(() => ({
      moving: [...document.querySelectorAll("*")].filter((each) => getComputedStyle(each).transitionDuration !== "0s" || getComputedStyle(each).animationName !== "none").length,
      nested: [...document.querySelectorAll("[role=status] [role=status], [role=alert] [role=status], [role=status] [role=alert]")].map((each) => each.outerHTML),
    }));
    expect({ moving, nested }).toEqual({ moving: 0, nested: [] });
  });
});
