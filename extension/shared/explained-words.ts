/** The detector's reasons in sentences: on the page's panel, and wherever refusals are listed. */
import type { Explained, RegionSource, SiteVerdict, Verdict } from "./explained.ts";
import { language, t, type MessageKey } from "./messages.ts";

const MARKED: Readonly<Record<string, MessageKey>> = {
  plus: "why_plus",
  idd: "why_idd",
  code: "why_calling_code",
  region: "why_in_region",
  spelt: "why_spelt",
  internal: "why_internal",
};

/** Reasons that a person would not tell apart share a sentence. */
const REFUSED: Readonly<Record<string, MessageKey>> = {
  ...Object.fromEntries(["date", "dates", "years", "time", "times", "timestamp"].map((reason) => [reason, "why_date"])),
  ...Object.fromEntries(["amount", "quantity", "percent", "degree", "decimal"].map((reason) => [reason, "why_amount"])),
  ...Object.fromEntries(["iban", "card", "isbn", "ean", "cas", "vat", "national_id", "tracking"].map((reason) => [reason, "why_register"])),
  ...Object.fromEntries(["token", "code", "hex", "file", "email", "address"].map((reason) => [reason, "why_token"])),
  ...Object.fromEntries(["version", "sequence", "slashes", "arithmetic", "pages", "aside"].map((reason) => [reason, "why_written"])),
  coordinates: "why_coordinates",
  post_code: "why_short",
  short: "why_short",
  run: "why_run",
  too_long: "why_too_long",
  part: "why_part",
  brackets: "why_brackets",
  prefix_missing: "why_prefix_missing",
  invalid: "why_invalid",
  no_region: "why_no_region",
  countries: "why_countries",
  label: "why_label",
  fax: "why_fax",
  skip_label: "why_skip_label",
  editor: "why_editor",
};

/** Whether a reason has a sentence of its own; a test asks it for every reason the detector can give. */
export const isKnownReason = ({ marked, reason }: Pick<Verdict, "marked" | "reason">): boolean => Object.hasOwn(marked ? MARKED : REFUSED, reason);

export function verdictWords({ marked, reason, word }: Verdict): string {
  const known = marked ? MARKED[reason] : REFUSED[reason];
  const sentence = t(known ?? (marked ? "why_plus" : "why_written"), word ?? "");
  return marked && word !== null && reason !== "internal" ? `${sentence} ${t("why_labelled", word)}` : sentence;
}

const SOURCES: Readonly<Record<RegionSource, MessageKey>> = {
  settings: "why_from_settings",
  language: "why_from_language",
  domain: "why_from_domain",
  numbers: "why_from_numbers",
  companion: "why_from_companion",
  nothing: "why_from_nothing",
};

export function regionWords({ region, regionFrom }: Pick<Explained, "region" | "regionFrom">): string {
  if (region === null) return t("why_from_nothing");
  const name = new Intl.DisplayNames([language()], { type: "region" }).of(region) ?? region;
  return t("why_country", name, t(SOURCES[regionFrom]));
}

const SITES: Readonly<Record<SiteVerdict, MessageKey>> = {
  marked: "why_site_marked",
  excepted: "why_site_excepted",
  not_chosen: "why_site_not_chosen",
  off: "why_site_off",
  declined: "why_site_declined",
  no_access: "why_site_no_access",
};

export const siteWords = (site: SiteVerdict): string => t(SITES[site]);
export const faxWords = (marked: boolean): string => t(marked ? "why_fax_marked" : "why_fax_left");
