/** Labels that are in the style sheet only: `td::before { content: "Phone" }`, as in tables that become lists on narrow screens. */
import { isElement, mayBeInline, parentOf } from "./dom.ts";
import { labelText } from "./short-text.ts";

const LEVELS = 3;
const PART = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)/gu;
const LETTER = /\p{L}/u;
/** Such an element may have words of its own to show. */
const OWN_WORDS = "[style*='--']";

/** Found once for elements that look alike and stand in the same rows, and kept for some time: styles are dear, and rows are many. */
export class Generated {
  readonly #known = new WeakMap<Element, Map<string, string>>();

  /** In front of a text with which an element begins, up to the cell it stands in. */
  before(node: Text | HTMLInputElement, within: Element | null): string | null {
    if (isElement(node)) return null;
    let at: Node = node;
    for (let n = 0; n < LEVELS; n++) {
      for (let before = at.previousSibling; before !== null; before = before.previousSibling) if (before.textContent?.trim() !== "") return null;
      const element = parentOf(at);
      if (element === null || element.localName === "body") return null;
      const label = this.#of(element);
      if (label !== null || element === within || !mayBeInline(element)) return label;
      at = element;
    }
    return null;
  }

  #of(element: Element): string | null {
    const row = element.parentElement;
    const rows = row?.parentElement ?? element;
    const column = element instanceof HTMLTableCellElement ? String(element.cellIndex) : "";
    const own = element.matches(OWN_WORDS) ? (element.getAttribute("style") ?? "") : "";
    const key = [element.localName, element.className, column, row?.className, own].join("|");
    const known = this.#known.get(rows) ?? new Map<string, string>();
    this.#known.set(rows, known);
    let content = known.get(key);
    if (content === undefined) {
      content = withAttributes(getComputedStyle(element, "::before").content, element);
      // Of one that has nothing to say here the next may.
      if (LETTER.test(content)) known.set(key, content);
    }
    if (content === "none" || content === "normal") return null;
    const words = [...content.matchAll(PART)].map(([, text, attribute]) => (attribute === undefined ? text : (element.getAttribute(attribute) ?? "")));
    const label = labelText(words.join(""));
    return label !== null && LETTER.test(label) ? label : null;
  }
}

/** Chromium tells what an attribute says and not which: the next element that looks like this one says something else. */
function withAttributes(content: string, element: Element): string {
  for (const { name, value } of element.attributes) {
    if (name !== "class" && value.trim() !== "" && content.startsWith(`"${value}`)) return `attr(${name}) "${content.slice(1 + value.length)}`;
  }
  return content;
}
