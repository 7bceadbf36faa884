import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Gestures, newId, wantedOf } from "../../../extension/page/gestures.ts";
import { REPEAT_MS } from "../../../extension/page/tunables.ts";
import type { FromPage } from "../../../extension/shared/page-messages.ts";

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;
const wanted = { written: "020 7946 0958", extension: null, region: "GB" };
const found = { start: 0, end: 13, written: "020 7946 0958", e164: "+442079460958", extension: null, region: "GB", type: null, reason: "region", detail: "" } as const;

let sent: FromPage[] = [];
let gestures: Gestures;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
  sent = [];
  gestures = new Gestures((message) => sent.push(message));
});
afterEach(() => vi.useRealTimers());

describe("a gesture", () => {
  test("has an id of its own that every part accepts", () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(ids.every((id) => UUID.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });

  test("is one wish however often it is clicked in a moment, and a new one afterwards", () => {
    const first = gestures.dial(wanted, "click");
    expect(gestures.dial(wanted, "click")).toBeNull();
    expect(gestures.dial({ ...wanted, written: "020 7946 0959" }, "click")).not.toBeNull();
    vi.advanceTimersByTime(REPEAT_MS);
    const later = gestures.dial(wanted, "click");
    expect(later).not.toBe(first);
    expect(sent.length).toBe(3);
  });

  test("asks for the same call again by a new id, once for each call that ended", () => {
    const first = gestures.dial(wanted, "link")!;
    const again = gestures.again({ ...wanted, id: first }, true)!;
    expect(again).not.toBe(first);
    expect(gestures.again({ ...wanted, id: first }, true)).toBeNull();
    expect(sent.map((message) => (message.kind === "dial" ? [message.gesture.via, message.gesture.confirmed] : message))).toEqual([["link", false], ["link", true]]);
  });
});

describe("what is sent for a number", () => {
  test("is the number as written, in one line", () => {
    expect(wantedOf({ ...found, written: "020\u00A07946\n 0958" }, null)).toEqual({ ...wanted, written: "020 7946 0958" });
  });

  test("is its international form where letters or an extension stand in it; the extension goes by itself", () => {
    expect(wantedOf({ ...found, written: "020 7946 0958 ext 55", extension: "55" }, null)).toEqual({ ...wanted, written: "+442079460958", extension: "55" });
    expect(wantedOf({ ...found, written: "1-800-FLOWERS", e164: "+18003569377", region: "US" }, null).written).toBe("+18003569377");
  });

  test("keeps a short number of the PBX, and takes the page's country where the number has none", () => {
    expect(wantedOf({ ...found, written: "101", e164: null, region: null }, "IE")).toEqual({ written: "101", extension: null, region: "IE" });
    expect(wantedOf({ ...found, region: "001" }, "IE").region).toBe("IE");
  });
});
