/** What an organisation sets by policy, in real browsers with the real files. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Site, until } from "../browser/desk.mjs";
import { setPolicy } from "../browser/policy.mjs";
import { goTo, open, SHOWN_MS, type Kind, type Opened } from "./own-pages.ts";

const POLICY = {
  organisation: "IT of Example Ltd",
  click: "double",
  region: "UKK",
  sites: { mode: "everywhere", exceptions: ["localhost"] },
  appearance: { style: "solid", theme: "dark" },
  locked: ["click", "appearance"],
};

describe.each<Kind>(["chromium", "firefox"])("in %s", (kind) => {
  let opened: Opened;
  let site: Site;
  beforeAll(async () => {
    site = await Site.serve({ "/page": '<!doctype html><html lang="en-GB"><body><p>Call 020 7946 0958 now</p></body></html>' });
    opened = await open(kind, { granted: true, prepare: (home) => setPolicy(kind, home, POLICY) });
  });
  afterAll(async () => {
    await opened.close();
    await site.close();
  });

  test("what is locked is shown so, with who says it, and cannot be changed", async () => {
    const { page } = opened;
    await goTo(page, kind, "options/options.html", "#policy");
    const shown = await page.evaluate(() => {
      const checked = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)?.value;
      const group = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.closest("fieldset");
      const note = (name: string) => document.getElementById(group(name)?.getAttribute("aria-describedby") ?? "")?.textContent;
      return {
        click: [checked("click"), group("click")?.disabled, note("click")],
        style: [checked("style"), group("style")?.disabled, note("style")],
        mode: [checked("mode"), group("mode")?.disabled],
      };
    });
    expect(shown).toEqual({
      click: ["double", true, "Set by: IT of Example Ltd"],
      style: ["solid", true, "Set by: IT of Example Ltd"],
      mode: ["all", false],
    });
  });

  test("values that are not allowed are named, and the others hold", async () => {
    const faults = await opened.page.evaluate(() => [...document.querySelectorAll("#policy code")].map((each) => each.textContent));
    expect(faults.sort()).toEqual(["region", "sites.mode"]);
  });

  test("an exception of the organisation is not marked, while the same page elsewhere is", async () => {
    const excepted = await opened.browser.newPage();
    await excepted.goto(`${site.origin.replace("127.0.0.1", "localhost")}/page`);
    const elsewhere = await opened.browser.newPage();
    await elsewhere.goto(`${site.origin}/page`);
    await until(() => elsewhere.evaluate(() => (CSS.highlights.get("callwith-number")?.size ?? 0) === 1), SHOWN_MS, "the mark");
    expect(await excepted.evaluate(() => CSS.highlights.get("callwith-number")?.size ?? 0)).toBe(0);
  });
});

test.each<Kind>(["chromium", "firefox"])("in %s the welcome page leaves the organisation's choice of sites, says whose it is, and asks for access to them", async (kind) => {
  const policy = { organisation: "IT of Example Ltd", sites: { mode: "chosen", chosen: ["crm.example"] }, locked: ["sites"] };
  const { page, close } = await open(kind, { prepare: (home) => setPolicy(kind, home, policy) });
  try {
    await goTo(page, kind, "welcome/welcome.html", ".lock-note");
    const shown = await page.evaluate(() => ({
      open: [...document.querySelectorAll<HTMLButtonElement>(".choices button, .choices input")].filter((each) => !each.disabled).length,
      note: document.querySelector(".lock-note")?.textContent,
      asks: document.querySelector(".lock-note + .row button")?.textContent,
    }));
    expect(shown).toEqual({ open: 0, note: "Set by: IT of Example Ltd", asks: "Give access" });
  } finally {
    await close();
  }
});
