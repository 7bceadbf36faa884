/**
 * Which country's numbers a page writes without calling code. The user's setting wins; then what the page says of itself; then
 * the numbers on it in international form. Every answer says where it comes from.
 */
import type { FoundNumber, Region } from "./index.js";
import { planOf } from "./plans.js";

export interface RegionHints {
  /** The user's setting; null: not set. */
  readonly settings: Region | null;
  /** The `lang` of the document or of the nearest element that has one. */
  readonly lang: string | null;
  readonly hostname: string | null;
  /** Numbers found on the page so far; only those in international form count. */
  readonly numbers: readonly FoundNumber[];
}

export interface RegionGuess {
  readonly region: Region | null;
  readonly reason: string;
}

/** Top-level domains of countries that everybody uses for something else. */
const GENERIC_DOMAINS = new Set(["io", "ai", "co", "me", "tv", "cc", "fm", "am", "to", "ly", "gg", "sh", "ws", "la", "vc", "nu", "st", "im", "is", "it.com", "eu", "ac", "ag", "bz", "sc", "mn", "pw", "su", "tk", "ml", "ga", "cf", "gq", "so", "id.me"]);
/** Domains that are not the region's own code. */
const DOMAIN_REGIONS: Readonly<Record<string, Region>> = { uk: "GB" };
/** Languages spoken, as a first language, in one country for the most part. */
const LANGUAGE_REGIONS: Readonly<Record<string, Region>> = {
  bg: "BG", cs: "CZ", da: "DK", et: "EE", fi: "FI", he: "IL", hr: "HR", hu: "HU", hy: "AM", id: "ID", is: "IS", it: "IT", ja: "JP", ka: "GE", ko: "KR", lt: "LT", lv: "LV", mk: "MK", nb: "NO", nn: "NO", no: "NO",
  pl: "PL", sk: "SK", sl: "SI", sq: "AL", th: "TH", tr: "TR", uk: "UA", vi: "VN", el: "GR", ro: "RO", sv: "SE",
};
/** So many numbers of one country, and at least this share of all, speak for the page. */
const LEAST_NUMBERS = 3;
const LEAST_SHARE = 0.8;

export function guessRegion({ settings, lang, hostname, numbers }: RegionHints): RegionGuess {
  if (settings !== null && planOf(settings)) return { region: settings, reason: "your setting" };
  const spoken = regionOfLanguageTag(lang);
  if (spoken !== null) return { region: spoken, reason: `the page's language ${lang ?? ""}` };
  const domain = regionOfHostname(hostname);
  if (domain !== null) return { region: domain, reason: `the address ends in .${hostname?.split(".").at(-1) ?? ""}` };
  const usual = usualRegion(numbers);
  if (usual !== null) return { region: usual, reason: "most international numbers on the page" };
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? "";
  const region = LANGUAGE_REGIONS[language] ?? null;
  return region === null ? { region: null, reason: "nothing says which country's numbers these are" } : { region, reason: `the page's language ${language}` };
}

/** The country in a tag such as `de-CH` or `zh-Hant-TW`; null when there is none. */
function regionOfLanguageTag(lang: string | null): Region | null {
  const parts = lang?.trim().split(/[-_]/) ?? [];
  const region = parts.slice(1).find((part) => /^[A-Za-z]{2}$/.test(part))?.toUpperCase();
  // en-US is what site builders leave in place all over the world; it says nothing.
  return region === undefined || (parts[0]?.toLowerCase() === "en" && region === "US") || !planOf(region) ? null : region;
}

function regionOfHostname(hostname: string | null): Region | null {
  const top = hostname?.toLowerCase().replace(/\.$/, "").split(".").at(-1) ?? "";
  if (!/^[a-z]{2}$/.test(top) || GENERIC_DOMAINS.has(top)) return null;
  const region = DOMAIN_REGIONS[top] ?? top.toUpperCase();
  return planOf(region) ? region : null;
}

function usualRegion(numbers: readonly FoundNumber[]): Region | null {
  const counts = new Map<Region, number>();
  let total = 0;
  for (const { region, reason } of numbers) {
    if (region === null || !reason.includes("international")) continue;
    counts.set(region, (counts.get(region) ?? 0) + 1);
    total++;
  }
  for (const [region, count] of counts) if (count >= LEAST_NUMBERS && count / total >= LEAST_SHARE) return region;
  return null;
}
