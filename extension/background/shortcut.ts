/** The keyboard shortcut: calls what is selected, or the telephone link that has the focus. */
import { t } from "../shared/messages.ts";
import { asObject } from "../shared/decode.ts";
import { ask, regionFor, say, type Asking } from "./asking.ts";
import { readLink, readText } from "../shared/reading.ts";

export const CALL_SELECTION = "call-selection";

/** Runs in the page, by itself: it may use nothing from here. */
function selectedHere(): { text: string; link: string; url: string } | null {
  let focused: Element | null = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!document.hasFocus() || focused instanceof HTMLIFrameElement) return null;
  const field = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused : null;
  const inField = field?.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? "";
  const link = focused?.closest("a[href]")?.getAttribute("href") ?? "";
  const text = inField === "" ? String(getSelection()) : inField;
  return { text: text.slice(0, 1000), link: /^(tel|callto|sips?):/iu.test(link) ? link.slice(0, 1000) : "", url: location.href };
}

export async function callSelection(asking: Asking, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  const region = await regionFor(asking);
  let frames: readonly chrome.scripting.InjectionResult<unknown>[];
  try {
    frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: selectedHere });
  } catch {
    await say(asking, { text: t("notice_page_closed_to_us"), remedy: t("notice_page_closed_to_us_remedy") }, null);
    return;
  }
  for (const { frameId, result } of frames) {
    const found = asObject(result);
    if (found === null) continue;
    const { text, link } = found;
    const url = typeof found["url"] === "string" ? found["url"] : undefined;
    const place = { tabId, frameId };
    if (typeof text === "string" && text.trim() !== "") {
      await ask(asking, { read: readText(text, region), via: "shortcut", url, place });
      return;
    }
    if (typeof link === "string" && link !== "") {
      await ask(asking, { read: readLink(link, region), via: "shortcut", url, place });
      return;
    }
  }
  await say(asking, { text: t("notice_nothing_selected"), remedy: t("notice_nothing_selected_remedy") }, { tabId, frameId: 0 });
}
