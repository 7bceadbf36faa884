import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CallView } from "../../extension/shared/page-messages.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

type Badge = typeof import("../../extension/background/badge.ts");
const view = (state: CallView["state"]): CallView => ({ id: "1", state, written: "100", extension: null, region: null, dialled: null, code: null, message: null });

let fake: FakeChrome;
let badge: Badge;

beforeEach(async () => {
  vi.useFakeTimers();
  fake = installFake();
  vi.resetModules();
  badge = await import("../../extension/background/badge.ts");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the badge says in this tab: its own text, or that of all tabs. */
function shown(tabId?: number): string | undefined {
  const texts = fake.action.setBadgeText.mock.calls.map(([each]) => each);
  return texts.findLast((each) => each.tabId === tabId)?.text;
}
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);

describe("the badge", () => {
  test("counts a tab's numbers over all its frames, in that tab only, and says so in words too", async () => {
    await badge.badgeCount({ tabId: 7, frameId: 0 }, 3);
    await badge.badgeCount({ tabId: 7, frameId: 4 }, 2);
    expect(shown(7)).toBe("5");
    expect(shown()).toBeUndefined();
    expect(fake.action.setTitle.mock.lastCall?.[0]).toEqual({ tabId: 7, title: "Call with 3CX · 5 numbers" });
    await badge.badgeCount({ tabId: 7, frameId: 4 }, 0);
    expect(shown(7)).toBe("3");
    await badge.badgeCount({ tabId: 7, frameId: 0 }, 12_345);
    expect(shown(7)).toBe("999+");
  });

  test("tells in every tab how a call stands while one is under way, and the count again afterwards", async () => {
    await badge.badgeCount({ tabId: 7, frameId: 0 }, 3);
    badge.badgeCall(view("ringing"));
    await settle();
    expect([shown(7), shown()]).toEqual(["…", "…"]);
    badge.badgeCall(view("connected"));
    await vi.advanceTimersByTimeAsync(3600_000);
    expect([shown(7), shown()]).toEqual(["✓", "✓"]);
    badge.badgeCall(view("ended"));
    await settle();
    expect([shown(7), shown()]).toEqual(["3", ""]);
  });

  test("keeps what went wrong, where nobody could see it, until it was read", async () => {
    badge.badgeCall(view("refused"));
    await settle();
    expect(shown()).toBe("");
    badge.badgeUnseen(view("refused"));
    await vi.advanceTimersByTimeAsync(3600_000);
    expect(shown()).toBe("!");
    badge.clearBadge();
    await settle();
    expect(shown()).toBe("");
  });

  test("shows no count to whoever does not want it, and how a call stands all the same", async () => {
    await badge.badgeCount({ tabId: 7, frameId: 0 }, 3);
    badge.badgeWanted(false);
    await settle();
    expect(shown(7)).toBe("");
    badge.badgeCall(view("asked"));
    await settle();
    expect(shown(7)).toBe("…");
  });

  test("knows the counts again after the background slept", async () => {
    await badge.badgeCount({ tabId: 7, frameId: 0 }, 3);
    vi.resetModules();
    const woken: Badge = await import("../../extension/background/badge.ts");
    woken.badgeCall(view("asked"));
    await settle();
    woken.badgeCall(view("ended"));
    await settle();
    expect(shown(7)).toBe("3");
  });
});
