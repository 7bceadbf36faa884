/** Which heading a value has that stands in no table: rows, grids and columns of plain elements are known by their look. */
import { saysFax, saysPhone } from "./fax.ts";
import { APART_LEVELS, hasValues, indexIn, isAlignedOver, isHead, isLike, isOver, LEAST_COLUMNS, MOST_COLUMNS, NONE, remembered, type Row } from "./heads.ts";
import { labelOf, textOf } from "./short-text.ts";

/** How far up the cell of a number is looked for. */
const LOOSE_LEVELS = 5;
/** How many boxes around a row of plain elements are looked in front of. */
const BOX_LEVELS = 3;
/** To know a cell's column its place among all is asked for. */
const MOST_IN_GRID = 2000;
/** Boxes in front of what has columns that are looked into. */
const MOST_PASSED = 4;
/** How far a heading may be out of line with its column, in CSS pixels. */
const OUT_OF_LINE_PX = 4;
const TITLE = "h2,h3,h4,h5,h6,[role=heading]";
/** More text is no head, in UTF-16 units. */
const MOST_HEAD_UNITS = 1000;

/** The heading of a cell that no markup calls one, and that cell: what stands in front of it is another value. */
export interface Loose {
  readonly heading: string | null;
  readonly within: Element | null;
}

/** Found once for each round of work. */
export class PlainHeadings {
  readonly #lists = new WeakMap<Element, Row>();
  readonly #grids = new WeakMap<Element, Row>();
  readonly #boxed = new WeakMap<Element, Row>();
  readonly #columns = new WeakMap<Element, Row>();
  readonly #alike = new WeakMap<Element, Row>();

  /** By the look of it: rows of as many parts as a first one of another class that has no digits. */
  of(from: Element): Loose {
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
    const over = (box: Element): string | null => remembered(this.#columns, box, headingOfColumn)[0] ?? null;
    const heading = isOneOfMany ? over(column) : null;
    // Rows of cells that are placed are boxes beside one another, too.
    if (heading !== null || rows < LEAST_COLUMNS || !cell.hasAttribute("style") || getComputedStyle(cell).position !== "absolute") return heading;
    return over(cell);
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
  let first = list.firstElementChild;
  // A group of rows may have its title in front.
  if (first?.matches(TITLE) === true) first = first.nextElementSibling;
  if (first !== null && isHead(first)) return first;
  // In front of the body is the page's own head.
  if (list.localName === "body") return null;
  let before = list.previousElementSibling;
  for (let n = 0; n < 2 && before?.children.length === 1; n++) before = before.firstElementChild;
  return before !== null && isHead(before) && !isStacked(before) ? before : tableHeadOver(list);
}

/** What stands still at the side of rows: their names, one under the other. */
function isStacked({ firstElementChild: first, lastElementChild: last }: Element): boolean {
  return first !== null && last !== null && first.getBoundingClientRect().bottom <= last.getBoundingClientRect().top;
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

/** Cells in a box for each column: the head is in front of all of those boxes, and has a part over each. */
export function headingOfColumn(column: Element): Row {
  const all = column.parentElement;
  const own = column.getBoundingClientRect();
  let at = all;
  for (let n = 0; n < APART_LEVELS && at !== null && at.localName !== "body"; n++, at = at.parentElement) {
    let front = at.previousElementSibling;
    // Between it and its head there may be what stands still at its side.
    for (let passed = 0; passed < MOST_PASSED && front !== null; passed++, front = front.previousElementSibling) {
      if (passed > 0 && isLike(front, at)) break;
      for (const part of front.textContent.length > MOST_HEAD_UNITS ? [] : [front, ...front.querySelectorAll("*")]) {
        if (part.childElementCount < LEAST_COLUMNS || !isHead(part)) continue;
        const heading = [...part.children].find((each) => isOverColumn(each.getBoundingClientRect(), own));
        if (heading !== undefined) return [textOf(heading)];
      }
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
