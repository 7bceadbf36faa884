/** What a call would come to is asked for one number at a time, tells a page no more than it shows, and never dials. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createCompanion, type Companion } from "../../extension/background/companion.ts";
import { createPreviews, type Previews } from "../../extension/background/previews.ts";
import { decodePreview, previewOf, previewWords, type PreviewView } from "../../extension/shared/preview.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

const wish = (id: string) => ({ id, written: "020 7946 0958", extension: null, region: "GB" });
const reply = (id: string, change: object = {}) => ({
  type: "preview" as const,
  id,
  steps: [
    { name: "as written", result: "020 7946 0958", sentence: "Written: 020 7946 0958" },
    { name: "E.164", result: "+44 20 7946 0958", sentence: "" },
    { name: "own country", result: "020 7946 0958", sentence: "" },
    { name: "outside line", result: "9 020 7946 0958", sentence: "" },
    { name: "dialled", result: "902079460958", sentence: "" },
  ],
  dialled: "902079460958",
  note: null,
  code: null,
  message: null,
  remedy: null,
  ...change,
});

let fake: FakeChrome;
let companion: Companion;
let previews: Previews;
let told: PreviewView[];
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const asked = (): unknown[] => fake.ports.flatMap((port) => port.ofType("preview"));

beforeEach(() => {
  vi.useFakeTimers();
  fake = installFake();
  told = [];
  companion = createCompanion({
    changed: () => undefined,
    lost: () => undefined,
    underWay: () => false,
    awaited: () => false,
    reply: (each) => {
      if (each.type === "preview") previews.answered(each);
      if (each.type === "error") previews.failed(each);
    },
  });
  previews = createPreviews(() => companion);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const ask = (id: string): void => previews.ask("page", wish(id), (preview) => told.push(preview));

describe("a preview", () => {
  test("is asked when the companion has greeted, and answers with what would be dialled, grouped", async () => {
    ask("one");
    expect(asked()).toEqual([]);
    fake.ports[0]!.greets();
    await settle();
    expect(asked()).toEqual([{ type: "preview", ...wish("one") }]);
    fake.ports[0]!.says(reply("one"));
    expect(told).toEqual([{ id: "one", formatted: "+44 20 7946 0958", dialled: "9 020 7946 0958", code: null, detail: null }]);
  });

  test("of the number before is dropped: only the newest question is answered", async () => {
    ask("one");
    ask("two");
    fake.ports[0]!.greets();
    await settle();
    expect(asked()).toHaveLength(1);
    ask("three");
    await settle();
    fake.ports[0]!.says(reply("two"));
    fake.ports[0]!.says(reply("three"));
    fake.ports[0]!.says(reply("three"));
    expect(told.map(({ id }) => id)).toEqual(["three"]);
  });

  test("says what is to be mended where there is no companion, and does not start one again for each number", async () => {
    ask("one");
    fake.ports[0]!.dies(fake, "Specified native messaging host not found.");
    await settle();
    ask("two");
    await settle();
    expect(told.map(({ id, code }) => [id, code])).toEqual([["one", "companion_missing"], ["two", "companion_missing"]]);
    expect(fake.ports).toHaveLength(1);
  });

  test("that the companion cannot answer says why", async () => {
    ask("one");
    fake.ports[0]!.greets();
    await settle();
    fake.ports[0]!.says({ type: "error", code: "settings_invalid", message: "line 3", remedy: null, id: "one" });
    expect(told.map(({ code }) => code)).toEqual(["settings_invalid"]);
  });
});

describe("in words", () => {
  const words = (change: object): unknown => {
    const said = previewWords(previewOf(reply("one", change)));
    return said && [said.tone, said.line.replace(/[\u2066\u2069]/gu, "")];
  };
  test("it says what is dialled, that it asks first, and that it is barred, with the rule", () => {
    expect(words({})).toEqual(["calls", "calls 9 020 7946 0958"]);
    expect(words({ code: "confirmation_needed", message: "Please confirm. (premium rate)" })).toEqual(["asks", "asks you before it calls 9 020 7946 0958 (premium rate)"]);
    expect(words({ code: "number_barred", dialled: null, message: "Barred. (rule 2)" })).toEqual(["no", "barred: it will not be called (rule 2)"]);
    expect(words({ code: "number_not_understood", dialled: null, steps: [] })).toEqual(["no", "This is not a telephone number."]);
  });

  test("digits behind a pause are shown as they are dialled", () => {
    expect(words({ dialled: "902079460958,55" })).toEqual(["calls", "calls 902079460958,55"]);
  });

  test.each([["no id", { id: undefined }], ["a code that is none", { code: "hacked" }], ["an endless text", { dialled: "1".repeat(2000) }]])("a preview with %s is dropped", (_, change) => {
    expect(decodePreview({ ...previewOf(reply("one")), ...change })).toBeNull();
  });
});
