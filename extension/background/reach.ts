/** Showing something in the page where the person made the gesture, where a script of ours may be. */
import type { CallView, ToPage } from "../shared/page-messages.ts";
import { ENGINE, MORE } from "../shared/page-scripts.ts";
import type { Place } from "./dialling.ts";

/**
 * Loads the page's part into the frame: where it is allowed on the site, or for the moment by the gesture (activeTab).
 * Without the gate it marks nothing: the person has asked for one call there, not for marks.
 * False where no script may be: browser pages, stores, PDF viewers.
 */
export const loadEngine = (place: Place): Promise<boolean> => load(place, ENGINE);
/** Behind the engine, when it asks. */
export const loadMore = (place: Place): Promise<boolean> => load(place, MORE);

async function load({ tabId, frameId }: Place, files: string[]): Promise<boolean> {
  try {
    await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files });
    return true;
  } catch {
    return false;
  }
}

export async function send({ tabId, frameId }: Place, message: ToPage): Promise<boolean> {
  try {
    await chrome.tabs.sendMessage(tabId, message, { frameId });
    return true;
  } catch {
    return false;
  }
}

const deliver = async (place: Place, message: ToPage): Promise<boolean> =>
  (await send(place, message)) || ((await loadEngine(place)) && (await send(place, message)));

/**
 * In the page's top frame where a script of ours may be: a frame can be too small for it, or scrolled away. Else in the frame
 * itself. False when the person does not see it.
 */
export async function tell(place: Place, message: ToPage): Promise<boolean> {
  const inTop = place.frameId !== 0 && (await deliver({ ...place, frameId: 0 }, message));
  return inTop || deliver(place, message);
}

/**
 * The states of one call reach its page in the order they came, although loading the page's part takes time.
 */
export function createTeller(unseen: (call: CallView) => void): (call: CallView, place: Place | null) => void {
  let last: Promise<unknown> = Promise.resolve();
  return (call, place) => {
    last = last.then(async () => {
      if (place === null || !(await tell(place, { kind: "call", call }))) unseen(call);
    });
  };
}
