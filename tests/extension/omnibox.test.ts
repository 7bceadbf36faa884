import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createOmnibox } from "../../extension/background/omnibox.ts";
import type { PreviewView } from "../../extension/shared/preview.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

let fake: FakeChrome;

beforeEach(() => {
  fake = installFake();
  vi.stubGlobal("BROWSER", "chromium");
});
afterEach(() => vi.unstubAllGlobals());

function start() {
  const dial = vi.fn(() => Promise.resolve());
  const answers: ((preview: PreviewView, why: readonly string[]) => void)[] = [];
  const previews = { ask: vi.fn((_asker: string, _wish: { id: string }, tell: (typeof answers)[number]) => void answers.push(tell)) };
  return { omnibox: createOmnibox({ dial, region: () => "GB", noteKept: vi.fn() }, previews), dial, answers, previews };
}

const suggested = (): string => fake.omnibox.setDefaultSuggestion.mock.lastCall?.[0].description ?? "";
const preview: PreviewView = { id: "1", formatted: null, dialled: "9 020 7946 0958", code: null, detail: null };

describe("call in the address bar", () => {
  test("says how the number is read, then what would be dialled, and dials nothing by that", async () => {
    const { omnibox, dial, answers } = start();
    omnibox.changed("020 7946 0958");
    await vi.waitFor(() => expect(suggested()).toMatch(/Call 020 7946 0958 · .*\+442079460958.* · United Kingdom/u));
    answers[0]?.(preview, []);
    expect(suggested()).toMatch(/calls .*9 020 7946 0958/u);
    expect(dial).not.toHaveBeenCalled();
  });

  test("drops an answer about what was typed before", async () => {
    const { omnibox, answers, previews } = start();
    omnibox.changed("020 7946 0958");
    await vi.waitFor(() => expect(previews.ask).toHaveBeenCalled());
    omnibox.changed("name");
    await vi.waitFor(() => expect(suggested()).toBe("Type a number to call"));
    answers[0]?.(preview, []);
    expect(suggested()).toBe("Type a number to call");
  });

  test("writes nothing that Chromium would take for markup", async () => {
    const { omnibox, answers } = start();
    omnibox.changed("020 7946 0958");
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.({ ...preview, dialled: null, code: "number_barred", detail: "<url>&" }, []);
    expect(suggested()).not.toMatch(/[<>]/u);
  });

  test("calls on Enter, once, in the tab in front, and never what is no number", async () => {
    const { omnibox, dial } = start();
    omnibox.entered("020 7946 0958");
    omnibox.entered("020 7946 0958");
    await vi.waitFor(() => expect(dial).toHaveBeenCalledTimes(1));
    expect(dial).toHaveBeenCalledWith(expect.objectContaining({ written: "020 7946 0958", via: "omnibox", confirmed: false }), null, { tabId: 7, frameId: 0 });
  });
});
