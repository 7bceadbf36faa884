/** What a whole group of numbers stands under, where that says they are fax machines': a caption, a group's name, a row or a heading over them. */
import { parentOf } from "./dom.ts";
import { saysFax } from "./fax.ts";
import { labelOf, labelText } from "./short-text.ts";
import { TITLE_ROWS_UP } from "./tunables.ts";

/** Ancestors looked at. */
const LEVELS = 8;
/** Longer ones are an article's, in UTF-16 units. */
const TITLE_UNITS = 24;
const TITLE = "h2,h3,h4,h5,h6,[role=heading],legend,caption,summary";
/** A title right in front of these is theirs; one that these begin with is all of theirs. */
const LIST = "table,ul,ol,dl,[role=list],[role=table]";
const PART = "section,fieldset,article,details,table,[role=group],[role=region]";
const NAMED = `${LIST},${PART}`;

/** Found once for each round of work. */
export class Above {
  readonly #titles = new WeakMap<Element, string | null>();

  of(element: Element): string | null {
    for (let at: Element | null = element, n = 0; at !== null && n < LEVELS && at.localName !== "body"; at = parentOf(at), n++) {
      let title = this.#titles.get(at);
      if (title === undefined) this.#titles.set(at, (title = at.localName === "tr" ? this.#overRow(at) : titleOf(at)));
      // Another title in between is the nearer one, whatever it says.
      if (title !== null) return title.length <= TITLE_UNITS && saysFax(title) ? title : null;
    }
    return null;
  }

  /** A row of one cell across the table is the title of those below it, and so for all rows that are passed on the way up. */
  #overRow(row: Element): string | null {
    const passed: Element[] = [];
    let title: string | null | undefined;
    for (let at = row.previousElementSibling; passed.length < TITLE_ROWS_UP && at !== null && title === undefined; at = at.previousElementSibling) {
      const cell = at.childElementCount === 1 ? at.firstElementChild : null;
      title = cell instanceof HTMLTableCellElement && cell.colSpan > 1 ? labelOf(cell) : this.#titles.get(at);
      if (title === undefined) passed.push(at);
    }
    for (const each of passed) this.#titles.set(each, title ?? null);
    return title ?? null;
  }
}

function titleOf(element: Element): string | null {
  if (!element.matches(NAMED)) return null;
  const name = named(element);
  if (name !== null) return labelText(name);
  const first = element.firstElementChild;
  if (first?.matches(TITLE) === true && element.matches(PART)) return labelOf(first);
  const before = element.previousElementSibling;
  return before?.matches(TITLE) === true && element.matches(LIST) ? labelOf(before) : null;
}

/** What an element is called by an attribute. */
export function named(element: Element): string | null {
  const ids = element.getAttribute("aria-labelledby");
  if (ids !== null) {
    const root = element.getRootNode();
    const page = root instanceof ShadowRoot ? root : element.ownerDocument;
    return ids.split(/\s+/u).map((id) => page.getElementById(id)).filter((each) => each?.contains(element) !== true).map((each) => each?.textContent ?? "").join(" ");
  }
  const name = element.getAttribute("aria-label") ?? element.getAttribute("data-label") ?? element.getAttribute("title");
  return name ?? (element.getAttribute("itemprop") === "faxNumber" ? "Fax" : null);
}
