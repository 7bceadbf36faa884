import { describe, expect, test } from "vitest";
import { decodePolicy } from "../../extension/shared/policy.ts";
import { marksAt, normaliseSite, patternsOf, siteMatches } from "../../extension/shared/sites.ts";
import { canMark, withMarking } from "../../extension/shared/site-switch.ts";

describe("a site rule", () => {
  test.each([
    ["crm.example", "https://crm.example/contacts", true],
    ["crm.example", "https://eu.crm.example/", true],
    ["crm.example", "https://notcrm.example/", false],
    ["crm.example", "https://crm.example.evil.test/", false],
    ["crm.example:8080", "http://crm.example:8080/", true],
    ["crm.example:8080", "http://crm.example/", false],
    ["crm.example:443", "https://crm.example/", true],
    ["localhost", "http://localhost:3000/", true],
    ["192.168.1.10", "http://192.168.1.10/", true],
    ["[::1]", "http://[::1]:8000/", true],
    ["crm.example", "chrome://settings", false],
    ["crm.example", "file:///crm.example", false],
    ["crm.example", "not an address", false],
  ])("%s covers %s: %s", (site, url, covered) => {
    expect(siteMatches(site, url)).toBe(covered);
  });

  test.each([
    ["https://crm.example/contacts?id=1#top", "crm.example"],
    ["CRM.Example/contacts", "crm.example"],
    ["http://localhost:3000/x", "localhost:3000"],
    ["*.crm.example", "crm.example"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["", null],
    ["two words", null],
    ["javascript:alert(1)", null],
    ["https://", null],
  ])("%j is kept as %j", (text, kept) => {
    expect(normaliseSite(text)).toBe(kept);
  });

  test("asks the browser for the site and what is below it, and for an address in digits as it is", () => {
    expect(patternsOf("crm.example")).toEqual(["*://*.crm.example/*"]);
    expect(patternsOf("127.0.0.1:8000")).toEqual(["*://127.0.0.1/*"]);
    expect(patternsOf("localhost")).toEqual(["*://localhost/*"]);
  });
});

describe("marking at an address", () => {
  const all = { mode: "all", chosen: [], exceptions: ["bank.example"] } as const;
  const chosen = { mode: "chosen", chosen: ["crm.example"], exceptions: ["admin.crm.example"] } as const;
  test.each([
    [all, "https://crm.example/", true],
    [all, "https://online.bank.example/", false],
    [chosen, "https://crm.example/", true],
    [chosen, "https://admin.crm.example/", false],
    [chosen, "https://other.example/", false],
    [{ ...all, mode: "none" } as const, "https://crm.example/", false],
  ])("follows mode, list and exceptions (%#)", (rules, url, marked) => {
    expect(marksAt(rules, url)).toBe(marked);
  });

  test.each([all, chosen, { mode: "none", chosen: ["old.example"], exceptions: [] } as const])(
    "switched off and on again for one site is off and on there, and unchanged elsewhere (%#)",
    (rules) => {
      const url = "https://crm.example/x";
      const off = withMarking(rules, url, false);
      expect(marksAt(off, url)).toBe(false);
      expect(marksAt(withMarking(off, url, true), url)).toBe(true);
      expect(marksAt(off, "https://elsewhere.example/")).toBe(marksAt(rules, "https://elsewhere.example/"));
    },
  );
});

describe("the switch for one site under a policy", () => {
  const url = "https://crm.example/x";
  test.each([
    ["no policy", {}, true, true],
    ["a default that is not locked", { sites: { mode: "all" } }, true, true],
    ["everything about sites locked", { sites: { mode: "all" }, locked: ["sites"] }, true, false],
    ["the mode locked, exceptions the person's", { sites: { mode: "all" }, locked: ["sites.mode"] }, true, true],
    ["an exception of the organisation", { sites: { mode: "all", exceptions: ["crm.example"] } }, false, false],
    ["a list the person may add to", { sites: { mode: "chosen" }, locked: ["sites.mode"] }, false, true],
    ["a list that is locked", { sites: { mode: "chosen" }, locked: ["sites"] }, false, false],
  ])("%s", (_, foreign, isOn, can) => {
    const policy = decodePolicy(foreign);
    expect(canMark(policy, {}, url, !isOn)).toBe(can);
  });
});
