/** What pages do to their own text: put together, hidden, moved to another document, written anew. What is on the screen is marked, and called. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { call, pause } from "./support/hand.ts";
import { KINDS, marked, markedSoon, openStage, until, writtenSince, type Stage } from "./support/stage.ts";

const html = (body: string): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Traps</title><body>${body}`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  /** In every frame of the page. */
  const everywhere = async (page: Page): Promise<string[]> => (await Promise.all(page.frames().map((frame) => marked(frame as unknown as Page).catch(() => [])))).flat().toSorted();
  const callsOnly = async (page: Page, text: string, number = text): Promise<void> => {
    const before = stage.dials().length;
    await call(page, text, number);
    await until("the dial", () => stage.dials().length > before);
    expect(writtenSince(stage, before)).toEqual([number]);
  };

  test("digits that stand in boxes, lines or words of their own make no number with what is beside them", async () => {
    const page = await stage.open(html(`
      <p>020 7946<br>0701</p><div style="display:flex"><span>020 7946</span><span>0702</span></div>
      <p><span style="display:inline-block">020</span> <span style="display:inline-block">7946 0703</span></p>
      <p>020 7946 <span style="visibility:hidden">0704</span></p><style>b::before{content:"020"}</style><p><b></b> 7946 0705</p>
      <p><span style="display:contents">020</span> 7946 0706</p><div style="display:flex"><span>12</span><span>020 7946 0707</span><span>34</span></div>
      <p>020 7946 0708<sup>12</sup></p><p><sup>+44</sup> 20 7946 0709</p><div role=row><span role=cell>020 7946</span><span role=cell>0710</span></div>
      <p id=host><span slot=one>020</span><span slot=two>7946 0711</span></p><script>host.attachShadow({ mode: "open" }).innerHTML = "<p><slot name=one></slot><p><slot name=two></slot>"</script>`));
    expect((await markedSoon(page, 4)).toSorted()).toEqual(["+44 20 7946 0709", "020 7946 0706", "020 7946 0707", "020 7946 0708"]);
    await page.close();
  });

  test("words in drawings, and pages that are XML, are read; what describes a drawing, and icons, are not", async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="90"><title>020 7946 0751</title><desc>020 7946 0752</desc><defs><text>020 7946 0753</text></defs>
      <text y="20"><tspan>020</tspan> <tspan>7946 0754</tspan></text><text y="40"><tspan>020 7946</tspan><tspan x="200">0755</tspan></text>
      <foreignObject y="50" width="400" height="40"><div xmlns="http://www.w3.org/1999/xhtml">Tel <b>020</b> 7946 0756</div></foreignObject></svg>`;
    const page = await stage.open(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en-GB"><head><title>x</title></head><body><p><![CDATA[020 7946 0757]]></p>${drawing}</body></html>`, { "content-type": "application/xhtml+xml" });
    expect((await markedSoon(page, 3)).toSorted()).toEqual(["020 7946 0754", "020 7946 0756", "020 7946 0757"]);
    await callsOnly(page, "7946 0754", "020 7946 0754");
    await page.close();
  });

  test("what calls a number something, and what says its country, may come or change after it", async () => {
    const page = await stage.open(`<!doctype html><meta charset="utf-8"><title>Late</title><body><table><tr><th id="head">Phone<tr><td>+44 20 7946 0761</table>
      <dl><dt id="term">Phone<dd>+44 20 7946 0762</dl><p>030 901820</p>`);
    await markedSoon(page, 2);
    await page.evaluate(() => (document.getElementById("head")!.textContent = document.getElementById("term")!.textContent = "Fax"));
    await markedSoon(page, 0);
    await page.evaluate(() => (document.documentElement.lang = "de"));
    expect(await markedSoon(page, 1)).toEqual(["030 901820"]);
    await page.evaluate(() => document.head.insertAdjacentHTML("beforeend", `<meta name="format-detection" content="telephone=no">`));
    await page.evaluate(() => document.body.append("."));
    await markedSoon(page, 0);
    await page.close();
  });

  test("text that comes a letter at a time is read as a whole, by who waits for a first number too", async () => {
    const page = await stage.open(html(`<p id="p"></p>`));
    await page.evaluate(async () => {
      for (const letter of "Call 020 7946 0711 now") {
        document.getElementById("p")!.append(letter);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0711"]);
    await page.close();
  });

  test("a document that is written anew, and one whose root or body is another, has its marks, buttons and clicks", async () => {
    const page = await stage.open(html(`<p>020 7946 0721</p>`));
    await markedSoon(page, 1);
    await page.evaluate(() => {
      document.open();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages do it, and that is what is tried.
      document.write(`<!doctype html><html lang="en-GB"><body><p>020 7946 0722</p>`);
      document.close();
    });
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0722"]);
    await until("the mark's style", () => page.evaluate(() => getComputedStyle(document.querySelector("p")!, "::highlight(callwith-number)").textDecorationLine === "underline"));
    await callsOnly(page, "020 7946 0722");
    await page.evaluate(() => {
      const root = document.createElement("html");
      root.lang = "en-GB";
      root.innerHTML = "<body><p>020 7946 0723</p></body>";
      document.replaceChild(root, document.documentElement);
    });
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0723"]);
    await callsOnly(page, "020 7946 0723");
    await page.close();
  });

  test("a frame that its page writes into, and text that moves from one document to the other", async () => {
    const page = await stage.open(html(`<p id="p">020 7946 0731</p><iframe></iframe>`));
    await markedSoon(page, 1);
    await page.evaluate(() => {
      const frame = document.querySelector("iframe")!.contentDocument!;
      frame.open();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- pages do it, and that is what is tried.
      frame.write("<p>020 7946 0732</p>");
      frame.close();
    });
    await until("the frame's mark", async () => (await everywhere(page)).join() === "020 7946 0731,020 7946 0732");
    await page.evaluate(() => document.querySelector("iframe")!.contentDocument!.body.append(document.getElementById("p")!));
    await until("nothing left behind", async () => (await marked(page)).length === 0);
    await until("both in the frame", async () => (await everywhere(page)).length === 2);
    await page.close();
  });

  test("a page in which somebody begins to write as a whole loses its marks", async () => {
    const page = await stage.open(html(`<p>020 7946 0741</p>`));
    await markedSoon(page, 1);
    await page.evaluate(() => {
      document.designMode = "on";
      document.body.append("!");
    });
    expect(await markedSoon(page, 0)).toEqual([]);
    await pause(100);
    await page.close();
  });
});
