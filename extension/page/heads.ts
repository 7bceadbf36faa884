/** What heads of columns have in common, of tables and of plain elements alike. */
import { labelOf } from "./short-text.ts";

/** How far up the head of a table that stands apart is looked for. */
export const APART_LEVELS = 6;
/** A head of more rows is another table. */
export const MOST_HEAD_ROWS = 4;
/** Two columns are rather labels and their values. More than the most are no columns. */
export const LEAST_COLUMNS = 3;
export const MOST_COLUMNS = 40;

export type Row = readonly (string | null)[];
export const NONE: Row = [];

export const indexIn = (parent: Element, child: Element): number => Array.prototype.indexOf.call(parent.children, child);

export function remembered<E extends Element, Found>(known: WeakMap<Element, Found>, element: E, find: (element: E) => Found): Found {
  let found = known.get(element);
  if (found === undefined) known.set(element, (found = find(element)));
  return found;
}

/** Headings of so many columns; over the bar that scrolls the rows may be one more cell. */
export const isOver = (headings: Row, columns: number): boolean => headings.length >= columns && headings.slice(columns).every((heading) => heading === null);

export const isLike = (one: Element, other: Element | null): boolean => other === null || (one.localName === other.localName && one.className === other.className);

export function isHead(row: Element): boolean {
  const columns = row.children.length;
  if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS) return false;
  const said = [...row.children].filter((cell) => cell.textContent.trim() !== "");
  return said.length >= 2 && said.every((cell) => labelOf(cell) !== null);
}

export const isAlignedOver = (head: Element, row: Element): boolean =>
  [...head.children].every((heading, n) => {
    const [above, below] = [heading.getBoundingClientRect(), row.children[n]?.getBoundingClientRect()];
    return below !== undefined && above.top + above.bottom < below.top + below.bottom && Math.max(above.left, below.left) <= Math.min(above.right, below.right);
  });

/** One with rows of its own is another table; of a head's rows one may be for filters. */
export const hasValues = (head: HTMLTableElement): boolean =>
  head.rows.length > MOST_HEAD_ROWS ||
  [...head.querySelectorAll("tbody td:not([role=columnheader])")].some((cell) => cell.textContent.trim() !== "" && cell.querySelector("input,select,button") === null);
