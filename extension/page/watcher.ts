/** Sees what the page adds, changes and takes away, in the document and in every shadow root, for as long as it lives. */
import { isElement, isText, mayBeInline, shadowRootOf } from "./dom.ts";
import { KnownRoots } from "./known-roots.ts";
import { listen } from "./listening.ts";
import type { Marker } from "./marker.ts";
import type { Scanner } from "./scanner.ts";
import { Slices } from "./slices.ts";
import { MOST_ADOPTED, SHOWN_MS, SWEEP_MS } from "./tunables.ts";
import { Upgrades } from "./upgrades.ts";

const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  // Whether text may be read, of what country its numbers are, and where it is shown; nothing else that an attribute says changes what is marked.
  attributeFilter: ["contenteditable", "lang", "slot"],
};

export class Watcher {
  readonly #marker: Marker;
  readonly #scanner: Scanner;
  readonly #isOurs: (node: Node) => boolean;
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  readonly #known = new KnownRoots();
  readonly #upgrades = new Upgrades(this.#known, (element) => this.look(element));
  readonly #sweeping = new Slices((goOn) => this.#marker.sweep(goOn));
  readonly #stop = new AbortController();
  readonly #listening = { capture: true, passive: true, signal: this.#stop.signal };
  /** The kind of a number may be chosen in a list, which changes nothing of the tree. */
  readonly #chosen = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) this.#scanner.relabel(target);
  };
  /** "Show number" may do no more than change a class, which nobody is told of. */
  readonly #clicked = (event: Event): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return;
    const timer = setTimeout(() => {
      this.#shows.delete(timer);
      this.#scanner.relabel(target);
    }, SHOWN_MS);
    this.#shows.add(timer);
  };
  /** Of each click that is not long ago. */
  readonly #shows = new Set<ReturnType<typeof setTimeout>>();
  #sweep: ReturnType<typeof setTimeout> | undefined;

  constructor(marker: Marker, scanner: Scanner, isOurs: (node: Node) => boolean) {
    this.#marker = marker;
    this.#scanner = scanner;
    this.#isOurs = isOurs;
  }

  start(page: Document): void {
    this.#observer.observe(page, WATCHED);
    listen("change", this.#chosen, this.#listening);
    listen("click", this.#clicked, this.#listening);
    this.#marker.adopt(page);
    this.#scanner.scan(page);
  }

  /** Looks for a shadow root that is not known yet. Custom elements may get theirs when their class arrives. */
  readonly look = (element: Element): void => {
    const root = shadowRootOf(element);
    if (root !== null) this.#enter(root);
    else this.#upgrades.met(element);
  };

  /** Where the marks are to be painted. In Chromium shadow trees have what the document has. */
  adopt(): void {
    this.#marker.adopt(document);
    if (BROWSER === "firefox" && this.#known.size <= MOST_ADOPTED) for (const root of this.roots()) this.#marker.adopt(root);
  }

  /** The shadow roots that are in the page. */
  roots(): ShadowRoot[] {
    return this.#known.inPage();
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#stop.abort();
    this.#upgrades.destroy();
    this.#sweeping.destroy();
    for (const timer of this.#shows) clearTimeout(timer);
    clearTimeout(this.#sweep);
  }

  #enter(root: ShadowRoot): void {
    if (this.#isOurs(root.host)) return;
    this.#marker.adopt(root);
    if (!this.#known.add(root)) return;
    this.#observer.observe(root, WATCHED);
    // Not told outside its root.
    root.addEventListener("change", this.#chosen, this.#listening);
    this.#scanner.scan(root);
  }

  #changed(records: readonly MutationRecord[]): void {
    this.#marker.disturb();
    // Somebody writes in the whole page now.
    if (document.designMode === "on") this.#marker.clear();
    const scanner = this.#scanner;
    for (const record of records) {
      const { target } = record;
      if (record.type === "characterData") {
        if (isText(target)) scanner.reread(target);
      } else if (record.type === "attributes") {
        if (record.attributeName !== "lang") scanner.scan(target);
        else if (target === document.documentElement) scanner.wake();
      } else {
        for (const node of record.addedNodes) this.#added(node, scanner);
        if (record.removedNodes.length > 0) this.#removed(record, scanner);
      }
    }
  }

  #added(node: Node, scanner: Scanner): void {
    if (isText(node)) {
      if (node.data !== "") scanner.reread(node);
    } else if (isElement(node) && !this.#isOurs(node)) {
      if (mayBeInline(node)) scanner.reread(node);
      else scanner.scan(node);
    }
  }

  /** What was taken out may have stood in the middle of a number. */
  #removed({ previousSibling, nextSibling }: MutationRecord, scanner: Scanner): void {
    this.#sweep ??= setTimeout(() => {
      this.#sweep = undefined;
      this.#sweeping.wake();
    }, SWEEP_MS);
    for (const side of [previousSibling, nextSibling]) {
      if (side?.isConnected !== true) continue;
      if (isText(side) ? side.data.trim() !== "" : isElement(side) && mayBeInline(side)) {
        scanner.reread(side as ChildNode);
        return;
      }
    }
  }
}
