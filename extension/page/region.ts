/** The country of numbers in national form: what the person set, else what the page says of itself. */
import type { RegionSource } from "../shared/explained.ts";

/** Languages that are written in one country for the most part; English, Spanish or Portuguese say nothing. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  bg: "BG", cs: "CZ", da: "DK", de: "DE", el: "GR", et: "EE", fi: "FI", fr: "FR", he: "IL", hi: "IN", hr: "HR", hu: "HU", id: "ID",
  is: "IS", it: "IT", ja: "JP", ko: "KR", lt: "LT", lv: "LV", mt: "MT", nb: "NO", nl: "NL", nn: "NO", no: "NO", pl: "PL", ro: "RO",
  sk: "SK", sl: "SI", sr: "RS", sv: "SE", th: "TH", tr: "TR", uk: "UA", vi: "VN",
};
/** What site builders leave in place all over the world: such a tag says no more than its language. */
const LEFT_IN_PLACE = new Set(["da-DK", "de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "it-IT", "nl-NL", "pt-BR", "pt-PT", "sv-SE"]);
/** Country-code domains that are used by the whole world, and those whose name is not the country's code. */
const GENERIC_DOMAINS = new Set([
  "ac", "ag", "ai", "am", "app", "bz", "cc", "cf", "co", "cx", "dev", "eu", "fm", "ga", "gd", "gg", "gl", "gq", "gs", "im", "io", "la", "lc", "ly", "me", "ml", "mn", "ms", "mu",
  "nu", "pw", "sc", "sh", "so", "st", "su", "tk", "tm", "to", "tv", "vc", "vg", "ws",
]);
const BY_DOMAIN: Readonly<Record<string, string>> = { uk: "GB" };

export interface PageFacts {
  /** `<html lang>`. */
  readonly language: string;
  readonly host: string;
}

export interface RegionHere {
  readonly region: string | null;
  readonly from: RegionSource;
  /** Countries for which something speaks, too. A national number that another of them also has may be either's, and is nobody's. */
  readonly rivals: readonly string[];
  /** What the other numbers of the page say would count. */
  readonly learns: boolean;
}

/**
 * What a page says on purpose goes before all else: the country in its language tag, its country's domain. Where it says none, three
 * things may speak: the language itself, `usual`, the country of most other numbers on the page, and `companion`, the one it was set
 * up for, which is the person's own.
 */
export function regionHere(chosen: string | null, { language, host }: PageFacts, companion: string | null, usual: string | null = null): RegionHere {
  if (chosen !== null) return { region: chosen, from: "settings", rivals: [], learns: false };
  const [name = "", ...subtags] = language.trim().split(/[-_]/u);
  const country = subtags.find((subtag) => /^[a-z]{2}$/iu.test(subtag))?.toUpperCase();
  const isMeant = country !== undefined && !LEFT_IN_PLACE.has(`${name.toLowerCase()}-${country}`);
  const ending = /\.([a-z]{2})$/iu.exec(host)?.[1]?.toLowerCase();
  const domain = ending === undefined || GENERIC_DOMAINS.has(ending) ? null : (BY_DOMAIN[ending] ?? ending.toUpperCase());
  if (isMeant) return { region: country, from: "language", rivals: domain === null || domain === country ? [] : [domain], learns: false };
  if (domain !== null) return { region: domain, from: "domain", rivals: [], learns: false };
  const spoken = country ?? BY_LANGUAGE[name.toLowerCase()] ?? null;
  const hints: readonly (readonly [string | null, RegionSource])[] = [[usual, "numbers"], [spoken, "language"], [companion, "companion"]];
  const [first, ...others] = hints.filter((hint): hint is [string, RegionSource] => hint[0] !== null);
  if (first === undefined) return { region: null, from: "nothing", rivals: [], learns: true };
  const [region, from] = first;
  // The page's numbers and the person's own country against a language that is spoken in both: no doubt.
  if (usual !== null && usual === companion) return { region, from, rivals: [], learns: true };
  return { region, from, rivals: [...new Set(others.map(([other]) => other))].filter((other) => other !== region), learns: true };
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
