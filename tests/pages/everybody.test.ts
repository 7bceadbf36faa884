/** Mark, button and toast for everybody: in forced colours, on paper, leftwards, without motion, in narrow and zoomed windows, by ear. */
import { inflateSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import type { CallView } from "../../extension/shared/page-messages.ts";
import { inClosedRoot } from "../browser/closed-root.mjs";
import { find, hover, placeOf, shown } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const html = (body: string, attributes = `lang="en-GB"`): string => `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Everybody</title><body>${body}`;
const NUMBER = "020 7946 0958";
const view = (change: Partial<CallView>): CallView => ({ id: "one", state: "refused", written: NUMBER, extension: null, region: "GB", dialled: null, code: null, message: null, ...change });
const CONNECTED: Partial<CallView> = { state: "connected", live: { hangUp: true, connectedAt: 0, endedAt: null, hungUpHere: false } };

/** What a function sees in our closed root. */
const see = <T>(page: Page, look: string, argument: unknown = null): Promise<T> => inClosedRoot(page, look, argument) as Promise<T>;

/** Parts of the shown element that lie outside it or the window, or are cut off. */
const CUT = `function (selector) {
  const part = this.querySelector(selector);
  const box = part.getBoundingClientRect();
  const faults = [];
  if (box.left < 0 || box.right > document.documentElement.clientWidth || box.top < 0 || box.bottom > innerHeight) faults.push("outside the window: " + JSON.stringify(box));
  if (part.scrollWidth > part.clientWidth) faults.push("wider than itself");
  for (const each of part.querySelectorAll("*")) {
    if (each.closest("svg")) continue;
    const own = each.getBoundingClientRect();
    if (own.width > 0 && (own.left < box.left - 0.5 || own.right > box.right + 0.5)) faults.push(each.className + " sticks out");
    if (each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).display !== "inline") faults.push(each.className + " is cut off");
  }
  return faults;
}`;
/** The longest sentences of any language stand in for a translation: what is laid out is their length. */
const LONG = "Die Telefonanlagenverwaltungsgesellschaft lehnt Premiumrufnummernverbindungen grundsätzlich ab; oprogramowanie towarzyszące nieprawidłowo odpowiedziało.";

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());
  afterEach(() => stage.settings({}));

  async function opened(body: string, attributes?: string, marks = 1): Promise<Page> {
    const page = await stage.open(html(body, attributes));
    await markedSoon(page, marks);
    return page;
  }
  const say = async (page: Page, call: Partial<CallView>, words: string): Promise<void> => {
    await stage.say({ kind: "call", call: view(call) });
    await until(words, async () => (await shown(page)).includes(words));
  };
  /** Rests on a number, and answers the question that its button asks. */
  const hoverAnd = async (page: Page, text: string, change: object): Promise<void> => {
    const questions = () => stage.messages.filter((each) => each.kind === "preview");
    const before = questions().length;
    await hover(page, text);
    const asked = await until("the question", () => questions()[before]);
    await stage.say({ kind: "preview", preview: { id: asked.id, formatted: null, dialled: null, code: null, detail: null, ...change } });
  };

  test("what a printer gets is the page without mark, button and toast", async () => {
    const body = `<p style="font:20px sans-serif">Phone ${NUMBER} or more</p>`;
    const page = await opened(body);
    const drawn = async (): Promise<ReturnType<typeof drawingOf>> => drawingOf(Buffer.from(await page.pdf()));
    await hover(page, NUMBER);
    await say(page, CONNECTED, "Connected");
    const withOurs = await drawn();
    await stage.settings({ version: 1, sites: { mode: "none", chosen: [], exceptions: [] } });
    await markedSoon(page, 0);
    await page.keyboard.press("Escape");
    expect(withOurs.letters).toBeGreaterThan(20);
    expect(withOurs).toEqual(await drawn());
    await page.close();
  });

  test("where text runs leftwards the button is at the number's end, and nothing of it lies over the number", async () => {
    const page = await opened(`<p style="width:60%">هاتف +44 20 7946 0959 مكتب</p>`, `lang="ar" dir="rtl"`);
    await hover(page, "7946", "+44 20 7946 0959");
    const boxes = await page.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector("p")!.firstChild as Text;
      range.setStart(text, text.data.indexOf("+44"));
      range.setEnd(text, text.data.indexOf("0959") + 4);
      return [...range.getClientRects()].map(({ left, right }) => ({ left, right }));
    });
    const button = await see<{ left: number; right: number }>(page, `function () { const { left, right } = this.querySelector(".dial").getBoundingClientRect(); return { left, right }; }`);
    expect(button.right, "left of the number").toBeLessThanOrEqual(Math.min(...boxes.map(({ left }) => left)));
    await page.close();
  });

  test("in 320 px, at 200 %, and with the longest words, nothing of button and toast is cut off or leaves the window", async () => {
    const page = await opened(`<p>Ring ${NUMBER}</p>`);
    // A window of 640 px at 200 % is one of 320.
    for (const viewport of [{ width: 320, height: 480 }, { width: 320, height: 256, deviceScaleFactor: 2 }]) {
      await page.setViewport(viewport);
      await page.mouse.move(viewport.width - 1, viewport.height - 1);
      await hoverAnd(page, NUMBER, { formatted: "+44 20 7946 0958", dialled: "9 020 7946 0958", code: "confirmation_needed", detail: LONG });
      await until("the words", async () => (await shown(page)).includes("grundsätzlich"));
      expect(await see(page, CUT, ".dial")).toEqual([]);
      for (const call of [{ code: "companion_missing" }, { code: "pbx_refused", message: `x (${LONG})` }, { code: "confirmation_needed", message: `x (${LONG})` }, CONNECTED]) {
        await stage.say({ kind: "call", call: view(call) });
        await until("the toast", () => find(page, ".toast .title"));
        expect(await see(page, CUT, ".toast")).toEqual([]);
        // And mirrored, as a language that runs leftwards would have it.
        await see(page, `function () { this.querySelector(".toast").dir = "rtl"; }`);
        expect(await see(page, CUT, ".toast")).toEqual([]);
        const close = await see<{ close: number; sign: number }>(page, `function () { const at = (name) => this.querySelector(".toast " + name).getBoundingClientRect().left; return { close: at(".close"), sign: at(".sign") }; }`);
        expect(close.close).toBeLessThan(close.sign);
      }
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    }
    await page.close();
  });

  test("a state is spoken once, as a whole; the seconds that pass are not", async () => {
    const page = await opened(`<p>${NUMBER}</p>`);
    await say(page, { state: "ringing" }, "is ringing");
    await see(page, `function () {
      const root = this;
      globalThis.spoken = [];
      new MutationObserver((records) => {
        for (const { target } of records) {
          const live = (target.nodeType === 1 ? target : target.parentElement)?.closest("[aria-live]");
          if (live) globalThis.spoken.push(live.getAttribute("aria-atomic") + " " + live.innerText);
        }
      }).observe(root, { childList: true, characterData: true, subtree: true });
    }`);
    await say(page, { state: "connected", live: { hangUp: true, connectedAt: Date.now() - 5000, endedAt: null, hungUpHere: false } }, "Connected");
    const clock = (): Promise<string> => see(page, `function () { return this.querySelector("[role=timer]").textContent; }`);
    const before = await clock();
    await until("the clock to go on", async () => (await clock()) !== before);
    const spoken = await see<string[]>(page, `function () { return globalThis.spoken; }`);
    expect(spoken.map((each) => each.replace(/[\u2066\u2069]/gu, ""))).toEqual([`true Connected with ${NUMBER}`]);
    await page.close();
  });

  test("asked for by keyboard, the toast takes the focus, and closing it gives it back", async () => {
    const page = await opened(`<button id="own">Own</button><p>${NUMBER}</p>`);
    await page.focus("#own");
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press("KeyN");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    await until("the button", () => find(page, ".dial", NUMBER));
    expect(await see(page, `function () { return this.activeElement?.className; }`)).toBe("part dial");
    await new Promise((resolve) => setTimeout(resolve, 150));
    const dials = stage.dials().length;
    await page.keyboard.press("Enter");
    await until("the dial", () => stage.dials().length === dials + 1);
    await until("the focus in the toast", () => see(page, `function () { return this.activeElement?.closest(".toast") !== null && this.activeElement !== null; }`));
    await say(page, { ...stage.dials().at(-1)!, state: "refused", code: "pbx_unreachable" }, "cannot be reached");
    expect(await see(page, `function () { return this.activeElement?.closest(".toast") !== null; }`)).toBe(true);
    await page.keyboard.press("Escape");
    await until("the toast to go", async () => (await shown(page)) === "");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    await page.close();
  });

  test("the mark can be themed, and is drawn on light, dark and coloured grounds in the text's own colour", async () => {
    const page = await opened(`<p id="light" style="background:#fff;color:#222">${NUMBER}</p><p id="dark" style="background:#111;color:#eee">020 7946 0959</p>`, undefined, 2);
    const colour = (): Promise<string[]> => page.evaluate(() => ["#light", "#dark"].map((each) => getComputedStyle(document.querySelector(each)!, "::highlight(callwith-number)").textDecorationLine));
    expect(await colour()).toEqual(["underline", "underline"]);
    const picture = async (selector: string): Promise<string> => (await page.$(selector))!.screenshot({ encoding: "base64" });
    const withMarks = [await picture("#light"), await picture("#dark")];
    await page.evaluate(() => CSS.highlights.get("callwith-number")!.clear());
    const [dark, light] = [await lightnessOfChange(page, withMarks[0]!, await picture("#light")), await lightnessOfChange(page, withMarks[1]!, await picture("#dark"))];
    expect(dark, "dark on light ground").toBeLessThan(128);
    expect(light, "light on dark ground").toBeGreaterThan(128);
    await stage.settings({ version: 1, appearance: { style: "background", colour: "#cc0044" } });
    await until("the theme", async () => (await page.evaluate(() => getComputedStyle(document.querySelector("#light")!, "::highlight(callwith-number)").backgroundColor)) !== "rgba(0, 0, 0, 0)");
    await stage.settings({ version: 1, appearance: { style: "none" } });
    await until("no mark", async () => (await colour()).every((each) => each === "none"));
    await page.close();
  });

  test("for who wants no motion and colours of their own nothing moves, and mark, button and signs are there to be seen", async () => {
    const eased = await openStage(kind, { eased: true });
    try {
      const page = await eased.open(html(`<p style="font:20px sans-serif">${NUMBER}</p>`));
      expect(await page.evaluate(() => ["(prefers-reduced-motion: reduce)", "(forced-colors: active)"].map((query) => matchMedia(query).matches))).toEqual([true, true]);
      await markedSoon(page, 1);
      const picture = (): Promise<string> => page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 80 }, encoding: "base64" });
      const withMark = await picture();
      await page.evaluate(() => CSS.highlights.delete("callwith-number"));
      expect(withMark).not.toBe(await picture());
      await eased.say({ kind: "call", call: view({ state: "asked" }) });
      await until("the toast", () => find(page, ".toast .title"));
      expect(await see(page, `function () { return this.getAnimations().length; }`)).toBe(0);
      const { x, y } = await placeOf(page, NUMBER);
      await page.mouse.move(x - 2, y);
      await page.mouse.move(x, y);
      await until("the button", () => find(page, ".dial", NUMBER));
      const contrast = await see<string[][]>(page, `function () { return [".dial", ".toast", ".sign"].map((each) => { const { color, backgroundColor, borderTopWidth } = getComputedStyle(this.querySelector(each)); return [color, backgroundColor, borderTopWidth]; }); }`);
      for (const [ink, ground] of contrast) expect(ink).not.toBe(ground);
      expect(contrast.slice(0, 2).map(([, , border]) => border)).toEqual(["1px", "1px"]);
    } finally {
      await eased.close();
    }
  });
});

