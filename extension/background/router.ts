/** What a content script may cause. The place and the origin come from the browser, never from the message. */
import type { DialGesture, ListedNumber } from "../shared/page-messages.ts";
import { originOf } from "./asking.ts";
import type { Place } from "./dialling.ts";
import type { PreviewWish } from "./previews.ts";
import { decodeFromPage } from "./from-page.ts";

export interface Wishes {
  readonly intent: () => void;
  readonly dial: (gesture: DialGesture, origin: string | null, place: Place) => void;
  readonly hangUp: (id: string, place: Place) => void;
  readonly preview: (wish: PreviewWish, place: Place) => void;
  readonly engineNeeded: (place: Place) => void;
  readonly moreNeeded: (place: Place) => void;
  readonly counted: (place: Place, count: number) => void;
  readonly underPointer: (place: Place, number: ListedNumber | null) => void;
}

/** The frame a message came from; null when it is not from a content script of ours. */
export function placeOf(sender: chrome.runtime.MessageSender): Place | null {
  const tabId = sender.tab?.id;
  if (sender.id !== chrome.runtime.id || tabId === undefined || sender.frameId === undefined) return null;
  // Our own pages in a tab have the extension's address; they have a port of their own.
  if ((sender.url ?? "").startsWith(chrome.runtime.getURL(""))) return null;
  return { tabId, frameId: sender.frameId };
}

export function createRouter(wishes: Wishes): (message: unknown, sender: chrome.runtime.MessageSender) => void {
  return (message, sender) => {
    const place = placeOf(sender);
    const decoded = decodeFromPage(message);
    if (place === null || decoded === null) return;
    switch (decoded.kind) {
      case "intent":
        wishes.intent();
        break;
      case "preview":
        wishes.preview(decoded, place);
        break;
      case "engine-needed":
        wishes.engineNeeded(place);
        break;
      case "more-needed":
        wishes.moreNeeded(place);
        break;
      case "hang-up":
        wishes.hangUp(decoded.id, place);
        break;
      case "count":
        wishes.counted(place, decoded.count);
        break;
      case "under-pointer":
        wishes.underPointer(place, decoded.number);
        break;
      case "dial": {
        // A sandboxed frame says "null": it has no origin to speak of.
        const origin = sender.origin === "null" ? null : originOf(sender.origin ?? sender.url);
        wishes.dial(decoded.gesture, origin, place);
        break;
      }
    }
  };
}
