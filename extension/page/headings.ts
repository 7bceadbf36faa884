/** Which heading a column has: of a table, an ARIA grid, a table whose head is a table of its own, or rows of plain elements. */
import { closest } from "./dom.ts";
import { saysFax, saysPhone } from "./fax.ts";
import { labelOf, short, textOf } from "./short-text.ts";

export const CELL = "td,th,[role=cell],[role=gridcell],[role=rowheader]";
export const ROW = "tr,[role=row]";
const TABLE = "table,[role=table],[role=grid],[role=treegrid]";
const HEADING = "th,[role=columnheader]";
/** Attributes in which grids repeat a column's heading in each of its cells. */
const OWN = ["data-label", "data-title", "data-th"];
/** Attributes that name the element with the heading. */
const NAMES_HEADING = ["headers", "aria-describedby", "data-columnid"];
/** How far up the head of a table that stands apart is looked for, and the cell of a number in plain elements. */
const APART_LEVELS = 6;
const LOOSE_LEVELS = 5;
/** How many boxes around a row of plain elements are looked in front of. */
const BOX_LEVELS = 3;
/** A head of more rows is another table. */
const MOST_HEAD_ROWS = 4;
/** Two columns are rather labels and their values. More than the most are no columns. */
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 40;
/** To know a cell's column its place among all is asked for. */
const MOST_IN_GRID = 2000;

/** How far a heading may be out of line with its column, in CSS pixels. */
const OUT_OF_LINE_PX = 4;

/** More text is no head, in UTF-16 units. */
const MOST_HEAD_UNITS = 1000;

type Row = readonly (string | null)[];
const NONE: Row = [];

