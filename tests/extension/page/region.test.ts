import { describe, expect, test } from "vitest";
import { usualRegion } from "../../../extension/page/detector/region.ts";
import { regionHere, type PageFacts } from "../../../extension/page/region.ts";

const facts = (language: string, host: string): { language: string; host: string } => ({ language, host });

const regionOf = (chosen: string | null, page: PageFacts, companion: string | null): string | null => regionHere(chosen, page, companion).region;

describe("the country of national numbers", () => {
  test("is what the person chose, whatever the page says", () => {
    expect(regionOf("CH", facts("de-DE", "shop.example.fr"), "GB")).toBe("CH");
  });

  test.each([
    ["en-GB", "crm.example.com", "GB"],
    ["zh-Hant-TW", "crm.example.com", "TW"],
    ["pt_BR", "crm.example.com", "BR"],
    ["en", "shop.example.co.uk", "GB"],
    ["en", "shop.example.fr", "FR"],
    ["de-AT", "shop.example.de", "AT"],
    ["de", "crm.example.com", "DE"],
    ["en-US", "shop.example.co.uk", "GB"],
    ["en-US", "crm.example.com", "US"],
  ])("is %s at %s: %s, by the page's subtag, its domain, its language, in this order", (language, host, region) => {
    expect(regionOf(null, facts(language, host), "US")).toBe(region);
  });

  test.each([["en", "crm.example.com"], ["", "start.up.io"], ["es", "tool.example.ai"], ["", "192.168.0.1"], ["", ""]])(
    "is the companion's where language %s at %s say none",
    (language, host) => {
      expect(regionOf(null, facts(language, host), "IE")).toBe("IE");
      expect(regionOf(null, facts(language, host), null)).toBeNull();
    },
  );

  test("is that of most other numbers on a page that says none, and the answer tells where it comes from", () => {
    expect(regionHere(null, facts("en", "crm.example.com"), "IE", "AT")).toEqual({ region: "AT", from: "numbers" });
    expect(regionHere(null, facts("en-GB", "crm.example.com"), "IE", "AT")).toEqual({ region: "GB", from: "language" });
    const numbers = (...regions: string[]) => regions.map((region) => ({ region, reason: "plus" as const }));
    expect(usualRegion(numbers("AT", "AT", "AT", "AT", "DE"))).toBe("AT");
    expect(usualRegion(numbers("AT", "AT", "AT", "DE"))).toBeNull();
    expect(usualRegion(numbers("AT", "AT"))).toBeNull();
    expect(usualRegion([1, 2, 3].map(() => ({ region: "AT", reason: "region" as const })))).toBeNull();
  });
});
