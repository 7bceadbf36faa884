/** Tables as plain text: rows of cells between tabs, bars, semicolons or commas. What a column is, its first line says. */
import { leftOf } from "./characters.js";

/** A longer line is prose. */
const LONGEST_LINE = 300;
/** As far up as the first line is looked for; further down a row has its headings from the one above. */
const HIGHEST = 400;
/** Commas stand in sentences, too: only without a space, and more than one. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
/** Nothing, or the line under a heading. */
const RULE = /^[-|:+\s]*$/;
const DIGIT = /\d/;

interface Row {
  readonly start: number;
  readonly line: string;
  /** Empty: no table. */
  readonly separator: string;
  readonly cells: number;
  /** By column; none: they have none. */
  readonly headings: readonly string[];
}
const NO_ROW: Row = { start: -1, line: "", separator: "", cells: 0, headings: [] };
/** The line looked at last: where it begins and the next one does (none: beyond all), and what it is. */
let begun = 0, next = 0, row = NO_ROW;

/** Another text begins. To compare it with the one before at each number would take as long as both are. */
export function forgetRows(): void {
  begun = next = 0;
  row = NO_ROW;
}

/** The heading of the cell that begins there; empty: the text is no table, or it has no line of headings. */
export function headingAbove(text: string, start: number): string {
  // Back in a chain that goes over two lines.
  if (start < begun) return "";
  let line = begun;
  while (start >= next) {
    line = next;
    next = text.indexOf("\n", line) + 1 || Infinity;
  }
  if (line > begun) row = rowAt(text, (begun = line), Math.min(next - 1, text.length, line + LONGEST_LINE), row);
  const { headings, separator } = row;
  return headings.length === 0 || start > row.start + row.line.length ? "" : (headings[count(row.line, separator, start - row.start)] ?? "");
}

function rowAt(text: string, start: number, end: number, before: Row): Row {
  const line = text.slice(start, end);
  for (const separator of SEPARATORS) {
    const cells = count(line, separator) + 1;
    if (cells < (separator === "," || line.startsWith(separator) ? 3 : 2) || (separator === "," && line.includes(", "))) continue;
    const goesOn = before.start + before.line.length === start - 1 && before.separator === separator && before.cells === cells;
    return { start, line, separator, cells, headings: goesOn ? before.headings : headingsOf(leftOf(text, start - 1, HIGHEST), separator, cells) };
  }
  return NO_ROW;
}

function count(line: string, separator: string, to = line.length): number {
  let found = 0;
  for (let at = line.indexOf(separator); at >= 0 && at < to; at = line.indexOf(separator, at + 1)) found++;
  return found;
}

/** Of each column the cell furthest up that has letters and no digits, in lines with as many cells. */
function headingsOf(above: string, separator: string, wanted: number): readonly string[] {
  const headings: string[] = [];
  for (const row of above.split("\n").reverse()) {
    const cells = row.split(separator);
    if (cells.length !== wanted) break;
    for (const [column, cell] of cells.entries()) if (!DIGIT.test(cell) && !RULE.test(cell)) headings[column] = cell.trim();
  }
  return headings;
}