/** What a PDF draws: so many filled or stroked shapes, and so many letters. A mark cuts the text into pieces, which is not to be seen. */
function drawingOf(pdf: Buffer): { shapes: number; letters: number } {
  const drawn = { shapes: 0, letters: 0 };
  const text = pdf.toString("latin1");
  for (const { index, 0: start } of text.matchAll(/stream\r?\n/gu)) {
    if (text.slice(index - 3, index) === "end") continue;
    const from = index + start.length;
    try {
      const inflated = inflateSync(pdf.subarray(from, text.indexOf("endstream", from))).toString("latin1");
      if (!/\bBT\b/u.test(inflated)) continue;
      drawn.shapes += [...inflated.matchAll(/^(?:f|S|B|f\*)\s*$/gmu)].length;
      drawn.letters += [...inflated.matchAll(/<([\da-f]+)>|\(([^)]*)\)/giu)].reduce((sum, [, codes = "", plain = ""]) => sum + codes.length + plain.length, 0);
    } catch {
      // Not compressed so: a font or a picture.
    }
  }
  return drawn;
}

/** How light, from 0 to 255, what only the one picture has is on average. */
function lightnessOfChange(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(async (...pictures) => {
    const [a, b] = await Promise.all(pictures.map(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, image.width, image.height).data;
    }));
    let [sum, count] = [0, 0];
    for (let at = 0; at < a!.length; at += 4) {
      if (a![at] === b![at] && a![at + 1] === b![at + 1] && a![at + 2] === b![at + 2]) continue;
      sum += (a![at]! + a![at + 1]! + a![at + 2]!) / 3;
      count++;
    }
    return count === 0 ? NaN : sum / count;
  }, one, other);
}
