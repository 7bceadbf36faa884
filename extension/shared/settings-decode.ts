/**
 * Settings from outside — the browser's storage, an imported file, an organisation's policy — into values that hold. What is
 * not allowed is left out and reported, one setting at a time. Pure.
 */
import { oneOf } from "./decode.ts";
import type { Flat, InternalNumberRule, Path, Some } from "./settings.ts";
import { normaliseSite } from "./sites.ts";

/** What was left out, by its name: `sites.chosen[2]`. Unknown names are no faults of ours: a later version may know them. */
export interface Fault {
  readonly path: string;
  readonly why: "not_allowed" | "unknown";
}
export type Report = (fault: Fault) => void;

/** More than anybody keeps by hand; a policy's list may be longer than a person's. */
const MAX_SITES = 1000;
const MAX_RULES = 50;
const MAX_PATTERN_LENGTH = 60;
const MAX_LABEL_LENGTH = 40;

type Foreign = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Foreign => typeof value === "object" && value !== null && !Array.isArray(value);

type Decoder<T> = (value: unknown, report: (inner: string) => void) => T | undefined;

const boolean: Decoder<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const word =
  <T extends string>(...allowed: readonly T[]): Decoder<T> =>
  (value) =>
    oneOf(value, allowed) ?? undefined;
const textOrNull =
  (pattern: RegExp): Decoder<string | null> =>
  (value) =>
    value === null ? null : typeof value === "string" && pattern.test(value) ? value : undefined;

function list<T>(longest: number, decode: (each: unknown) => T | null): Decoder<readonly T[]> {
  return (value, report) => {
    if (!Array.isArray(value)) return undefined;
    const items = new Map<string, T>();
    for (const [index, each] of value.entries()) {
      const item = decode(each);
      if (item === null || items.size >= longest) report(`[${String(index)}]`);
      else items.set(JSON.stringify(item), item);
    }
    return [...items.values()];
  };
}

const asSite = (value: unknown): string | null => (typeof value === "string" ? normaliseSite(value) : null);

export function asLabel(value: unknown): string | null {
  const label = typeof value === "string" ? value.trim() : "";
  return label === "" || label.length > MAX_LABEL_LENGTH ? null : label;
}

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
  if (!isObject(value)) return null;
  const { pattern, label } = value;
  if (typeof pattern !== "string" || !isInternalPattern(pattern)) return null;
  const kept = label === null || label === undefined || label === "" ? null : asLabel(label);
  return kept === null && typeof label === "string" && label.trim() !== "" ? null : { pattern, label: kept };
}

const DECODERS: { readonly [P in Path]: Decoder<Flat[P]> } = {
  region: textOrNull(/^[A-Z]{2}$/u),
  "sites.mode": word("all", "chosen", "none"),
  "sites.chosen": list(MAX_SITES, asSite),
  "sites.exceptions": list(MAX_SITES, asSite),
  "appearance.style": word("dotted", "solid", "background", "none"),
  "appearance.colour": textOrNull(/^#[0-9a-f]{6}$/iu),
  "appearance.theme": word("auto", "light", "dark"),
  "appearance.button": boolean,
  "appearance.badge": boolean,
  click: word("single", "double", "modifier", "off"),
  links: boolean,
  internal: list(MAX_RULES, asInternalRule),
  fax: boolean,
  skipLabels: list(MAX_RULES, asLabel),
  why: boolean,
  "privacy.history": boolean,
  debugLog: boolean,
};

export const isPath = (name: string): name is Path => name in DECODERS;
export const PATHS: readonly Path[] = Object.keys(DECODERS).filter(isPath);
/** `sites` for `sites.mode`: a name for several at once. */
export const groupOf = (path: string): string => path.replace(/\..*$/u, "");

/** Every setting that is given, under its name: `{sites: {mode}}` → `sites.mode`. Groups that are no objects stay whole. */
export function* leaves(from: Foreign): Generator<readonly [string, unknown]> {
  for (const [name, value] of Object.entries(from)) {
    const isGroup = PATHS.some((path) => path.startsWith(`${name}.`));
    if (isGroup && isObject(value)) for (const [inner, each] of Object.entries(value)) yield [`${name}.${inner}`, each];
    else yield [name, value];
  }
}

function ignore(): void {
  // Whoever only wants what holds need not hear of the rest.
}

/** @param besides names at the top that are no settings, but are read elsewhere. */
export function decodeSome(foreign: unknown, report: Report = ignore, besides: readonly string[] = []): Some {
  const some: { -readonly [P in Path]?: Flat[P] } = {};
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties the value to its path
  const take = <P extends Path>(path: P, value: unknown): void => {
    const decoded = DECODERS[path](value, (inner) => report({ path: `${path}${inner}`, why: "not_allowed" }));
    if (decoded === undefined) report({ path, why: "not_allowed" });
    else some[path] = decoded;
  };
  for (const [name, value] of leaves(isObject(foreign) ? foreign : {})) {
    if (isPath(name)) take(name, value);
    else if (!besides.includes(name)) report({ path: name, why: PATHS.some((path) => groupOf(path) === name) ? "not_allowed" : "unknown" });
  }
  return some;
}
