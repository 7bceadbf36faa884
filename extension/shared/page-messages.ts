/**
 * Every message between the extension's own contexts. Content scripts run beside untrusted pages, so the background
 * decodes whatever comes from them; `origin` is never taken from a message but from the browser's `sender`.
 */
import type { Explained } from "./explained.ts";
import type { PreviewView } from "./preview.ts";

/** A gesture that asks for a call. The id is made once, in the gesture's handler, and dialled at most once. */
export interface DialGesture {
  readonly id: string;
  readonly written: string;
  readonly extension: string | null;
  readonly region: string | null;
  readonly via: "click" | "link" | "menu" | "shortcut" | "popup" | "omnibox" | "handover";
  readonly confirmed: boolean;
}

/** A number found on a page, as the popup lists it. */
export interface ListedNumber {
  readonly written: string;
  readonly e164: string;
  readonly extension: string | null;
  readonly region: string | null;
  readonly label: string | null;
}

/** How a call stands, for the toast and the popup (the host's `call` message, or a failure on our side). */
export interface CallView {
  readonly id: string;
  readonly state: "asked" | "accepted" | "ringing" | "connected" | "ended" | "refused" | "unknown" | "handed_over";
  readonly written: string;
  /** As in the gesture: "Try again" and the confirmation ask for the same call in a new gesture. */
  readonly extension: string | null;
  readonly region: string | null;
  readonly dialled: string | null;
  readonly code: string | null;
  /** Detail in the host's or the PBX's own words; what is shown comes from `call-words.ts`. */
  readonly message: string | null;
  /** Where the PBX tells how a call goes on; absent until it has told. */
  readonly live?: LiveView;
}

/** A call that is followed while it runs. Times are those of `Date.now()`. */
export interface LiveView {
  /** Whether it can be ended from here, now. */
  readonly hangUp: boolean;
  readonly connectedAt: number | null;
  readonly endedAt: number | null;
  /** It ended because the person pressed our button; otherwise nobody knows who hung up. */
  readonly hungUpHere: boolean;
}

/** page → background */
export type FromPage =
  /** Digits were seen: please load the engine (detector, marker, button, toast) into this frame. */
  | { readonly kind: "engine-needed" }
  /** The detector needs what is met rarely: please load that, too. */
  | { readonly kind: "more-needed" }
  /** The pointer rests on a number: open the port now, so that a click finds the host warm. */
  | { readonly kind: "intent" }
  | { readonly kind: "dial"; readonly gesture: DialGesture }
  /** End the call with this id. It places nothing, so it may be pressed again. */
  | { readonly kind: "hang-up"; readonly id: string }
  /** What would a call of this number come to? Asked while the button is shown, and answered by `preview`; nothing waits for it. */
  | { readonly kind: "preview"; readonly id: string; readonly written: string; readonly extension: string | null; readonly region: string | null }
  /** How many different numbers this frame has, for the badge. */
  | { readonly kind: "count"; readonly count: number }
  /** What the right-click item is about, sent on hover and on right click; null when no number is under the pointer. */
  | { readonly kind: "under-pointer"; readonly number: ListedNumber | null };

/** background → page */
export type ToPage =
  | { readonly kind: "call"; readonly call: CallView }
  | { readonly kind: "preview"; readonly preview: PreviewView }
  /** A sentence for the person, e.g. why a selection is no number. */
  | { readonly kind: "notice"; readonly text: string; readonly remedy: string | null }
  /** Reply: `ListedNumber[]`. */
  | { readonly kind: "list-numbers" }
  /** Reply: the selected text, or "". */
  | { readonly kind: "read-selection" }
  /**
   * Why is this not marked? Reply: `Explained` (`decodeExplained`), with what was refused in this frame and why, at most
   * `MAX_VERDICTS`. For diagnostics: `chrome.tabs.sendMessage(tabId, { kind: "explain-page" }, { frameId: 0 })`; the engine has to be in
   * the frame, as for `list-numbers`. `explained-words.ts` has the sentences.
   */
  | { readonly kind: "explain-page" }
  /** Why is what was right-clicked marked, or not? Reply: `Explained`, or null where nobody knows what was meant. */
  | { readonly kind: "explain-here"; readonly selection: string }
  /** To the panel (`page/why.ts`), which is loaded for it: shows the answer. */
  | { readonly kind: "explained"; readonly explained: Explained | null };

/** popup, options, welcome → background are in `surface-messages.ts`. */
