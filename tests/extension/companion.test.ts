import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createCompanion, GREETING_LIMIT_MS, IDLE_LIMIT_MS, type CompanionEvents } from "../../extension/background/companion.ts";
import { whyClosed } from "../../extension/background/companion-state.ts";
import { installFake, type FakeChrome } from "./fake-chrome.ts";

const NOT_FOUND = "Specified native messaging host not found.";
const EXITED = "Native host has exited.";
const dial = { type: "dial", id: "b1c5a1de-3d5a-4f3e-9a52-0f8f1b1a0001", written: "100", via: "click" } as const;

let fake: FakeChrome;

beforeEach(() => {
  vi.useFakeTimers();
  fake = installFake();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(events: Partial<CompanionEvents> = {}) {
  const all = { changed: vi.fn(), reply: vi.fn(), lost: vi.fn(), underWay: () => false, awaited: () => false, ...events };
  return { companion: createCompanion(all), events: all };
}

function status({ configured }: { configured: boolean }) {
  const common = { type: "status", configured, version: "0.1.0", protocol: 1, python: "3.11", checks: null };
  return configured
    ? { ...common, pbx_kind: "v10", extension: "100", region: "GB", code: null, message: null, remedy: null }
    : { ...common, pbx_kind: null, extension: null, region: null, code: "not_configured", message: "x", remedy: "y" };
}

describe("why the port closed", () => {
  test.each([
    [NOT_FOUND, "companion_missing"],
    ["No such native application org.callwith.companion", "companion_missing"],
    ["File at path \"/opt/callwith-host\" does not exist, or is not executable", "companion_missing"],
    ["Access to the specified native messaging host is forbidden.", "companion_forbidden"],
    [EXITED, "companion_stopped"],
    ["Error when communicating with the native messaging host.", "companion_stopped"],
    [null, "companion_stopped"],
  ])("%j is told as %s", (said, code) => {
    expect(whyClosed(said)).toBe(code);
  });
});

describe("the port", () => {
  test("is not opened before anybody shows intent, and only once for many signs of it", () => {
    const { companion } = start();
    expect(fake.ports).toHaveLength(0);
    companion.intent();
    companion.intent();
    void companion.ready();
    expect(fake.ports).toHaveLength(1);
  });

  test("closes after ten idle minutes, and not while a call is under way", () => {
    let underWay = true;
    const { companion } = start({ underWay: () => underWay });
    companion.intent();
    fake.ports[0]!.greets();
    vi.advanceTimersByTime(IDLE_LIMIT_MS + 1);
    expect(fake.ports[0]!.open).toBe(true);
    underWay = false;
    vi.advanceTimersByTime(IDLE_LIMIT_MS + 1);
    expect(fake.ports[0]!.open).toBe(false);
    expect(companion.view()).toEqual({ kind: "idle" });
  });

  test("carries nothing before the greeting", () => {
    const { companion } = start();
    companion.intent();
    expect(companion.post(dial)).toBe(false);
    fake.ports[0]!.greets();
    expect(companion.post(dial)).toBe(true);
    expect(fake.ports[0]!.ofType("dial")).toEqual([dial]);
  });

  test("is opened anew once the companion was set up, because what its PBX can do is in the greeting", () => {
    const { companion } = start();
    companion.intent();
    const first = fake.ports[0]!;
    first.greets();
    first.says(status({ configured: false }));
    expect(companion.view()).toMatchObject({ kind: "trouble", code: "not_configured" });
    first.says(status({ configured: false }));
    expect(fake.ports).toHaveLength(1);
    first.says(status({ configured: true }));
    expect(first.open).toBe(false);
    fake.ports[1]!.greets(1, ["hang_up"]);
    expect(companion.view()).toMatchObject({ kind: "ready", capabilities: ["hang_up"] });
  });

  test("is opened anew for a call after something was wrong, and not while another call is under way", async () => {
    let underWay = true;
    const { companion } = start({ underWay: () => underWay });
    companion.intent();
    fake.ports[0]!.greets();
    fake.ports[0]!.says(status({ configured: false }));
    await companion.readyToCall();
    expect(fake.ports).toHaveLength(1);
    underWay = false;
    const ready = companion.readyToCall();
    fake.ports[1]!.greets(1, ["hang_up"]);
    expect(await ready).toMatchObject({ kind: "ready", capabilities: ["hang_up"] });
  });

  test("of a missing companion is not tried again by itself or by the pointer, but by a person's wish", async () => {
    const { companion } = start({ awaited: () => true });
    companion.intent();
    fake.ports[0]!.dies(fake, NOT_FOUND);
    expect(companion.view()).toEqual({ kind: "trouble", code: "companion_missing", detail: null });
    vi.advanceTimersByTime(3600_000);
    companion.intent();
    expect(fake.ports).toHaveLength(1);
    const ready = companion.ready();
    fake.ports[1]!.greets();
    expect(await ready).toMatchObject({ kind: "ready" });
  });

  test("of a crashing companion is opened again while somebody waits, ever more slowly, at most once a minute", () => {
    const { companion } = start({ awaited: () => true });
    companion.intent();
    const opened: number[] = [];
    for (let second = 0; second < 600; second += 1) {
      const last = fake.ports.at(-1)!;
      if (last.open) {
        opened.push(second);
        last.dies(fake, EXITED);
      }
      vi.advanceTimersByTime(1000);
    }
    const gaps = opened.slice(1).map((at, index) => at - opened[index]!);
    expect(gaps.length).toBeGreaterThan(5);
    expect(gaps[0]).toBeLessThanOrEqual(3);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(59);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(61);
  });

  test("of a crashed companion nobody waits for is not opened by itself, and the pointer is made to wait", () => {
    const { companion } = start();
    companion.intent();
    fake.ports[0]!.dies(fake, EXITED);
    companion.intent();
    expect(fake.ports).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(fake.ports).toHaveLength(1);
    companion.intent();
    expect(fake.ports).toHaveLength(2);
  });
});

describe("the companion's state", () => {
  test("of another version is said, and nothing is sent to it", () => {
    const { companion } = start();
    companion.intent();
    fake.ports[0]!.greets(2);
    expect(companion.view()).toEqual({ kind: "trouble", code: "version_mismatch", detail: "0.1.0" });
    expect(companion.post(dial)).toBe(false);
  });

  test("is forbidden when the host itself turns us away", () => {
    const { companion } = start();
    companion.intent();
    fake.ports[0]!.says({ type: "error", code: "companion_forbidden", message: "no", remedy: null, id: null });
    expect(companion.view()).toMatchObject({ kind: "trouble", code: "companion_forbidden" });
  });

  test("is stopped when no greeting comes in time", async () => {
    const { companion } = start();
    const ready = companion.ready();
    vi.advanceTimersByTime(GREETING_LIMIT_MS + 1);
    expect(await ready).toMatchObject({ kind: "trouble", code: "companion_stopped" });
    expect(fake.ports[0]!.open).toBe(false);
  });

  test("is not configured when its status says so, and after the new greeting ready", () => {
    const { companion } = start();
    companion.intent();
    fake.ports[0]!.greets();
    fake.ports[0]!.says(status({ configured: false }));
    expect(companion.view()).toMatchObject({ kind: "trouble", code: "not_configured" });
    fake.ports[0]!.says(status({ configured: true }));
    fake.ports[1]!.greets();
    fake.ports[1]!.says(status({ configured: true }));
    expect(companion.view()).toMatchObject({ kind: "ready", status: { extension: "100", region: "GB", pbxKind: "v10" } });
  });

  test("does not change for messages that are not the contract's", () => {
    const { companion, events } = start();
    companion.intent();
    fake.ports[0]!.says("hello");
    fake.ports[0]!.says({ type: "greeting", version: 1 });
    expect(companion.view()).toEqual({ kind: "starting" });
    fake.ports[0]!.greets();
    for (const message of [null, 7, [], {}, { type: "call", id: "x", state: "flying", message: "" }]) fake.ports[0]!.says(message);
    expect(events.reply).not.toHaveBeenCalled();
  });

  test("tells of a lost port once, and not when it never was one", () => {
    const { companion, events } = start();
    companion.intent();
    fake.ports[0]!.greets();
    fake.ports[0]!.dies(fake, EXITED);
    expect(events.lost).toHaveBeenCalledTimes(1);
    fake.ports[0]!.onDisconnect.emit(fake.ports[0]);
    expect(events.lost).toHaveBeenCalledTimes(1);
  });
});
