/** The page is as it was: no mutation record but our one host element, nothing written into fields, copies unchanged. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "puppeteer-core";
import { pause } from "./pause.ts";
import { BROWSERS, callByButton, calls, marked, placeOf, pointAt, Scene } from "./scene.ts";

const NUMBER = "020 7946 0958";
const FIELDS = `<input id="i" value="Call 020 7946 0958"><textarea id="t">Note: 0161 496 0137
and 020 7946 0412</textarea><div id="e" contenteditable>Write to <b>0117 496 0021</b> today</div>`;
/** Watches from before the first byte of the page is parsed. */
const WATCH = `<script>
  window.records = [];
  new MutationObserver((list) => { for (const record of list) window.records.push(record); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener("load", () => { window.records.length = 0; window.loaded = document.documentElement.outerHTML; });
</script>`;

interface Watched {
  readonly records: MutationRecord[];
  readonly loaded: string;
}

/** Everything the observer saw since the page was loaded, in words. */
function seen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (globalThis as unknown as Watched).records.map((record) => {
      const name = (node: Node): string => node.nodeName.toLowerCase();
      return `${record.type} on ${name(record.target)} +[${[...record.addedNodes].map(name).join()}] -[${[...record.removedNodes].map(name).join()}]`;
    }),
  );
}

/** The page's source, without our host. */
const source = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const child of [...copy.children]) if (!["HEAD", "BODY"].includes(child.tagName)) child.remove();
    return copy.outerHTML;
  });

const values = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    (document.getElementById("i") as HTMLInputElement).value,
    (document.getElementById("t") as HTMLTextAreaElement).value,
    document.getElementById("e")!.innerHTML,
    document.getElementById("e")!.outerHTML,
  ]);

describe.each(BROWSERS)("in %s", (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await Scene.open({ kind });
  });
  afterAll(() => scene.close());

  test("marking changes no node and adds none", async () => {
    const page = await scene.show(`${WATCH}<p>Phone ${NUMBER}</p>${FIELDS}<table><tr><td>Dan</td><td>0161 496 0137</td></tr></table>`);
    await marked(page, 2);
    await pause(500);
    expect(await seen(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(await page.evaluate(() => (globalThis as unknown as Watched).loaded));
  });

  test("button, call and toast add one host element under the root element and nothing else", async () => {
    const page = await scene.show(`${WATCH}<p>Phone ${NUMBER}</p>${FIELDS}`);
    await marked(page);
    const before = await source(page);
    const fields = await values(page);
    const placed = (await scene.called()).length;
    await callByButton(page, NUMBER);
    await calls(scene, placed + 1);
    await pause(800);
    const records = await seen(page);
    // Attributes of our own host (its place, its being a popover) are ours; everything else is the page's.
    const foreign = records.filter((record) => !/^(childList on html|attributes on (?!html|head|body|p|input|textarea|div|script)[a-z-]+) /u.test(record));
    expect(foreign).toEqual([]);
    const added = records.filter((record) => record.startsWith("childList"));
    expect(added.length).toBe(1);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
    expect(await source(page)).toBe(before);
    expect(await values(page)).toEqual(fields);
  });

  test("what a person types is what the field holds, character for character", async () => {
    const page = await scene.show(`${WATCH}<p>Phone ${NUMBER}</p><textarea id="t"></textarea><div id="e" contenteditable></div>`);
    await marked(page);
    for (const id of ["t", "e"]) {
      await page.click(`#${id}`);
      await page.keyboard.type("Ring 0161 496 0137 at 9");
      await pause(400);
    }
    expect(await page.$eval("#t", (field) => (field as HTMLTextAreaElement).value)).toBe("Ring 0161 496 0137 at 9");
    expect(await page.$eval("#e", (field) => field.innerHTML)).toBe("Ring 0161 496 0137 at 9");
  });

  test("copying a marked number copies what it copied before, as text and as HTML", async () => {
    const body = `<p>Phone <b>020</b> 7946<wbr> 0958 or <i>${NUMBER}</i>.</p>`;
    const copy = (page: Page): Promise<string[]> =>
      page.evaluate(() => {
        getSelection()!.selectAllChildren(document.querySelector("p")!);
        const holder = document.createElement("div");
        holder.append(getSelection()!.getRangeAt(0).cloneContents());
        return [getSelection()!.toString(), holder.innerHTML];
      });
    const plain = await scene.show(`<meta name="format-detection" content="telephone=no">${body}`);
    const expected = await copy(plain);
    const page = await scene.show(body);
    await marked(page);
    const button = await pointAt(page, NUMBER);
    expect(button.label).toContain("0958");
    expect(await copy(page)).toEqual(expected);
    // And with the keys a person uses, through the real clipboard of the page.
    await page.evaluate(() => {
      document.addEventListener("copy", () => ((globalThis as { copied?: string }).copied = getSelection()!.toString()));
    });
    await page.keyboard.down("Control");
    await page.keyboard.press("c");
    await page.keyboard.up("Control");
    expect(await page.evaluate(() => (globalThis as { copied?: string }).copied)).toBe(expected[0]);
  });

  test("a double click on a number still selects text of the page", async () => {
    const page = await scene.show(`<p>Phone ${NUMBER} now</p>`);
    await marked(page);
    const place = await placeOf(page, "7946");
    await page.mouse.click(place.x, place.y, { count: 2 });
    expect((await page.evaluate(() => getSelection()!.toString())).trim()).toBe("7946");
  });
});
