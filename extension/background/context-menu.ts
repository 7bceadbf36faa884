/**
 * "Call with 3CX" on right click: on a selection, on a telephone link, and on a number under the pointer that nobody
 * selected. The first two need no access to any site.
 */
import { asObject } from "../shared/decode.ts";
import { decodeListed } from "../shared/listed.ts";
import { t } from "../shared/messages.ts";
import type { ListedNumber } from "../shared/page-messages.ts";
import { ask, noteFor, regionFor, say, type Asking } from "./asking.ts";
import type { Place } from "./dialling.ts";
import { loadSettings } from "../shared/settings-store.ts";
import { offerWhy } from "./why.ts";
import { readLink, readText } from "../shared/reading.ts";

const SELECTION = "call-selection";
const LINK = "call-link";
const NUMBER = "call-number";

const TELEPHONE_LINKS = ["tel:*", "callto:*", "sip:*", "sips:*"];
const NO_LINKS = ["https://nowhere.invalid/*"];

type Contexts = NonNullable<chrome.contextMenus.CreateProperties["contexts"]>;
const SELECTED: Contexts = ["selection"];
const ON_LINK: Contexts = ["link"];
/** Wherever the pointer can be over text while nothing is selected. */
const ANYWHERE: Contexts = ["page", "frame", "link", "editable", "image", "video", "audio"];
/**
 * While there is no number to offer. Chromium folds two items of one extension into a submenu even when one of them is
 * invisible; on links there must be no second one.
 */
const NOT_ON_LINKS: Contexts = ["page", "frame", "editable"];

/** A menu's title: `&` would make the next letter its access key. */
const asTitle = (text: string): string => text.replaceAll("&", "&&");

export async function createMenus(): Promise<void> {
  await chrome.contextMenus.removeAll();
  const title = t("menu_call");
  chrome.contextMenus.create({ id: SELECTION, title, contexts: SELECTED });
  chrome.contextMenus.create({ id: LINK, title, contexts: ON_LINK, targetUrlPatterns: TELEPHONE_LINKS });
  chrome.contextMenus.create({ id: NUMBER, title, contexts: NOT_ON_LINKS, visible: false });
  await offerWhy((await loadSettings()).why);
}

interface Pointed {
  readonly place: Place;
  readonly number: ListedNumber;
}

export interface ContextMenu {
  /** What the pointer is over now, as a page told. */
  readonly underPointer: (place: Place, number: ListedNumber | null) => void;
  /** The person looks at another tab or page: nothing is under the pointer until it says so. */
  readonly forget: () => void;
  readonly clicked: (info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab) => void;
}

const KEY = "pointed";

/** What the pointer was over before the background was put to sleep: the menu still shows it. */
async function readPointed(): Promise<Pointed | null> {
  const stored = asObject((await chrome.storage.session.get(KEY))[KEY]);
  const place = asObject(stored?.["place"]);
  const number = decodeListed(stored?.["number"]);
  const tabId = place?.["tabId"];
  const frameId = place?.["frameId"];
  if (number === null || typeof tabId !== "number" || typeof frameId !== "number") return null;
  return { place: { tabId, frameId }, number };
}

export function createContextMenu(asking: Asking): ContextMenu {
  let pointed: Pointed | null = null;
  const restored = readPointed().then((before) => {
    pointed = before;
  });

  function show(): void {
    void chrome.storage.session.set({ [KEY]: pointed });
    const number = pointed?.number ?? null;
    const title = number === null ? t("menu_call") : t("menu_call_number", number.written);
    const offered = number !== null;
    void chrome.contextMenus.update(NUMBER, {
      visible: offered,
      contexts: offered ? ANYWHERE : NOT_ON_LINKS,
      title: asTitle(title),
    });
    void chrome.contextMenus.update(LINK, { targetUrlPatterns: offered ? NO_LINKS : TELEPHONE_LINKS });
    refreshOpenMenu();
  }

  async function call(info: chrome.contextMenus.OnClickData, place: Place | null): Promise<void> {
    await restored;
    const url = info.frameUrl ?? info.pageUrl;
    const region = await regionFor(asking);
    if (info.menuItemId === SELECTION) {
      await ask(asking, { read: readText(info.selectionText ?? "", region), via: "menu", url, place });
    } else if (info.menuItemId === LINK) {
      await ask(asking, { read: readLink(info.linkUrl ?? "", region), via: "menu", url, place });
    } else if (info.menuItemId === NUMBER) {
      const here = pointed?.place;
      if (pointed === null || here?.tabId !== place?.tabId || here?.frameId !== place?.frameId) {
        await say(asking, noteFor("number_not_understood"), place);
        return;
      }
      const { written, extension, region: own } = pointed.number;
      await ask(asking, { read: { written, extension, region: own ?? region }, via: "menu", url, place });
    }
  }

  function point(place: Place, number: ListedNumber | null): void {
    const sameFrame = pointed?.place.tabId === place.tabId && pointed.place.frameId === place.frameId;
    // A frame that loses the pointer does not take away what another has under it.
    if (number === null && !sameFrame) return;
    const same = sameFrame && pointed?.number.written === number?.written;
    pointed = number === null ? null : { place, number };
    if (!same) show();
  }

  function forget(): void {
    if (pointed === null) return;
    pointed = null;
    show();
  }

  return {
    underPointer: (place, number) => void restored.then(() => point(place, number)),
    forget: () => void restored.then(forget),
    clicked(info, tab) {
      const tabId = tab?.id;
      const place = tabId === undefined || tabId < 0 ? null : { tabId, frameId: info.frameId ?? 0 };
      void call(info, place);
    },
  };
}

/** Firefox draws an open menu again when asked to; Chromium takes over changes by itself. */
function refreshOpenMenu(): void {
  const menus: object = chrome.contextMenus;
  if ("refresh" in menus && typeof menus.refresh === "function") Reflect.apply(menus.refresh, menus, []);
}
