/** Tables as plain text: rows of cells between tabs, bars, semicolons or commas. What a column is, its first line says. */

/** A longer line is prose. */
const LONGEST_LINE = 200;
/** As far up as the first line is looked for. */
const HIGHEST = 400;
/** Commas stand in sentences, too: only without a space, and more than one. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
/** Nothing, or the line under a heading. */
const RULE = /^[-|:+\s]*$/;
const DIGIT = /\d/;

/** The heading of the cell that begins there; empty: the text is no table, or it has no line of headings. */
export function headingAbove(text: string, start: number): string {
  const from = Math.max(0, start - LONGEST_LINE);
  const before = text.slice(from, start);
  const lineStart = before.lastIndexOf("\n") + 1;
  if (lineStart === 0) return "";
  const head = before.slice(lineStart);
  const line = head + (text.slice(start, start + LONGEST_LINE).split("\n", 1)[0] ?? "");
  for (const separator of SEPARATORS) {
    const cells = line.split(separator);
    if (cells.length < (separator === "," ? 3 : 2) || (separator === "," && cells.some((cell, i) => i > 0 && cell.startsWith(" ")))) continue;
    return highest(text.slice(Math.max(0, from + lineStart - 1 - HIGHEST), from + lineStart - 1), separator, cells.length, head.split(separator).length - 1);
  }
  return "";
}

/** The cell furthest up in the column that has letters and no digits; the lines between have as many cells. */
function highest(above: string, separator: string, count: number, column: number): string {
  let heading = "";
  for (const row of above.split("\n").reverse()) {
    const cells = row.split(separator);
    if (cells.length !== count) break;
    const cell = cells[column] ?? "";
    if (!DIGIT.test(cell) && !RULE.test(cell)) heading = cell.trim();
  }
  return heading;
}
