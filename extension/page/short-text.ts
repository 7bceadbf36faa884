/** Texts short enough to be a label. */
import { isElement, isText, mayBeInline } from "./dom.ts";
import { LABEL_UNITS } from "./tunables.ts";

export function short(text: string): string | null {
  const trimmed = text.replace(/\s+/gu, " ").trim();
  return trimmed === "" || trimmed.length > LABEL_UNITS ? null : trimmed;
}

/** Reading a whole article to see whether it is a label would be slow. Templates leave much white space. */
const fits = (text: string): boolean => text.length <= LABEL_UNITS * 4 || (text.length <= LABEL_UNITS * 20 && text.replace(/\s+/gu, " ").length <= LABEL_UNITS * 4);

/** What is there for the eye only says nothing: arrows to sort by are words of a font. */
const UNSAID = "[aria-hidden=true]";

/** The text of a small element as a person takes it: parts that stand apart do not run together, and pictures written as words are left out. */
function wordsOf(element: Element): string {
  const whole = element.textContent;
  if (element.childElementCount === 0 || !fits(whole)) return whole;
  const words = partsOf(element, (part) => !part.matches(UNSAID));
  // With a hint for who does not see the page it may be longer than a label.
  const seen = short(words) === null ? partsOf(element, (part) => !part.matches(UNSAID) && part.checkVisibility({ visibilityProperty: true })) : words;
  return seen.trim() === "" ? whole : seen;
}

function partsOf(element: Element, isSaid: (part: Element) => boolean): string {
  const filter = (node: Node): number => (isElement(node) && !isSaid(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
  let words = "";
  let box: Node | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!isText(node)) continue;
    let around = node.parentElement;
    while (around !== null && around !== element && mayBeInline(around)) around = around.parentElement;
    words += around === box ? node.data : ` ${node.data}`;
    box = around;
  }
  return words;
}

export function textOf(element: Element): string | null {
  const text = wordsOf(element);
  return fits(text) ? short(text) : null;
}

/** A text with digits of its own is another value and no label. */
export const labelText = (text: string): string | null => (!fits(text) || /\p{Nd}{2}/u.test(text) ? null : short(text));
export const labelOf = (element: Element): string | null => labelText(wordsOf(element));
