/** Which heading a column has: of a table, an ARIA grid, or a table whose head is a table of its own. */
import { closest } from "./dom.ts";
import { APART_LEVELS, hasValues, indexIn, isAlignedOver, isHead, isOver, MOST_HEAD_ROWS, NONE, remembered, type Row } from "./heads.ts";
import { headingOfColumn } from "./plain-headings.ts";
import { saysFax, saysPhone } from "./fax.ts";
import { labelOf, short, textOf } from "./short-text.ts";
import { Spans } from "./spans.ts";

export const CELL = "td,th,[role=cell],[role=gridcell],[role=rowheader]";
export const ROW = "tr,[role=row]";
const TABLE = "table,[role=table],[role=grid],[role=treegrid]";
const HEADING = "th,[role=columnheader]";
/** Attributes in which grids repeat a column's heading in each of its cells. */
const OWN = ["data-label", "data-title", "data-th"];
/** Attributes that name the element with the heading. */
const NAMES_HEADING = ["headers", "aria-describedby", "data-columnid"];

/** The cell around an element as a person sees it: a grid may take what its cells show from elsewhere, into a slot of each. */
export function cellAround(element: Element): Element | null {
  const slotted = element.closest("[slot]");
  const slot = slotted?.assignedSlot ?? null;
  const inner = element.closest(CELL);
  return slot === null || (inner !== null && slotted?.contains(inner) === true) ? closest(element, CELL) : closest(slot, CELL);
}

/** Found once for each round of work. */
export class Headings {
  readonly #tables = new WeakMap<Element, Row>();
  readonly #placed = new WeakMap<Element, Row>();
  readonly #columns = new WeakMap<Element, Row>();
  readonly #seeming = new WeakMap<Element, Row>();
  /** How many cells the rows of a table's head have. */
  readonly #widths = new WeakMap<Element, readonly number[]>();
  /** The head of a record that has as many rows: to count those takes a browser a look at each. */
  readonly #heads = new WeakMap<Element, HTMLTableSectionElement | null>();
  readonly #spans = new Spans();

