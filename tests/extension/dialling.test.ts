import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createCompanion, type Companion } from "../../extension/background/companion.ts";
import { ANSWER_LIMIT_MS, createDialling, type Dialling } from "../../extension/background/dialling.ts";
import { callWords, mayHangUp, talking } from "../../extension/shared/call-words.ts";
import type { CallView, DialGesture } from "../../extension/shared/page-messages.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

const EXITED = "Native host has exited.";
const place = { tabId: 1, frameId: 0 };
const gesture = (id = "b1c5a1de-3d5a-4f3e-9a52-0f8f1b1a0001"): DialGesture => ({
  id,
  written: "020 7946 0958",
  extension: null,
  region: "GB",
  via: "click",
  confirmed: false,
});

let fake: FakeChrome;
let dialling: Dialling;
let companion: Companion;
let seen: CallView[];

beforeEach(() => {
  vi.useFakeTimers();
  fake = installFake();
  seen = [];
  dialling = createDialling(
    () => companion,
    (view) => seen.push(view),
  );
  companion = createCompanion({
    changed: () => undefined,
    lost: () => dialling.lost(),
    underWay: dialling.underWay,
    awaited: dialling.underWay,
    reply: (reply) => {
      if (reply.type === "call") dialling.called(reply);
      if (reply.type === "recent") dialling.learn(reply.calls);
      if (reply.type === "error") dialling.refusedMessage(reply);
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const dialsSent = (): number => fake.ports.flatMap((port) => port.ofType("dial")).length;
const states = (): string[] => seen.map(({ state, code }) => (code === null ? state : `${state} ${code}`));

async function dialled(capabilities: readonly string[] = []): Promise<void> {
  const done = dialling.dial(gesture(), "https://crm.example", place);
  fake.ports[0]!.greets(1, capabilities);
  await done;
}

const answer = (state: string, code: string | null = null) => ({
  type: "call",
  id: gesture().id,
  state,
  dialled: "+442079460958",
  code,
  message: "said",
  remedy: null,
  hung_up_here: false,
});

describe("a gesture", () => {
  test("is posted once, as the contract wants it, with the origin the browser told", async () => {
    await dialled();
    expect(fake.ports[0]!.ofType("dial")).toEqual([{ type: "dial", origin: "https://crm.example", ...gesture() }]);
  });

  test("that comes twice is posted once, and shown as it stands", async () => {
    await dialled();
    fake.ports[0]!.says(answer("accepted"));
    await dialling.dial(gesture(), "https://crm.example", place);
    expect(dialsSent()).toBe(1);
    expect(states()).toEqual(["asked", "accepted", "accepted"]);
  });

  test("is followed through the states its host reports", async () => {
    await dialled();
    for (const state of ["asked", "accepted", "ringing", "connected", "ended"]) fake.ports[0]!.says(answer(state));
    expect(states()).toEqual(["asked", "asked", "accepted", "ringing", "connected", "ended"]);
    expect(dialling.underWay()).toBe(false);
  });

  test("for a missing companion is refused with that reason", async () => {
    const done = dialling.dial(gesture(), null, place);
    fake.ports[0]!.dies(fake, "Specified native messaging host not found.");
    await done;
    expect(states()).toEqual(["asked", "refused companion_missing"]);
  });

  test("whose port dies before it was posted is refused: nothing was sent", async () => {
    const done = dialling.dial(gesture(), null, place);
    fake.ports[0]!.dies(fake, EXITED);
    await done;
    expect(states()).toEqual(["asked", "refused companion_stopped"]);
    expect(dialsSent()).toBe(0);
  });

  test("whose port dies after it was posted is unknown, and is never posted again", async () => {
    await dialled();
    fake.ports[0]!.dies(fake, EXITED);
    expect(states()).toEqual(["asked", "unknown call_outcome_unknown"]);
    companion.intent();
    await vi.advanceTimersByTimeAsync(3600_000);
    companion.intent();
    for (const port of fake.ports.slice(1)) port.greets();
    await vi.advanceTimersByTimeAsync(3600_000);
    expect(fake.ports.length).toBeGreaterThan(1);
    expect(dialsSent()).toBe(1);
  });

  test("that was accepted before the port died stays accepted", async () => {
    await dialled();
    fake.ports[0]!.says(answer("accepted"));
    fake.ports[0]!.dies(fake, EXITED);
    expect(states()).toEqual(["asked", "accepted"]);
  });

  test("that is never answered is unknown in the end", async () => {
    await dialled();
    await vi.advanceTimersByTimeAsync(ANSWER_LIMIT_MS + 1);
    expect(states().at(-1)).toBe("unknown call_outcome_unknown");
  });

  test("whose message the host does not take is refused with the host's code", async () => {
    await dialled();
    fake.ports[0]!.says({ type: "error", code: "value_too_long", message: "x", remedy: null, id: gesture().id });
    expect(states().at(-1)).toBe("refused value_too_long");
  });
});

describe("hanging up", () => {
  const hangUps = (): number => fake.ports.flatMap((port) => port.ofType("hang_up")).length;
  const last = (): CallView => seen.at(-1)!;

  test("is offered while the call runs, only where the PBX can", async () => {
    await dialled(["make_call", "live_state", "hang_up"]);
    const offered = ["accepted", "ringing", "connected", "ended"].map((state) => {
      fake.ports[0]!.says(answer(state));
      return mayHangUp(last());
    });
    expect(offered).toEqual([true, true, true, false]);
  });

  test("is not offered where the PBX cannot", async () => {
    await dialled(["make_call"]);
    fake.ports[0]!.says(answer("accepted"));
    expect(mayHangUp(last())).toBe(false);
  });

  test("sends the call's id as often as it is pressed, for its own tab and for the popup, and for no other tab", async () => {
    await dialled(["hang_up"]);
    fake.ports[0]!.says(answer("connected"));
    dialling.hangUp(gesture().id, { tabId: 2, frameId: 0 });
    expect(hangUps()).toBe(0);
    dialling.hangUp(gesture().id, place);
    dialling.hangUp(gesture().id, null);
    expect(fake.ports[0]!.ofType("hang_up")).toEqual([1, 2].map(() => ({ type: "hang_up", id: gesture().id })));
    expect(dialsSent()).toBe(1);
  });

  test("tells who hung up and how long they talked", async () => {
    await dialled(["hang_up"]);
    fake.ports[0]!.says(answer("connected"));
    await vi.advanceTimersByTimeAsync(75_000);
    expect(talking(last(), Date.now())).toBe(75_000);
    fake.ports[0]!.says({ ...answer("ended"), hung_up_here: true });
    expect(callWords(last()).detail).toBe("You hung up. You talked for 1:15.");
    expect(talking(last(), Date.now())).toBeNull();
  });

  test("that fails leaves the call going on, says so, and may be pressed again", async () => {
    await dialled(["hang_up"]);
    fake.ports[0]!.says(answer("connected"));
    fake.ports[0]!.says({ ...answer("connected", "hang_up_failed"), message: "The call could not be ended from here. (the PBX is busy)" });
    expect(callWords(last())).toMatchObject({ tone: "doubt", remedy: "Hang up on your phone." });
    expect(callWords(last()).detail).toContain("the PBX is busy");
    expect(mayHangUp(last())).toBe(true);
  });

  test("is not offered any more when the companion has died, and claims nothing of how the call goes on", async () => {
    await dialled(["hang_up"]);
    fake.ports[0]!.says(answer("connected"));
    fake.ports[0]!.dies(fake, EXITED);
    expect(last().state).toBe("connected");
    expect(mayHangUp(last())).toBe(false);
    expect(talking(last(), Date.now())).toBeNull();
    expect(callWords(last()).title).toContain("no longer followed");
  });

  test("is not offered and no clock runs when the PBX refuses to tell more, and the port may be closed", async () => {
    await dialled(["hang_up"]);
    fake.ports[0]!.says(answer("connected"));
    expect(dialling.underWay()).toBe(true);
    fake.ports[0]!.says(answer("connected", "call_not_followed"));
    expect([mayHangUp(last()), talking(last(), Date.now()), dialling.underWay()]).toEqual([false, null, false]);
    expect(callWords(last())).toMatchObject({ tone: "doubt", remedy: "Your phone shows whether you are still connected." });
    expect(callWords(last()).title.replace(/[\u2066\u2069]/gu, "")).toBe("Call with 020 7946 0958: no longer followed");
  });
});

describe("an unknown outcome", () => {
  const journal = (state: string) => ({
    type: "recent",
    calls: [
      { id: gesture().id, at: "2026-01-01T00:00:00Z", written: "x", dialled: "+442079460958", state, code: null, origin: null, via: "click" },
    ],
  });

  test.each(["accepted", "ended", "refused"])("becomes what the journal knows: %s", async (state) => {
    await dialled();
    fake.ports[0]!.dies(fake, EXITED);
    companion.intent();
    await vi.advanceTimersByTimeAsync(5000);
    companion.intent();
    fake.ports[1]!.greets();
    fake.ports[1]!.says(journal(state));
    expect(seen.at(-1)!.state).toBe(state);
    expect(dialsSent()).toBe(1);
  });

  test("stays unknown when the journal knows no more", async () => {
    await dialled();
    fake.ports[0]!.dies(fake, EXITED);
    void companion.ready();
    fake.ports[1]!.greets();
    fake.ports[1]!.says(journal("asked"));
    expect(seen.at(-1)!.state).toBe("unknown");
  });
});
