/**
 * The toolbar button's badge: how many numbers the tab's page has; while a call is under way, or has gone wrong, how that stands, in
 * every tab. The count is kept over the background's sleep.
 */
import { asObject } from "../shared/decode.ts";
import { language, plural, t } from "../shared/messages.ts";
import type { CallView } from "../shared/page-messages.ts";
import type { Place } from "./dialling.ts";

/** White on each of them reads at 5:1 or better. */
const BLUE = "#1d5fbf";
const GREEN = "#1b7f4b";
const RED = "#b3261e";
const QUIET = "#4d5a56";

/** Long enough to be seen, short enough not to be taken for the next call's. */
const SHOWN_MS = 20_000;
/** The badge holds about four characters. */
const MOST = 999;
const KEY = "counts";

interface Sign {
  readonly text: string;
  readonly colour: string;
}

const SIGNS: Readonly<Record<CallView["state"], Sign>> = {
  asked: { text: "…", colour: BLUE },
  accepted: { text: "✓", colour: GREEN },
  ringing: { text: "…", colour: BLUE },
  connected: { text: "✓", colour: GREEN },
  ended: { text: "", colour: GREEN },
  handed_over: { text: "→", colour: BLUE },
  refused: { text: "!", colour: RED },
  unknown: { text: "?", colour: RED },
};
const TROUBLE: Sign = { text: "!", colour: RED };

let timer: ReturnType<typeof setTimeout> | undefined;
let call: Sign | null = null;
/** Tab → frame → count. */
const counts = new Map<number, Map<number, number>>();
let wanted = true;

let reading: Promise<void> | undefined;

async function read(): Promise<void> {
  const stored = asObject((await chrome.storage.session.get(KEY))[KEY]) ?? {};
  for (const [tab, frames] of Object.entries(stored)) {
    const each = Object.entries(asObject(frames) ?? {}).flatMap(([frame, count]) => (typeof count === "number" ? [[Number(frame), count] as const] : []));
    counts.set(Number(tab), new Map(each));
  }
}

const restored = (): Promise<void> => (reading ??= read());

const countOf = (tabId: number): number => [...(counts.get(tabId)?.values() ?? [])].reduce((sum, each) => sum + each, 0);

function countSign(tabId: number): Sign {
  const count = wanted ? countOf(tabId) : 0;
  return { text: count === 0 ? "" : count > MOST ? `${String(MOST)}+` : new Intl.NumberFormat(language()).format(count), colour: QUIET };
}

/** A tab may be gone by now. */
async function show({ text, colour }: Sign, tabId?: number): Promise<void> {
  const where = tabId === undefined ? {} : { tabId };
  try {
    await chrome.action.setBadgeBackgroundColor({ color: colour, ...where });
    await chrome.action.setBadgeTextColor({ color: "#ffffff", ...where });
    await chrome.action.setBadgeText({ text, ...where });
  } catch {
    if (tabId !== undefined) counts.delete(tabId);
  }
}

async function showIn(tabId: number): Promise<void> {
  await show(call ?? countSign(tabId), tabId);
  const count = countOf(tabId);
  const title = count === 0 || !wanted ? t("extension_name") : `${t("extension_name")} · ${plural("popup_count", count)}`;
  await chrome.action.setTitle({ tabId, title }).catch(() => undefined);
}

async function showEverywhere(): Promise<void> {
  await restored();
  await show(call ?? { text: "", colour: QUIET });
  await Promise.all([...counts.keys()].map(showIn));
}

const keep = (): Promise<void> =>
  chrome.storage.session.set({ [KEY]: Object.fromEntries([...counts].map(([tab, frames]) => [tab, Object.fromEntries(frames)])) });

export async function badgeCount({ tabId, frameId }: Place, count: number): Promise<void> {
  await restored();
  const frames = counts.get(tabId) ?? new Map<number, number>();
  if (count === 0) frames.delete(frameId);
  else frames.set(frameId, count);
  counts.set(tabId, frames);
  await Promise.all([showIn(tabId), keep()]);
}

/** The tab is closed. A page that leaves its tab says so itself, with a count of none. */
export async function forgetCount(tabId: number): Promise<void> {
  await restored();
  if (counts.delete(tabId)) await keep();
}

/** Whether the person wants the count. */
export function badgeWanted(on: boolean): void {
  if (on === wanted) return;
  wanted = on;
  void showEverywhere();
}

function sign(next: Sign | null): void {
  clearTimeout(timer);
  call = next;
  void showEverywhere();
}

/** While a call is under way it stands in every tab; how it ended badly only where nobody could be told otherwise: `badgeUnseen`. */
export function badgeCall({ state }: CallView): void {
  if (state === "refused" || state === "unknown" || state === "ended") {
    sign(null);
    return;
  }
  sign(SIGNS[state]);
  // A phone that rings or a conversation takes as long as it takes; of the others nothing more may ever be heard.
  if (state !== "connected" && state !== "ringing") timer = setTimeout(() => sign(null), SHOWN_MS);
}

/** Its person looks at no page that could say so: it stays until it was read. */
export function badgeUnseen({ state }: CallView): void {
  if (state === "refused" || state === "unknown") sign(SIGNS[state]);
}

export const badgeTrouble = (): void => sign(TROUBLE);

/** The person has read what went wrong. */
export function clearBadge(): void {
  if (call?.colour === RED) sign(null);
}
