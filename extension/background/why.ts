/**
 * "Why is this marked or not?" on right click, for those who switched it on: with two items the browser folds ours into a submenu.
 * The frame that was clicked answers; the page around it shows, where it can.
 */
import { decodeExplained, type Explained } from "../shared/explained.ts";
import { t } from "../shared/messages.ts";
import type { ToPage } from "../shared/page-messages.ts";
import type { Place } from "./dialling.ts";
import { loadEngine, send } from "./reach.ts";

const WHY = "why";
const PANEL = "page/why.js";
const CONTEXTS: NonNullable<chrome.contextMenus.CreateProperties["contexts"]> = ["page", "frame", "link", "editable", "image", "video", "audio", "selection"];

/** As the setting has it, whatever was there before. */
export async function offerWhy(on: boolean): Promise<void> {
  await chrome.contextMenus.remove(WHY).catch(() => undefined);
  if (on) chrome.contextMenus.create({ id: WHY, title: t("why_title"), contexts: CONTEXTS });
}

async function ask({ tabId, frameId }: Place, selection: string): Promise<Explained | null> {
  const question: ToPage = { kind: "explain-here", selection };
  try {
    return decodeExplained(await chrome.tabs.sendMessage(tabId, question, { frameId }));
  } catch {
    return null;
  }
}

async function show(place: Place, explained: Explained | null): Promise<boolean> {
  if (!(await loadEngine(place))) return false;
  try {
    await chrome.scripting.executeScript({ target: { tabId: place.tabId, frameIds: [place.frameId] }, files: [PANEL] });
  } catch {
    return false;
  }
  return send(place, { kind: "explained", explained });
}

export async function whyClicked({ menuItemId, frameId = 0, selectionText = "" }: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab): Promise<void> {
  const tabId = tab?.id;
  if (menuItemId !== WHY || tabId === undefined) return;
  const place = { tabId, frameId };
  await loadEngine(place);
  const explained = await ask(place, selectionText);
  if (!(await show({ tabId, frameId: 0 }, explained)) && frameId !== 0) await show(place, explained);
}
