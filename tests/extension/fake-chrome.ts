/**
 * A stand-in for the browser's API where no browser can be: only what the module under test touches, at the seam.
 * What a real browser does is tested in `tests/end_to_end`.
 */
import { readFileSync } from "node:fs";
import { vi } from "vitest";

type Listener = (...values: never[]) => unknown;

export class FakeEvent {
  readonly listeners: Listener[] = [];
  addListener(listener: Listener): void {
    this.listeners.push(listener);
  }
  removeListener(listener: Listener): void {
    const at = this.listeners.indexOf(listener);
    if (at >= 0) this.listeners.splice(at, 1);
  }
  emit(...values: unknown[]): void {
    for (const listener of [...this.listeners]) Reflect.apply(listener, null, values);
  }
}

/** A native port as the extension sees it. */
export class FakePort {
  readonly onMessage = new FakeEvent();
  readonly onDisconnect = new FakeEvent();
  readonly posted: unknown[] = [];
  open = true;
  postMessage(message: unknown): void {
    if (!this.open) throw new Error("Attempting to use a disconnected port object");
    this.posted.push(message);
  }
  disconnect(): void {
    this.open = false;
  }
  /** The host says something. */
  says(message: unknown): void {
    this.onMessage.emit(message);
  }
  greets(protocol = 1, capabilities: readonly string[] = []): void {
    this.says({ type: "greeting", version: "0.1.0", protocol, capabilities });
  }
  /** The browser closes the port; Chromium says why in `runtime.lastError`. */
  dies(fake: FakeChrome, why: string): void {
    this.open = false;
    fake.runtime.lastError = { message: why };
    this.onDisconnect.emit(this);
    fake.runtime.lastError = undefined;
  }
  ofType(type: string): unknown[] {
    return this.posted.filter((each) => typeof each === "object" && each !== null && "type" in each && each.type === type);
  }
}

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const english: Readonly<Record<string, Message>> = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Message>>;

function getMessage(key: string, values: readonly string[] = []): string {
  const entry = english[key];
  if (entry === undefined) return "";
  return entry.message.replaceAll(/\$(\w+)\$/gu, (_all, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    return values[Number(content.slice(1)) - 1] ?? "";
  });
}

function fakeArea() {
  const stored: Record<string, unknown> = {};
  return {
    get: (key: string) => Promise.resolve({ [key]: stored[key] }),
    set: (values: Record<string, unknown>) => Promise.resolve(void Object.assign(stored, values)),
  };
}

export function fakeChrome() {
  const ports: FakePort[] = [];
  return {
    ports,
    runtime: {
      id: "ours",
      lastError: undefined as { message: string } | undefined,
      getURL: (path: string) => `chrome-extension://ours/${path}`,
      connectNative: vi.fn(() => {
        const port = new FakePort();
        ports.push(port);
        return port;
      }),
    },
    i18n: { getMessage },
    storage: { session: fakeArea(), local: fakeArea(), sync: fakeArea() },
    action: {
      setBadgeBackgroundColor: vi.fn(() => Promise.resolve()),
      setBadgeTextColor: vi.fn(() => Promise.resolve()),
      setBadgeText: vi.fn<(shown: { tabId?: number; text: string }) => Promise<void>>(() => Promise.resolve()),
      setTitle: vi.fn<(shown: { tabId: number; title: string }) => Promise<void>>(() => Promise.resolve()),
    },
    omnibox: { setDefaultSuggestion: vi.fn<(suggestion: { description: string }) => void>() },
    tabs: { query: vi.fn(() => Promise.resolve([{ id: 7 }])) },
    contextMenus: {
      create: vi.fn(),
      update: vi.fn(() => Promise.resolve()),
      removeAll: vi.fn(() => Promise.resolve()),
      remove: vi.fn(() => Promise.resolve()),
      refresh: vi.fn(() => Promise.resolve()),
    },
  };
}

export type FakeChrome = ReturnType<typeof fakeChrome>;

export function installFake(): FakeChrome {
  const fake = fakeChrome();
  vi.stubGlobal("chrome", fake);
  return fake;
}
