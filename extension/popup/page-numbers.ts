/** The numbers on the page the popup was opened over. Opening it allows us to look at that page, until it is left. */
import { decodeNumbers } from "../shared/listed.ts";
import type { ListedNumber, ToPage } from "../shared/page-messages.ts";
import { ENGINE } from "../shared/page-scripts.ts";

export interface PageNumbers {
  readonly url: string | null;
  /** Null where the browser lets no extension look. */
  readonly numbers: readonly ListedNumber[] | null;
}

/** Runs in the page. */
const here = (): boolean => true;

async function framesOf(tabId: number): Promise<readonly number[]> {
  const answered = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: here });
  // The page itself first, then its frames in their order.
  return [...new Set(answered.map(({ frameId }) => frameId))].sort((one, other) => one - other);
}

const ask = async (tabId: number, frameId: number): Promise<readonly ListedNumber[]> =>
  decodeNumbers(await chrome.tabs.sendMessage(tabId, { kind: "list-numbers" } satisfies ToPage, { frameId }));

/** Most often our script is there already; reading it once more would take longer than all the rest. Without the gate it lists and marks nothing. */
async function numbersIn(tabId: number, frameId: number): Promise<readonly ListedNumber[]> {
  try {
    return await ask(tabId, frameId);
  } catch {
    try {
      await chrome.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ENGINE });
      return await ask(tabId, frameId);
    } catch {
      return [];
    }
  }
}

/** One entry for each number, under the first label it was found with. */
export function withoutRepeats(numbers: readonly ListedNumber[]): readonly ListedNumber[] {
  const seen = new Map<string, ListedNumber>();
  for (const number of numbers) {
    const key = `${number.e164 === "" ? number.written : number.e164}x${number.extension ?? ""}`;
    const known = seen.get(key);
    if (known === undefined || (known.label === null && number.label !== null)) seen.set(key, number);
  }
  return [...seen.values()];
}

export async function pageNumbers(): Promise<PageNumbers> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ?? null;
  if (tab?.id === undefined) return { url, numbers: null };
  const tabId = tab.id;
  try {
    const frames = await framesOf(tabId);
    const found = await Promise.all(frames.map((frameId) => numbersIn(tabId, frameId)));
    return { url, numbers: withoutRepeats(found.flat()) };
  } catch {
    return { url, numbers: null };
  }
}
