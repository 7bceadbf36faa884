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
  readonly end: number;
  /** Empty: no table. */
  readonly separator: string;
  readonly cells: number;
  /** By column; none: they have none. */
  readonly headings: readonly string[];
}
const NO_ROW: Row = { start: 0, end: -1, separator: "", cells: 0, headings: [] };
/** The row looked at last, and how far its text has been read for ends of lines. */
const last: { read: boolean; firstBreak: number; at: number; row: Row } = { read: false, firstBreak: -1, at: 0, row: NO_ROW };

/** Another text begins. To compare it with the one before at each number would take as long as both are. */
export function forgetRows(): void {
  last.read = false;
}

/** The heading of the cell that begins there; empty: the text is no table, or it has no line of headings. */
export function headingAbove(text: string, start: number): string {
  if (!last.read) {
    last.read = true;
    last.firstBreak = text.indexOf("\n");
    last.at = text.length;
  }
  if (last.firstBreak < 0 || start <= last.firstBreak) return "";
  if (start < last.at) {
    last.at = Math.max(0, start - LONGEST_LINE);
    last.row = NO_ROW;
  }
  let brk = start - 1;
  while (brk >= last.at && text.charCodeAt(brk) !== 10) brk--;
  if (brk >= last.at) last.row = rowAt(text, brk + 1, last.row);
  last.at = start;
  const { headings, separator } = last.row;
  return headings.length === 0 || start > last.row.end ? "" : (headings[count(text.slice(last.row.start, start), separator)] ?? "");
}

function rowAt(text: string, start: number, before: Row): Row {
  const limit = Math.min(text.length, start + LONGEST_LINE);
  let end = start;
  for (; ; end++) {
    const code = end < limit ? text.charCodeAt(end) : 10;
    if (code === 10) return NO_ROW;
    if (code === 9 || code === 44 || code === 59 || code === 124) break;
  }
  const brk = text.indexOf("\n", end);
  end = brk < 0 ? limit : Math.min(brk, limit);
  const line = text.slice(start, end);
  for (const separator of SEPARATORS) {
    const cells = count(line, separator) + 1;
    if (cells < (separator === "," || line.startsWith(separator) ? 3 : 2) || (separator === "," && line.includes(", "))) continue;
    const goesOn = before.end === start - 1 && before.separator === separator && before.cells === cells;
    return { start, end, separator, cells, headings: goesOn ? before.headings : headingsOf(leftOf(text, start - 1, HIGHEST), separator, cells) };
  }
  return NO_ROW;
}

function count(line: string, separator: string): number {
  let found = 0;
  for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) found++;
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
