import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createContextMenu, createMenus } from "../../extension/background/context-menu.ts";
import type { Asking } from "../../extension/background/asking.ts";
import { registration } from "../../extension/background/site-access.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

const number = { written: "020 7946 0958", e164: "+442079460958", extension: null, region: "GB", label: null };
const here = { tabId: 1, frameId: 0 };
const asking: Asking = { dial: () => Promise.resolve(), region: () => null, noteKept: () => undefined };

let fake: FakeChrome;
beforeEach(() => {
  fake = installFake();
});
afterEach(() => vi.unstubAllGlobals());

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const changes = (): unknown[] => fake.contextMenus.update.mock.calls.filter(([id]: unknown[]) => id === "call-number").map(([, change]: unknown[]) => change);

describe("the right-click item", () => {
  test("is there for selections and telephone links from the start, and hidden where there is no number", async () => {
    await createMenus();
    const created = fake.contextMenus.create.mock.calls.map(([item]: unknown[]) => item);
    expect(created).toMatchObject([
      { contexts: ["selection"], title: "Call with 3CX" },
      { contexts: ["link"], title: "Call with 3CX" },
      { visible: false },
    ]);
  });

  test("shows the number under the pointer in its title, and an open menu is drawn again", async () => {
    createContextMenu(asking).underPointer(here, number);
    await settled();
    expect(changes()).toMatchObject([{ visible: true, title: "Call 020 7946 0958 with 3CX" }]);
    expect(fake.contextMenus.refresh).toHaveBeenCalled();
  });

  test("goes when the pointer leaves the number, the tab or the page", async () => {
    const menu = createContextMenu(asking);
    menu.underPointer(here, number);
    menu.underPointer(here, null);
    await settled();
    expect(changes().at(-1)).toMatchObject({ visible: false });
    menu.underPointer(here, number);
    menu.forget();
    await settled();
    expect(changes().at(-1)).toMatchObject({ visible: false });
  });

  test("is not taken away by another frame that has no number", async () => {
    const menu = createContextMenu(asking);
    menu.underPointer({ tabId: 1, frameId: 4 }, number);
    menu.underPointer(here, null);
    await settled();
    expect(changes().at(-1)).toMatchObject({ visible: true });
  });

  test("is not changed again while the pointer rests", async () => {
    const menu = createContextMenu(asking);
    for (let moves = 0; moves < 10; moves += 1) menu.underPointer(here, number);
    await settled();
    expect(changes()).toHaveLength(1);
  });

  test("knows the number also after the background has slept", async () => {
    const dial = vi.fn(() => Promise.resolve());
    createContextMenu(asking).underPointer(here, number);
    await settled();
    const woken = createContextMenu({ ...asking, dial });
    Reflect.apply(woken.clicked, null, [{ menuItemId: "call-number", frameId: 0, pageUrl: "https://crm.example/" }, { id: 1 }]);
    await vi.waitFor(() => expect(dial).toHaveBeenCalledTimes(1));
    expect(dial.mock.calls[0]).toMatchObject([{ written: number.written, via: "menu" }, "https://crm.example", here]);
  });
});

describe("the marking script is registered", () => {
  const rules = { mode: "all", chosen: [], exceptions: [] } as const;
  test.each([
    [rules, [], null],
    [rules, ["*://*/*"], ["*://*/*"]],
    [rules, ["*://*.crm.example/*"], ["*://*.crm.example/*"]],
    [{ ...rules, mode: "none" } as const, ["*://*/*"], null],
    [{ ...rules, mode: "chosen" } as const, ["*://*/*"], null],
    [{ ...rules, mode: "chosen", chosen: ["crm.example"] } as const, ["*://*/*"], ["*://*.crm.example/*"]],
    [{ ...rules, mode: "chosen", chosen: ["crm.example"] } as const, [], null],
    [{ ...rules, mode: "chosen", chosen: ["crm.example", "b.example"] } as const, ["*://*.b.example/*"], ["*://*.b.example/*"]],
  ])("where rules and grants both allow it (%#)", (sites, granted, matches) => {
    expect(registration(sites, granted)?.matches ?? null).toEqual(matches);
  });

  test("and not on exceptions, unless a port narrows them, which the script itself judges", () => {
    const wanted = registration({ ...rules, exceptions: ["bank.example", "localhost:9000"] }, ["*://*/*"]);
    expect(wanted?.excludeMatches).toEqual(["*://*.bank.example/*"]);
  });
});
