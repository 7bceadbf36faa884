/**
 * The person's settings: one object in `storage.sync` (or `storage.local` where the browser does not synchronise),
 * decoded whenever it is read. What is missing or not allowed takes its default, field by field.
 */
import { normaliseSite, type SiteMode, type SiteRules } from "./sites.ts";

export type ClickBehaviour = "single" | "double" | "modifier" | "off";
export type MarkStyle = "dotted" | "solid" | "background" | "none";
export type Theme = "auto" | "light" | "dark";

/** A PBX-internal short number; the same shape as the detector's. */
export interface InternalNumberRule {
  /** Regular expression for a whole short number, e.g. `1\d\d`. */
  readonly pattern: string;
  /** A label or column heading that must stand before it; null: anywhere. */
  readonly label: string | null;
}

export interface Settings {
  readonly version: 1;
  /** ISO 3166-1 alpha-2 for numbers in national form; null: what the page says, then what the companion says. */
  readonly region: string | null;
  readonly sites: SiteRules;
  readonly appearance: {
    readonly style: MarkStyle;
    /** `#rrggbb`; null: the mark takes the text's own colour. */
    readonly colour: string | null;
    readonly theme: Theme;
    /** Show the dial button beside the number under the pointer. */
    readonly button: boolean;
  };
  /** What a click on a marked number in text needs in order to dial. */
  readonly click: ClickBehaviour;
  /** Whether a plain click on a `tel:`, `callto:` or `sip:` link dials. */
  readonly links: boolean;
  readonly internal: readonly InternalNumberRule[];
  /** Offer numbers labelled Fax too. */
  readonly fax: boolean;
  /** Further labels behind which nothing is marked. */
  readonly skipLabels: readonly string[];
  /** A second item on right click tells why something is marked or not. */
  readonly why: boolean;
}

export const DEFAULTS: Settings = {
  version: 1,
  region: null,
  // "All" is all sites the browser gives access to: none at install.
  sites: { mode: "all", chosen: [], exceptions: [] },
  appearance: { style: "dotted", colour: null, theme: "auto", button: true },
  click: "single",
  links: true,
  internal: [],
  fax: false,
  skipLabels: [],
  why: false,
};

/** More rules than anybody keeps by hand; keeps the object below what `storage.sync` takes for one item (8 KiB). */
const MAX_SITES = 100;
const MAX_RULES = 20;
const MAX_PATTERN_LENGTH = 60;
const MAX_LABEL_LENGTH = 40;

type Foreign = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Foreign => typeof value === "object" && value !== null && !Array.isArray(value);
const asObject = (value: unknown): Foreign => (isObject(value) ? value : {});
const asBoolean = (value: unknown, otherwise: boolean): boolean => (typeof value === "boolean" ? value : otherwise);

function asOneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((each) => each === value) ?? otherwise;
}

function asList<T>(value: unknown, limit: number, decode: (each: unknown) => T | null): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.map(decode).filter((each) => each !== null).slice(0, limit);
}

const asSite = (value: unknown): string | null => (typeof value === "string" ? normaliseSite(value) : null);

const asLabel = (value: unknown): string | null => {
  const label = typeof value === "string" ? value.trim() : "";
  return label === "" || label.length > MAX_LABEL_LENGTH ? null : label;
};

/** A pattern that compiles and is made of plain parts only, so that no page can make it run for long. */
export function isInternalPattern(pattern: string): boolean {
  if (pattern === "" || pattern.length > MAX_PATTERN_LENGTH) return false;
  // Digits, classes, alternatives and bounded counts; no *, +, nested quantifiers, look-around or references.
  if (!/^\^?(?:\\d|\d|\[[\d-]+\]|\{\d(?:,\d)?\}|[?|])+\$?$/u.test(pattern)) return false;
  try {
    return new RegExp(`^(?:${pattern})$`, "u").source !== "";
  } catch {
    return false;
  }
}

function asInternalRule(value: unknown): InternalNumberRule | null {
  const rule = asObject(value);
  return typeof rule["pattern"] === "string" && isInternalPattern(rule["pattern"])
    ? { pattern: rule["pattern"], label: asLabel(rule["label"]) }
    : null;
}

const SITE_MODES: readonly SiteMode[] = ["all", "chosen", "none"];

/** Whatever lies in the storage or in an imported file → settings that hold. */
export function decodeSettings(stored: unknown): Settings {
  const from = asObject(stored);
  const sites = asObject(from["sites"]);
  const appearance = asObject(from["appearance"]);
  const region = from["region"];
  const colour = appearance["colour"];
  return {
    version: 1,
    region: typeof region === "string" && /^[A-Z]{2}$/u.test(region) ? region : DEFAULTS.region,
    sites: {
      mode: asOneOf(sites["mode"], SITE_MODES, DEFAULTS.sites.mode),
      chosen: [...new Set(asList(sites["chosen"], MAX_SITES, asSite))],
      exceptions: [...new Set(asList(sites["exceptions"], MAX_SITES, asSite))],
    },
    appearance: {
      style: asOneOf(appearance["style"], ["dotted", "solid", "background", "none"], DEFAULTS.appearance.style),
      colour: typeof colour === "string" && /^#[0-9a-f]{6}$/iu.test(colour) ? colour : DEFAULTS.appearance.colour,
      theme: asOneOf(appearance["theme"], ["auto", "light", "dark"], DEFAULTS.appearance.theme),
      button: asBoolean(appearance["button"], DEFAULTS.appearance.button),
    },
    click: asOneOf(from["click"], ["single", "double", "modifier", "off"], DEFAULTS.click),
    links: asBoolean(from["links"], DEFAULTS.links),
    internal: asList(from["internal"], MAX_RULES, asInternalRule),
    fax: asBoolean(from["fax"], DEFAULTS.fax),
    skipLabels: asList(from["skipLabels"], MAX_RULES, asLabel),
    why: asBoolean(from["why"], DEFAULTS.why),
  };
}
