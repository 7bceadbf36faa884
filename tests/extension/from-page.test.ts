import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { decodeFromPage } from "../../extension/background/from-page.ts";
import { createRouter } from "../../extension/background/router.ts";
import { decodeFromSurface, createSurfaces } from "../../extension/background/surfaces.ts";
import { decodeNumbers } from "../../extension/shared/listed.ts";
import { FakeEvent, installFake } from "./fake-chrome.ts";

const gesture = {
  id: "b1c5a1de-3d5a-4f3e-9a52-0f8f1b1a0001",
  written: "020 7946 0958",
  extension: null,
  region: "GB",
  via: "click",
  confirmed: false,
};
const listed = { written: "020 7946 0958", e164: "+442079460958", extension: null, region: "GB", label: "Ann" };

beforeEach(() => void installFake());
afterEach(() => vi.unstubAllGlobals());

describe("a message from a page", () => {
  test.each([
    { kind: "engine-needed" },
    { kind: "more-needed" },
    { kind: "intent" },
    { kind: "dial", gesture },
    { kind: "dial", gesture: { ...gesture, via: "link", extension: "55", confirmed: true } },
    { kind: "preview", id: gesture.id, written: "020 7946 0958", extension: "55", region: "GB" },
    { kind: "under-pointer", number: listed },
    { kind: "under-pointer", number: null },
  ])("of ours is understood (%#)", (message) => {
    expect(decodeFromPage(message)).toEqual(message);
  });

  test.each([
    ["nothing", undefined],
    ["a text", "dial"],
    ["a list", [{ kind: "intent" }]],
    ["an unknown kind", { kind: "eval", code: "1" }],
    ["a dial without a gesture", { kind: "dial" }],
    ["an id that is no UUID", { kind: "dial", gesture: { ...gesture, id: "1" } }],
    ["no number", { kind: "dial", gesture: { ...gesture, written: "  " } }],
    ["a number of 129 characters", { kind: "dial", gesture: { ...gesture, written: "1".repeat(129) } }],
    ["an extension that is no digits", { kind: "dial", gesture: { ...gesture, extension: "55;to=1" } }],
    ["a region that is none", { kind: "dial", gesture: { ...gesture, region: "gb" } }],
    ["the menu's gesture, which is not a page's", { kind: "dial", gesture: { ...gesture, via: "menu" } }],
    ["the popup's gesture, which is not a page's", { kind: "dial", gesture: { ...gesture, via: "popup" } }],
    ["a confirmation that is no yes", { kind: "dial", gesture: { ...gesture, confirmed: "yes" } }],
    ["a preview of nothing", { kind: "preview", id: gesture.id, written: " ", extension: null, region: null }],
    ["a preview with an id that is none", { kind: "preview", id: "1", written: "020 7946 0958", extension: null, region: null }],
    ["a number that is an object", { kind: "under-pointer", number: { ...listed, written: { toString: "x" } } }],
    ["a label as long as a page", { kind: "under-pointer", number: { ...listed, label: "x".repeat(10_000) } }],
  ])("with %s is dropped", (_what, message) => {
    expect(decodeFromPage(message)).toBeNull();
  });

  test("loses what we did not ask for", () => {
    const decoded = decodeFromPage({ kind: "dial", gesture: { ...gesture, origin: "https://bank.example", url: "http://pbx" } });
    expect(decoded).toEqual({ kind: "dial", gesture });
  });

  test("with a list keeps the numbers that are ones, and no more than a popup can show", () => {
    expect(decodeNumbers([listed, { ...listed, e164: "020" }, null])).toEqual([listed]);
    expect(decodeNumbers(Array.from({ length: 10_000 }, () => listed)).length).toBeLessThanOrEqual(500);
    expect(decodeNumbers("x")).toEqual([]);
  });
});

describe("the router", () => {
  const wishes = { intent: vi.fn(), dial: vi.fn(), hangUp: vi.fn(), preview: vi.fn(), engineNeeded: vi.fn(), moreNeeded: vi.fn(), underPointer: vi.fn(), counted: vi.fn() };
  const page = { id: "ours", tab: { id: 7 }, frameId: 3, url: "https://crm.example/x", origin: "https://crm.example" };
  const send = (message: unknown, sender: object): void => {
    Reflect.apply(createRouter(wishes), null, [message, sender]);
  };
  beforeEach(() => vi.clearAllMocks());

  test("takes place and origin from the browser, never from the message", () => {
    send({ kind: "dial", gesture: { ...gesture, origin: "https://bank.example", tabId: 1 } }, page);
    expect(wishes.dial).toHaveBeenCalledWith(gesture, "https://crm.example", { tabId: 7, frameId: 3 });
  });

  test.each([
    ["null", "about:blank", null],
    [undefined, "https://crm.example/x?y", "https://crm.example"],
    [undefined, "data:text/html,x", null],
  ])("of origin %s and address %s tells %s", (origin, url, told) => {
    send({ kind: "dial", gesture }, { ...page, origin, url });
    expect(wishes.dial).toHaveBeenCalledWith(gesture, told, { tabId: 7, frameId: 3 });
  });

  test("hands on whose call is to end, with the tab that asks, and nothing that is no id", () => {
    send({ kind: "hang-up", id: gesture.id }, page);
    send({ kind: "hang-up", id: "7" }, page);
    send({ kind: "hang-up" }, page);
    expect(wishes.hangUp.mock.calls).toEqual([[gesture.id, { tabId: 7, frameId: 3 }]]);
  });

  test.each([
    ["another extension", { ...page, id: "theirs" }],
    ["no tab", { ...page, tab: undefined }],
    ["a page of ours in a tab", { ...page, url: "chrome-extension://ours/options/options.html" }],
  ])("hears nothing from %s", (_who, sender) => {
    send({ kind: "dial", gesture }, sender);
    send({ kind: "intent" }, sender);
    expect(wishes.dial).not.toHaveBeenCalled();
    expect(wishes.intent).not.toHaveBeenCalled();
  });
});

describe("our own pages", () => {
  test.each([
    [{ kind: "refresh" }, true],
    [{ kind: "dismiss-note" }, true],
    [{ kind: "dial", id: gesture.id, written: "100", extension: null, region: null, via: "popup", confirmed: false }, true],
    [{ kind: "dial", id: gesture.id, written: "", extension: null, region: null, via: "popup", confirmed: false }, false],
    [{ kind: "dial", id: "1", written: "1".repeat(200), extension: null, region: null, via: "popup", confirmed: false }, false],
    [{ kind: "secret" }, false],
  ])("may wish for %j: %s", (message, understood) => {
    expect(decodeFromSurface(message)).toEqual(understood ? message : null);
  });

  test.each([
    ["chrome-extension://ours/popup/popup.html", "ours", true],
    ["https://evil.example/", "ours", false],
    ["chrome-extension://ours/popup/popup.html", "theirs", false],
  ])("are known by their address: %s of %s", (url, id, welcome) => {
    const wished = vi.fn();
    const surfaces = createSurfaces(() => new Promise(() => undefined), wished);
    const onMessage = new FakeEvent();
    const port = { name: "surface", sender: { id, url }, onMessage, onDisconnect: new FakeEvent(), disconnect: vi.fn(), postMessage: vi.fn() };
    surfaces.connected(port as unknown as chrome.runtime.Port);
    onMessage.emit({ kind: "refresh" });
    expect(wished).toHaveBeenCalledTimes(welcome ? 1 : 0);
    expect(surfaces.any()).toBe(welcome);
  });
});
