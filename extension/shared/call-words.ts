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
      return progress(t("call_ended", number), "good");
    case "unknown": {
      const failure = FAILURES.call_outcome_unknown;
      return { ...progress(t("call_unknown"), "doubt"), detail: t(failure.sentence), remedy: t(failure.remedy) };
    }
    case "refused": {
      const failure = isCode(call.code) ? FAILURES[call.code] : FAILURES.pbx_reply_not_understood;
      const own = detailOf(call.message);
      return {
        title: t("call_refused", number),
        detail: own === null ? t(failure.sentence) : `${t(failure.sentence)} (${own})`,
        remedy: t(failure.remedy),
        command: failure.command,
        tone: "bad",
        retry: failure.retry,
        confirm: call.code === "confirmation_needed",
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
    case "unknown":
      return t("outcome_unknown");
    case "refused":
      return t("outcome_refused");
  }
}
