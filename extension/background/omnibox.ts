/** `call 020 7946 0958` in the address bar: says what would be dialled, and Enter calls. */
import { t } from "../shared/messages.ts";
import { once } from "../shared/once.ts";
import { previewWords, type PreviewView } from "../shared/preview.ts";
import { readText, readTyped } from "../shared/reading.ts";
import { ask, regionFor, type Asking } from "./asking.ts";
import type { Place } from "./dialling.ts";
import type { Previews } from "./previews.ts";

/** Chromium takes descriptions for XML; Firefox for plain text. */
const asDescription = (text: string): string =>
  BROWSER === "chromium" ? text.replace(/[&<>"']/gu, (character) => `&#${String(character.charCodeAt(0))};`) : text;

const suggest = (text: string): void => void chrome.omnibox.setDefaultSuggestion({ description: asDescription(text) });

/** Where the person sees what becomes of the call. Choosing a suggestion allows us to show it in the page, as a shortcut does. */
async function activePlace(): Promise<Place | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, frameId: 0 };
}

export interface Omnibox {
  readonly started: () => void;
  readonly changed: (text: string) => void;
  readonly entered: (text: string) => void;
}

export function createOmnibox(asking: Asking, previews: Pick<Previews, "ask">): Omnibox {
  let latest = "";
  const isFirst = once();

  async function changed(text: string): Promise<void> {
    latest = text;
    const region = await regionFor(asking);
    if (latest !== text) return;
    const { number, preview } = readTyped(text, region);
    if (number === null) {
      suggest(t("omnibox_hint"));
      return;
    }
    const line = [t("omnibox_call", number.written), preview].filter((part) => part !== null).join(" · ");
    suggest(line);
    previews.ask("omnibox", { id: crypto.randomUUID(), ...number }, (answer: PreviewView) => {
      const words = previewWords(answer);
      if (latest === text && words !== null) suggest(`${line} · ${words.line}`);
    });
  }

  async function entered(text: string): Promise<void> {
    latest = "";
    if (!isFirst(text)) return;
    const [region, place] = await Promise.all([regionFor(asking), activePlace()]);
    await ask(asking, { read: readText(text, region), via: "omnibox", url: undefined, place });
  }

  return {
    started: () => suggest(t("omnibox_hint")),
    changed: (text) => void changed(text),
    entered: (text) => void entered(text),
  };
}
