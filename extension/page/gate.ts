/**
 * The small script in every frame of the sites the person allowed. It looks whether there is anything for the engine to do: digits that
 * may be a number, or a telephone link. On a page without them nothing else of ours is ever loaded.
 */
import type { FromPage } from "../shared/page-messages.ts";
import { loadSettings, watchSettings } from "../shared/settings-store.ts";
import { isElement, isText, shadowRootOf } from "./dom.ts";
import { meetHosts } from "./gate-hosts.ts";
import { readText, type Tree } from "./gate-text.ts";
import { extensionLives, instanceOf, setInstance } from "./instance.ts";
import { KnownRoots } from "./known-roots.ts";
import { LINK_SELECTOR } from "./link-selector.ts";
import { listen } from "./listening.ts";
import { rememberRightClicks } from "./right-click.ts";
import { settingsHere, type Here } from "./settings-here.ts";
import { Slices } from "./slices.ts";
import { Upgrades } from "./upgrades.ts";

/** Five digits with little but space between them, or a number that ends in letters: no shorter number is looked for without a rule of the person's. */
const CANDIDATE = /\p{Nd}(?:\s*(?:[^\p{L}\p{Nd}\s]\s*){0,4}\p{Nd}){4}|\p{Nd}{3}[-. ]?[A-Z]{3}/u;
/** Of numbers that a rule of the person's finds. */
const ANY_DIGIT = /\p{Nd}/u;
/** Asked again after so long where the engine has not come, in ms, and so often at most. */
const ASK_AGAIN_MS = 5000;
const ASK_AT_MOST = 4;

const isTree = (node: Node): node is Tree => isElement(node) || node instanceof Document || node instanceof ShadowRoot;

function watch(): void {
  let here: Here = { active: false, text: false, links: false };
  let candidate = CANDIDATE;
  let asked = 0;
  let askedAt = -Infinity;
  const queue = new Set<Node>();
  /** Of what was begun. */
  let walk: Generator<undefined, void> | null = null;
  const roots = new KnownRoots();
  /** Somebody is at the page: then all its elements are asked for a shadow root, however many. */
  let attended = false;
  let leftOut = false;
  const stop = new AbortController();

  const slices = new Slices((goOn) => {
    if (!alive()) return true;
    while (goOn()) {
      if (walk !== null) {
        // The engine may be asked for on the way.
        if (walk.next().done === true) walk = null;
        continue;
      }
      const [next] = queue;
      if (next === undefined) return true;
      queue.delete(next);
      if (next.isConnected) walk = goOver(next);
    }
    return false;
  });

  function* goOver(node: Node): Generator<undefined, void> {
    if (here.text && (isTree(node) || isText(node))) yield* readText(node, candidate, ask);
    if (!isTree(node)) return;
    if (here.links && ((isElement(node) && node.matches(LINK_SELECTOR)) || node.querySelector(LINK_SELECTOR) !== null)) ask();
    yield;
    if (yield* meetHosts(node, enter, attended)) leftOut = true;
  }

  function enter(element: Element): void {
    const root = shadowRootOf(element);
    if (root === null) {
      upgrades.met(element);
      return;
    }
    if (!roots.add(root)) return;
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    queue.add(root);
  }

  function ask(): void {
    queue.clear();
    walk = null;
    if (instanceOf("engine") !== null) {
      rest();
      return;
    }
    if (asked >= ASK_AT_MOST || performance.now() - askedAt < ASK_AGAIN_MS || !alive()) return;
    asked++;
    askedAt = performance.now();
    const message: FromPage = { kind: "engine-needed" };
    void Promise.resolve(chrome.runtime.sendMessage(message)).catch(() => undefined);
  }

  const upgrades = new Upgrades(roots, (element) => {
    enter(element);
    if (queue.size > 0) slices.wake();
  });
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") queue.add(target);
      else for (const node of addedNodes) queue.add(node);
    }
    if (queue.size > 0) slices.wake();
  });

  /** A link that got its address later, or a shadow root that came without a trace: seen when it is about to be used. */
  function approached(event: Event): void {
    if (!event.isTrusted || !alive()) return;
    const [target] = event.composedPath();
    if (!(target instanceof Element)) return;
    enter(target);
    if (!attended && leftOut) for (const tree of [document, ...roots.inPage()]) queue.add(tree);
    attended = true;
    if (queue.size > 0) slices.wake();
    if (here.links && target.closest(LINK_SELECTOR) !== null) ask();
    if (here.text && target instanceof HTMLInputElement && (target.readOnly || target.disabled) && CANDIDATE.test(target.value)) ask();
  }

  function alive(): boolean {
    if (extensionLives()) return true;
    destroy();
    return false;
  }

  /** The engine has taken over. */
  function rest(): void {
    observer.disconnect();
    upgrades.destroy();
    slices.destroy();
    stop.abort();
  }

  async function settle(): Promise<void> {
    const settings = await loadSettings();
    here = settingsHere(settings, document);
    candidate = settings.internal.length > 0 ? ANY_DIGIT : CANDIDATE;
    if (!here.active || instanceOf("engine") !== null) return;
    queue.add(document);
    slices.wake();
  }

  function destroy(): void {
    rest();
    setInstance("gate", null);
    try {
      unwatch();
    } catch {
      // The extension is gone, and its events with it.
    }
  }

  const unwatch = watchSettings(() => void settle());
  setInstance("gate", { destroy });
  rememberRightClicks(stop.signal);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  for (const type of ["pointerover", "focusin", "keydown"] as const) listen(type, approached, { capture: true, passive: true, signal: stop.signal });
  void settle();
}

instanceOf("gate")?.destroy();
watch();
