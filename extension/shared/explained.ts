/**
 * Why something on a page is marked or not: what a page's part answers to `explain-page`, and what the panel on the page shows.
 * Decoded like all that comes from a content script; the sentences are in `explained-words.ts`.
 */
import { asObject, isBounded, oneOf, optionalText } from "./decode.ts";

/** One text that may be a number, and what became of it. */
export interface Verdict {
  readonly written: string;
  readonly marked: boolean;
  /** How a marked number was understood, or why another text is none: a stable word of the detector (`plus`, `region`, `date`, `label` …). */
  readonly reason: string;
  /** The label or the rule that decided, where one did. */
  readonly word: string | null;
  readonly e164: string | null;
  readonly extension: string | null;
  /** The label it has by its place: column heading, field, `aria-label`. */
  readonly before: string | null;
}

export const REGION_SOURCES = ["settings", "language", "domain", "numbers", "companion", "nothing"] as const;
/** Where the country of numbers in national form was taken from. */
export type RegionSource = (typeof REGION_SOURCES)[number];

export const SITE_VERDICTS = ["marked", "excepted", "not_chosen", "off", "declined", "no_access"] as const;
/** What the site's rules say; `declined`: the page itself asks that numbers are left alone. */
export type SiteVerdict = (typeof SITE_VERDICTS)[number];

export interface Explained {
  readonly region: string | null;
  readonly regionFrom: RegionSource;
  readonly site: SiteVerdict;
  /** Whether numbers labelled Fax are marked. */
  readonly fax: boolean;
  /** What was looked at; null for a whole page. */
  readonly text: string | null;
  readonly verdicts: readonly Verdict[];
  /** There was more than is told here. */
  readonly more: boolean;
}

/** One page's verdicts; who wants more asks at the place. */
export const MAX_VERDICTS = 200;
/** A verdict shows the beginning of what it is about. */
export const MAX_EXPLAINED_TEXT = 400;
const MAX_WORD = 120;

function decodeVerdict(foreign: unknown): Verdict | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { written, marked, reason } = from;
  const word = optionalText(from["word"], MAX_WORD);
  const e164 = optionalText(from["e164"], 20);
  const extension = optionalText(from["extension"], 40);
  const before = optionalText(from["before"], MAX_EXPLAINED_TEXT);
  if (!isBounded(written, MAX_EXPLAINED_TEXT) || typeof marked !== "boolean" || !isBounded(reason, 40)) return null;
  if (word === undefined || e164 === undefined || extension === undefined || before === undefined) return null;
  return { written, marked, reason, word, e164, extension, before };
}

export function decodeExplained(foreign: unknown): Explained | null {
  const from = asObject(foreign);
  if (from === null) return null;
  const { fax, more, verdicts } = from;
  const region = optionalText(from["region"], 2, /^[A-Z]{2}$/u);
  const regionFrom = oneOf(from["regionFrom"], REGION_SOURCES);
  const site = oneOf(from["site"], SITE_VERDICTS);
  const text = optionalText(from["text"], MAX_EXPLAINED_TEXT);
  if (region === undefined || regionFrom === null || site === null || text === undefined) return null;
  if (typeof fax !== "boolean" || typeof more !== "boolean" || !Array.isArray(verdicts)) return null;
  const decoded = verdicts.slice(0, MAX_VERDICTS).map(decodeVerdict).filter((each) => each !== null);
  return { region, regionFrom, site, fax, text, verdicts: decoded, more };
}
