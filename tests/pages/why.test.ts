/** "Why is this marked or not?": the page answers for the place that was right-clicked, and shows it where only the person can read it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { decodeExplained, type Explained } from "../../extension/shared/explained.ts";
import { ENGINE } from "../../extension/shared/page-scripts.ts";
import { find, placeOf, shown } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const html = (body: string, head = ""): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Why</title>${head}<body>${body}`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const rightClick = async (page: Page, { x, y }: { x: number; y: number }): Promise<void> => {
    await page.mouse.click(x, y, { button: "right" });
  };
  /** As the background does when the item is clicked. */
  const why = async (selection = ""): Promise<Explained | null> => {
    await stage.inject(ENGINE);
    const explained = decodeExplained(await stage.say({ kind: "explain-here", selection }));
    await stage.inject(["page/why.js"]);
    await stage.say({ kind: "explained", explained });
    return explained;
  };
  const reasons = (explained: Explained | null): unknown => explained?.verdicts.map(({ marked, reason, word }) => [marked, reason, word]);

  test("names the label that decided, the heading, the country and its source, and the rules of the site", async () => {
    const page = await stage.open(html(`<p>Invoice 020 7946 0958, due 2024-03-17</p><p>Tel 020 7946 0959</p>
      <table><tr><th>Order number</th></tr><tr><td>02079460960</td></tr></table>`));
    await markedSoon(page, 1);
    await rightClick(page, await placeOf(page, "7946 0958"));
    const explained = await why();
    expect(reasons(explained)).toEqual([[false, "label", "Invoice"], [false, "date", null]]);
    expect(explained).toMatchObject({ region: "GB", regionFrom: "language", site: "marked", fax: false });
    const words = await until("the panel", () => shown(page));
    for (const line of ["Why is this marked or not?", "020 7946 0958", "something else: “Invoice”", "A date", "United Kingdom (from the page’s language)", "Numbers are marked on this site", "Fax numbers are left out"]) expect(words).toContain(line);
    await page.keyboard.press("Escape");
    await until("the panel to go", async () => (await shown(page)) === "");
    await rightClick(page, await placeOf(page, "7946 0959"));
    expect(reasons(await why())).toEqual([[true, "region", "Tel"]]);
    await rightClick(page, await placeOf(page, "02079460960"));
    const ofCell = await why();
    expect(ofCell?.verdicts).toMatchObject([{ marked: false, reason: "label", before: "Order number" }]);
    await until("the heading", async () => (await shown(page)).includes("Read in front of it: “Order number”"));
    await page.close();
  });

  test("is closed by its button and by Escape, gives the focus back, and is announced as a dialogue of its own", async () => {
    const page = await stage.open(html("<button id='own'>Own</button><p>Ref 2024-03-17 and 020 7946 0961</p>"));
    await markedSoon(page, 1);
    await page.focus("#own");
    await rightClick(page, await placeOf(page, "2024-03-17"));
    await page.focus("#own");
    await why();
    await until("the panel", () => find(page, "section.panel[role=dialog][aria-label]"));
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("callwith-overlay");
    const { x, y } = (await find(page, "section.panel .close"))!;
    await page.mouse.click(x, y);
    await until("the panel to go", async () => (await shown(page)) === "");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    await page.close();
  });

  test("of a field says that fields are left alone, and what is typed into a password stays there", async () => {
    const page = await stage.open(html("<input id='open' value='020 7946 0962'><input id='secret' type='password' value='020 7946 0963'><p>020 7946 0964</p>"));
    await markedSoon(page, 1);
    const middle = (selector: string): Promise<{ x: number; y: number }> => page.$eval(selector, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await rightClick(page, await middle("#open"));
    expect(reasons(await why())).toEqual([[false, "editor", null]]);
    await page.keyboard.press("Escape");
    await rightClick(page, await middle("#secret"));
    expect(JSON.stringify(await why())).not.toContain("0963");
    expect(await shown(page)).not.toContain("0963");
    await page.close();
  });

  test("knows of a right click that came before there was anything to load, and of a site that is left alone", async () => {
    await stage.settings({ version: 1, sites: { mode: "all", chosen: [], exceptions: ["127.0.0.1"] } });
    const page = await stage.open(html("<p>Call 020 7946 0965</p>"));
    await rightClick(page, await placeOf(page, "7946 0965"));
    await stage.settings({});
    await markedSoon(page, 1);
    expect(reasons(await why())).toEqual([[true, "region", "Call"]]);
    await page.close();
  });

  test("a whole page tells what was refused, shadow roots included, and no more than its bound", async () => {
    const page = await stage.open(html(`<p>020 7946 0966</p><p>Fax: 020 7946 0967</p><div id="host"></div>
      <script>document.getElementById("host").attachShadow({ mode: "closed" }).innerHTML = "<p>IBAN GB29 NWBK 6016 1331 9268 19</p>";
      document.body.append(...Array.from({ length: 400 }, (_, i) => Object.assign(document.createElement("p"), { textContent: "Invoice 020 7946 " + String(1000 + i) })));</script>`));
    await markedSoon(page, 1);
    const explained = decodeExplained(await stage.say({ kind: "explain-page" }));
    expect(explained?.verdicts).toHaveLength(200);
    expect(explained).toMatchObject({ more: true, text: null, region: "GB" });
    expect(explained?.verdicts.slice(0, 2).map(({ reason, word }) => [reason, word])).toEqual([["fax", "Fax"], ["label", "Invoice"]]);
    await page.evaluate(() => { for (const each of document.querySelectorAll("p:nth-of-type(n+3)")) each.remove(); });
    const less = decodeExplained(await stage.say({ kind: "explain-page" }));
    expect(less?.more).toBe(false);
    expect(less?.verdicts.map(({ reason }) => reason)).toEqual(["fax", expect.stringMatching(/^(?:iban|token|part|invalid|too_long)$/u)]);
    await page.close();
  });
});
