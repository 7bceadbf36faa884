/** The button says what the real companion would dial, before anybody clicks: by the person's own dial plan, and without dialling. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { findShown } from "../browser/closed-root.mjs";
import { until } from "../browser/desk.mjs";
import { BROWSERS, calls, marked, pointAt, Scene, shows } from "./scene.ts";

const PLAN = `
[dial_plan]
outside_line_prefix = "9"
[dial_plan.destinations]
barred = ["+442079460001"]
`;

describe.each(BROWSERS)("in %s", (kind) => {
  let scene: Scene | undefined;
  afterEach(() => scene?.close());

  test("with an outside line, asking first, and barred; and the click calls what was shown", async () => {
    scene = await Scene.open({ kind });
    appendFileSync(join(scene.desk.home, "settings.toml"), PLAN);
    const page = await scene.show("<p>Phone 020 7946 0958</p><p>Phone 0909 879 0001</p><p>Phone 020 7946 0001</p>");
    await marked(page, 3);
    await pointAt(page, "0909 879 0001");
    await shows(page, /\+44 909 879 0001\nUnited Kingdom · premium rate\nasks you before it calls \u2066?9 0909 879 0001/u);
    await pointAt(page, "020 7946 0001");
    await shows(page, /barred: it will not be called/u);
    await pointAt(page, "020 7946 0958");
    await shows(page, /\+44 20 7946 0958\nUnited Kingdom · landline\ncalls \u2066?9 020 7946 0958/u);
    expect(await scene.called()).toEqual([]);
    const button = await until(() => findShown(page, "button.dial", "7946 0958"), 5000, "the button");
    await page.mouse.move(button.x, button.y, { steps: 3 });
    await page.mouse.click(button.x, button.y);
    expect(await calls(scene)).toEqual(["902079460958"]);
  });

  test("without a companion it says so beside the number, calmly, and stays a button", async () => {
    scene = await Scene.open({ kind, installed: false });
    const page = await scene.show("<p>Phone 020 7946 0958</p>");
    await marked(page);
    const button = await pointAt(page, "020 7946 0958");
    await shows(page, /\+44 20 7946 0958[^]*companion program is not installed/u);
    await page.mouse.move(button.x, button.y, { steps: 3 });
    await page.mouse.click(button.x, button.y);
    await shows(page, /pipx install callwith/u);
  });
});
