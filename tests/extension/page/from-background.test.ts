import { describe, expect, test } from "vitest";
import { decodeToPage } from "../../../extension/page/from-background.ts";

const call = { id: "1", state: "accepted", written: "020 7946 0958", extension: null, region: "GB", dialled: null, code: null, message: null };

describe("what the background tells a page", () => {
  test("is a call, a notice, or a question", () => {
    expect(decodeToPage({ kind: "call", call })).toMatchObject({ kind: "call", call });
    expect(decodeToPage({ kind: "notice", text: "Not a number", remedy: null })).toEqual({ kind: "notice", text: "Not a number", remedy: null });
    expect(decodeToPage({ kind: "list-numbers" })).toEqual({ kind: "list-numbers" });
    expect(decodeToPage({ kind: "read-selection" })).toEqual({ kind: "read-selection" });
  });

  test.each([
    ["nothing", undefined],
    ["null", null],
    ["a word", "call"],
    ["a list", [call]],
    ["an unknown kind", { kind: "dial" }],
    ["a call without its call", { kind: "call" }],
    ["a state that is none", { kind: "call", call: { ...call, state: "dialled" } }],
    ["a number that is no text", { kind: "call", call: { ...call, written: 2079460958 } }],
    ["an endless number", { kind: "call", call: { ...call, written: "1".repeat(5000) } }],
    ["a message that is no text", { kind: "call", call: { ...call, message: {} } }],
    ["a notice without words", { kind: "notice", remedy: null }],
  ])("is dropped when it is %s", (_, foreign) => {
    expect(decodeToPage(foreign)).toBeNull();
  });
});
