/** Frames without an address of their own belong to the page around them; a script whose extension is gone does nothing more. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { find, hover, pause, placeOf } from "./support/hand.ts";
import { KINDS, marked, markedSoon, openStage, until, type Stage } from "./support/stage.ts";

const NATIONAL = "030 901820";

describe.each(KINDS)("%s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind);
  });
  afterAll(() => stage.close());

  test("about:blank and srcdoc frames read national numbers as the page around them does, nested ones too", async () => {
    const page = await stage.open(`<!doctype html><html lang="de-DE"><meta charset="utf-8"><title>Rahmen</title><body><p>Zentrale ${NATIONAL}21</p>
      <iframe srcdoc="<p>Vertrieb ${NATIONAL}22</p><iframe srcdoc='<p>Einkauf ${NATIONAL}23</p>'></iframe>"></iframe>
      <iframe id="blank"></iframe><script>document.getElementById("blank").contentDocument.body.innerHTML = "<p>Lager ${NATIONAL}24</p>"</script>`);
    await until("four frames", () => page.frames().length === 4);
    for (const frame of page.frames()) {
      await until(`the mark in ${frame.url()}`, () => frame.evaluate(() => CSS.highlights.get("callwith-number")?.size === 1));
    }
    await page.close();
  });

  test("after the extension is gone its script shows nothing, calls nothing and leaves the page alone", async () => {
    const page = await stage.open(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Left alone</title><body><p>020 7946 0958</p>
      <a id="link" href="tel:+442079460959">Call</a><script>window.errors = []; window.clicks = [];
      addEventListener("error", (event) => errors.push(event.message)); addEventListener("unhandledrejection", (event) => errors.push(String(event.reason)));
      addEventListener("click", (event) => { clicks.push(event.defaultPrevented); event.preventDefault(); });</script>`);
    await markedSoon(page, 1);
    await hover(page, "020 7946 0958");
    await page.mouse.move(700, 500);
    await until("the button to go", async () => (await find(page, "button.dial")) === undefined);
    await stage.leave();
    await pause(800);
    const { x, y } = await placeOf(page, "020 7946 0958");
    await page.mouse.move(x + 80, y + 200);
    await page.mouse.move(x - 4, y);
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    await page.click("#link");
    await page.evaluate(() => document.body.append("020 7946 0960"));
    // Firefox takes the script's whole world away with the extension; nobody is left who could take back the marks.
    if (kind === "chromium") await until("the marks to go", async () => (await marked(page)).length === 0);
    await pause(400);
    expect(await find(page, "button.dial")).toBeUndefined();
    expect(stage.dials()).toEqual([]);
    expect(await page.evaluate(() => [Reflect.get(window, "errors"), Reflect.get(window, "clicks")] as unknown)).toEqual([[], [false, false]]);
    if (kind === "chromium") expect(await page.evaluate(() => document.querySelector("callwith-overlay"))).toBeNull();
  });
});
