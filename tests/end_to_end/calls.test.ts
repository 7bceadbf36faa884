/** A number on a page becomes a call, whichever way the person asks for it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pause } from "./pause.ts";
import { BROWSERS, callByButton, calls, LAYOUTS, marked, pointAt, Scene, shows } from "./scene.ts";

describe.each(BROWSERS)("in %s", (kind) => {
  let scene: Scene;
  let placed = 0;

  beforeAll(async () => {
    scene = await Scene.open({ kind });
  });
  afterAll(() => scene.close());

  /** The number that the next call dialled; none but that one is placed. */
  async function nextCall(): Promise<string> {
    placed += 1;
    const called = await calls(scene, placed);
    await pause(300);
    expect(await scene.called()).toHaveLength(placed);
    return called[placed - 1]!;
  }

  test("a click on the button at a number in text rings the phone", async () => {
    const page = await scene.show("<p>Please ring 020 7946 0958 before noon.</p>");
    await marked(page);
    await callByButton(page, "020 7946 0958");
    expect(await nextCall()).toMatch(/2079460958$/u);
    expect(await shows(page, /phone/iu)).not.toMatch(/connected|answered/iu);
  });

  test("so does a number in an element that was added later", async () => {
    const page = await scene.show("<p>Loading …</p>");
    await page.evaluate(() => setTimeout(() => (document.body.innerHTML += "<table><tr><td>Dan</td><td>0161 496 0137</td></tr></table>"), 500));
    await marked(page);
    await callByButton(page, "0161 496 0137");
    expect(await nextCall()).toMatch(/1614960137$/u);
  });

  test("and a number whose text was changed in place dials what it says now", async () => {
    const page = await scene.show("<p id='n'>0117 496 0021</p>");
    await marked(page);
    await pointAt(page, "0117 496 0021");
    await page.evaluate(() => (document.getElementById("n")!.firstChild!.nodeValue = "0117 496 0022"));
    await pause(500);
    await callByButton(page, "0117 496 0022");
    expect(await nextCall()).toMatch(/1174960022$/u);
  });

  test.each([
    ["tel:", "tel:+442079460412", "2079460412"],
    ["callto:", "callto:+442079460413", "2079460413"],
    ["sip:", "sip:+442079460414@pbx.example", "2079460414"],
  ])("a plain click on a %s link dials its number, and its href stays", async (_, href, digits) => {
    const page = await scene.show(`<p><a id="link" href="${href}">Ring us</a></p>`);
    await pause(500);
    await page.click("#link");
    expect(await nextCall()).toContain(digits);
    expect(await page.$eval("#link", (link) => link.getAttribute("href"))).toBe(href);
  });

  test("one host process serves all of it", () => {
    expect(scene.desk.hosts()).toHaveLength(1);
  });
});

describe.each(BROWSERS)("in %s", (kind) => {
  test.each(LAYOUTS)("a PBX with layout %s is called through its session redirect", async (pbx) => {
    const scene = await Scene.open({ kind, pbx });
    try {
      const page = await scene.show("<p>Phone: +44 20 7946 0958</p>");
      await marked(page);
      await callByButton(page, "+44 20 7946 0958");
      expect(await calls(scene)).toHaveLength(1);
      const { calls: placed, log } = await scene.simulator.state();
      expect(placed[0]).toMatchObject({ from: "100" });
      expect(placed[0]?.to).toMatch(/2079460958$/u);
      expect(log).toHaveLength(2);
      await shows(page, /phone/iu);
    } finally {
      await scene.close();
    }
  });
});
