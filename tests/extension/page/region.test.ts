import { describe, expect, test } from "vitest";
import { usualRegion } from "../../../extension/page/detector/region.ts";
import { regionHere } from "../../../extension/page/region.ts";
import { detectAmong } from "../../../extension/page/windows.ts";

interface Situation {
  readonly language?: string;
  readonly host?: string;
  readonly companion?: string;
  /** The country of most other numbers on the page. */
  readonly usual?: string;
  readonly chosen?: string;
}
const here = ({ language = "", host = "crm.example.com", companion, usual, chosen }: Situation) => regionHere(chosen ?? null, { language, host }, companion ?? null, usual ?? null);

/** What is called when these numbers stand on such a page, and nothing else. */
const called = (situation: Situation, ...numbers: string[]): (string | null)[] => {
  const { region, rivals } = here(situation);
  return numbers.map((number) => detectAmong(`Tel ${number}`, { region, rivals })[0]?.e164 ?? null);
};

describe("the country of national numbers", () => {
  test("is what the person chose, whatever the page says", () => {
    expect(here({ chosen: "CH", language: "de-AT", host: "shop.example.fr", companion: "GB", usual: "US" })).toMatchObject({ region: "CH", from: "settings", rivals: [] });
  });

  const sure: readonly [Situation, string, string][] = [
    [{ language: "en-IE" }, "IE", "language"],
    [{ language: "zh-Hant-TW" }, "TW", "language"],
    [{ language: "fr-CA", companion: "FR", usual: "US" }, "CA", "language"],
    [{ language: "de-AT", usual: "DE" }, "AT", "language"],
    [{ language: "en", host: "shop.example.co.uk", companion: "DE" }, "GB", "domain"],
    [{ language: "en-US", host: "shop.example.co.uk" }, "GB", "domain"],
    [{ language: "en-GB", host: "firma.example.de" }, "DE", "domain"],
    [{ language: "de-DE", host: "firma.example.ch" }, "CH", "domain"],
    [{ language: "fr-FR", host: "societe.example.be", companion: "FR" }, "BE", "domain"],
    [{ language: "it", host: "azienda.example.ch", usual: "IT" }, "CH", "domain"],
    [{ language: "de-CH", host: "firma.example.ch" }, "CH", "language"],
    [{ language: "en-AU", host: "shop.example.com.au" }, "AU", "language"],
  ];
  test.each(sure)("is sure where the page says it on purpose: %j → %s by its %s", (situation, region, from) => {
    expect(here(situation)).toEqual({ region, from, rivals: [], learns: false });
  });

  const likely: readonly [Situation, string | null, string, string[]][] = [
    [{ language: "en" }, null, "nothing", []],
    [{ language: "es", host: "tool.example.ai" }, null, "nothing", []],
    [{ host: "192.168.0.1" }, null, "nothing", []],
    [{ language: "en", companion: "IE" }, "IE", "companion", []],
    [{ language: "en", usual: "IT" }, "IT", "numbers", []],
    [{ language: "de" }, "DE", "language", []],
    [{ language: "de", companion: "DE" }, "DE", "language", []],
    [{ language: "en-US" }, "US", "language", []],
    [{ language: "en-US", companion: "GB" }, "US", "language", ["GB"]],
    [{ language: "de", companion: "AT" }, "DE", "language", ["AT"]],
    [{ language: "de", usual: "AT" }, "AT", "numbers", ["DE"]],
    [{ language: "de", usual: "AT", companion: "AT" }, "AT", "numbers", []],
    [{ language: "de", usual: "AT", companion: "CH" }, "AT", "numbers", ["DE", "CH"]],
    [{ language: "en", usual: "IT", companion: "DE" }, "IT", "numbers", ["DE"]],
    [{ language: "de", usual: "DE", companion: "DE" }, "DE", "numbers", []],
    [{ language: "nl", host: "start.example.io", companion: "BE" }, "NL", "language", ["BE"]],
  ];
  test.each(likely)("else is what most speaks for, and what speaks against it is told: %j → %s by %s, or %j", (situation, region, from, rivals) => {
    expect(here(situation)).toEqual({ region, from, rivals, learns: true });
  });

  test("of two that are meant, the page's own goes before its domain's, which is a rival", () => {
    expect(here({ language: "de-AT", host: "shop.example.de" })).toEqual({ region: "AT", from: "language", rivals: ["DE"], learns: false });
  });

  test("where hints contradict each other calls a number that only one country has, and none that two have", () => {
    // A British office, its program left in American English.
    expect(called({ language: "en-US", companion: "GB" }, "020 7946 0958", "(202) 456-1111", "+39 06 6982 1234")).toEqual(["+442079460958", "+12024561111", "+390669821234"]);
    // French language, Belgian numbers around: the first is a mobile of the one and a landline of the other.
    expect(called({ language: "fr", usual: "BE" }, "0475 12 34 56", "02 511 11 11", "01 42 68 53 00")).toEqual([null, "+3225111111", "+33142685300"]);
    // Hardly a number of the one is none of the other.
    expect(called({ language: "de-AT", host: "shop.example.de" }, "0664 1234567", "0171 2345678")).toEqual([null, null]);
    expect(called({ language: "de", usual: "AT", companion: "AT" }, "0664 1234567")).toEqual(["+436641234567"]);
    expect(called({ language: "fr-FR", host: "societe.example.be" }, "0475 12 34 56")).toEqual(["+32475123456"]);
  });

  test("is that of at least four fifths of the numbers in international form, if those are three or more", () => {
    const numbers = (...regions: string[]) => regions.map((region) => ({ region, reason: "plus" as const }));
    expect(usualRegion(numbers("AT", "AT", "AT", "AT", "DE"))).toBe("AT");
    expect(usualRegion(numbers("AT", "AT", "AT", "DE"))).toBeNull();
    expect(usualRegion(numbers("AT", "AT"))).toBeNull();
    expect(usualRegion([1, 2, 3].map(() => ({ region: "AT", reason: "region" as const })))).toBeNull();
  });
});
