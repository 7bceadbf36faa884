/** The country of numbers in national form: what the person set, else what the page says of itself. */
import type { RegionSource } from "../shared/explained.ts";

/** Languages that are written in one country for the most part; English, Spanish or Portuguese say nothing. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  bg: "BG", cs: "CZ", da: "DK", de: "DE", el: "GR", et: "EE", fi: "FI", fr: "FR", he: "IL", hi: "IN", hr: "HR", hu: "HU", id: "ID",
  is: "IS", it: "IT", ja: "JP", ko: "KR", lt: "LT", lv: "LV", mt: "MT", nb: "NO", nl: "NL", nn: "NO", no: "NO", pl: "PL", ro: "RO",
  sk: "SK", sl: "SI", sr: "RS", sv: "SE", th: "TH", tr: "TR", uk: "UA", vi: "VN",
};
/** Country-code domains that are used by the whole world, and those whose name is not the country's code. */
const GENERIC_DOMAINS = new Set(["ai", "app", "cc", "co", "dev", "eu", "fm", "gg", "io", "la", "ly", "me", "sh", "so", "su", "to", "tv", "ws"]);
const BY_DOMAIN: Readonly<Record<string, string>> = { uk: "GB" };

export interface PageFacts {
  /** `<html lang>`. */
  readonly language: string;
  readonly host: string;
}

export interface RegionHere {
  readonly region: string | null;
  readonly from: RegionSource;
}

/**
 * For pages that do not say theirs: `usual`, the country of most other numbers on the page, then `companion`, the one it was set
 * up for.
 */
export function regionHere(chosen: string | null, { language, host }: PageFacts, companion: string | null, usual: string | null = null): RegionHere {
  if (chosen !== null) return { region: chosen, from: "settings" };
  const [name = "", ...subtags] = language.trim().split(/[-_]/u);
  const country = subtags.find((subtag) => /^[a-z]{2}$/iu.test(subtag))?.toUpperCase();
  // en-US is what site builders leave in place all over the world: a country's own domain says more.
  const isLeftInPlace = country === "US" && name.toLowerCase() === "en";
  if (country !== undefined && !isLeftInPlace) return { region: country, from: "language" };
  const domain = /\.([a-z]{2})$/iu.exec(host)?.[1]?.toLowerCase();
  if (domain !== undefined && !GENERIC_DOMAINS.has(domain)) return { region: BY_DOMAIN[domain] ?? domain.toUpperCase(), from: "domain" };
  if (country !== undefined) return { region: country, from: "language" };
  const spoken = BY_LANGUAGE[name.toLowerCase()];
  if (spoken !== undefined) return { region: spoken, from: "language" };
  if (usual !== null) return { region: usual, from: "numbers" };
  return companion === null ? { region: null, from: "nothing" } : { region: companion, from: "companion" };
}

export function factsOf(page: Document): PageFacts {
  const own = page.documentElement.lang || page.documentElement.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang") || (page.querySelector("meta[http-equiv=content-language]")?.getAttribute("content") ?? "");
  return { language: own === "" ? languageAround(page) : own, host: hostOf(page) };
}

/** A frame that does not say its language speaks that of the page around it, where that is of the same site. */
function languageAround(page: Document): string {
  try {
    const around = page.defaultView?.frameElement?.ownerDocument;
    return around === undefined ? "" : factsOf(around).language;
  } catch {
    return "";
  }
}

/** Such frames have their parent's base address, too. */
function hostOf(page: Document): string {
  try {
    return new URL(page.location.protocol.startsWith("http") ? page.location.href : page.baseURI).hostname;
  } catch {
    return "";
  }
}
