/** Every number that a person can read in a page is marked, and nothing is joined that a person would not join. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, find, hover, pause } from "./support/hand.ts";
import { KINDS, marked, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const html = (body: string, head = ""): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Page</title>${head}<body>${body}`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("a number split over inline elements, wbr, soft hyphens, direction marks and nbsp is one mark", async () => {
    const page = await stage.open(html(`
      <p><span>+44</span> <b>20</b> <i>7946</i> 0123</p>
      <p>020&nbsp;7946<wbr> 0124</p>
      <p>020 79&shy;46 0125</p>
      <p>\u202A020 7946 0126\u202C</p>
      <p>020
           7946
         0127</p>
      <p>+44 20 <a href="/x">7946 0128</a></p>`));
    const texts = await markedSoon(page, 6);
    expect(texts.map((text) => text.replace(/[^\d+]/gu, ""))).toEqual(["+442079460123", "02079460124", "02079460125", "02079460126", "02079460127", "+442079460128"]);
    await call(page, "7946 0128", "+44 20 7946 0128");
    await until("a dial", () => stage.dials().at(-1)?.written === "+44 20 7946 0128");
    await page.close();
  });

  test("what is struck out is no part of what stands in its place", async () => {
    const page = await stage.open(html(`<p>020 7946 <del>0128</del><ins>0129</ins></p><p><s>020 7946 0130</s>020 7946 0131</p>`));
    await markedSoon(page, 3);
    for (const [text, number] of [["0129", "020 7946 0129"], ["020 7946 0131", "020 7946 0131"]] as const) {
      const before = stage.dials().length;
      await call(page, text, number);
      await until("a dial", () => stage.dials().length > before);
      expect(stage.dials().at(-1)?.written).toBe(number);
      await page.keyboard.press("Escape");
    }
    await page.close();
  });

  test("blocks, cells, line breaks and boxes of their own separate numbers", async () => {
    const page = await stage.open(html(`
      <div>020 7946</div><div>0131</div>
      <table><tr><td>020 7946</td><td>0132</td></tr></table>
      <p>020 7946<br>0133</p>
      <p><span style="display:inline-block">020 7946</span><span style="display:inline-block">0134</span></p>
      <p>020 7946 <img alt="" width=9 height=9> 0135</p>
      <p>020 7946 0136</p>`));
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0136"]);
    await page.close();
  });

  test("text that is not shown in a line does not interrupt it, and is found when it is shown", async () => {
    const page = await stage.open(html(`
      <p>020 7946 <span style="display:none">99</span>0141</p>
      <div id="late" hidden>020 7946 0142</div>`));
    await until("the marks", async () => (await marked(page)).some((text) => text.endsWith("0141")));
    await page.evaluate(() => (document.getElementById("late")!.hidden = false));
    await hover(page, "020 7946 0142");
    await page.close();
  });

  test("open, closed and nested shadow roots, early and late", async () => {
    const page = await stage.open(html(`<div id="open"></div><div id="closed"></div><late-element></late-element><p>020 7946 0150</p><script>
      const open = document.getElementById("open").attachShadow({ mode: "open" });
      open.innerHTML = "<p>020 7946 0151</p><section></section>";
      open.querySelector("section").attachShadow({ mode: "closed" }).innerHTML = "<p>020 7946 0152</p>";
      document.getElementById("closed").attachShadow({ mode: "closed" }).innerHTML = "<p>020 7946 0153</p>";
      setTimeout(() => customElements.define("late-element", class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: "closed" }).innerHTML = "<p>020 7946 0154</p>"; }
      }), 900);
    </script>`));
    const texts = await markedSoon(page, 5);
    expect(texts.toSorted()).toEqual(["020 7946 0150", "020 7946 0151", "020 7946 0152", "020 7946 0153", "020 7946 0154"]);
    // In the closed root too there is a button for the number.
    const box = await page.evaluate(() => document.getElementById("closed")!.getBoundingClientRect().toJSON() as DOMRect);
    await page.mouse.move(box.x + 30, box.y + box.height / 2);
    await until("the button", () => find(page, "button.dial", "020 7946 0153"));
    await page.close();
  });

  test("text that changes in place, rows that come late, and rows that are reused", async () => {
    const page = await stage.open(html(`<p id="one">020 7946 0160</p><table><tbody id="rows"></tbody></table>`));
    await markedSoon(page, 1);
    await page.evaluate(() => {
      (document.getElementById("one")!.firstChild as Text).data = "Now +44 20 7946 0161!";
      setTimeout(() => {
        const row = document.createElement("tr");
        row.innerHTML = "<td>Ada</td><td>020 7946 0162</td>";
        document.getElementById("rows")!.append(row);
      }, 300);
    });
    expect((await until("two marks", async () => ((await marked(page)).length === 2 ? marked(page) : null))).toSorted()).toEqual(["+44 20 7946 0161", "020 7946 0162"]);
    await page.evaluate(() => (document.querySelector("#rows td:last-child")!.textContent = "none"));
    expect(await markedSoon(page, 1)).toEqual(["+44 20 7946 0161"]);
    await page.evaluate(() => document.getElementById("one")!.remove());
    expect(await markedSoon(page, 0)).toEqual([]);
    await page.close();
  });

  test("editors, fields and code of the page are left alone; fields that only show are listed", async () => {
    const page = await stage.open(html(`
      <div contenteditable>020 7946 0170</div><textarea>020 7946 0171</textarea><input value="020 7946 0172">
      <div class="CodeMirror"><pre>020 7946 0173</pre></div><script type="text/x">020 7946 0174</script>
      <label for="ro">Office</label><input id="ro" readonly value="020 7946 0175"><input disabled value="020 7946 0176">
      <p id="p">020 7946 0177</p>`));
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0177"]);
    const numbers = await stage.list();
    expect(numbers.map(({ written }) => written)).toEqual(["020 7946 0177", "020 7946 0175", "020 7946 0176"]);
    expect(numbers.find(({ written }) => written.endsWith("0175"))?.label).toBe("Office");
    // Somebody begins to write where a number was marked.
    await page.evaluate(() => document.getElementById("p")!.setAttribute("contenteditable", "true"));
    expect(await markedSoon(page, 0)).toEqual([]);
    await page.close();
  });

  test("marks show under a policy that allows no style, and are gone from the registry when the page clears it until the next look", async () => {
    const page = await stage.open(html("<p>020 7946 0180</p>"), { "content-security-policy": "default-src 'none'; style-src 'none'" });
    await markedSoon(page, 1);
    const [sheets] = await page.evaluate(() => [document.adoptedStyleSheets.length]);
    expect(sheets).toBe(1);
    await hover(page, "020 7946 0180");
    await page.close();
  });

  test("a page that declines detection is left alone, its links are not; a site chosen by name goes before", async () => {
    const declined = html("<p>020 7946 0190</p><a href='tel:+442079460191'>Call</a>", `<meta name="format-detection" content="telephone=no">`);
    const page = await stage.open(declined);
    await until("the engine for the link", () => stage.messages.some((each) => each.kind === "engine-needed" && page.url() === each.frame));
    await pause(400);
    expect(await marked(page)).toEqual([]);
    const before = stage.dials().length;
    await page.click("a");
    await until("a dial", () => stage.dials().length === before + 1);
    await stage.settings({ version: 1, sites: { mode: "chosen", chosen: ["127.0.0.1"], exceptions: [] } });
    expect(await markedSoon(page, 1)).toEqual(["020 7946 0190"]);
    // An exception is obeyed at once.
    await stage.settings({ version: 1, sites: { mode: "all", chosen: [], exceptions: ["127.0.0.1"] } });
    expect(await markedSoon(page, 0)).toEqual([]);
    await stage.settings({});
    await page.close();
  });

  test("a page without digits never gets the engine, and one with a year does not either", async () => {
    const before = stage.messages.filter(({ kind: each }) => each === "engine-needed").length;
    const page = await stage.open(html("<h1>Imprint</h1><p>No digits here.</p><footer>© 2024 Example</footer>"));
    await pause(600);
    expect(stage.messages.filter(({ kind: each }) => each === "engine-needed").length).toBe(before);
    await page.evaluate(() => document.body.append("Call 020 7946 0199"));
    await markedSoon(page, 1);
    await page.close();
  });

  test("numbers of countries seldom called, and labels in other scripts, bring the rest of what the detector knows, once, and are found then", async () => {
    const wishes = (url: string): number => stage.messages.filter(({ kind: each, frame }) => each === "more-needed" && frame === url).length;
    const usual = await stage.open(html("<p>Tel. 020 7946 0205, +49 30 901820, Rechnung 030901821</p>"));
    expect(await markedSoon(usual, 2)).toEqual(["020 7946 0205", "+49 30 901820"]);
    expect(wishes(usual.url())).toBe(0);
    await usual.close();
    const page = await stage.open(html("<p>020 7946 0206</p><p>+254 20 2222222</p><p>電話 020 7946 0207</p>"));
    expect(new Set(await markedSoon(page, 3))).toEqual(new Set(["020 7946 0206", "+254 20 2222222", "020 7946 0207"]));
    await page.evaluate(() => document.body.append("+254 20 2222223"));
    await markedSoon(page, 4);
    expect(wishes(page.url())).toBe(1);
    await page.close();
  });

  test("frames: same and other origin, about:blank, srcdoc, sandboxed", async () => {
    const inner = stage.serve("inner", html("<p>020 7946 0201</p>"));
    const other = inner.replace(stage.origin, stage.otherOrigin);
    const page = await stage.open(html(`<p>020 7946 0200</p>
      <iframe src="${inner}"></iframe><iframe src="${other}"></iframe>
      <iframe srcdoc="<p>020 7946 0202</p>"></iframe>
      <iframe sandbox="allow-scripts" srcdoc="<p>+44 20 7946 0203</p>"></iframe>
      <iframe id="blank"></iframe><script>document.getElementById("blank").contentDocument.body.innerHTML = "<p>020 7946 0204</p>"</script>`));
    const frames = await until("six frames", () => (page.frames().length === 6 ? page.frames() : null));
    for (const frame of frames) {
      await until(`marks in ${frame.url()}`, () => frame.evaluate(() => [...(CSS.highlights.get("callwith-number") ?? [])].length === 1));
    }
    await page.close();
  });

  test("a number in a read-only frame of a modal dialogue can be called", async () => {
    const page = await stage.open(html(`<p>020 7946 0209</p><dialog><p>020 7946 0210</p></dialog><script>document.querySelector("dialog").showModal()</script>`));
    await markedSoon(page, 2);
    const before = stage.dials().length;
    await call(page, "020 7946 0210");
    await until("a dial", () => stage.dials().length === before + 1);
    expect(stage.dials().at(-1)?.written).toBe("020 7946 0210");
    await page.close();
  });
});
