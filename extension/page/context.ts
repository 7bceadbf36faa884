/**
 * The label a number has by its place: column heading, row heading, the cell or the field before it, `dt`, `label`,
 * `aria-label`. The detector reads it as text in front of the number.
 */
import { isElement, isSkipped, isText, mayBeInline, parentOf } from "./dom.ts";
import { LABEL_UNITS } from "./tunables.ts";

const CELL = "td,th,[role=cell],[role=gridcell],[role=rowheader]";
const ROW = "tr,[role=row]";
const TABLE = "table,[role=table],[role=grid],[role=treegrid]";
/** Ancestors looked at for something in front of the number. */
const CLIMB = 3;

/** Headings of a table, found once for each round of work. */
type Headings = WeakMap<Element, readonly (string | null)[]>;

export class Context {
  #headings: Headings = new WeakMap();

  /** Headings may have changed since the last round. */
  forget(): void {
    this.#headings = new WeakMap();
  }

  /** What stands in front of the text of this node; "" when nothing does. */
  before(node: Text): string {
    const parent = node.parentElement ?? parentOf(node);
    if (parent === null) return "";
    const parts: (string | null)[] = [];
    const cell = parent.closest(CELL);
    if (cell !== null) parts.push(this.#heading(cell), rowHeading(cell));
    parts.push(ariaLabel(parent), fieldLabel(parent), cell === null ? precedingBlock(parent) : precedingIn(parent, cell));
    const seen = new Set(parts.filter((part) => part !== null && part !== ""));
    return [...seen].join(" ");
  }

  #heading(cell: Element): string | null {
    const named = cell.getAttribute("headers")?.split(/\s+/u).map((id) => cell.ownerDocument.getElementById(id));
    if (named !== undefined) return short(named.map((each) => each?.textContent ?? "").join(" "));
    const own = cell.getAttribute("data-label") ?? cell.getAttribute("data-title") ?? cell.getAttribute("data-th");
    if (own !== null) return short(own);
    const table = cell.closest(TABLE);
    const row = cell.closest(ROW);
    if (table === null || row === null || cell.matches("thead *,[role=columnheader]")) return null;
    let headings = this.#headings.get(table);
    if (headings === undefined) this.#headings.set(table, (headings = headingsOf(table)));
    return headings[columnOf(cell, row)] ?? null;
  }
}

function columnOf(cell: Element, row: Element): number {
  const index = cell.getAttribute("aria-colindex");
  if (index !== null && /^\d+$/u.test(index)) return Number(index) - 1;
  let column = 0;
  for (const each of row.children) {
    if (each === cell || each.contains(cell)) return column;
    column += spanOf(each);
  }
  return column;
}

const spanOf = (cell: Element): number => (cell instanceof HTMLTableCellElement ? cell.colSpan : 1);

function headingsOf(table: Element): readonly (string | null)[] {
  const row = table instanceof HTMLTableElement ? (table.tHead?.rows[table.tHead.rows.length - 1] ?? table.rows[0]) : undefined;
  const cells = row === undefined ? table.querySelectorAll("[role=columnheader]") : row.children;
  const headings: (string | null)[] = [];
  for (const cell of cells) {
    const isHeading = cell.localName === "th" || cell.getAttribute("role") === "columnheader" || row?.parentElement?.localName === "thead";
    const index = cell.getAttribute("aria-colindex");
    if (index !== null && /^\d{1,4}$/u.test(index)) headings[Number(index) - 1] = isHeading ? textOf(cell) : null;
    else for (let n = 0; n < spanOf(cell); n++) headings.push(isHeading ? textOf(cell) : null);
  }
  return headings;
}

/** `<th scope=row>`, or the cell before: "Phone | 020 7946 0958". */
function rowHeading(cell: Element): string | null {
  const before = cell.previousElementSibling;
  const heading = cell.closest(ROW)?.querySelector(":scope > th,:scope > [role=rowheader]") ?? null;
  if (heading !== null && heading !== cell && heading.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING) return textOf(heading);
  return before?.matches(CELL) === true ? labelIn(before) : null;
}

/** A neighbour with digits of its own is another value and no label. */
function labelIn(element: Element): string | null {
  const text = textOf(element);
  return text === null || /\p{Nd}{2}/u.test(text) ? null : text;
}

function ariaLabel(element: Element): string | null {
  for (let at: Element | null = element, n = 0; at !== null && n < 2; at = at.parentElement, n++) {
    const ids = at.getAttribute("aria-labelledby");
    if (ids !== null) return short(ids.split(/\s+/u).map((id) => element.ownerDocument.getElementById(id)?.textContent ?? "").join(" "));
    const label = at.getAttribute("aria-label");
    // A label that repeats the number says nothing about it.
    if (label !== null) return /\p{Nd}{3}/u.test(label) ? null : short(label);
  }
  return null;
}

function fieldLabel(element: Element): string | null {
  const { id } = element;
  const label = id === "" ? null : element.ownerDocument.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label === null ? null : textOf(label);
}

const precedingBlock = (element: Element): string | null => preceding(element, null);
const precedingIn = (element: Element, cell: Element): string | null => (element === cell ? null : preceding(element, cell));

/** The short text right in front of the block: `<dt>`, `<label>`, `<div class="name">`. */
function preceding(from: Element, within: Element | null): string | null {
  let at: Element | null = from;
  while (at !== null && at !== within && mayBeInline(at)) {
    // In the same line the detector has read it already.
    if (at.previousSibling !== null && !isBlank(at.previousSibling)) return null;
    at = at.parentElement;
  }
  for (let n = 0; at !== null && at !== within && n < CLIMB; n++, at = at.parentElement) {
    if (at.localName === "dd") {
      let term = at.previousElementSibling;
      while (term !== null && term.localName === "dd") term = term.previousElementSibling;
      return term === null ? null : textOf(term);
    }
    const before = previousOf(at);
    if (before !== null) return isElement(before) ? (isSkipped(before) ? null : labelIn(before)) : labelText(before);
    if (at.localName === "body" || at.localName === "li" || at.localName === "tr") return null;
  }
  return null;
}

const isBlank = (node: Node): boolean => (isText(node) ? node.data.trim() === "" : !isElement(node));

function previousOf(element: Element): Element | Text | null {
  let at = element.previousSibling;
  while (at !== null && (isBlank(at) || (isElement(at) && (at.localName === "br" || at.localName === "svg" || at.localName === "img")))) at = at.previousSibling;
  return isElement(at) || isText(at) ? at : null;
}

const labelText = (node: Text): string | null => (/\p{Nd}{2}/u.test(node.data) ? null : short(node.data));

function textOf(element: Element): string | null {
  const text = element.textContent;
  // Reading a whole article to see whether it is a label would be slow.
  return text.length > LABEL_UNITS * 4 ? null : short(text);
}

function short(text: string): string | null {
  const trimmed = text.replace(/\s+/gu, " ").trim();
  return trimmed === "" || trimmed.length > LABEL_UNITS ? null : trimmed;
}
