/** Pages as applications make them: navigated without loading, scrolled through recycled rows, edited, written in code; and each way to click. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { find, hover, pause, placeOf } from "./support/hand.ts";
import { KINDS, marked, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const html = (body: string, head = ""): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Everyday</title>${head}<body>${body}`;
/** For something that must not happen: as long as two of the hand's own times. */
const SETTLE_MS = 400;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterEach(() => stage.settings({}));
  afterAll(() => stage.close());
  const sorted = async (page: Page): Promise<string[]> => (await marked(page)).toSorted();

  test("an application that navigates without loading: what was there is forgotten, what comes is found, back and forth", async () => {
    const page = await stage.open(html(`<nav><a href="/one">One</a></nav><main><h1>One</h1><p>020 7946 0501</p></main>`));
    await markedSoon(page, 1);
    for (const number of ["020 7946 0502", "020 7946 0503"]) {
      await page.evaluate((text) => {
        history.pushState({}, "", `/view-${text.slice(-3)}`);
        const main = document.createElement("main");
        main.innerHTML = `<h1>Next</h1><p>${text}</p>`;
        document.querySelector("main")!.replaceWith(main);
      }, number);
      expect(await markedSoon(page, 1)).toEqual([number]);
    }
    await page.evaluate(() => history.back());
    await page.evaluate(() => (document.body.innerHTML = "<p>Now 020 7946 0504 and 020 7946 0505</p>"));
    expect((await markedSoon(page, 2)).toSorted()).toEqual(["020 7946 0504", "020 7946 0505"]);
    await hover(page, "020 7946 0505");
    await page.close();
  });

  test("a table that reuses its rows while it is scrolled: each number on the screen is the one that is marked and called", async () => {
    const page = await stage.open(html(`<div id="view" style="height:200px;overflow:auto"><div style="height:40000px;position:relative"></div></div><script>
      const view = document.getElementById("view");
      const rows = Array.from({ length: 12 }, () => view.firstChild.appendChild(Object.assign(document.createElement("div"), { style: "position:absolute;height:20px" })));
      for (const row of rows) row.append(document.createElement("b"), document.createElement("span"));
      function draw() {
        const first = Math.floor(view.scrollTop / 20);
        rows.forEach((row, i) => {
          row.style.top = (first + i) * 20 + "px";
          row.firstChild.textContent = "Person " + (first + i) + " ";
          row.lastChild.textContent = "020 7946 " + String(1000 + first + i);
        });
      }
      view.addEventListener("scroll", draw);
      draw();
    </script>`));
    await markedSoon(page, 12);
    for (const top of [400, 4000, 12_000]) {
      await page.evaluate((to) => document.getElementById("view")!.scrollTo(0, to), top);
      const wanted = Array.from({ length: 12 }, (_, i) => `020 7946 ${String(1000 + top / 20 + i)}`);
      await until("the rows' numbers", async () => JSON.stringify(await sorted(page)) === JSON.stringify(wanted));
    }
    const dials = stage.dials().length;
    const { x, y } = await placeOf(page, "7946 1601");
    await page.mouse.click(x, y);
    await until("the dial", () => stage.dials().length > dials);
    expect(stage.dials().at(-1)?.written).toBe("020 7946 1601");
    await page.close();
  });

  test("editors, whatever they are made of, and code are left alone, while they are written in and before", async () => {
    const page = await stage.open(html(`
      <div class="monaco-editor"><div class="view-lines"><div class="view-line"><span>020 7946 0511</span></div></div></div>
      <div class="cm-editor"><div class="cm-content"><div class="cm-line">020 7946 0512</div></div></div>
      <div class="ql-editor"><p>020 7946 0513</p></div><div class="ProseMirror"><p>020 7946 0514</p></div>
      <div contenteditable="plaintext-only">020 7946 0515</div><section contenteditable=""><p>020 7946 0516</p></section>
      <div role="textbox">020 7946 0517</div><pre><code>const office = "020 7946 0518";</code></pre>
      <kbd>020 7946 0518</kbd><samp>020 7946 0518</samp><pre class="brush: js">"020 7946 0518"</pre><div class="highlight"><pre><span>"020 7946 0518"</span></pre></div><pre class="language-js">"020 7946 0518"</pre>
      <pre class="mail postcode">Regards, 020 7946 0510</pre><p id="edited">020 7946 0519 or else <span contenteditable="false">020 7946 0520</span></p>
      <iframe srcdoc="<html lang=en-GB><body>020 7946 0521"></iframe><script>document.querySelector("iframe").contentDocument.designMode = "on"</script>`));
    expect((await markedSoon(page, 3)).toSorted()).toEqual(["020 7946 0510", "020 7946 0519", "020 7946 0520"]);
    await page.evaluate(() => (document.querySelector<HTMLElement>("#edited")!.contentEditable = "true"));
    await markedSoon(page, 1);
    await page.evaluate(() => document.querySelector(".view-line")!.append(" 020 7946 0522"));
    await page.evaluate(() => (document.querySelector<HTMLElement>("#edited")!.contentEditable = "inherit"));
    await markedSoon(page, 3);
    await page.close();
  });

  test("a number of which a click shows the rest, by a style alone", async () => {
    const page = await stage.open(html(`<p>020 7946 <span>XXXX</span><span hidden class="rest">0526</span> <button onclick="document.body.className = 'all'">Show</button></p><p>020 7946 0527</p>`, `<style>.all span{display:none}.all .rest{display:inline}</style>`));
    await markedSoon(page, 1);
    await page.click("button");
    expect((await markedSoon(page, 2)).map((text) => text.slice(-4)).toSorted()).toEqual(["0526", "0527"]);
    await page.close();
  });

  test("a number of which a style alone has changed the rest is offered as it stands there now, though the pointer only rests on it", async () => {
    const page = await stage.open(html(`<p>020 7946 <span class="old">0528</span><span class="new">0529</span></p>`, `<style>.new{display:none}</style>`));
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0528"]);
    await page.evaluate(() => {
      const [sheet] = document.styleSheets;
      sheet!.insertRule(".old{display:none}", 1);
      sheet!.insertRule(".new{display:inline !important}", 2);
    });
    const { x, y } = await page.evaluate(() => {
      const { x, y } = document.querySelector("p")!.getBoundingClientRect();
      return { x, y };
    });
    await page.mouse.move(x + 10, y + 10);
    await until("the button", () => find(page, "button.dial", "020 7946 0529"));
    await page.close();
  });

  test("a number whose figures and dashes are each an element of their own", async () => {
    const page = await stage.open(html(`<p>${"0207-946-0530".match(/./gu)!.map((sign) => `<span>${sign}</span>`).join("")}</p>`));
    await markedSoon(page, 1);
    await page.close();
  });

  test("shadow roots that come late to elements that were there, by script or by markup", async () => {
    const page = await stage.open(html(`<p>020 7946 0531</p><div id="late">old</div>
      <article><template shadowrootmode="open"><p>020 7946 0532</p><div><template shadowrootmode="closed"><p>020 7946 0533</p></template></div></template></article>`));
    expect((await markedSoon(page, 3)).toSorted()).toEqual(["020 7946 0531", "020 7946 0532", "020 7946 0533"]);
    // Nothing tells anybody of this one; but a hand that comes near it does.
    await page.evaluate(() => (document.getElementById("late")!.attachShadow({ mode: "closed" }).innerHTML = "<p>020 7946 0534</p>"));
    const box = await page.evaluate(() => document.getElementById("late")!.getBoundingClientRect().toJSON() as DOMRect);
    await page.mouse.move(box.x + 5, box.y + box.height / 2);
    await markedSoon(page, 4);
    await page.mouse.move(box.x + 30, box.y + box.height / 2);
    await until("the button", () => find(page, "button.dial", "020 7946 0534"));
    await page.close();
  });

  test("what is shown later, by attribute, class or dialogue, has its mark and its button", async () => {
    const page = await stage.open(html(`<div id="a" hidden>020 7946 0541</div><div id="b" class="off">020 7946 0542</div><details><summary>More</summary>020 7946 0543</details><dialog>020 7946 0544</dialog>`, "<style>.off{visibility:hidden}</style>"));
    await markedSoon(page, 4);
    await page.evaluate(() => {
      document.getElementById("a")!.hidden = false;
      document.getElementById("b")!.className = "";
      document.querySelector("details")!.open = true;
      document.querySelector("dialog")!.show();
    });
    for (const text of ["0541", "0542", "0543", "0544"]) {
      await hover(page, `020 7946 ${text}`);
      await page.keyboard.press("Escape");
    }
    await page.close();
  });

  test("fax numbers, by label, heading or attribute, are marked when asked for and not before", async () => {
    const page = await stage.open(html(`<p>Fax: 020 7946 0551</p><table><tr><th>Phone<th>Fax<tr><td>020 7946 0552<td>020 7946 0553</table><dl><dt>Telefax<dd>020 7946 0554</dl><p>Tel/Fax 020 7946 0555</p>`));
    expect((await markedSoon(page, 2)).toSorted()).toEqual(["020 7946 0552", "020 7946 0555"]);
    await stage.settings({ version: 1, fax: true });
    await markedSoon(page, 5);
    await page.close();
  });

  test("a page that does not say its country speaks by its numbers in international form", async () => {
    const page = await stage.open(`<!doctype html><meta charset="utf-8"><title>Kontakte</title><p>+49 30 901820-21<p>+49 89 233-96500<p>+49 40 42828-0<p>(030) 9018 2022`);
    await markedSoon(page, 4);
    await page.close();
  });

  describe("a click on a number", () => {
    const PAGE = html("<p id='one'>Ring 020 7946 0561 today</p>");
    async function opened(click: string): Promise<{ page: Page; at: { x: number; y: number }; dialled: () => number }> {
      await stage.settings({ version: 1, click, appearance: { button: false } });
      const page = await stage.open(PAGE);
      await markedSoon(page, 1);
      const before = stage.dials().length;
      return { page, at: await placeOf(page, "7946 0561"), dialled: () => stage.dials().length - before };
    }

    test("with “double” calls at the second click only", async () => {
      const { page, at, dialled } = await opened("double");
      await page.mouse.click(at.x, at.y);
      await pause(SETTLE_MS);
      expect(dialled()).toBe(0);
      await page.mouse.click(at.x, at.y, { count: 2 });
      await until("the dial", () => dialled() === 1);
      await pause(SETTLE_MS);
      expect(dialled()).toBe(1);
      await page.close();
    });

    test("with “modifier” calls with Ctrl held, and not without", async () => {
      const { page, at, dialled } = await opened("modifier");
      await page.mouse.click(at.x, at.y, { count: 2 });
      await pause(SETTLE_MS);
      expect(dialled()).toBe(0);
      await page.keyboard.down("Control");
      await page.mouse.click(at.x, at.y);
      await page.keyboard.up("Control");
      await until("the dial", () => dialled() === 1);
      await page.close();
    });

    test("with “off” never calls, and the keyboard still does", async () => {
      const { page, at, dialled } = await opened("off");
      await page.mouse.click(at.x, at.y, { count: 2 });
      await page.keyboard.down("Control");
      await page.mouse.click(at.x, at.y);
      await page.keyboard.up("Control");
      await pause(SETTLE_MS);
      expect(dialled()).toBe(0);
      await page.keyboard.down("Alt");
      await page.keyboard.down("Shift");
      await page.keyboard.press("KeyN");
      await page.keyboard.up("Shift");
      await page.keyboard.up("Alt");
      await until("the button", () => find(page, "button.dial"));
      await pause(150);
      await page.keyboard.press("Enter");
      await until("the dial", () => dialled() === 1);
      await page.close();
    });

    test("with “single” is no call while somebody selects text, drags, or double-clicks to select a word of the page", async () => {
      const { page, at, dialled } = await opened("single");
      await page.mouse.move(at.x - 20, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x + 20, at.y, { steps: 4 });
      await page.mouse.up();
      await pause(SETTLE_MS);
      expect(dialled()).toBe(0);
      expect(await page.evaluate(() => String(getSelection()).trim())).not.toBe("");
      // The click that takes the selection back is no wish to call either.
      const { x, y } = await placeOf(page, "today");
      await page.mouse.click(x, y, { count: 2 });
      expect(await page.evaluate(() => String(getSelection()).trim())).toBe("today");
      expect(dialled()).toBe(0);
      await page.close();
    });
  });
});
