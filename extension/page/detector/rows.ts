/** Tables as plain text: rows of cells between tabs, bars, semicolons or commas. What a column is, its first line says. */

/** A longer line is prose. */
const LONGEST_LINE = 240;
/** As far up as the first line is looked for. */
const MOST_ROWS = 8;
/** Commas stand in sentences, too: only without a space, and more than one. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
/** Nothing, or the line under a heading. */
const RULE = /^[-|:+\s]*$/;
const DIGIT = /\d/;

/** The heading of the cell that begins there; empty: the text is no table, or it has no line of headings. */
export function headingAbove(text: string, start: number): string {
  const lineStart = afterBreak(text, start);
  if (lineStart === 0) return "";
  const [line = ""] = text.slice(lineStart, lineStart + LONGEST_LINE).split("\n", 1);
  for (const separator of SEPARATORS) {
    const cells = line.split(separator);
    if (cells.length < (separator === "," ? 3 : 2) || (separator === "," && cells.some((cell, i) => i > 0 && cell.startsWith(" ")))) continue;
    const column = line.slice(0, start - lineStart).split(separator).length - 1;
    return highest(text, lineStart, separator, cells.length, column);
  }
  return "";
}

/** Where the line begins that this is in; so far back and no further. */
function afterBreak(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_LINE);
  const brk = text.slice(from, at).lastIndexOf("\n");
  return brk < 0 ? from : from + brk + 1;
}

/** The cell furthest up in the column that has letters and no digits; the lines between have as many cells. */
function highest(text: string, lineStart: number, separator: string, count: number, column: number): string {
  let heading = "";
  let end = lineStart - 1;
  for (let rows = 0; rows < MOST_ROWS && end > 0; rows++) {
    const start = afterBreak(text, end);
    const cells = text.slice(start, end).split(separator);
    if (cells.length !== count) break;
    const cell = cells[column] ?? "";
    if (!DIGIT.test(cell) && !RULE.test(cell)) heading = cell.trim();
    end = start - 1;
  }
  return heading;
}