/** The heading of a cell that no markup calls one, and that cell: what stands in front of it is another value. */
export interface Loose {
  readonly heading: string | null;
  readonly within: Element | null;
}

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
  readonly #lists = new WeakMap<Element, Row>();
  readonly #grids = new WeakMap<Element, Row>();
  readonly #boxed = new WeakMap<Element, Row>();
  readonly #columns = new WeakMap<Element, Row>();
  readonly #seeming = new WeakMap<Element, Row>();
  readonly #alike = new WeakMap<Element, Row>();

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
    const isPlaced = isAsWideAsHead(row, table);
    const headings = isPlaced ? remembered(this.#placed, table, headingsByPlace) : remembered(this.#tables, table, headingsOf);
    const above = headingsFor(row, table);
    // Which column it is takes a look at each cell in front.
    if (above.length === 0 && headings.length === 0) return null;
    const column = columnOf(cell, row, isPlaced);
    // Details of a record may stand in a cell under all headings.
    const last = column + spanOf(cell) - 1;
    return headings[column] === headings[last] ? (above[column] ?? headings[column] ?? null) : null;
  }

  /** Of a table without any heading: its first row, where that looks like one. A name may stand there, too. */
  seeming(cell: Element): string | null {
    const table = cell.closest("table");
    const row = cell.closest("tr");
    const first = table === null ? NONE : remembered(this.#seeming, table, firstRowOf);
    return row === null || first.length === 0 || spanOf(cell) > 1 ? null : (first[columnOf(cell, row)] ?? null);
  }

  /** By the look of it: rows of as many parts as a first one of another class that has no digits. */
  loose(from: Element): Loose {
    let cell = from;
    let seeming: string | null = null;
    for (let n = 0; n < LOOSE_LEVELS; n++) {
      const row = cell.parentElement;
      if (row === null || row.localName === "body") break;
      const isRow = row.children.length >= LEAST_COLUMNS;
      const heading = (isRow ? (this.#overRow(row, cell) ?? this.#inGrid(row, cell) ?? this.#overBox(row, cell)) : null) ?? this.#overColumn(row, cell) ?? beside(row, cell);
      if (heading !== null) return { heading, within: cell };
      if (isRow) seeming ??= this.#overAlike(row, cell);
      cell = row;
    }
    return { heading: seeming, within: null };
  }

  /** Of rows that are all alike the first, where it speaks of telephones. What stands in front of a number may call it something, too. */
  #overAlike(row: Element, cell: Element): string | null {
    const first = row.parentElement?.firstElementChild ?? null;
    if (first === null || first === row || row.childElementCount > MOST_COLUMNS || !isLike(row, first)) return null;
    const headings = remembered(this.#alike, first, headingsOfAlike);
    return isOver(headings, row.childElementCount) ? (headings[indexIn(row, cell)] ?? null) : null;
  }

  /** Several boxes beside each other, with a value of each row; or each cell placed by itself. */
  #overColumn(column: Element, cell: Element): string | null {
    const { previousElementSibling: before, nextElementSibling: after, childElementCount: rows } = column;
    const isOneOfMany = rows > 1 && (before ?? after)?.childElementCount === rows && isLike(cell, column.firstElementChild);
    const isPlaced = !isOneOfMany && rows >= LEAST_COLUMNS && getComputedStyle(cell).position === "absolute";
    return isOneOfMany || isPlaced ? (remembered(this.#columns, isPlaced ? cell : column, headingOfColumn)[0] ?? null) : null;
  }

  #overRow(row: Element, cell: Element): string | null {
    const list = row.parentElement;
    if (list === null || row.children.length > MOST_COLUMNS) return null;
    const headings = remembered(this.#lists, list, headingsOfList);
    return isOver(headings, row.children.length) && !isLike(row, headOf(list)) ? (headings[indexIn(row, cell)] ?? null) : null;
  }

  #overBox(row: Element, cell: Element): string | null {
    return row.childElementCount > MOST_COLUMNS ? null : (remembered(this.#boxed, row, headingsOfBoxed)[indexIn(row, cell)] ?? null);
  }

  #inGrid(grid: Element, cell: Element): string | null {
    const headings = grid.children.length > MOST_IN_GRID ? NONE : remembered(this.#grids, grid, headingsOfGrid);
    if (headings.length === 0) return null;
    const index = indexIn(grid, cell);
    return index < headings.length ? null : (headings[index % headings.length] ?? null);
  }
}

/** Labels one above the other in a box, and their values in the next one: the label in the same line. Of a label and its value, the one is not like the other. */
function beside(box: Element, cell: Element): string | null {
  const labels = box.previousElementSibling;
  if (labels === null || box.children.length < 2 || labels.children.length !== box.children.length || box.children.length > MOST_COLUMNS) return null;
  const label = labels.children[indexIn(box, cell)];
  if (label === undefined || [...labels.children].some((each) => !isLike(each, label) || labelOf(each) === null)) return null;
  return isBeside(label.getBoundingClientRect(), cell.getBoundingClientRect()) ? textOf(label) : null;
}

const isBeside = (one: DOMRect, other: DOMRect): boolean =>
  Math.abs(one.top + one.bottom - other.top - other.bottom) < Math.min(one.height, other.height) && (one.right <= other.left || other.right <= one.left);

const indexIn = (parent: Element, child: Element): number => Array.prototype.indexOf.call(parent.children, child);

function remembered<E extends Element>(known: WeakMap<Element, Row>, element: E, find: (element: E) => Row): Row {
  let row = known.get(element);
  if (row === undefined) known.set(element, (row = find(element)));
  return row;
}

function columnOf(cell: Element, row: Element, isPlaced = false): number {
  const index = isPlaced ? null : cell.getAttribute("aria-colindex");
  if (index !== null && /^\d+$/u.test(index)) return Number(index) - 1;
  let column = 0;
  // Around the cells there may be another box.
  for (const each of cell.parentElement === row ? row.children : row.querySelectorAll(CELL)) {
    if (each === cell || each.contains(cell)) return column;
    // Between cells there may be handles to draw them wider.
    if (each.matches(CELL)) column += spanOf(each);
  }
  return column;
}

/** Headings of so many columns; over the bar that scrolls the rows may be one more cell. */
const isOver = (headings: Row, columns: number): boolean => headings.length >= columns && headings.slice(columns).every((heading) => heading === null);

/** A row of nothing but headings for this one: right above, where they take turns, or where each record has as many rows as the head, and this is which. */
function headingsFor(row: Element, table: Element): Row {
  const above = row.previousElementSibling;
  const [record, first] = [row.parentElement, table instanceof HTMLTableElement ? (table.tHead ?? table.tBodies.item(0)) : null];
  const isRecord = above !== null && first !== record && first?.rows.length === record?.childElementCount && [...(first?.rows ?? [])].every(isOfHeadings);
  const head = isRecord && record !== null ? first?.rows.item(indexIn(record, row)) : above;
  return head && isOfHeadings(head) && head.cells.length === row.childElementCount && [...row.children].every((cell) => cell.localName === "td") ? ofRows([head], true) : NONE;
}

/** The first cell tells most rows apart. */
const isOfHeadings = (row: Element): row is HTMLTableRowElement =>
  row instanceof HTMLTableRowElement && row.cells.item(0)?.localName === "th" && [...row.cells].every((cell) => cell.localName === "th" && cell.colSpan === 1 && cell.rowSpan === 1);

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

const isAsWideAsHead = (row: Element, table: Element): boolean =>
  table instanceof HTMLTableElement && [...(table.tHead?.rows ?? [])].some(({ cells }) => cells.length === row.childElementCount);

const headingsByPlace = (table: Element): Row => (table instanceof HTMLTableElement ? ofRows(table.tHead?.rows ?? [], true, true) : NONE);

function firstRowOf(table: HTMLTableElement): Row {
  const first = table.rows.item(0);
  return first !== null && isHead(first) ? [...first.cells].map(textOf) : NONE;
}

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
        headings[column] = text ?? headings[column] ?? null;
        left[column] = cell.rowSpan - 1;
      }
    }
    filled = left;
  }
  return headings;
}

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

