/** The toolbar icon's badge: how the last call stands, for where no toast can be shown. */
import type { CallView } from "../shared/page-messages.ts";

const BLUE = "#1d5fbf";
const GREEN = "#1b7f4b";
const RED = "#b3261e";

/** Long enough to be seen, short enough not to be taken for the next call's. */
const SHOWN_MS = 20_000;

const BADGES: Readonly<Record<CallView["state"], readonly [string, string]>> = {
  asked: ["…", BLUE],
  accepted: ["✓", GREEN],
  ringing: ["…", BLUE],
  connected: ["✓", GREEN],
  ended: ["", GREEN],
  handed_over: ["→", BLUE],
  refused: ["!", RED],
  unknown: ["?", RED],
};

let timer: ReturnType<typeof setTimeout> | undefined;

async function show(text: string, colour: string): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: colour });
  await chrome.action.setBadgeTextColor({ color: "#ffffff" });
  await chrome.action.setBadgeText({ text });
}

export function badgeCall(call: CallView): void {
  clearTimeout(timer);
  const [text, colour] = BADGES[call.state];
  void show(text, colour);
  // What went wrong stays until it was read.
  if (call.state !== "refused" && call.state !== "unknown") timer = setTimeout(clearBadge, SHOWN_MS);
}

export function badgeTrouble(): void {
  clearTimeout(timer);
  void show("!", RED);
}

export function clearBadge(): void {
  clearTimeout(timer);
  void chrome.action.setBadgeText({ text: "" });
}
