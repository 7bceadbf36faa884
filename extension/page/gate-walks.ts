/** How the gate goes over a tree: each browser has its own way that costs little, and in the other many times as much. */
import { EDITOR_CLASSES, isElement, isSkipped, isText, isUnread } from "./dom.ts";

export interface Met {
  readonly enter: (element: Element) => void;
  /** Text in the order it stands there: of one node, or of many. */
  readonly look: (text: string) => void;
}

export interface Walk {
  /** Goes on for far less than a slice; false when all has been met. */
  step(): boolean;
  /** The page may have changed since the step before. */
  resume(): void;
}

/** What is below the root of a tree that is read. */
export type Tree = Element | Document | ShadowRoot;

/** What an editor may be known by. */
const SIGNS = `[contenteditable],[role=textbox],${EDITOR_CLASSES}`;

/** Asked once for all of a tree: most have no editor, and to ask each element takes Firefox as long as to walk over it. */
const skippingIn = (tree: Tree): ((element: Element) => boolean) => (tree.querySelector(SIGNS) === null ? isUnread : isSkipped);

const NODES_AT_ONCE = 8;

/** From node to node, by hand: a walker that calls back for each costs several times as much. */
class NodeWalk implements Walk {
  readonly #tree: Tree;
  readonly #met: Met;
  #at: Node | null;

  constructor(tree: Tree, met: Met) {
    this.#tree = tree;
    this.#met = met;
    this.#at = tree.firstChild;
  }

  resume(): void {
    // What was next is gone, with what led on from it: what came into its place is told of by itself.
  }

  step(): boolean {
    let node = this.#at;
    for (let n = 0; n < NODES_AT_ONCE && node !== null; n++) {
      let next: Node | null = null;
      if (isText(node)) this.#met.look(node.data);
      else if (isElement(node) && !isSkipped(node)) {
        this.#met.enter(node);
        next = node.firstChild;
      }
      for (let up: Node | null = node; next === null && up !== null && up !== this.#tree; up = up.parentNode) next = up.nextSibling;
      node = next;
    }
    this.#at = node;
    return node !== null;
  }
}

/** Elements that are walked before the text they stand in is read. */
const ELEMENTS_AT_ONCE = 50;
/** Begins where text was read last. The browser keeps it in its place while the page changes, which costs the page: there is only one, and nowhere when all is read. */
const unread = document.createRange();
const nowhere = document.createDocumentFragment();

/** From element to element, and the text of many at once: Firefox makes an object of each node that is met. In Chromium a range counts the siblings of its ends each time. */
class ElementWalk implements Walk {
  readonly #tree: Tree;
  readonly #met: Met;
  readonly #skips: (element: Element) => boolean;
  #at: Element | null;

  constructor(tree: Tree, met: Met) {
    this.#tree = tree;
    this.#met = met;
    this.#skips = skippingIn(tree);
    this.#at = tree.firstElementChild;
    unread.setStart(tree, 0);
  }

  resume(): void {
    this.#at = this.#tree.isConnected ? elementBehind(unread, this.#tree) : null;
  }

  step(): boolean {
    let element = this.#at;
    for (let n = 0; n < ELEMENTS_AT_ONCE && element !== null; n++) {
      let next: Element | null = null;
      if (this.#skips(element)) {
        this.#readUpTo(element);
        unread.setStartAfter(element);
      } else {
        this.#met.enter(element);
        next = element.firstElementChild;
      }
      for (let up: Element | null = element; next === null && up !== null && up !== this.#tree; up = up.parentElement) next = up.nextElementSibling;
      element = next;
    }
    this.#readUpTo(element);
    this.#at = element;
    if (element === null) unread.selectNodeContents(nowhere);
    return element !== null;
  }

  /** The text in front of an element, or what is left of the tree. */
  #readUpTo(element: Element | null): void {
    if (element !== null) unread.setEndBefore(element);
    else if (this.#tree.isConnected) unread.setEnd(this.#tree, this.#tree.childNodes.length);
    const text = unread.toString();
    unread.collapse();
    if (text !== "") this.#met.look(text);
  }
}

/** The first element that begins behind the start of a range, in a tree. */
function elementBehind({ startContainer, startOffset }: Range, tree: Tree): Element | null {
  let next: Node | null = startContainer.childNodes[startOffset] ?? null;
  while (next !== null && !isElement(next)) next = next.nextSibling;
  for (let up: Node | null = startContainer; next === null && up !== null && up !== tree; up = up.parentNode) next = isElement(up) ? up.nextElementSibling : null;
  return isElement(next) ? next : null;
}

export const walkOver = (tree: Tree, met: Met): Walk => (BROWSER === "firefox" ? new ElementWalk(tree, met) : new NodeWalk(tree, met));
