import { describe, expect, test } from "vitest";
import { regionOf } from "../../../extension/page/region.ts";

const facts = (language: string, host: string): { language: string; host: string } => ({ language, host });

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
});
