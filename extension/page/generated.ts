/** Labels that are in the style sheet only: `td::before { content: "Phone" }`, as in tables that become lists on narrow screens. */
import { isElement, mayBeInline, parentOf } from "./dom.ts";
import { labelText } from "./short-text.ts";

const LEVELS = 3;
const PART = /"((?:[^"\\]|\\.)*)"|attr\(\s*([\w-]+)[^)]*\)/gu;

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
    const key = [element.localName, element.className, column, row?.className].join("|");
    const known = this.#known.get(rows) ?? new Map<string, string>();
    this.#known.set(rows, known);
    let content = known.get(key);
    if (content === undefined) known.set(key, (content = getComputedStyle(element, "::before").content));
    if (content === "none" || content === "normal") return null;
    const words = [...content.matchAll(PART)].map(([, text, attribute]) => (attribute === undefined ? text : (element.getAttribute(attribute) ?? "")));
    const label = labelText(words.join(""));
    return label !== null && /\p{L}/u.test(label) ? label : null;
  }
}