  of(cell: Element): string | null {
    for (const attribute of NAMES_HEADING) {
      const ids = cell.getAttribute(attribute)?.split(/\s+/u) ?? [];
      const text = short(ids.map((id) => cell.ownerDocument.getElementById(id)?.textContent ?? "").join(" "));
      if (text !== null) return text;
    }
    for (const attribute of OWN) {
      const text = cell.getAttribute(attribute);
      if (text !== null) return short(text);
    }
    const row = cell.closest(ROW);
    // A grid that is a custom element may say so inside its shadow root only.
    const table = cell.closest(TABLE) ?? row?.parentElement ?? null;
    if (row === null && cell.parentElement !== null) return remembered(this.#columns, cell.parentElement, headingOfColumn)[0] ?? null;
    if (table === null || row === null || cell.matches("thead *,[role=columnheader]")) return null;
    // What stands under each other in a table is what a person sees, whatever numbers its cells have; those tell where it shows only a part of a row.
    const isPlaced = this.#isAsWideAsHead(row, table);
    const headings = isPlaced ? remembered(this.#placed, table, headingsByPlace) : remembered(this.#tables, table, headingsOf);
    const above = this.#headingsFor(row, table);
    // Which column it is takes a look at each cell in front.
    if (above.length === 0 && headings.length === 0) return null;
    const column = this.#columnOf(cell, row, headings.length, isPlaced);
    // Details of a record may stand in a cell under all headings.
    const last = column + spanOf(cell) - 1;
    return headings[column] === headings[last] ? (above[column] ?? headings[column] ?? null) : null;
  }

  /** Of a table without any heading: its first row, where that looks like one. A name may stand there, too. */
  seeming(cell: Element): string | null {
    const table = cell.closest("table");
    const row = cell.closest("tr");
    const first = table === null ? NONE : remembered(this.#seeming, table, firstRowOf);
    return row === null || first.length === 0 || spanOf(cell) > 1 ? null : (first[this.#columnOf(cell, row, first.length)] ?? null);
  }

  /** The heading of this row, and of others, that stands in one further up. */
  ofRows(cell: Element): string | null {
    const row = cell.parentElement;
    const first = row?.parentElement?.firstElementChild;
    if (!(row instanceof HTMLTableRowElement && first instanceof HTMLTableRowElement) || row.childElementCount >= first.childElementCount) return null;
    const heading = this.#spans.into(row, first.childElementCount).find((reach) => reach?.cell.localName === "th");
    return heading === undefined ? null : textOf(heading.cell);
  }

  #isAsWideAsHead(row: Element, table: Element): boolean {
    const widths = remembered(this.#widths, table, widthsOfHead);
    return widths.length > 0 && widths.includes(row.childElementCount);
  }

  /** A row of nothing but headings for this one: right above, where they take turns, or where each record has as many rows as the head, and this is which. */
  #headingsFor(row: Element, table: Element): Row {
    const [above, record] = [row.previousElementSibling, row.parentElement];
    if (above === null || record === null) return NONE;
    const rows = remembered(this.#heads, record, () => headOfRecord(record, table));
    const head = rows === null ? above : rows.rows.item(indexIn(record, row));
    return head && isOfHeadings(head) && head.cells.length === row.childElementCount && [...row.children].every((cell) => cell.localName === "td") ? ofRows([head], true) : NONE;
  }

  #columnOf(cell: Element, row: Element, width: number, isPlaced = false): number {
    const index = isPlaced ? null : cell.getAttribute("aria-colindex");
    if (index !== null && /^\d+$/u.test(index)) return Number(index) - 1;
    const filled = row.childElementCount < width ? this.#spans.into(row, width) : [];
    let column = 0;
    const isDirect = cell.parentElement === row;
    // Around the cells there may be another box.
    for (const each of isDirect ? row.children : row.querySelectorAll(CELL)) {
      while (filled[column] !== undefined) column++;
      if (each === cell || (!isDirect && each.contains(cell))) return column;
      // Between cells there may be handles to draw them wider.
      if (each.matches(CELL)) column += spanOf(each);
    }
    return column;
  }
}

function headOfRecord(record: Element, table: Element): HTMLTableSectionElement | null {
  const first = table instanceof HTMLTableElement ? (table.tHead ?? table.tBodies.item(0)) : null;
  return first !== null && first !== record && first.rows.length === record.childElementCount && [...first.rows].every(isOfHeadings) ? first : null;
}

/** The first cell tells most rows apart. */
const isOfHeadings = (row: Element): row is HTMLTableRowElement =>
  row.firstElementChild?.localName === "th" && row instanceof HTMLTableRowElement && [...row.cells].every((cell) => cell.localName === "th" && cell.colSpan === 1 && cell.rowSpan === 1);

/** What a cell shows may be put into its slot. */
function headingText(cell: Element): string | null {
  const slot = cell.querySelector("slot");
  return slot === null ? textOf(cell) : short(slot.assignedNodes({ flatten: true }).map(({ textContent }) => textContent ?? "").join(" "));
}

const spanOf = (cell: Element): number => (cell instanceof HTMLTableCellElement ? cell.colSpan : 1);

function headingsOf(table: Element): Row {
  if (!(table instanceof HTMLTableElement)) return inOrder(headCells(table));
  // Never all rows: there may be ten thousand of them.
  const first = table.rows.item(0);
  const own = ofRows(table.tHead?.rows ?? (first === null ? [] : [first]), table.tHead !== null);
  return own.some((heading) => heading !== null) ? own : headingsApart(table);
}

const widthsOfHead = (table: Element): readonly number[] => (table instanceof HTMLTableElement ? [...(table.tHead?.rows ?? [])].map(({ cells }) => cells.length) : []);

const headingsByPlace = (table: Element): Row => (table instanceof HTMLTableElement ? ofRows(table.tHead?.rows ?? [], true, true) : NONE);

function firstRowOf(table: HTMLTableElement): Row {
  const first = table.rows.item(0);
  return first !== null && (isHead(first) || isOverFax(first)) ? [...first.cells].map(textOf) : NONE;
}

/** Two columns are rather labels and their values, but then this one is a fax machine's, too. */
const isOverFax = ({ cells: [first, second, third] }: HTMLTableRowElement): boolean =>
  third === undefined && first !== undefined && labelOf(first) !== null && second !== undefined && saysFax(labelOf(second) ?? "");

/** Headings, and what else stands in their row: a box that chooses all rows may be no more than a cell. */
function headCells(table: Element): Iterable<Element> {
  const row = table.querySelector(HEADING)?.closest(ROW);
  return row?.querySelector(CELL) ? row.querySelectorAll(`${HEADING},${CELL}`) : table.querySelectorAll(HEADING);
}

/** Cells that say which column they are, or are taken one after the other. */
function inOrder(cells: Iterable<Element>): Row {
  const headings: (string | null)[] = [];
  for (const cell of cells) {
    const index = cell.getAttribute("aria-colindex");
    if (index !== null && /^\d{1,4}$/u.test(index)) headings[Number(index) - 1] = headingText(cell);
    else headings.push(headingText(cell));
  }
  return headings;
}

/** The lowest text over each column: cells of a head may reach over several rows and columns, and its last row may be for filters. */
function ofRows(rows: Iterable<HTMLTableRowElement>, isHead: boolean, isPlaced = false): Row {
  const headings: (string | null)[] = [];
  /** Columns that a cell from above fills in so many rows more. */
  let filled: readonly number[] = [];
  for (const row of rows) {
    const left = filled.map((rows) => Math.max(0, rows - 1));
    let column = 0;
    for (const cell of row.cells) {
      while ((filled[column] ?? 0) > 0) column++;
      const text = isHead || cell.matches(HEADING) ? headingText(cell) : null;
      const index = isPlaced ? null : cell.getAttribute("aria-colindex");
      if (index !== null && /^\d{1,4}$/u.test(index)) column = Number(index) - 1;
      for (let n = 0; n < cell.colSpan; n++, column++) {
        headings[column] = text === null ? (headings[column] ?? null) : withGroup(headings[column] ?? null, text);
        left[column] = cell.rowSpan - 1;
      }
    }
    filled = left;
  }
  return headings;
}

/** "Fax" over "Work" and "Home". */
const withGroup = (group: string | null, heading: string): string => (group !== null && saysFax(group) && !saysPhone(heading) ? `${group} ${heading}` : heading);

/** So that it stays where it is while the rows are scrolled, a head may be a table of its own, in front. */
function headingsApart(table: HTMLTableElement): Row {
  const last = table.tBodies.item(table.tBodies.length - 1)?.lastElementChild;
  const columns = last instanceof HTMLTableRowElement ? last.cells.length : 0;
  let at: Element | null = table;
  for (let n = 0; n < APART_LEVELS && at !== null; n++, at = at.parentElement) {
    const before: Element | null = at.previousElementSibling;
    const head = before instanceof HTMLTableElement ? before : before?.querySelector("table");
    if (!(head instanceof HTMLTableElement) || hasValues(head)) continue;
    const headings = ofRows(head.rows, false);
    return isOver(headings, columns) ? headings : NONE;
  }
  return headingsBehind(table);
}

/** Or behind, and placed over the rows by styles; then often in plain cells. */
function headingsBehind(table: HTMLTableElement): Row {
  // Some of them may be no more than room.
  const rows = [0, 1, 2, 3].map((n) => table.rows.item(n));
  const box = table.parentElement;
  for (let at = box?.nextElementSibling ?? null; at !== null; at = at.nextElementSibling) {
    const inner = at.firstElementChild;
    const head = inner instanceof HTMLTableElement && inner.rows.length <= MOST_HEAD_ROWS ? inner.rows.item(0) : null;
    const row = rows.find((each) => each?.cells.length === head?.cells.length);
    if (head && row && isHead(head) && isAlignedOver(head, row)) return [...head.cells].map(textOf);
  }
  return NONE;
}
