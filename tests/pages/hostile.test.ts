/** A page cannot dial. What it can do is tried here; what would have been dialled is counted. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { call, find, hover, pause, placeOf } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, writtenSince, type Stage } from "./support/stage.ts";

const html = (body: string): string => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Hostile</title><body>${body}`;
/** Long enough for anything that was set off to arrive. */
const SETTLE_MS = 500;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  let before = 0;
  const dialled = (): string[] => writtenSince(stage, before);
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  beforeEach(() => {
    before = stage.dials().length;
  });
  afterAll(() => stage.close());

  test("forged events, click() on everything, and messages dial nothing", async () => {
    const page = await stage.open(html(`<p id="p">020 7946 0958</p><a href="tel:+442079460958">Call</a>
      <iframe sandbox="allow-scripts" srcdoc="<p>+44 20 7946 0959</p><script>
        for (const kind of ['dial','engine-needed','intent']) { parent.postMessage({ kind, gesture: { id: crypto.getRandomValues(new Uint8Array(1))[0], written: '+442079460958' } }, '*'); postMessage({ kind }, '*'); }
      </script>"></iframe>`));
    await markedSoon(page, 1);
    await hover(page, "020 7946 0958");
    await page.evaluate(() => {
      document.querySelector("a")!.addEventListener("click", (event) => event.preventDefault());
      const host = document.querySelector("callwith-overlay")!;
      const place = document.getElementById("p")!.getBoundingClientRect();
      const where = { bubbles: true, cancelable: true, composed: true, clientX: place.x + 20, clientY: place.y + 8, button: 0, detail: 1 };
      const targets: EventTarget[] = [...document.querySelectorAll("*"), document, window];
      for (const target of targets) {
        for (const type of ["pointerover", "pointermove", "pointerdown", "pointerup", "contextmenu"]) target.dispatchEvent(new PointerEvent(type, where));
        for (const type of ["mousedown", "mouseup", "click", "dblclick", "auxclick"]) target.dispatchEvent(new MouseEvent(type, where));
        target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, composed: true }));
        target.dispatchEvent(new KeyboardEvent("keydown", { key: "N", code: "KeyN", altKey: true, shiftKey: true, bubbles: true, composed: true }));
        if (target instanceof HTMLElement) target.click();
      }
      for (const each of host.children) (each as HTMLElement).click();
      for (const message of [{ kind: "dial" }, { type: "dial", written: "+442079460958" }]) window.postMessage(message, "*");
      document.dispatchEvent(new CustomEvent("callwith", { detail: { written: "+442079460958" } }));
    });
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("an edited or cleared registry changes nothing: what is on the screen is called, or nothing", async () => {
    const page = await stage.open(html(`<p id="p">Ada: 020 7946 0958</p><p id="q">Total 99 of 1000 sold</p>`));
    await markedSoon(page, 1);
    await page.evaluate(() => {
      const ours = CSS.highlights.get("callwith-number")!;
      const text = document.getElementById("q")!.firstChild!;
      ours.add(new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 12 }));
    });
    const { x, y } = await placeOf(page, "99 of 1000");
    await page.mouse.click(x, y);
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.evaluate(() => CSS.highlights.clear());
    await call(page, "020 7946 0958");
    await until("a dial", () => dialled().length === 1);
    expect(dialled()).toEqual(["020 7946 0958"]);
    await page.close();
  });

  test("a text that changes between marking and click, or between button and click, is never called", async () => {
    const page = await stage.open(html(`<p id="p">020 7946 0958</p>`));
    await markedSoon(page, 1);
    // At the press, before the click; other text nodes, same text node, and one more digit.
    for (const change of ["this.firstChild.data = '0900 111 2222'", "this.firstChild.appendData('1')", "this.textContent = '020 7946 0000'"]) {
      await page.evaluate((code) => {
        const p = document.getElementById("p")!;
        p.textContent = "020 7946 0958";
        p.setAttribute("onpointerdown", code);
      }, change);
      await pause(SETTLE_MS);
      const { x, y } = await placeOf(page, "020 7946 0958");
      await page.mouse.click(x, y);
      await pause(SETTLE_MS);
      expect(dialled(), change).toEqual([]);
      await page.evaluate(() => document.getElementById("p")!.removeAttribute("onpointerdown"));
    }
    await page.evaluate(() => (document.getElementById("p")!.textContent = "020 7946 0958"));
    await page.mouse.move(600, 600);
    await pause(SETTLE_MS);
    const { x, y } = await hover(page, "020 7946 0958");
    await page.mouse.move(x, y);
    await pause(150);
    // In the same task as the click: no observer has run yet.
    await page.evaluate(() => addEventListener("pointerdown", () => ((document.getElementById("p")!.firstChild as Text).data = "0900 111 2222"), { once: true, capture: true }));
    await page.mouse.click(x, y);
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("a link whose address changes between press and click is not called", async () => {
    const page = await stage.open(html(`<a href="tel:+442079460958" onpointerdown="this.href = 'tel:+449001112222'">Call</a>`));
    await until("the engine", () => stage.messages.some((each) => each.kind === "engine-needed" && each.frame === page.url()));
    await pause(SETTLE_MS);
    await page.click("a");
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("what lies over the button takes its click away", async () => {
    const page = await stage.open(html(`<p>020 7946 0958</p><div id="cover" popover="manual" style="inset:0;width:100vw;height:100vh;border:0;margin:0">Win a prize</div>`));
    await markedSoon(page, 1);
    const { x, y } = await hover(page, "020 7946 0958");
    await page.mouse.move(x, y);
    await pause(150);
    await page.evaluate(() => document.getElementById("cover")!.showPopover());
    await page.mouse.click(x, y);
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("invisible text is not called by a click on it", async () => {
    const page = await stage.open(html(`<p style="opacity:0">020 7946 0958</p><div style="position:relative"><p>020 7946 0959</p><button style="position:absolute;inset:0">Next</button></div>`));
    await markedSoon(page, 2);
    for (const text of ["020 7946 0958", "020 7946 0959"]) {
      const { x, y } = await placeOf(page, text);
      await page.mouse.click(x, y);
    }
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.close();
  });

  test("our element taken away, hidden, emptied or moved by the page dials nothing and comes back for the next gesture", async () => {
    const page = await stage.open(html(`<p>020 7946 0958</p>`));
    await markedSoon(page, 1);
    await hover(page, "020 7946 0958");
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>("callwith-overlay")!;
      host.hidePopover();
      host.setAttribute("style", "opacity:0!important;transform:scale(9)!important");
      host.removeAttribute("popover");
      document.body.append(host);
    });
    await pause(SETTLE_MS);
    expect(dialled()).toEqual([]);
    await page.mouse.move(600, 600);
    await pause(SETTLE_MS);
    await call(page, "020 7946 0958");
    await until("a dial", () => dialled().length === 1);
    expect(await find(page, "button.dial")).toBeUndefined();
    await page.close();
  });
});
