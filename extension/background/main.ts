/** Wires the background. Every listener is registered at once: the browser wakes us for those only. */
import type { Reply } from "../shared/replies.ts";
import type { OwnExtensionReply, RecentCall } from "../shared/protocol.ts";
import { keepCompanionRegion } from "../shared/companion-region.ts";
import { copyPolicy, loadSettings, watchSettings } from "../shared/settings-store.ts";
import { keepLastState } from "../shared/last-state.ts";
import type { FromSurface, SurfaceState } from "../shared/surface-messages.ts";
import type { Asking } from "./asking.ts";
import { badgeCall, badgeCount, badgeUnseen, badgeWanted, clearBadge, forgetCount } from "./badge.ts";
import { createCompanion } from "./companion.ts";
import { createContextMenu, createMenus } from "./context-menu.ts";
import { logCall, logCompanion, logReply, setDebugLog } from "./debug-log.ts";
import { createDialling } from "./dialling.ts";
import { openHandover } from "./handover.ts";
import { keepNote, readNote } from "./notes.ts";
import { createOmnibox } from "./omnibox.ts";
import { createTeller, loadEngine, loadMore, send } from "./reach.ts";
import { createPreviews } from "./previews.ts";
import { createQuestions } from "./questions.ts";
import { createRouter } from "./router.ts";
import { CALL_SELECTION, callSelection } from "./shortcut.ts";
import { followSites } from "./site-access.ts";
import { offerWhy, whyClicked } from "./why.ts";
import { createSurfaces } from "./surfaces.ts";

/** As many as the popup lists. */
const RECENT = 20;
/** The old host has up to two seconds to end and to write down what became of its call. */
const LOOK_UP_MS = 3000;

let recent: readonly RecentCall[] | null = null;
let showHistory = true;
let own: OwnExtensionReply | null = null;
/** Whether somebody waits for it, and whether the companion that is there now has been asked. */
let ownWanted = false;
let ownAsked = false;

const tellPage = createTeller((view) => {
  badgeUnseen(view);
  // Asked first, and nowhere to ask: the popup does, where the browser lets us open it.
  if (view.code === "confirmation_needed" && !surfaces.any()) void chrome.action.openPopup().catch(() => undefined);
});

const dialling = createDialling(
  () => companion,
  (view, place) => {
    logCall(view);
    badgeCall(view);
    tellPage(view, place);
    surfaces.push();
  },
);

const companion = createCompanion({
  changed: (view) => {
    logCompanion(view);
    surfaces.push();
    if (view.kind === "ready") askOwn();
  },
  reply: received,
  lost: () => {
    questions.lost();
    ownAsked = false;
    // Reads the journal, and dials nothing.
    if (dialling.lost()) setTimeout(() => void refresh(), LOOK_UP_MS);
  },
  underWay: dialling.underWay,
  awaited: () => dialling.underWay() || surfaces.any(),
});

const previews = createPreviews(() => companion);
const questions = createQuestions(() => companion);

const surfaces = createSurfaces(currentState, wished);

const asking: Asking = {
  dial: dialling.dial,
  region: () => {
    const view = companion.view();
    return view.kind === "ready" ? (view.status?.region ?? null) : null;
  },
  noteKept: surfaces.push,
};

const contextMenu = createContextMenu(asking);
const omnibox = createOmnibox(asking, previews);

async function currentState(): Promise<SurfaceState> {
  const state = { companion: companion.view(), calls: dialling.calls(), recent, note: await readNote(), own };
  void keepLastState(state);
  return state;
}

function received(reply: Reply): void {
  logReply(reply);
  questions.received(reply);
  switch (reply.type) {
    case "call":
      dialling.called(reply);
      // The journal has changed; whoever is looking at it sees it.
      if (surfaces.any()) companion.post({ type: "recent", limit: RECENT });
      break;
    case "recent":
      recent = showHistory ? reply.calls : [];
      dialling.learn(reply.calls);
      surfaces.push();
      break;
    case "error":
      dialling.refusedMessage(reply);
      previews.failed(reply);
      break;
    case "own_extension":
      own = reply;
      ownWanted = false;
      surfaces.push();
      break;
    case "preview":
      previews.answered(reply);
      break;
    case "status":
      void keepCompanionRegion(reply.region ?? null);
      break;
    case "greeting":
    case "settings_opened":
      break;
  }
}

