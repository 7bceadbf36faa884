/** How a call stands, in words: the same on the page's toast, in the popup and as a note. Claims no more than is known. */
import { FAILURES, isCode } from "./failures.ts";
import { t } from "./messages.ts";
import type { CallView } from "./page-messages.ts";

export interface CallWords {
  readonly title: string;
  readonly detail: string | null;
  /** What the person can do about it. */
  readonly remedy: string | null;
  /** A command for the terminal that goes with the remedy. */
  readonly command: string | null;
  readonly tone: "progress" | "good" | "bad" | "doubt";
  /** "Try again" may be offered, as a new gesture with a new id. Never for an unknown outcome. */
  readonly retry: boolean;
  /** The person is asked whether to call; yes is a new gesture with a new id and `confirmed`. */
  readonly confirm: boolean;
}

/** What the companion or the PBX said about this one call: it stands in brackets behind the companion's own sentence. */
export function detailOf(message: string | null): string | null {
  return (message === null ? null : (/\((.+)\)\s*$/su.exec(message)?.[1] ?? null));
}

const progress = (title: string, tone: CallWords["tone"], detail: string | null = null): CallWords => ({
  title,
  detail,
  remedy: null,
  command: null,
  tone,
  retry: false,
  confirm: false,
});

/** Every number stays left to right, also inside a text that runs from right to left. */
export const isolated = (number: string): string => `\u2066${number}\u2069`;

export function callWords(call: CallView): CallWords {
  const words = wordsOfState(call);
  if ((call.code !== "hang_up_failed" && call.code !== "call_not_followed") || !isRunning(call)) return words;
  const failure = FAILURES[call.code];
  const own = detailOf(call.message);
  const detail = own === null ? t(failure.sentence) : `${t(failure.sentence)} (${own})`;
  // "Connected" would claim more than is known.
  const title = call.code === "call_not_followed" ? t("call_not_followed", isolated(call.written)) : words.title;
  return { ...words, title, detail, remedy: t(failure.remedy), tone: "doubt" };
}

/** Whether it may be going on, as far as is known. */
export const isRunning = ({ state }: CallView): boolean => state === "accepted" || state === "ringing" || state === "connected";

/** "Hang up" is offered: the PBX can, and the companion is following this call. */
export const mayHangUp = (call: CallView): boolean => isRunning(call) && call.live?.hangUp === true;

/** How long the two have been talking, in ms; null where they are not, or nobody knows. */
export function talking(call: CallView, now: number): number | null {
  const since = call.live?.connectedAt ?? null;
  return call.state !== "connected" || since === null || !mayHangUp(call) ? null : Math.max(0, now - since);
}

/** 0:07, 12:30, 1:02:03. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `:${String(seconds % 60).padStart(2, "0")}`;
  return hours === 0 ? `${String(minutes)}${tail}` : `${String(hours)}:${String(minutes).padStart(2, "0")}${tail}`;
}

/** Who hung up, where known, and how long they talked. */
function endedHow({ live }: CallView): string | null {
  if (live === undefined) return null;
  const { connectedAt, endedAt, hungUpHere } = live;
  const parts = hungUpHere ? [t("call_hung_up_here")] : [];
  if (connectedAt !== null && endedAt !== null) parts.push(t("call_lasted", clock(endedAt - connectedAt)));
  return parts.length === 0 ? null : parts.join(" ");
}

function wordsOfState(call: CallView): CallWords {
  const number = isolated(call.written);
  switch (call.state) {
    case "asked":
      return progress(t("call_asked", number), "progress");
    case "accepted":
      return progress(t("call_accepted"), "good", t("call_accepted_detail", isolated(call.dialled ?? call.written)));
    case "ringing":
      return progress(t("call_ringing", number), "progress");
    case "connected":
      return progress(t("call_connected", number), "good");
    case "ended":
      return progress(t("call_ended", number), "good", endedHow(call));
    case "handed_over":
      return progress(t("call_handed_over"), "good", t("call_handed_over_detail", number));
    case "unknown": {
      const failure = FAILURES.call_outcome_unknown;
      return { ...progress(t("call_unknown"), "doubt"), detail: t(failure.sentence), remedy: t(failure.remedy) };
    }
    case "refused": {
      const failure = isCode(call.code) ? FAILURES[call.code] : FAILURES.pbx_reply_not_understood;
      const own = detailOf(call.message);
      const confirm = call.code === "confirmation_needed";
      return {
        // Nothing is refused yet: the person decides.
        title: t(confirm ? "call_confirm" : "call_refused", number),
        detail: own === null ? t(failure.sentence) : `${t(failure.sentence)} (${own})`,
        remedy: t(failure.remedy),
        command: failure.command,
        tone: confirm ? "doubt" : "bad",
        retry: failure.retry,
        confirm,
      };
    }
  }
}

/** How a call of the journal ended, in a word or two. */
export function callOutcome(state: CallView["state"]): string {
  switch (state) {
    case "asked":
      return t("outcome_asked");
    case "accepted":
      return t("outcome_accepted");
    case "ringing":
      return t("outcome_ringing");
    case "connected":
      return t("outcome_connected");
    case "ended":
      return t("outcome_ended");
    case "handed_over":
      return t("outcome_handed_over");
    case "unknown":
      return t("outcome_unknown");
    case "refused":
      return t("outcome_refused");
  }
}
