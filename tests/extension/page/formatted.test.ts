/** The button shows the number in international form, in the groups a person sees on the page. */
import { describe, expect, test } from "vitest";
import { detect } from "../../../extension/page/detector/index.ts";
import { formatted } from "../../../extension/page/formatted.ts";

const shown = (text: string, region = "GB"): string => {
  const [found] = detect(text, { region, fax: true, internal: [{ pattern: "1\\d\\d", label: null }] });
  if (found === undefined) throw new Error(`no number in ${text}`);
  return formatted(found);
};

describe("a number in international form", () => {
  test.each([
    ["020 7946 0958", "GB", "+44 20 7946 0958"],
    ["(020) 7946-0958", "GB", "+44 20 7946 0958"],
    ["+44 (0) 20 7946 0958", "GB", "+44 20 7946 0958"],
    ["0044 20 7946 0958", "GB", "+44 20 7946 0958"],
    ["020 7946 0958 ext. 55", "GB", "+44 20 7946 0958"],
    ["02079460958", "GB", "+44 2079460958"],
    ["0721 234 567", "RO", "+40 721 234 567"],
    ["06 698 12345", "IT", "+39 06 698 12345"],
    ["(415) 555-2671 x12", "US", "+1 415 555 2671"],
    ["+49 30 901820-22", "DE", "+49 30 901820 22"],
  ])("%s from %s is %s", (written, region, wanted) => {
    expect(shown(written, region)).toBe(wanted);
  });

  test("that cannot be grouped as written has no groups, and an internal one stays as it is", () => {
    expect(shown("1-800-FLOWERS", "US")).toBe("+18003569377");
    expect(shown("Tel ٠٢٠ ٧٩٤٦ ٠٩٥٨")).toBe("+442079460958");
    expect(shown("ask 123 now")).toBe("123");
  });
});