async function refresh(): Promise<void> {
  await companion.ready();
  companion.post({ type: "status" });
  companion.post({ type: "recent", limit: RECENT });
}

/** Once of each companion: one that ended before it answered is followed by another. It only reads. */
function askOwn(): void {
  if (ownWanted && !ownAsked) ownAsked = companion.post({ type: "own_extension" });
}

function wished(message: FromSurface): void {
  switch (message.kind) {
    case "refresh":
      clearBadge();
      void refresh();
      break;
    case "dial": {
      const { id, written, extension, region, via, confirmed } = message;
      void dialling.dial({ id, written, extension, region, via, confirmed }, null, null);
      break;
    }
    case "hang-up":
      dialling.hangUp(message.id, null);
      break;
    case "preview":
      previews.ask("popup", message, (preview, why) => {
        surfaces.tell({ kind: "preview", preview: { ...preview, why: preview.detail === null ? why : [...why, preview.detail] } });
      });
      break;
    case "dismiss-call":
      dialling.forget(message.id);
      break;
    case "own-extension":
      own = null;
      [ownWanted, ownAsked] = [true, false];
      void companion.ready().then(askOwn);
      break;
    case "set-own-extension":
      companion.post({ type: "set_own_extension", [message.setting]: message.on });
      break;
    case "dismiss-note":
      clearBadge();
      void keepNote(null).then(surfaces.push);
      break;
  }
}

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void createMenus();
  void followSites({ openTabs: true });
  if (reason === "install") void chrome.tabs.create({ url: chrome.runtime.getURL("welcome/welcome.html") });
});
chrome.runtime.onStartup.addListener(() => {
  void createMenus();
  void followSites({ openTabs: true });
});
chrome.runtime.onMessage.addListener(
  createRouter({
    intent: companion.intent,
    dial: (gesture, origin, place) => void dialling.dial(gesture, origin, place),
    hangUp: dialling.hangUp,
    // Only to the frame that asked: another has no business with it.
    preview: (wish, place) => previews.ask("page", wish, (preview) => void send(place, { kind: "preview", preview })),
    engineNeeded: (place) => void loadEngine(place),
    moreNeeded: (place) => void loadMore(place),
    underPointer: contextMenu.underPointer,
    counted: (place, count) => void badgeCount(place, count),
  }),
);
chrome.runtime.onConnect.addListener((port) => {
  if (!questions.connected(port)) surfaces.connected(port);
});
chrome.contextMenus.onClicked.addListener(contextMenu.clicked);
chrome.contextMenus.onClicked.addListener((info, tab) => void whyClicked(info, tab));
chrome.omnibox.onInputStarted.addListener(omnibox.started);
chrome.omnibox.onInputChanged.addListener(omnibox.changed);
chrome.omnibox.onInputEntered.addListener(omnibox.entered);
chrome.commands.onCommand.addListener((command, tab) => {
  if (command === CALL_SELECTION) void callSelection(asking, tab);
});
chrome.tabs.onActivated.addListener(contextMenu.forget);
chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (BROWSER === "chromium" && change.status === "complete") openHandover(tabId, tab.url);
  if (change.status === "loading") contextMenu.forget();
});
chrome.tabs.onRemoved.addListener((tabId) => void forgetCount(tabId));
chrome.permissions.onAdded.addListener(() => void followSites({ openTabs: true }));
chrome.permissions.onRemoved.addListener(() => void followSites({ openTabs: false }));
watchSettings(({ why, debugLog, privacy, appearance }) => {
  badgeWanted(appearance.badge);
  showHistory = privacy.history;
  if (!showHistory) recent = [];
  surfaces.push();
  setDebugLog(debugLog);
  void followSites({ openTabs: true });
  void offerWhy(why);
});
chrome.storage.onChanged.addListener((_changes, area) => {
  if (area === "managed") void copyPolicy();
});
// Firefox tells of no change: there a policy is read when the browser starts.
void copyPolicy();
void loadSettings().then(({ debugLog, privacy, appearance }) => {
  badgeWanted(appearance.badge);
  setDebugLog(debugLog);
  showHistory = privacy.history;
});
