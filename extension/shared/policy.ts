/**
 * What the organisation set by policy (`storage.managed`, described in `managed-schema.json`). A value given there applies
 * until the person chooses another, or for good where it is locked; its lists always apply, and a person adds to them. Pure.
 */
import { asObject } from "./decode.ts";
import { decodeSome, groupOf, PATHS, type Report } from "./settings-decode.ts";
import type { Path, Some } from "./settings.ts";

export interface Policy {
  readonly values: Some;
  /** What the person cannot change. */
  readonly locked: readonly Path[];
  /** Who says so, in the organisation's own words; null: it gave no name. */
  readonly organisation: string | null;
}

export const NO_POLICY: Policy = { values: {}, locked: [], organisation: null };

/** Names everything. */
const EVERYTHING = "*";
const MAX_NAME_LENGTH = 80;

function lockedOf(foreign: unknown, report: Report): readonly Path[] {
  if (foreign === undefined) return [];
  if (!Array.isArray(foreign)) {
    report({ path: "locked", why: "not_allowed" });
    return [];
  }
  const named = (name: unknown, index: number): readonly Path[] => {
    const paths = PATHS.filter((path) => name === EVERYTHING || name === path || name === groupOf(path));
    if (paths.length === 0) report({ path: `locked[${String(index)}]`, why: "not_allowed" });
    return paths;
  };
  return [...new Set(foreign.flatMap(named))];
}

export function decodePolicy(foreign: unknown, report?: Report): Policy {
  const tell: Report = report ?? (() => undefined);
  const values = decodeSome(foreign, tell, ["locked", "organisation"]);
  const { locked, organisation } = asObject(foreign) ?? {};
  const name = typeof organisation === "string" ? organisation.trim().slice(0, MAX_NAME_LENGTH) : "";
  if (organisation !== undefined && name === "") tell({ path: "organisation", why: "not_allowed" });
  return { values, locked: lockedOf(locked, tell), organisation: name === "" ? null : name };
}

export const isLocked = (policy: Policy, path: Path): boolean => policy.locked.includes(path);
