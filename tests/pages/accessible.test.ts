/** What is drawn on a page, as axe-core sees it: the closed root's content, put where axe can look. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Explained } from "../../extension/shared/explained.ts";
import type { CallView } from "../../extension/shared/page-messages.ts";
import { inClosedRoot } from "../browser/closed-root.mjs";
import { hover, shown } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const CALL: CallView = {
  id: "0b0e7a52-6ab0-4f5e-9d0c-1f2f3c4d5e6f",
  state: "refused",
  written: "020 7946 0958",
  extension: null,
  region: "GB",
  dialled: null,
  code: "pbx_unreachable",
  message: null,
};

const WHY: Explained = {
  region: "GB",
  regionFrom: "language",
  site: "marked",
  fax: false,
  text: "Phone 020 7946 0958, fax 020 7946 0959",
  verdicts: [
    { written: "020 7946 0958", marked: true, reason: "region", word: "Phone", e164: "+442079460958", extension: "12", before: "Office" },
    { written: "020 7946 0959", marked: false, reason: "fax", word: "fax", e164: null, extension: null, before: null },
  ],
  more: true,
};

async function faults(page: Page, theme: string): Promise<string[]> {
  const [markup, rules] = (await inClosedRoot(
    page,
    `function () {
      const rules = this.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      return [[...this.children].map((each) => each.outerHTML).join(""), rules.join("\\n")];
    }`,
  )) as [string, string];
  await page.evaluate(axeSource);
  return page.evaluate(
    async (parts, style, wanted) => {
      const host = document.createElement("section");
      const root = host.attachShadow({ mode: "open" });
      root.innerHTML = parts;
      for (const part of root.children) if (part instanceof HTMLElement) part.dataset["theme"] = wanted;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      root.adoptedStyleSheets = [sheet];
      document.body.append(host);
      const { axe } = globalThis as unknown as { axe: { run: (where: Element) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      const { violations } = await axe.run(document.body);
      host.remove();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    },
    markup,
    rules,
    theme,
  );
}

describe.each(KINDS)("in %s", (kind) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage(kind);
    page = await stage.open('<!doctype html><html lang="en-GB"><title>CRM</title><body><main><h1>Contacts</h1><p>Phone 020 7946 0958</p></main></body></html>');
    await markedSoon(page, 1);
  });
  afterAll(() => stage.close());

  test.each(["light", "dark"])("axe-core finds nothing wrong with button and toast in %s colours", async (theme) => {
    await hover(page, "020 7946 0958", "");
    await stage.say({ kind: "call", call: CALL });
    await until("the toast", async () => (await shown(page)).includes("cannot be reached"));
    expect(await faults(page, theme)).toEqual([]);
  });

  test.each(["light", "dark"])("nor with the panel that says why, in %s colours", async (theme) => {
    await stage.inject(["page/why.js"]);
    await stage.say({ kind: "explained", explained: WHY });
    await until("the panel", async () => (await shown(page)).includes("020 7946 0958"));
    expect(await faults(page, theme)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("axe-core would find something", async () => {
    const found = await page.evaluate(async () => {
      const bad = document.createElement("button");
      document.querySelector("main")?.append(bad);
      const { axe } = globalThis as unknown as { axe: { run: (where: Element) => Promise<{ violations: { id: string }[] }> } };
      return (await axe.run(document.body)).violations.map(({ id }) => id);
    });
    expect(found).toContain("button-name");
  });
});
