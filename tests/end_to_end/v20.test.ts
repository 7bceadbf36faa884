/** A V20 tells how a call goes on: the person sees it, and hangs up, where they clicked or in the popup. */
import { describe, expect, test } from "vitest";
import { findShown } from "../browser/closed-root.mjs";
import { until } from "../browser/desk.mjs";
import { pause } from "./pause.ts";
import { BROWSERS, callByButton, calls, marked, Scene, shows } from "./scene.ts";
import { Screen } from "./screen.mjs";

/** Of the simulated API client; its name is the one that setup takes by default. */
const SECRET = "admin";
/** Whoever is called talks until somebody here hangs up. */
const PEOPLE = ["--answer-after", "0.5", "--destination-answers-after", "1", "--talk-for", "-1"];
/** For a popup to be drawn. */
const POPUP_MS = 1500;
/** A hand needs a moment from seeing a button to pressing it, and buttons take no click before. */
const HAND_MS = 300;

const open = (kind: (typeof BROWSERS)[number], more: Partial<Parameters<typeof Scene.open>[0]> = {}): Promise<Scene> =>
  Scene.open({ kind, pbx: "v20", pin: SECRET, simulate: PEOPLE, ...more });

async function onlyCall(scene: Scene) {
  const { calls: placed } = await scene.simulator.state();
  expect(placed).toHaveLength(1);
  return placed[0]!;
}

describe.each(BROWSERS)("in %s", (kind) => {
  test("a click rings, connects, and ends by the toast's Hang up", async () => {
    const scene = await open(kind);
    try {
      const page = await scene.show("<p>Phone: +44 20 7946 0958</p>");
      await marked(page);
      await callByButton(page, "+44 20 7946 0958");
      await shows(page, /is ringing/u);
      expect(await shows(page, /Connected with/u)).toContain("Hang up");
      await shows(page, /\b0:0[1-9]\b/u);
      const button = await until(() => findShown(page, "button", "Hang up"), 5000, "the Hang up button");
      await pause(HAND_MS);
      await page.mouse.click(button.x, button.y);
      const ended = await shows(page, /Call with .* ended/u);
      expect(ended).toContain("You hung up. You talked for 0:0");
      expect(ended).not.toContain("Hang up");
      expect(await onlyCall(scene)).toMatchObject({ state: "ended", reason: "caller hung up" });
      expect(await scene.desk.callwith(["history", "--json"])).toContain('"state": "ended"');
    } finally {
      await scene.close();
    }
  });

  test("the other side hanging up is told too, and not as if we had", async () => {
    const scene = await open(kind, { simulate: [...PEOPLE.slice(0, 4), "--talk-for", "1"] });
    try {
      const page = await scene.show("<p>Phone: +44 20 7946 0958</p>");
      await marked(page);
      await callByButton(page, "+44 20 7946 0958");
      expect(await shows(page, /Call with .* ended/u)).not.toContain("You hung up");
    } finally {
      await scene.close();
    }
  });

  test("a call that goes on is hung up from the popup", async () => {
    const screen = await Screen.open();
    const scene = await open(kind, { headless: false, environment: { DISPLAY: screen.display } });
    try {
      const page = await scene.show("<p>Phone 020 7946 0958</p>");
      await marked(page);
      await callByButton(page, "020 7946 0958");
      await calls(scene);
      await shows(page, /Connected with/u);
      await screen.xdotool("mousemove", 400, 600, "click", 1); // keys go to the browser's window
      await until(
        async () => {
          await screen.xdotool("key", "--clearmodifiers", "alt+shift+d");
          await pause(POPUP_MS);
          // In Firefox the first Tab only goes from the popup's frame into the page in it, where the field has the focus; then
          // what can be pressed next is the running call's button.
          for (let press = kind === "firefox" ? 0 : 1; press < 2; press++) await screen.xdotool("key", "Tab");
          await screen.xdotool("key", "space");
          await pause(POPUP_MS);
          return (await onlyCall(scene)).state === "ended";
        },
        25_000,
        "the popup to end the call",
      );
      expect(await onlyCall(scene)).toMatchObject({ reason: "caller hung up" });
      await shows(page, /You hung up/u);
    } finally {
      await scene.close();
      await screen.close();
    }
  });
});
