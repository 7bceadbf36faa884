/** A page cannot dial. Whatever it does, the simulator counts no call, or the one that a hand asked for, as it read on the screen. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { pause } from "./pause.ts";
import { BROWSERS, calls, marked, placeOf, pointAt, Scene, shows } from "./scene.ts";

const NUMBER = "020 7946 0958";
const LINKED = "+44 161 496 0137";
const BODY = `<p id="text">Phone ${NUMBER}</p><p><a id="link" href="tel:+441614960137">${LINKED}</a></p>
<iframe id="sandboxed" sandbox="allow-scripts" srcdoc="<p>0117 496 0021</p>"></iframe>`;
/** Long enough for a call to have gone out, had there been one: a warm click takes under 50 ms. */
const QUIET_MS = 1200;

describe.each(BROWSERS)("in %s", (kind) => {
  let scene: Scene;
  let page: Page;
  let before = 0;

  beforeAll(async () => {
    scene = await Scene.open({ kind });
  });
  afterAll(() => scene.close());
  beforeEach(async () => {
    for (const old of (await scene.browser.pages()).slice(1)) await old.close();
    page = await scene.show(BODY);
    await marked(page);
    await pointAt(page, NUMBER); // the button is there, the host is warm: a forgery has every chance
    before = (await scene.simulator.state()).requests;
  });

  async function nothingSent(): Promise<void> {
    await pause(QUIET_MS);
    expect((await scene.simulator.state()).requests).toBe(before);
  }

  test("forged events on every node and every point dial nothing", async () => {
    await page.evaluate(() => {
      const events = ["pointerover", "mouseover", "pointermove", "mousemove", "pointerdown", "mousedown", "pointerup", "mouseup", "click", "dblclick", "auxclick", "contextmenu"];
      const everything = [...document.querySelectorAll("*"), document, window];
      const points = document.createElement("i");
      for (let x = 0; x < innerWidth; x += 40) {
        for (let y = 0; y < 300; y += 10) everything.push(document.elementFromPoint(x, y) ?? points);
      }
      for (const target of everything) {
        const box = target instanceof Element ? target.getBoundingClientRect() : { x: 5, y: 5 };
        for (const type of events) {
          const init = { bubbles: true, composed: true, cancelable: true, clientX: box.x + 3, clientY: box.y + 3, view: window };
          target.dispatchEvent(type.startsWith("pointer") ? new PointerEvent(type, init) : new MouseEvent(type, init));
        }
        for (const type of ["keydown", "keypress", "keyup"]) {
          for (const key of ["Enter", " "]) target.dispatchEvent(new KeyboardEvent(type, { key, code: key === " " ? "Space" : key, bubbles: true, composed: true }));
        }
      }
      document.addEventListener("click", (event) => event.preventDefault());
    });
    await nothingSent();
  });

  test("element.click() on anything, host element of ours and telephone links among it, dials nothing", async () => {
    await page.evaluate(() => {
      addEventListener("click", (event) => event.preventDefault(), { once: false });
      for (const element of document.querySelectorAll<HTMLElement>("*")) if (typeof element.click === "function") element.click();
      for (const element of document.documentElement.children) (element as HTMLElement).focus();
      const link = document.createElement("a");
      link.href = "tel:+442079460001";
      document.body.append(link);
      link.click();
      link.remove();
      link.click();
    });
    await nothingSent();
  });

  test("postMessage from the page and from a sandboxed frame dials nothing", async () => {
    await page.evaluate((number) => {
      const gesture = { id: crypto.randomUUID(), written: number, extension: null, region: "GB", via: "click", confirmed: true };
      const messages = [
        { kind: "dial", gesture },
        { type: "dial", ...gesture },
        { kind: "intent" },
        gesture,
        JSON.stringify({ kind: "dial", gesture }),
      ];
      for (const message of messages) {
        window.postMessage(message, "*");
        for (const frame of document.querySelectorAll("iframe")) frame.contentWindow?.postMessage(message, "*");
        document.dispatchEvent(new CustomEvent("message", { detail: message }));
        new BroadcastChannel("callwith").postMessage(message);
      }
      const hostile = document.createElement("iframe");
      hostile.setAttribute("sandbox", "allow-scripts");
      hostile.srcdoc = `<a id="a" href="tel:+442079460001">x</a><script>
        for (const message of ${JSON.stringify(messages)}) { parent.postMessage(message, "*"); postMessage(message, "*"); }
        document.getElementById("a").click();
        try { chrome.runtime.sendMessage(${JSON.stringify(messages[0])}); } catch {}
      <\/script>`;
      document.body.append(hostile);
    }, NUMBER);
    await nothingSent();
  });

  test("the page cannot reach the extension's messaging", async () => {
    const found = await page.evaluate(() => {
      const api = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown; connect?: unknown } } }).chrome?.runtime;
      return [typeof api?.sendMessage, typeof api?.connect, typeof (globalThis as { browser?: unknown }).browser];
    });
    expect(found).toEqual(["undefined", "undefined", "undefined"]);
  });

  test("a cleared highlight registry dials nothing by itself, and a click then dials what is on the screen", async () => {
    await page.evaluate(() => CSS.highlights.clear());
    await nothingSent();
    const button = await pointAt(page, NUMBER).catch(() => undefined);
    if (button !== undefined) await page.mouse.click(button.x, button.y);
    await onlyWhatIsOnTheScreen(["2079460958"]);
  });

  test("a highlight the page added over other text is no number of ours", async () => {
    await page.evaluate(() => {
      const text = document.createElement("p");
      text.id = "fake";
      text.textContent = "Invoice total one two three";
      document.body.prepend(text);
      const range = document.createRange();
      range.selectNodeContents(text);
      const mine = CSS.highlights.get("callwith-number");
      if (mine === undefined) CSS.highlights.set("callwith-number", new Highlight(range));
      else mine.add(range);
    });
    await page.mouse.move(1, 1);
    const place = await placeOf(page, "Invoice total");
    await page.mouse.move(place.x, place.y, { steps: 4 });
    await pause(400);
    await page.mouse.click(place.x, place.y);
    await nothingSent();
  });

  test("a range of the registry moved to another number dials the number under the pointer", async () => {
    await page.evaluate(() => {
      const other = document.createElement("p");
      other.textContent = "0900 000 0000 premium 0906 789 0123";
      document.body.append(other);
      const mine = CSS.highlights.get("callwith-number");
      for (const range of [...(mine ?? [])]) mine?.delete(range);
      const range = document.createRange();
      range.selectNodeContents(other);
      mine?.add(range);
    });
    const button = await pointAt(page, NUMBER).catch(() => undefined);
    if (button !== undefined) await page.mouse.click(button.x, button.y);
    await onlyWhatIsOnTheScreen(["2079460958"]);
  });

  test("a text changed between marking and click is never dialled as it was", async () => {
    const button = await pointAt(page, NUMBER);
    // In the very task in which the hand arrives: no observer has run yet.
    await page.evaluate(() => {
      addEventListener("pointerdown", () => (document.getElementById("text")!.firstChild!.nodeValue = "Phone 0906 789 0123"), { capture: true, once: true });
    });
    await page.mouse.click(button.x, button.y);
    await pause(QUIET_MS);
    // The screen now shows a premium number nobody pointed at; the old one is no longer on it.
    expect(await newCalls()).toEqual([]);
  });

  test("a link whose target is changed on mousedown is not dialled as something else than was pointed at", async () => {
    await page.evaluate(() => {
      document.getElementById("link")!.addEventListener("pointerdown", (event) => ((event.currentTarget as HTMLAnchorElement).href = "tel:+449067890123"));
    });
    await page.click("#link");
    await pause(QUIET_MS);
    // Either nothing, or a question that names the number, or the number that is on the screen.
    for (const number of await newCalls()) expect(number).toContain("1614960137");
  });

  test("an element laid over the button takes the click, and nothing is dialled", async () => {
    const button = await pointAt(page, NUMBER);
    await page.evaluate(() => {
      const cover = document.createElement("dialog");
      cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;opacity:0.01;margin:0;border:0";
      document.body.append(cover);
      cover.showModal();
    });
    await page.mouse.click(button.x, button.y);
    await pause(QUIET_MS);
    for (const number of await newCalls()) expect(number).toContain("2079460958");
  });

  test("and a real click still dials", async () => {
    const button = await pointAt(page, NUMBER);
    await page.mouse.click(button.x, button.y);
    await calls(scene, callsBefore + 1);
    await shows(page, /Pick up your phone/u);
    expect(await newCalls()).toEqual([expect.stringMatching(/2079460958$/u)]);
  });

  let callsBefore = 0;
  beforeEach(async () => {
    callsBefore = (await scene.called()).length;
  });
  async function newCalls(): Promise<string[]> {
    return (await scene.called()).slice(callsBefore);
  }
  async function onlyWhatIsOnTheScreen(digits: readonly string[]): Promise<void> {
    await pause(QUIET_MS);
    const dialled = await newCalls();
    expect(dialled.length).toBeLessThanOrEqual(1);
    for (const number of dialled) expect(digits.some((each) => number.endsWith(each))).toBe(true);
  }
});
