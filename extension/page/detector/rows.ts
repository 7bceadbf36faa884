/** Tables as plain text: rows of cells between tabs, bars, semicolons or commas. What a column is, its first line says. */

/** A longer line is prose. */
const LONGEST_LINE = 240;
/** As far up as the first line is looked for. */
const MOST_ROWS = 8;
/** Commas stand in sentences, too: only without a space, and more than one. */
const SEPARATORS = ["\t", "|", ";", ","] as const;
const RULE = /^[-|:+\s]+$/;
const DIGIT = /\d/;

/** The heading of the cell that begins there; empty: the text is no table, or it has no line of headings. */
export function headingAbove(text: string, start: number): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (lineStart === 0 || start - lineStart > LONGEST_LINE) return "";
  const lineEnd = text.indexOf("\n", start);
  const line = text.slice(lineStart, Math.min(lineEnd < 0 ? text.length : lineEnd, lineStart + LONGEST_LINE));
  for (const separator of SEPARATORS) {
    const cells = line.split(separator);
    if (cells.length < (separator === "," ? 3 : 2) || (separator === "," && cells.some((cell, i) => i > 0 && cell.startsWith(" ")))) continue;
    const column = line.slice(0, start - lineStart).split(separator).length - 1;
    return firstRow(text, lineStart, separator, cells.length)[column]?.trim() ?? "";
  }
  return "";
}

/** The cells of the first line, when it has as many as this one and no digits. */
function firstRow(text: string, lineStart: number, separator: string, count: number): readonly string[] {
  let end = lineStart - 1;
  for (let rows = 0; rows < MOST_ROWS && end > 0; rows++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    if (end - start > LONGEST_LINE) break;
    const row = text.slice(start, end);
    const cells = row.split(separator);
    if (cells.length !== count) break;
    if (!DIGIT.test(row) && !RULE.test(row)) return cells;
    end = start - 1;
  }
  return [];
}
