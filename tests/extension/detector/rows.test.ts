/** Tables as plain text: what a column is, its heading says, as far as there is one. */
import { beforeEach, expect, test } from "vitest";
import { forgetRows, headingAbove } from "../../../extension/page/detector/rows.ts";

beforeEach(forgetRows);
const heading = (text: string, cell: string): string => headingAbove(text, text.lastIndexOf(cell));

test.each([
  ["tabs", "Name\tPhone\tOrder\nAda\t11\t22"],
  ["bars, with a line under the headings", "| Name | Phone | Order |\n|---|---|---|\n| Ada | 11 | 22 |"],
  ["semicolons", "Name;Phone;Order\nAda;11;22"],
  ["commas", "Name,Phone,Order\nAda,11,22"],
])("cells between %s have the heading of their column", (_, text) => {
  expect(heading(text, "11")).toBe("Phone");
  expect(heading(text, "22")).toBe("Order");
});

test("rows further down have the headings of the first, however many there are", () => {
  const rows = Array.from({ length: 500 }, (__, row) => `Ada ${row}\t${row + 1000}\t${row + 5000}`);
  const text = ["Name\tPhone\tOrder", ...rows].join("\n");
  expect(rows.map((_, row) => headingAbove(text, text.indexOf(`\t${row + 1000}\t`) + 1)).filter((found) => found !== "Phone")).toEqual([]);
});

test("a line with another number of cells ends the table", () => {
  expect(heading("Name\tPhone\nAda\t11\nBo\t12\tx\nCy\t13", "13")).toBe("");
});

test("neither a sentence nor two cells with a comma have headings, nor figures below figures", () => {
  expect(heading("Call Ada, Bo, or Cy\nfor help, 11, or 22", "11")).toBe("");
  expect(heading("Name,Phone\nAda,11", "11")).toBe("");
  expect(heading("10\t20\n11\t22", "22")).toBe("");
  expect(heading("Phone 11", "11")).toBe("");
});

test("another text has its own headings", () => {
  expect(heading("Name\tPhone\nAda\t11", "11")).toBe("Phone");
  forgetRows();
  expect(heading("Name\tOrder\nAda\t11", "11")).toBe("Order");
});
