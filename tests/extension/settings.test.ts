import { describe, expect, test } from "vitest";
import { DEFAULTS, decodeSettings, isInternalPattern } from "../../extension/shared/settings.ts";

describe("settings", () => {
  test.each([undefined, null, "x", 7, [], {}, { version: 9, sites: "all", appearance: null }])(
    "%j gives the defaults",
    (stored) => {
      expect(decodeSettings(stored)).toEqual(DEFAULTS);
    },
  );

  test("keep what is allowed and drop only what is not", () => {
    const decoded = decodeSettings({
      region: "de",
      click: "double",
      fax: "yes",
      links: false,
      sites: { mode: "chosen", chosen: ["https://CRM.example/x", 7, "two words", "crm.example"], exceptions: "none" },
      appearance: { style: "solid", colour: "red", theme: "dark" },
      internal: [{ pattern: "1\\d\\d", label: " Ext " }, { pattern: "(a+)+$" }, { pattern: ".*" }],
      unknown: true,
    });
    expect(decoded).toEqual({
      ...DEFAULTS,
      click: "double",
      links: false,
      sites: { mode: "chosen", chosen: ["crm.example"], exceptions: [] },
      appearance: { ...DEFAULTS.appearance, style: "solid", theme: "dark" },
      internal: [{ pattern: "1\\d\\d", label: "Ext" }],
    });
  });

  test("survive being decoded again", () => {
    const once = decodeSettings({ region: "AT", skipLabels: ["Kundennr."], internal: [{ pattern: "[23]\\d{3}", label: null }] });
    expect(decodeSettings(JSON.parse(JSON.stringify(once)))).toEqual(once);
    expect(once.region).toBe("AT");
  });

  test("stay below what storage.sync takes for one item, however much is put in", () => {
    const decoded = decodeSettings({
      sites: { mode: "chosen", chosen: Array.from({ length: 1000 }, (_, n) => `a-rather-long-name-of-a-site-${n}.example`) },
      internal: Array.from({ length: 1000 }, () => ({ pattern: "[0-9]".repeat(12), label: "x".repeat(40) })),
    });
    expect(JSON.stringify(decoded).length).toBeLessThan(8192);
  });

  test.each(["1\\d\\d", "^[23]\\d{3}$", "10[0-9]|2\\d{2}", "0"])("the pattern %s is an internal number's", (pattern) => {
    expect(isInternalPattern(pattern)).toBe(true);
  });

  test.each(["", ".*", "\\d+", "(1|2)*", "(?=1)", "\\w{3}", "1".repeat(61), "[", "\\d{2,}"])("the pattern %j is none", (pattern) => {
    expect(isInternalPattern(pattern)).toBe(false);
  });
});
