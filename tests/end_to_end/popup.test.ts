/** The popup under the toolbar's button: opened, typed into and sent with real keys on a real (virtual) screen. */
import { describe, expect, test } from "vitest";
import { until } from "../browser/desk.mjs";
import { pause } from "./pause.ts";
import { BROWSERS, calls, marked, placeOf, Scene } from "./scene.ts";
import { Screen } from "./screen.mjs";

/** For a popup to be drawn and its field to have the focus. */
const POPUP_MS = 1500;

/** A point of the number field, from the popup's corner. Unattended, Firefox gives a popup no keys before a click in it. */
const FIELD = { x: 110, y: 74 };

describe.each(BROWSERS)("in %s", (kind) => {
  test("a number typed into the popup is dialled with Enter", async () => {
    const screen = await Screen.open();
    const scene = await Scene.open({ kind, headless: false, environment: { DISPLAY: screen.display } });
    try {
      const page = await scene.show("<p>Phone 020 7946 0958</p>");
      await marked(page);
      const place = await placeOf(page, "Phone");
      await page.mouse.click(place.x, place.y); // keys go to the browser's window
      await screen.xdotool("mousemove", 640, 600, "click", 1);
      await until(
        async () => {
          const windows = await screen.windows();
          await screen.xdotool("key", "--clearmodifiers", "alt+shift+d");
          await pause(POPUP_MS);
          if (kind === "firefox") {
            const popup = await screen.newWindow(windows);
            if (popup === undefined) return false;
            await screen.xdotool("mousemove", popup.x + FIELD.x, popup.y + FIELD.y, "click", 1);
          }
          await screen.xdotool("type", "--delay", 20, "0161 496 0137");
          await screen.xdotool("key", "Return");
          await pause(POPUP_MS);
          return (await scene.called()).length > 0;
        },
        20_000,
        "the popup to place the call",
      );
      expect((await calls(scene))[0]).toMatch(/1614960137$/u);
      expect(await scene.called()).toHaveLength(1);
      const { log } = await scene.simulator.state();
      expect(log).toHaveLength(2);
    } finally {
      await scene.close();
      await screen.close();
    }
  });
});
