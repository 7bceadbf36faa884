/**
 * The one native port of this profile. Opened at the first sign of intent, closed after ten idle minutes. It carries
 * messages and knows the companion's state; what a call is, it does not know.
 */
import { decodeReply, type Reply } from "../shared/replies.ts";
import type {
  Dial,
  Greeting,
  HangUp,
  Language,
  OpenSettings,
  OwnExtension,
  Preview,
  Recent,
  SetOwnExtension,
  Status,
  StatusReply,
} from "../shared/protocol.ts";
import { language } from "../shared/messages.ts";
import type { CompanionView } from "../shared/surface-messages.ts";
import { NATIVE_HOST, PROTOCOL, isFinal, trouble, whyClosed } from "./companion-state.ts";
import { portError } from "../shared/browser.ts";
import { backoff } from "./backoff.ts";

/** A browser nobody calls from carries no process. */
export const IDLE_LIMIT_MS = 10 * 60_000;
/** A cold start with a slow disk takes about a second; after this the host hangs. */
export const GREETING_LIMIT_MS = 10_000;
/** Lets a first dial go out before anything else is asked. */
const STATUS_DELAY_MS = 250;

export type Request = Dial | Recent | Status | Preview | OpenSettings | Language | HangUp | OwnExtension | SetOwnExtension;

export interface Companion {
  readonly view: () => CompanionView;
  /** A sign that a call may come: opens the port unless it failed a moment ago. */
  readonly intent: () => void;
  /** The person wants something now: opens the port whatever happened before. Resolves with the state after the greeting. */
  readonly ready: () => Promise<CompanionView>;
  /** The same for a call: where something was wrong, with a new host, in case it is mended. */
  readonly readyToCall: () => Promise<CompanionView>;
  /** False: nothing was sent. True: it may have been received. */
  readonly post: (message: Request) => boolean;
}

export interface CompanionEvents {
  readonly changed: (view: CompanionView) => void;
  readonly reply: (reply: Reply) => void;
  /** The port closed; whatever was under way got no answer and will get none. */
  readonly lost: () => void;
  /** A call is under way: the port stays open however long it takes. */
  readonly underWay: () => boolean;
  /** Somebody waits for the companion to come back: a call is under way, or a page of ours shows its state. */
  readonly awaited: () => boolean;
}

export function createCompanion(events: CompanionEvents): Companion {
  let port: chrome.runtime.Port | null = null;
  let view: CompanionView = { kind: "idle" };
  let greeted = false;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let greetingTimer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((view: CompanionView) => void)[] = [];
  const reconnect = backoff(() => open());

  function show(next: CompanionView): void {
    view = next;
    if (next.kind !== "starting") {
      const answered = waiting;
      waiting = [];
      for (const resolve of answered) resolve(next);
    }
    events.changed(next);
  }

  function close(next: CompanionView): void {
    const closing = port;
    port = null;
    greeted = false;
    clearTimeout(idleTimer);
    clearTimeout(greetingTimer);
    closing?.disconnect();
    show(next);
    if (closing !== null) events.lost();
  }

  function stayAwake(): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => (events.underWay() ? stayAwake() : close({ kind: "idle" })), IDLE_LIMIT_MS);
  }

  function failed(next: CompanionView & { kind: "trouble" }): void {
    close(next);
    if (isFinal(next.code)) reconnect.stop();
    else if (events.awaited()) reconnect.schedule();
    else reconnect.hold();
  }

  function open(): void {
    if (port !== null) return;
    reconnect.cancel();
    show({ kind: "starting" });
    const opened = chrome.runtime.connectNative(NATIVE_HOST);
    port = opened;
    opened.onMessage.addListener((message: unknown) => {
      if (port === opened) received(message);
    });
    opened.onDisconnect.addListener((closed) => {
      const said = chrome.runtime.lastError?.message ?? portError(closed);
      if (port !== opened) return;
      failed({ kind: "trouble", code: whyClosed(said), detail: null });
    });
    greetingTimer = setTimeout(() => failed({ kind: "trouble", code: "companion_stopped", detail: null }), GREETING_LIMIT_MS);
    stayAwake();
  }

  function received(message: unknown): void {
    const reply = decodeReply(message);
    if (reply === null) return;
    if (!greeted) {
      if (reply.type === "greeting") greet(reply);
      // The host turns this caller away, or cannot serve: it says why instead of greeting.
      else if (reply.type === "error") failed({ kind: "trouble", code: reply.code, detail: null });
      return;
    }
    if (reply.type === "status") learn(reply);
    events.reply(reply);
  }

  function greet(greeting: Greeting): void {
    clearTimeout(greetingTimer);
    if (greeting.protocol !== PROTOCOL) {
      failed({ kind: "trouble", code: "version_mismatch", detail: greeting.version });
      return;
    }
    greeted = true;
    reconnect.succeeded();
    // What the companion says of rules and PBXes stands between our own sentences.
    post({ type: "language", tag: language() });
    show({ kind: "ready", version: greeting.version, capabilities: greeting.capabilities, status: null });
    setTimeout(() => post({ type: "status" }), STATUS_DELAY_MS);
  }

  function learn(status: StatusReply): void {
    if (status.protocol !== PROTOCOL) return;
    const code = status.code ?? (status.configured ? null : "not_configured");
    if (code !== null) {
      show(trouble(code));
      return;
    }
    if (view.kind === "trouble") greetAgain();
    if (view.kind === "starting") return;
    const { extension, region, pbx_kind: pbxKind } = status;
    const capabilities = view.kind === "ready" ? view.capabilities : [];
    show({ kind: "ready", version: status.version, capabilities, status: { extension, region, pbxKind } });
  }

  /** What the PBX can do, a host says in its greeting only; one that was set up meanwhile has greeted too early. */
  function greetAgain(): void {
    if (!greeted || events.underWay()) return;
    close({ kind: "idle" });
    open();
  }

  function ready(): Promise<CompanionView> {
    if (port === null) open();
    if (greeted || view.kind !== "starting") return Promise.resolve(view);
    return new Promise((resolve) => waiting.push(resolve));
  }

  function post(message: Request): boolean {
    if (port === null || !greeted) return false;
    try {
      port.postMessage(message);
    } catch {
      // The port closed under us; the browser throws before anything is written.
      return false;
    }
    stayAwake();
    return true;
  }

  return {
    view: () => view,
    intent: () => {
      if (port !== null) stayAwake();
      else if (reconnect.allowed()) open();
    },
    ready,
    readyToCall: () => {
      if (view.kind === "trouble") greetAgain();
      return ready();
    },
    post,
  };
}
