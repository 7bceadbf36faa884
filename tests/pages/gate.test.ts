/** What the gate has to see before anything else of ours is loaded: it reads a page in large pieces, and nothing may fall between two. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KINDS, marked, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const html = (body: string): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Gate</title><body>${body}`;
/** Larger than what the gate asks one by one. */
const MANY = 3000;
const plainRows = (count: number): string => "<div><span>lorem</span><p>ipsum dolor</p></div>".repeat(count);
/** A page that is left alone is known by what comes after it: the gate is faster than that, in ms. */
const LOOKED_MS = 1500;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  const NUMBER = "020 7946 0701";
  test.each([
    ["at the end of a large page, with scripts and styles that hold digits in front of it", `<script>var phone = "020 7946 0999";</script><style>.a1234567{}</style>${plainRows(MANY)}<p>${NUMBER}</p>`],
    ["in a page as deep as scripts make it", `<div id="deep"></div><script>let at = document.getElementById("deep"); for (let n = 0; n < 1500; n++) at = at.appendChild(document.createElement("div")); at.textContent = "${NUMBER}"; var x = 1234567;</script>`],
    ["whose figures stand apart in the source, each in a line of its own", `<p>${"0207-946-0701".match(/./gu)!.map((sign) => `\n          <span>${sign}</span>`).join("")}</p>`],
    ["that a style divides", `<p><span>020</span><style>.b{}</style><span>-794</span><style>.c{}</style><span>-6070</span><style>.d{}</style><span>1</span></p>`],
    ["across the edge of what is looked through at once", `<pre>${"word ".repeat(3275)}Tel ${NUMBER} ${"word ".repeat(9000)}</pre>`],
    ["at the end of a long text in another script", `<p>${"これは本文です。".repeat(20_000)}</p><p>Tel. ${NUMBER}</p>`],
    ["in digits of another script", `<p>${"<i>نص</i> ".repeat(MANY)}هاتف ٠٢٠ ٧٩٤٦ ٠٧٠١</p>`],
    ["in mathematical digits", "<p>Tel 𝟎𝟐𝟎 𝟕𝟗𝟒𝟔 𝟎𝟕𝟎𝟏</p>"],
    ["in a page that takes away what is read next", `<div id="rows">${plainRows(20_000)}</div><p>${NUMBER}</p><script>var x = 1234567; const timer = setInterval(() => { for (let n = 0; n < 5; n++) document.getElementById("rows").children[Math.trunc(Math.random() * 9000)]?.remove(); }, 1); setTimeout(() => clearInterval(timer), 1500);</script>`],
    ["in the closed root of an empty element behind many others", `${plainRows(MANY)}<div id="host"></div><script>document.getElementById("host").attachShadow({ mode: "closed" }).innerHTML = "<p>${NUMBER}</p>";</script>`],
    ["in the root of an element with a name of its own, with something in it, behind many others", `<form name="evaluate"></form>${plainRows(MANY)}<own-card>text</own-card><script>document.querySelector("own-card").attachShadow({ mode: "closed" }).innerHTML = "<slot></slot><p>${NUMBER}</p>";</script>`],
    ["in a root in a large root", `<div id="host"></div><script>const root = document.getElementById("host").attachShadow({ mode: "open" }); root.innerHTML = ${JSON.stringify(plainRows(MANY))} + "<own-card></own-card>"; root.lastChild.attachShadow({ mode: "closed" }).innerHTML = "<p>${NUMBER}</p>";</script>`],
    ["in the root of a class that comes late, on a page that has no other number", `<late-card></late-card><script>setTimeout(() => customElements.define("late-card", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "closed" }).innerHTML = "<p>${NUMBER}</p>"; } }), 700);</script>`],
    ["in an added tree, by itself", `${plainRows(MANY)}<script>setTimeout(() => { const tree = document.createElement("main"); tree.innerHTML = ${JSON.stringify(plainRows(MANY))} + "<b>${NUMBER}</b>"; document.body.append(tree); }, 700);</script>`],
  ])("a number %s is seen", async (_, body) => {
    const page = await stage.open(html(body));
    await until("the engine", () => stage.messages.some((each) => each.kind === "engine-needed" && each.frame === page.url()), 20_000);
    await until("the mark", async () => (await stage.marked()) === 1, 20_000);
    await page.close();
  }, 60_000);

  test("a root on a common element that is not empty, behind many others, is seen when somebody is at the page", async () => {
    const page = await stage.open(html(`<h1>Cards</h1>${plainRows(MANY)}<div id="host">old</div><script>document.getElementById("host").attachShadow({ mode: "closed" }).innerHTML = "<p>${NUMBER}</p>";</script>`));
    await page.mouse.move(60, 40);
    await page.mouse.move(65, 42);
    await markedSoon(page, 1);
    await page.close();
  });

  test.each([
    ["many elements with digits here and there", plainRows(MANY).replaceAll("dolor", "12, page 3")],
    ["numbers only where nothing is read", `<script>var phone = "020 7946 0999";</script><style>.a0207946099{}</style>${"<div><code>020 7946 0998</code><textarea>020 7946 0997</textarea></div>".repeat(500)}`],
    ["a common root without any", `<div id="host"></div><script>document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(plainRows(MANY))};</script>`],
  ])("a page with %s never gets the engine", async (_, body) => {
    const page = await stage.open(html(body));
    await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
    expect(stage.messages.filter((each) => each.kind === "engine-needed" && each.frame === page.url())).toEqual([]);
    // It was looked at, and is still: what comes is seen.
    await page.evaluate((number) => document.body.append(number), ` Tel ${NUMBER}`);
    await until("the mark", async () => (await marked(page)).includes(NUMBER));
    await page.close();
  });
});
