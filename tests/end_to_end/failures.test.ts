/** What goes wrong is said on the page: what is known, what mends it, and "try again" only where nothing was sent. */
import { afterEach, describe, expect, test } from "vitest";
import { findShown } from "../browser/closed-root.mjs";
import { until } from "../browser/desk.mjs";
import { pause } from "./pause.ts";
import { BROWSERS, callByButton, calls, marked, Scene, shows, type SceneWish } from "./scene.ts";

const NUMBER = "020 7946 0958";

describe.each(BROWSERS)("in %s", (kind) => {
  let scene: Scene | undefined;
  afterEach(() => scene?.close());

  async function callIn(wish: Omit<SceneWish, "kind">, before?: (scene: Scene) => Promise<unknown>) {
    scene = await Scene.open({ kind, ...wish });
    await before?.(scene);
    const page = await scene.show(`<p>Phone ${NUMBER}</p>`);
    await marked(page);
    await callByButton(page, NUMBER);
    return { scene, page };
  }

  test("no companion: the page says how to install it, and nothing reaches a PBX", async () => {
    const { scene, page } = await callIn({ installed: false });
    await shows(page, /companion program is not installed/u);
    await shows(page, /pipx install callwith/u);
    expect((await scene.simulator.state()).requests).toBe(0);
  });

  test("a companion that is not set up: the page says which command does it", async () => {
    const { scene, page } = await callIn({ configured: false });
    await shows(page, /callwith setup/u);
    expect((await scene.simulator.state()).requests).toBe(0);
  });

  test("PBX down: nothing was sent, trying again is offered, and does call once it is back", async () => {
    const { scene, page } = await callIn({}, ({ simulator }) => simulator.stop());
    await shows(page, /cannot be reached. Nothing was sent/u);
    const again = await until(() => findShown(page, "button", "Try again"), 5000, "the button “Try again”");
    await scene.restartSimulator(); // takes longer than the button's first moment, in which it is not pressed by accident
    await page.mouse.click(again.x, again.y);
    expect(await calls(scene)).toHaveLength(1);
    await shows(page, /Pick up your phone/u);
  });

  test.each(["text", "403", "login-page", "login-redirect"])("a wrong PIN refused by %s: the page says so and no phone rings", async (how) => {
    const { scene, page } = await callIn({ pin: "9999", simulate: ["--wrong-pin", how] });
    const said = await shows(page, /PIN|not understood/u);
    expect(said).not.toMatch(/Pick up your phone/u);
    await pause(300);
    expect(await scene.called()).toEqual([]);
  });

  test.each([
    ["before the redirect", { kind: "hang", on: "first" }, 0],
    ["after the call was placed", { kind: "hang", on: "session", acts: true }, 1],
  ])("a PBX that never answers, %s: the outcome is unknown and no button tries again", async (_, fault, placed) => {
    const { scene, page } = await callIn({}, ({ simulator }) => simulator.fault({ faults: [fault] }));
    const said = await shows(page, /outcome is unknown/iu, 40_000);
    expect(said).toMatch(/Check your phone/u);
    expect(await findShown(page, "button", "Try again")).toBeUndefined();
    const before = (await scene.simulator.state()).requests;
    await pause(2000);
    expect((await scene.simulator.state()).requests).toBe(before);
    expect(await scene.called()).toHaveLength(placed);
  });

  test("a host killed during a call: the outcome is unknown, and the call is not placed again", async () => {
    const { scene, page } = await callIn({ simulate: ["--latency", "1.5"] });
    const [pid] = await until(() => (scene.desk.hosts().length > 0 ? scene.desk.hosts() : undefined), 8000, "the host");
    await until(async () => (await scene.simulator.state()).requests > 0, 8000, "the first request");
    process.kill(pid!, "SIGKILL");
    await shows(page, /outcome is unknown/iu);
    await pause(4000);
    expect((await scene.called()).length).toBeLessThanOrEqual(1);
    expect((await scene.simulator.state()).requests).toBeLessThanOrEqual(2);
  });
});
