import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callOutcome, callWords, clock, detailOf } from "../../extension/shared/call-words.ts";
import { FAILURES } from "../../extension/shared/failures.ts";
import { plural, t } from "../../extension/shared/messages.ts";
import type { CallView } from "../../extension/shared/page-messages.ts";
import { CALL_STATES, CODES } from "../../extension/shared/protocol.ts";
import { installFake } from "./fake-chrome.ts";

beforeAll(() => void installFake());
afterAll(() => vi.unstubAllGlobals());

const call: CallView = {
  id: "1",
  state: "asked",
  written: "020 7946 0958",
  extension: null,
  region: null,
  dialled: null,
  code: null,
  message: null,
};

describe("every code", () => {
  test.each(CODES)("%s has a sentence and a remedy", (code) => {
    expect(t(FAILURES[code].sentence)).toMatch(/\S.*\.$/u);
    expect(t(FAILURES[code].remedy)).toMatch(/\S.*\.$/u);
  });

  test("offers to try again only where certainly no call was placed", () => {
    const offered = CODES.filter((code) => FAILURES[code].retry);
    expect(offered).toEqual(["companion_stopped", "keyring_locked", "pbx_unreachable", "pbx_untrusted", "pbx_busy"]);
  });
});

describe("a call", () => {
  test.each(CALL_STATES)("in state %s has words, on the toast and in the list", (state) => {
    expect(callWords({ ...call, state, code: state === "refused" ? "pbx_busy" : null }).title).not.toBe("");
    expect(callOutcome(state)).not.toBe("");
  });

  test("that was accepted is not claimed to be more: the person has to pick up their phone", () => {
    expect(callWords({ ...call, state: "accepted" })).toMatchObject({ title: "Pick up your phone", retry: false });
  });

  test("that was handed over to the web client is not claimed to be placed", () => {
    const words = callWords({ ...call, state: "handed_over" });
    expect(words.title).toBe("Handed over to the web client");
    expect(words.detail).toMatch(/cannot be seen from here/u);
    expect(words.retry).toBe(false);
  });

  test.each([
    [0, "0:00"],
    [7_900, "0:07"],
    [754_000, "12:34"],
    [3_723_000, "1:02:03"],
  ])("of %i ms reads %s", (ms, text) => {
    expect(clock(ms)).toBe(text);
  });

  test("whose outcome is unknown says so, sends the person to their phone, and offers no retry", () => {
    const words = callWords({ ...call, state: "unknown", code: "call_outcome_unknown" });
    expect(`${words.title}. ${words.remedy ?? ""}`).toContain("The outcome is unknown");
    expect(words.remedy).toContain("Check your phone before you try again.");
    expect(words.retry).toBe(false);
    expect(words.confirm).toBe(false);
  });

  test("that needs a confirmation asks for it", () => {
    const words = callWords({ ...call, state: "refused", code: "confirmation_needed", message: "This call has to be confirmed. (emergency number)" });
    expect(words).toMatchObject({ confirm: true, retry: false });
    expect(words.detail).toContain("emergency number");
  });

  test("shows the PBX's own words, and the sentence of ours once", () => {
    expect(detailOf("The PBX refused the call. (403: No (more) lines)")).toBe("403: No (more) lines");
    expect(detailOf("The PBX refused the call.")).toBeNull();
    expect(detailOf(null)).toBeNull();
  });

  test("with a code from a later version still has words", () => {
    expect(callWords({ ...call, state: "refused", code: "from_the_future" }).detail).toMatch(/\S/u);
  });
});

test("a count has the form of its language", () => {
  expect(plural("popup_count", 1)).toBe("1 number");
  expect(plural("popup_count", 1234)).toBe("1,234 numbers");
});