/** One with rows of its own is another table; of a head's rows one may be for filters. */
const hasValues = (head: HTMLTableElement): boolean =>
  head.rows.length > MOST_HEAD_ROWS ||
  [...head.querySelectorAll("tbody td:not([role=columnheader])")].some((cell) => cell.textContent.trim() !== "" && cell.querySelector("input,select,button") === null);

/** The head of a table that stands over rows which are plain elements. */
function tableHeadOver(list: Element): Element | null {
  let at: Element | null = list;
  for (let n = 0; n < APART_LEVELS && at !== null; n++, at = at.parentElement) {
    const before: Element | null = at.previousElementSibling;
    const head = before instanceof HTMLTableElement ? before : before?.firstElementChild;
    if (!(head instanceof HTMLTableElement)) continue;
    const row = head.tHead?.rows.item(0) ?? null;
    return row !== null && isHead(row) && !hasValues(head) ? row : null;
  }
  return null;
}

/** What may be the head of rows in a list: its first child, or what stands in front of the list. */
function headOf(list: Element): Element | null {
  const first = list.firstElementChild;
  if (first !== null && isHead(first)) return first;
  let before = list.previousElementSibling;
  for (let n = 0; n < 2 && before?.children.length === 1; n++) before = before.firstElementChild;
  return before !== null && isHead(before) ? before : tableHeadOver(list);
}

const isLike = (one: Element, other: Element | null): boolean => other === null || (one.localName === other.localName && one.className === other.className);

function isHead(row: Element): boolean {
  const columns = row.children.length;
  if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS) return false;
  const said = [...row.children].filter((cell) => cell.textContent.trim() !== "");
  return said.length >= 2 && said.every((cell) => labelOf(cell) !== null);
}

function headingsOfList(list: Element): Row {
  const head = headOf(list);
  return head === null ? NONE : [...head.children].map(textOf);
}

const headingsOfAlike = (first: Element): Row => {
  const headings = isHead(first) ? [...first.children].map(textOf) : NONE;
  return headings.some((heading) => heading !== null && (saysPhone(heading) || saysFax(heading))) ? headings : NONE;
};

/** Rows and their head may each be in boxes of their own: the head is in front of one of those, and its cells are over those of the row. */
function headingsOfBoxed(row: Element): Row {
  let at = row;
  for (let n = 0; n < BOX_LEVELS; n++) {
    const box = at.parentElement;
    if (box === null || box.localName === "body") break;
    for (const front of [box.firstElementChild, box.previousElementSibling]) {
      // Another row.
      if (front === null || front === at || isLike(front, front.parentElement === box ? at : box)) continue;
      const [first, same] = [front.firstElementChild, front.children[indexIn(box, at)]];
      const head = [front, first, same, first?.firstElementChild].find((each) => each?.childElementCount === row.childElementCount && isHead(each));
      if (head && !isLike(head, row) && isAlignedOver(head, row)) return [...head.children].map(textOf);
    }
    at = box;
  }
  return NONE;
}

const isAlignedOver = (head: Element, row: Element): boolean =>
  [...head.children].every((heading, n) => {
    const [above, below] = [heading.getBoundingClientRect(), row.children[n]?.getBoundingClientRect()];
    return below !== undefined && above.top + above.bottom < below.top + below.bottom && Math.max(above.left, below.left) <= Math.min(above.right, below.right);
  });

/** Cells in a box for each column: the head is in front of all of those boxes, and has a part over each. */
function headingOfColumn(column: Element): Row {
  const all = column.parentElement;
  const own = column.getBoundingClientRect();
  let at = all;
  for (let n = 0; n < APART_LEVELS && at !== null && at.localName !== "body"; n++, at = at.parentElement) {
    const front = at.previousElementSibling;
    for (const part of front === null || front.textContent.length > MOST_HEAD_UNITS ? [] : front.querySelectorAll("*")) {
      if (part.childElementCount < LEAST_COLUMNS || !isHead(part)) continue;
      const heading = [...part.children].find((each) => isOverColumn(each.getBoundingClientRect(), own));
      if (heading !== undefined) return [textOf(heading)];
    }
  }
  return NONE;
}

const isOverColumn = (one: DOMRect, other: DOMRect): boolean =>
  one.top < other.top && Math.abs(one.left - other.left) <= OUT_OF_LINE_PX && Math.abs(one.right - other.right) <= OUT_OF_LINE_PX;

/** Cells that follow each other in a grid of the style sheet: the first ones, of another class, are headings. */
function headingsOfGrid(grid: Element): Row {
  const { display, gridTemplateColumns } = getComputedStyle(grid);
  if (display !== "grid") return NONE;
  const columns = gridTemplateColumns.split(" ").length;
  const { children } = grid;
  const [first, second] = [children[0], children[columns]];
  if (columns < LEAST_COLUMNS || first === undefined || second === undefined || isLike(first, second)) return NONE;
  const head = [...children].slice(0, columns);
  return head.every((cell) => labelOf(cell) !== null) ? head.map(textOf) : NONE;
}
