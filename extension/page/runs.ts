/**
 * Cuts a tree into runs: text that stands in one line of reading. A run ends at block elements, table cells, line breaks
 * and anything that is no text. Which inline elements really are inline is known by their style, and is asked later, only for runs
 * that may hold a number.
 */
import { isElement, isSkipped, isText, mayBeInline } from "./dom.ts";
import { NEIGHBOURS } from "./tunables.ts";

/** The start or end of an element within a run, or something that is no text (an image, a field). */
export interface Edge {
  readonly kind: "open" | "close" | "object";
  readonly element: Element;
}
export type Item = Text | Edge;
export type Run = readonly Item[];

const ANY_DIGIT = /\p{Nd}/u;
export const isEdge = (item: Item): item is Edge => "kind" in item;

export interface RunSink {
  /** A run with at least one digit in it. */
  readonly run: (run: Run) => void;
  /** Every element that is not skipped, before what is in it. */
  readonly element: (element: Element) => void;
}

/** A longer stretch without digits belongs to no number and calls none something; what is kept of it may, in UTF-16 units. */
const LONGEST_QUIET = 800;
const KEPT_UNITS = 200;

/** Walks one node, or a stretch of siblings, in document order, as far as `goOn` lets it, and can be resumed. */
export class RunWalker {
  readonly #first: Node;
  readonly #last: Node;
  readonly #sink: RunSink;
  #items: Item[] = [];
  #digits = false;
  /** So many UTF-16 units since the last digit. */
  #quiet = 0;
  #at: Node | null;

  constructor(sink: RunSink, first: Node, last = first) {
    this.#first = first;
    this.#last = last;
    this.#sink = sink;
    this.#at = first;
  }

  /** True when everything has been walked. */
  walk(goOn: () => boolean): boolean {
    // The page took away the place where we had stopped: what is left is walked again.
    if (this.#at !== null && !this.#isOurs(this.#at)) {
      this.#start([]);
      this.#at = this.#first;
    }
    let steps = 0;
    while (this.#at !== null) {
      if ((++steps & 63) === 0 && !goOn()) return false;
      this.#at = this.#next(this.#at);
    }
    this.#flush();
    return true;
  }

  #isOurs(node: Node): boolean {
    return node === this.#first || (this.#first === this.#last ? this.#first.contains(node) : node.isConnected);
  }

  #next(node: Node): Node | null {
    if (isText(node)) {
      this.#text(node);
    } else if (!isElement(node)) {
      if (node.firstChild !== null) return node.firstChild;
    } else if (this.#enter(node)) {
      if (node.firstChild !== null) return node.firstChild;
      this.#leave(node);
    }
    for (let at: Node = node; at !== this.#last; ) {
      if (at.nextSibling !== null) return at.nextSibling;
      const parent: Node | null = at.parentNode;
      if (parent === null) return null;
      if (isElement(parent)) this.#leave(parent);
      at = parent;
    }
    return null;
  }

  #text(node: Text): void {
    const { data } = node;
    if (data === "") return;
    this.#items.push(node);
    if (ANY_DIGIT.test(data)) {
      this.#digits = true;
      this.#quiet = 0;
    } else if ((this.#quiet += data.length) > LONGEST_QUIET) this.#cut();
  }

  /** Far from any digit: what comes is read with what stands right in front of it, and no more. */
  #cut(): void {
    let [at, kept] = [this.#items.length, 0];
    while (at > 0 && kept < KEPT_UNITS) {
      const item = this.#items[--at];
      if (item !== undefined && !isEdge(item)) kept += item.data.length;
    }
    const rest = this.#items.slice(at);
    if (this.#digits) this.#sink.run(this.#items);
    this.#start(rest);
  }

  #start(items: Item[]): void {
    this.#items = items;
    this.#digits = false;
    this.#quiet = 0;
  }

  /** False when what is in the element is not read. */
  #enter(element: Element): boolean {
    if (isSkipped(element)) {
      // What is never shown does not interrupt a line.
      if (!isUnseen(element)) this.#edge("object", element);
      return false;
    }
    this.#sink.element(element);
    if (element.localName === "img") this.#edge("object", element);
    else if (!mayBeInline(element)) this.#flush();
    else if (element.localName !== "wbr") this.#edge("open", element);
    return true;
  }

  #leave(element: Element): void {
    if (!mayBeInline(element)) {
      if (element.localName !== "img") this.#flush();
    } else if (element.localName !== "wbr") {
      this.#edge("close", element);
    }
  }

  #edge(kind: Edge["kind"], element: Element): void {
    this.#items.push({ kind, element });
  }

  #flush(): void {
    if (this.#digits) this.#sink.run(this.#items);
    if (this.#items.length > 0) this.#start([]);
  }
}

const isUnseen = ({ localName }: Element): boolean => localName === "script" || localName === "style" || localName === "template";

const BLOCKS_WITHIN = "div,p,ul,ol,li,table,tr,td,th,section,article,h1,h2,h3,h4,h5,h6,br,dl,dt,dd,form,fieldset,pre,header,footer,main,aside,nav";
/** A sibling with more text than this is read by itself, in UTF-16 units. */
const SHORT_UNITS = 400;

const SHOWN_IN_LINE = /^(?:inline|contents|none|ruby)/u;

/** A box of its own by its style. */
const isBox = (node: Node): boolean => isElement(node) && !SHOWN_IN_LINE.test(getComputedStyle(node).display);

/** Part of a line of reading, as far as names tell: short, and no block within. */
export function standsInLine(node: Node | null): node is ChildNode {
  if (node === null) return false;
  if (!isElement(node)) return true;
  if (node.localName === "img") return true;
  if (!mayBeInline(node) || isSkipped(node)) return false;
  return node.textContent.length <= SHORT_UNITS && node.querySelector(BLOCKS_WITHIN) === null;
}

/**
 * The stretch of siblings around a changed node that is to be read again; null when it is in no tree any more. A box ends it and belongs to
 * it: there may be a label in it, or what is labelled.
 */
export function lineAround(node: ChildNode): readonly [ChildNode, ChildNode] | null {
  let top: ChildNode = node;
  for (let parent = top.parentNode, n = 0; n < NEIGHBOURS && isElement(parent) && standsInLine(parent); parent = top.parentNode, n++) {
    top = parent;
    if (isBox(top)) break;
  }
  if (top.parentNode === null) return null;
  let [first, last] = [top, top];
  for (let at = top.previousSibling, n = 0; n < NEIGHBOURS && standsInLine(at); at = at.previousSibling, n++) {
    first = at;
    if (isBox(at)) break;
  }
  for (let at = top.nextSibling, n = 0; n < NEIGHBOURS && standsInLine(at); at = at.nextSibling, n++) {
    last = at;
    if (isBox(at)) break;
  }
  return [first, last];
}
