/**
 * The small script in every frame of the sites the person allowed. It looks whether there is anything for the engine to do: digits that
 * may be a number, or a telephone link. On a page without them nothing else of ours is ever loaded.
 */
import type { FromPage } from "../shared/page-messages.ts";
import { loadSettings, watchSettings } from "../shared/settings-store.ts";
import { isElement, isSkipped, isText, shadowRootOf } from "./dom.ts";
import { walkOver, type Walk } from "./gate-walks.ts";
import { extensionLives, instanceOf, setInstance } from "./instance.ts";
import { LINK_SELECTOR } from "./link-selector.ts";
import { listen } from "./listening.ts";
import { rememberRightClicks } from "./right-click.ts";
import { settingsHere, type Here } from "./settings-here.ts";
import { Slices } from "./slices.ts";

/** Five digits with little between them, or a number that ends in letters: no shorter number is looked for without a rule of the person's. */
const CANDIDATE = /(?:\p{Nd}[^\p{L}\p{Nd}]{0,4}){5}|\p{Nd}{3}[-. ]?[A-Z]{3}/u;
/** Digits of neighbouring nodes may belong together: the tail of the text before, in UTF-16 units. */
const TAIL_UNITS = 24;
/** Asked again after so long where the engine has not come, in ms, and so often at most. */
const ASK_AGAIN_MS = 5000;
const ASK_AT_MOST = 4;
/** So many steps of a walk are done between two looks at the clock, which costs as much as several nodes. */
const STEPS_AT_ONCE = 2;
/** What most texts are without, in no more than a look at each character: what Unicode calls a digit takes ten times as long to find. */
const MAYBE_DIGIT = /[0-9\u0660-\uFFFF]/;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;

function watch(): void {
  let here: Here = { active: false, text: false, links: false };
  let anyDigit = false;
  let asked = 0;
  let askedAt = -Infinity;
  /** The text in front of what is looked at; null: not known yet. */
  let tail: string | null = null;
  let begun: Node = document;
  const queue = new Set<Node>();
  /** Of the tree that was begun. */
  let walk: Walk | null = null;
  const observed = new WeakSet<ShadowRoot>();
  const stop = new AbortController();

  const slices = new Slices((goOn) => {
    if (!alive()) return true;
    walk?.resume();
    for (let n = 0; n % STEPS_AT_ONCE !== 0 || goOn(); n++) {
      if (walk !== null) {
        // The engine may be asked for on the way.
        if (!walk.step()) walk = null;
        continue;
      }
      const [tree] = queue;
      if (tree === undefined) return true;
      queue.delete(tree);
      if (tree.isConnected) begin(tree);
    }
    return false;
  });

  function begin(tree: Node): void {
    tail = null;
    begun = tree;
    if (isText(tree)) {
      look(tree.data);
      return;
    }
    if (!isElement(tree) && !(tree instanceof Document || tree instanceof ShadowRoot)) return;
    if (here.links && ((isElement(tree) && tree.matches(LINK_SELECTOR)) || tree.querySelector(LINK_SELECTOR) !== null)) ask();
    if (isElement(tree)) {
      if (isSkipped(tree)) return;
      enter(tree);
    }
    if (tree.firstElementChild === null) look(tree.textContent ?? "");
    else walk = walkOver(tree, { enter, look });
  }

  function enter(element: Element): void {
    const root = shadowRootOf(element);
    if (root === null || observed.has(root)) return;
    observed.add(root);
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    queue.add(root);
  }

  function look(text: string): void {
    if (!here.text) return;
    if (!MAYBE_DIGIT.test(text) || !DIGIT.test(text)) {
      if (LETTER.test(text)) tail = text.slice(-TAIL_UNITS);
      return;
    }
    tail ??= textBefore(begun);
    if (anyDigit || CANDIDATE.test(tail + text)) ask();
    tail = (tail + text).slice(-TAIL_UNITS);
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
    slices.destroy();
    stop.abort();
  }

  async function settle(): Promise<void> {
    const settings = await loadSettings();
    here = settingsHere(settings, document);
    anyDigit = settings.internal.length > 0;
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
  for (const type of ["pointerover", "focusin"] as const) listen(type, approached, { capture: true, passive: true, signal: stop.signal });
  void settle();
}

/** Text may come a word, or a letter, at a time. */
function textBefore(node: Node): string {
  if (node.parentNode === null) return "";
  const back = document.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
  back.currentNode = node;
  let text = "";
  for (let n = 0; n < TAIL_UNITS && text.length < TAIL_UNITS; n++) {
    const before = back.previousNode();
    if (!isText(before)) break;
    text = before.data.slice(-TAIL_UNITS) + text;
  }
  return text;
}

instanceOf("gate")?.destroy();
watch();
