/**
 * How the gate reads. To meet each node costs a browser many times what it takes to read the text of all of them: it makes an object of each
 * that is met. So elements are read with all that is in them, and gone into only where that answers nothing.
 */
import { isElement, isSkipped, isText } from "./dom.ts";
import { EARNED_UNITS, FREE_UNITS, GATE_WINDOW_UNITS, MOST_RESTARTS, NODES_AT_ONCE, TAIL_UNITS, WHOLE_ELEMENTS } from "./tunables.ts";

/** What is below the root of a tree that is read. */
export type Tree = Element | Document | ShadowRoot;

/** What most texts are without, in no more than a look at each character: what Unicode calls a digit takes ten times as long to find. */
const MAYBE_DIGIT = /[0-9\u0660-\u1C59\uA620-\uABF9\uD800-\uDBFF\uFF10-\uFF19]/;
const DIGIT = /\p{Nd}/u;
const LETTER = /\p{L}/u;
/** Never shown, and yet in the text of what it stands in. */
const UNSEEN = "script,style";

const tailOf = (text: string): string => text.trimEnd().slice(-TAIL_UNITS);
const isSmall = (element: Element): boolean => element.getElementsByTagName("*").item(WHOLE_ELEMENTS) === null;

/** What a text holds, beyond letters. */
type Held = "nothing" | "digits" | "candidate";

/** Text that comes piece after piece: what is a candidate may begin in the piece before. */
class Pieces {
  readonly #start: Node;
  readonly #candidate: RegExp;
  /** The end of the text so far; null: not known yet. */
  before: string | null = null;

  constructor(start: Node, candidate: RegExp) {
    this.#start = start;
    this.#candidate = candidate;
  }

  /** What the next piece holds. */
  *take(text: string): Generator<undefined, Held> {
    let all: Held = "nothing";
    for (let at = 0; at < text.length; at += GATE_WINDOW_UNITS) {
      if (at > 0) yield;
      const held = this.#look(text.slice(at, at + GATE_WINDOW_UNITS));
      if (held !== "nothing") all = held;
      if (held === "candidate") break;
    }
    return all;
  }

  #look(text: string): Held {
    if (!MAYBE_DIGIT.test(text) || !DIGIT.test(text)) {
      if (LETTER.test(text)) this.before = tailOf(text);
      return "nothing";
    }
    this.before ??= textBefore(this.#start);
    const isCandidate = this.#candidate.test(this.before + text);
    this.before = tailOf(this.before + tailOf(text));
    return isCandidate ? "candidate" : "digits";
  }
}

/**
 * Reads text in its order, of an element and all in it at once where there is no candidate in that, and otherwise node by node, without what
 * is skipped. `found` is told of each candidate. Each step is a small part of a slice; the page may change between two.
 */
export function* readText(tree: Tree | Text, candidate: RegExp, found: () => void): Generator<undefined, void> {
  const pieces = new Pieces(tree, candidate);
  /** Nodes met since the last step; a whole element counts for all of one. */
  let work = 0;
  let spare = FREE_UNITS;
  let restarts = 0;

  function* isDone(element: Element): Generator<undefined, boolean> {
    if (element.firstChild === null || isSkipped(element)) return true;
    if (spare <= 0 || element.firstElementChild === null) return false;
    work += NODES_AT_ONCE;
    if (isSmall(element)) {
      const text = element.textContent;
      const { before } = pieces;
      const held = yield* pieces.take(text);
      // Digits may be parted by what is never shown, which is no part of a line.
      if (held === "nothing" || (held === "digits" && element.querySelector(UNSEEN) === null)) return true;
      pieces.before = before;
      spare -= text.length;
    } else spare -= WHOLE_ELEMENTS;
    return false;
  }

  if (isText(tree)) {
    if ((yield* pieces.take(tree.data)) === "candidate") found();
    return;
  }
  if (isElement(tree) && (yield* isDone(tree))) return;
  const path: Node[] = [];
  let parent: Node = tree;
  let node: Node | null = tree.firstChild;
  for (;;) {
    while (node === null) {
      const left = path.pop();
      if (left === undefined) return;
      if (parent.parentNode === left) node = parent.nextSibling;
      else if (restarts++ < MOST_RESTARTS) node = left.firstChild;
      parent = left;
    }
    work++;
    spare += EARNED_UNITS;
    if (isText(node) && (yield* pieces.take(node.data)) === "candidate") found();
    if (isElement(node) && !(yield* isDone(node))) {
      path.push(parent);
      parent = node;
      node = node.firstChild;
    } else node = node.nextSibling;
    if (work < NODES_AT_ONCE) continue;
    work = 0;
    yield;
    if (node !== null && node.parentNode !== parent) node = restarts++ < MOST_RESTARTS ? parent.firstChild : null;
  }
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
