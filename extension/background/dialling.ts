/**
 * Calls under way: which gesture asked, where its person sees what becomes of it, and how it stands. A dial is posted
 * once. When the port dies afterwards, the outcome is unknown: nothing here ever sends it again.
 */
import { isRunning, mayHangUp } from "../shared/call-words.ts";
import type { CallView, DialGesture, LiveView } from "../shared/page-messages.ts";
import type { Call, Code, Error as ErrorReply, RecentCall } from "../shared/protocol.ts";
import type { Companion } from "./companion.ts";

/** The frame in which the person made the gesture; null where no script of ours can be (popup, browser pages). */
export interface Place {
  readonly tabId: number;
  readonly frameId: number;
}

interface Tracked {
  view: CallView;
  readonly place: Place | null;
  /** The dial may have reached the companion. */
  sent: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** The companion's own limits towards the PBX end well before; after this it hangs. */
export const ANSWER_LIMIT_MS = 90_000;
/** The popup shows a handful; older ones are in the journal. */
const MAX_TRACKED = 50;

export interface Dialling {
  readonly dial: (gesture: DialGesture, origin: string | null, place: Place | null) => Promise<void>;
  /**
   * Ends a call, for the tab that asked for it or for the popup (null). It places nothing: unlike a dial it may be sent
   * again. The answer is the call's next state.
   */
  readonly hangUp: (id: string, place: Place | null) => void;
  readonly called: (call: Call) => void;
  readonly refusedMessage: (error: ErrorReply) => void;
  /** The port died. True when a call's outcome is now unknown that was not before. */
  readonly lost: () => boolean;
  /** The journal may know what became of a call whose answer never reached us. */
  readonly learn: (journal: readonly RecentCall[]) => void;
  readonly calls: () => readonly CallView[];
  /** Shows the call no longer. Its id stays known to the companion: it is dialled at most once all the same. */
  readonly forget: (id: string) => void;
  readonly underWay: () => boolean;
}

const notLive = ({ live }: CallView): LiveView => ({ connectedAt: null, endedAt: null, hungUpHere: false, ...live, hangUp: false });

/** What is known of a running call after a reply; undefined where the PBX tells nothing of it. */
function liveAfter(before: CallView, { state, code, hung_up_here: hungUpHere }: Call, offered: boolean): LiveView | undefined {
  if (!offered) return before.live;
  const { connectedAt = null } = before.live ?? {};
  const running = isRunning({ ...before, state });
  return {
    // That it could not be hung up now does not mean that it cannot be a moment later.
    hangUp: running && code !== "call_not_followed" && (code !== "hang_up_failed" || before.live?.hangUp === true),
    connectedAt: state === "connected" ? (connectedAt ?? Date.now()) : connectedAt,
    endedAt: state === "ended" ? Date.now() : null,
    hungUpHere,
  };
}

export function createDialling(companion: () => Companion, announce: (view: CallView, place: Place | null) => void): Dialling {
  const tracked = new Map<string, Tracked>();

  function offersHangUp(): boolean {
    const view = companion().view();
    return view.kind === "ready" && view.capabilities.includes("hang_up");
  }

  function update(call: Tracked, change: Partial<CallView>): void {
    call.view = { ...call.view, ...change };
    if (call.view.state !== "asked") clearTimeout(call.timer);
    announce(call.view, call.place);
  }

  const refuse = (call: Tracked, code: Code, message: string | null = null): void =>
    update(call, { state: "refused", code, message });

  const unknown = (call: Tracked): void => update(call, { state: "unknown", code: "call_outcome_unknown", message: null });

  function track(gesture: DialGesture, place: Place | null): Tracked {
    const { id, written, extension, region } = gesture;
    const view = { id, state: "asked", written, extension, region, dialled: null, code: null, message: null } as const;
    const call: Tracked = { view, place, sent: false };
    tracked.set(gesture.id, call);
    for (const id of tracked.keys()) {
      if (tracked.size <= MAX_TRACKED) break;
      tracked.delete(id);
    }
    return call;
  }

  return {
    async dial(gesture, origin, place) {
      const known = tracked.get(gesture.id);
      if (known !== undefined) {
        announce(known.view, place);
        return;
      }
      const call = track(gesture, place);
      // Where the port is open the dial goes first: the page may take its time to draw.
      const isWaiting = companion().view().kind !== "ready";
      if (isWaiting) announce(call.view, place);
      const state = await companion().readyToCall();
      const { id, written, extension, region, via, confirmed } = gesture;
      call.sent = companion().post({ type: "dial", id, written, extension, region, origin, via, confirmed });
      if (call.sent) call.timer = setTimeout(() => unknown(call), ANSWER_LIMIT_MS);
      else refuse(call, state.kind === "trouble" ? state.code : "companion_stopped");
      if (call.sent && !isWaiting) announce(call.view, place);
    },

    hangUp(id, place) {
      const call = tracked.get(id);
      if (call === undefined || (place !== null && place.tabId !== call.place?.tabId)) return;
      if (companion().post({ type: "hang_up", id })) return;
      update(call, { code: "hang_up_failed", message: null, live: notLive(call.view) });
    },

    called(reply) {
      const call = tracked.get(reply.id);
      if (call === undefined) return;
      const { state, dialled, code, message } = reply;
      const live = liveAfter(call.view, reply, offersHangUp());
      update(call, { state, dialled: dialled ?? call.view.dialled, code, message, ...(live && { live }) });
    },

    refusedMessage(error) {
      const call = error.id === null ? undefined : tracked.get(error.id);
      if (call?.view.state === "asked") refuse(call, error.code, error.message);
    },

    lost() {
      const unanswered = [...tracked.values()].filter((call) => call.sent && call.view.state === "asked");
      unanswered.forEach(unknown);
      // How the others go on, nobody tells any more.
      for (const call of tracked.values()) if (call.view.live?.hangUp === true) update(call, { code: "call_not_followed", message: null, live: notLive(call.view) });
      return unanswered.length > 0;
    },

    learn(journal) {
      for (const { id, state, dialled, code } of journal) {
        const call = tracked.get(id);
        // "Asked" and "unknown" tell no more than we know; the journal never takes back what we heard ourselves.
        if (call?.view.state !== "unknown" || state === "asked" || state === "unknown") continue;
        update(call, { state, dialled, code, message: null });
      }
    },

    forget(id) {
      const call = tracked.get(id);
      if (call !== undefined && call.view.state !== "asked" && !mayHangUp(call.view)) tracked.delete(id);
    },

    calls: () => [...tracked.values()].map(({ view }) => view).reverse(),
    underWay: () =>
      [...tracked.values()].some(
        ({ view, sent }) => sent && view.code !== "call_not_followed" && ["asked", "ringing", "connected"].includes(view.state),
      ),
  };
}
