/** How the gate finds shadow roots: to ask each element of a large page for its own takes longer than all else it does. */
import { isElement, SHADOW_HOSTS } from "./dom.ts";
import type { Tree } from "./gate-text.ts";
import { FIRST_HOSTS, NODES_AT_ONCE, WHOLE_ELEMENTS } from "./tunables.ts";

/** What most shadow roots of the others hang on: an element without anything in it, or one with a name of the page's own. */
const EMPTY_HOST = `:empty:is(${[...SHADOW_HOSTS].join()})`;
/** By the evaluator, not by a method of the document, which a form of that name hides. */
const CUSTOM = new XPathEvaluator().createExpression("descendant-or-self::*[contains(name(),'-')]");

/**
 * Meets the elements of a tree that may have a shadow root. Without `all` of a large tree only the first ones and those that are likely to;
 * true when others were left out.
 */
export function* meetHosts(tree: Tree, meet: (element: Element) => void, all: boolean): Generator<undefined, boolean> {
  if (isElement(tree)) meet(tree);
  const elements = tree.querySelectorAll("*");
  yield;
  const count = all || elements.length > WHOLE_ELEMENTS ? elements.length : Math.min(elements.length, FIRST_HOSTS);
  yield* meetAll((at) => elements[at], count, meet);
  if (count === elements.length) return false;
  const empty = tree.querySelectorAll(EMPTY_HOST);
  yield;
  yield* meetAll((at) => empty[at], empty.length, meet);
  for (const root of isElement(tree) ? [tree] : tree.children) {
    const custom = CUSTOM.evaluate(root, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    yield;
    yield* meetAll((at) => custom.snapshotItem(at), custom.snapshotLength, meet);
  }
  return true;
}

function* meetAll(at: (index: number) => Node | null | undefined, count: number, meet: (element: Element) => void): Generator<undefined, void> {
  for (let n = 0; n < count; n++) {
    const node = at(n) ?? null;
    if (isElement(node)) meet(node);
    if (n % NODES_AT_ONCE === NODES_AT_ONCE - 1) yield;
  }
}
