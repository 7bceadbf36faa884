import { describe, expect, test } from "vitest";
import { numberOfLink } from "../../extension/shared/links.ts";
import { readLink, readText } from "../../extension/shared/reading.ts";

describe("a selection", () => {
  test.each([
    ["020 7946 0958", "GB"],
    ["  +44 20 7946 0958 \n", null],
    ["(030) 1234567", "DE"],
  ])("%j in %s is a number", (text, region) => {
    const read = readText(text, region);
    expect(read).toMatchObject({ written: text.trim() });
  });

  test.each(["101", "020 7946 0958", "*97"])("%j, which only the companion can judge, goes to it as written", (text) => {
    expect(readText(text, null)).toEqual({ written: text, extension: null, region: null });
  });

  test.each([
    ["", "number_not_understood"],
    ["hello world", "number_not_understood"],
    ["7", "number_not_understood"],
    ["Call 100 now please", "number_not_understood"],
    ["1".repeat(40), "number_not_understood"],
    ["x".repeat(129), "value_too_long"],
  ])("%j is none: %s", (text, code) => {
    expect(readText(text, "GB")).toBe(code);
  });

  test("keeps the extension apart", () => {
    expect(readText("+44 20 7946 0958 ext. 55", null)).toMatchObject({ extension: "55" });
  });
});

describe("a telephone link", () => {
  test.each([
    ["tel:+442079460958", "+442079460958", null],
    ["tel:+44-20-7946-0958;ext=55", "+44-20-7946-0958", "55"],
    ["TEL:020%207946%200958", "020 7946 0958", null],
    ["tel://100", "100", null],
    ["callto:+442079460958?x=1", "+442079460958", null],
    ["sip:100@pbx.example;transport=udp", "100", null],
    ["sips:+442079460958@pbx.example:5061", "+442079460958", null],
    ["tel:%zz100", "%zz100", null],
  ])("%s holds %s", (href, written, extension) => {
    expect(numberOfLink(href)).toEqual({ written, extension });
  });

  test.each(["https://example.com/020", "tel:", "sip:@pbx", "mailto:a@b.c", "javascript:1", "sip:alice@100.example"])("%s holds none", (href) => {
    expect(numberOfLink(href)).toBeNull();
  });

  test("is dialled with its extension, and refused where it holds no number", () => {
    expect(readLink("tel:+442079460958;ext=55", null)).toMatchObject({ written: "+442079460958", extension: "55" });
    expect(readLink("tel:call-me", "GB")).toBe("number_not_understood");
    expect(readLink("tel:+442079460958%26pin=1", null)).toBe("number_not_understood");
  });
});
