/** The page is as it was: nobody who lives in it can see a difference, except one element of ours while it is needed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, hover, pause, placeOf } from "./support/hand.ts";
import { KINDS, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Untouched</title><body>
  <p id="p">Office: <b>020</b> 7946 0958</p><textarea>020 7946 0959</textarea><input value="020 7946 0960">
  <div contenteditable>call <b>020 7946 0961</b></div><a id="a" href="tel:+442079460962">Call</a>
  <table><tr><td>Total</td><td>12.50</td></tr></table><script>
  window.records = [];
  const tell = (node) => node.nodeName + (node.parentNode === document.documentElement ? "" : "?");
  new MutationObserver((list) => { for (const r of list) window.records.push(r.type === "childList" && r.target === document.documentElement
    ? [...r.addedNodes, ...r.removedNodes].map((n) => n.localName).join() : r.type + " in " + r.target.nodeName); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  </script>`;

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("an observer of the whole document sees one host element come and go, and nothing else; before it is needed, nothing", async () => {
    const page = await stage.open(PAGE);
    const source = await page.evaluate(() => document.documentElement.outerHTML);
    await markedSoon(page, 1);
    expect(await page.evaluate(() => Reflect.get(window, "records") as string[])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(source);

    await call(page, "7946 0958", "020 7946 0958");
    await until("a dial", () => stage.dials().length === 1);
    await stage.say({ kind: "call", call: { ...stage.dials()[0]!, state: "accepted", dialled: "902079460958", code: null, message: null } });
    await page.keyboard.down("Alt");
    await page.keyboard.down("Shift");
    await page.keyboard.press("KeyN");
    await page.keyboard.up("Shift");
    await page.keyboard.up("Alt");
    await pause(200);
    const seen = await page.evaluate(() => Reflect.get(window, "records") as string[]);
    expect(seen).toEqual(["callwith-overlay"]);

    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await until("the host to leave", () => page.evaluate(() => document.querySelector("callwith-overlay") === null), 12_000);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(source);
    expect(await page.evaluate(() => Reflect.get(window, "records") as string[])).toEqual(["callwith-overlay", "callwith-overlay"]);
    await page.close();
  });

  test("copying a marked number, and everything, copies what it copied before", async () => {
    const page = await stage.open(PAGE);
    const all = (): Promise<string[]> =>
      page.evaluate(() => {
        const selection = getSelection()!;
        selection.selectAllChildren(document.getElementById("p")!);
        const one = String(selection);
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- "select all" as a person does it has no other name.
        document.execCommand("selectAll");
        const everything = String(selection);
        selection.removeAllRanges();
        return [one, everything];
      });
    const before = await all();
    await markedSoon(page, 1);
    await hover(page, "7946 0958", "020 7946 0958");
    expect(await all()).toEqual(before);
    expect(before[0]).toBe("Office: 020 7946 0958");
    await page.close();
  });

  test("dragging over a number selects it and calls nothing", async () => {
    const page = await stage.open(PAGE);
    await markedSoon(page, 1);
    const count = stage.dials().length;
    const { x, y } = await placeOf(page, "7946 0958");
    await page.mouse.move(x - 25, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y, { steps: 5 });
    await page.mouse.up();
    await pause(300);
    expect(await page.evaluate(() => String(getSelection()))).not.toBe("");
    expect(stage.dials().length).toBe(count);
    await page.close();
  });

  test("a page cannot read the number or the button from our element", async () => {
    const page = await stage.open(PAGE);
    await markedSoon(page, 1);
    await hover(page, "7946 0958", "020 7946 0958");
    const leaked = await page.evaluate(() => {
      const host = document.querySelector("callwith-overlay") as HTMLElement;
      return [host.shadowRoot, host.outerHTML, host.innerText, host.textContent, Object.keys(window).filter((key) => /callwith/iu.test(key))];
    });
    expect(leaked).toEqual([null, '<callwith-overlay popover="manual"></callwith-overlay>', "", "", []]);
    await page.close();
  });
});
