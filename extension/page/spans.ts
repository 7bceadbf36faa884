/** Cells that reach down into the rows below them, which then have fewer cells of their own. Found once for each round of work. */
import { SPAN_ROWS_UP } from "./tunables.ts";

/** A cell in a column of a row above, and into how many rows it reaches from here on. */
interface Reach {
  readonly cell: HTMLTableCellElement;
  readonly rows: number;
}
/** By column. */
type Reaching = readonly (Reach | undefined)[];

const NOTHING: Reaching = [];

export class Spans {
  readonly #into = new WeakMap<Element, Reaching>();

  /** What reaches into a row of a table so many columns wide. */
  into(row: Element, width: number): Reaching {
    const rows: HTMLTableRowElement[] = [];
    // Up to a row that is known, or that has all of its cells: nothing reaches into that.
    for (let at: Element | null = row; at instanceof HTMLTableRowElement && rows.length < SPAN_ROWS_UP; at = at.previousElementSibling) {
      rows.push(at);
      if (this.#into.has(at) || widthOf(at) >= width) break;
    }
    let reaching = NOTHING;
    for (const at of rows.reverse()) {
      reaching = this.#into.get(at) ?? reaching;
      this.#into.set(at, reaching);
      if (at !== row) reaching = below(at, reaching);
    }
    return reaching;
  }
}

const widthOf = ({ cells }: HTMLTableRowElement): number => {
  let width = 0;
  for (const { colSpan } of cells) width += colSpan;
  return width;
};

/** What reaches into the row below one. */
function below(row: HTMLTableRowElement, reaching: Reaching): Reaching {
  const next: (Reach | undefined)[] = [];
  reaching.forEach((reach, column) => {
    if (reach !== undefined && reach.rows > 1) next[column] = { cell: reach.cell, rows: reach.rows - 1 };
  });
  let column = 0;
  for (const cell of row.cells) {
    while (reaching[column] !== undefined) column++;
    // None given in number: down to the end.
    const rows = cell.rowSpan === 0 ? Infinity : cell.rowSpan - 1;
    for (let n = 0; n < cell.colSpan; n++, column++) if (rows > 0) next[column] = { cell, rows };
  }
  return next.length === 0 ? NOTHING : next;
}
