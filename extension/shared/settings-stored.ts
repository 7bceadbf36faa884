/** The form in which choices are stored and written to files: nested, with a version. Pure. */
import { asObject } from "./decode.ts";
import { NO_POLICY } from "./policy.ts";
import { decodeSome, isPath, leaves, type Report } from "./settings-decode.ts";
import { onlyChoices } from "./settings-merge.ts";
import type { Some } from "./settings.ts";

/** 1: every setting, chosen or not. 2: only what the person chose. */
export const VERSION = 2;

const versionOf = (raw: unknown): number => {
  const version = asObject(raw)?.["version"];
  return typeof version === "number" ? version : VERSION;
};

/** The choices in what any version stored. */
export function fromStored(raw: unknown, report?: Report): Some {
  const some = decodeSome(raw, report, ["version"]);
  return versionOf(raw) === 1 ? onlyChoices(some, NO_POLICY) : some;
}

/** @param before what was stored: what only a later version knows stays as it is, for the other computer that has it. */
export function toStored(own: Some, before: unknown = null): Record<string, unknown> {
  const unknown = [...leaves(asObject(before) ?? {})].filter(([name]) => !isPath(name) && name !== "version");
  const nested: Record<string, unknown> = { version: Math.max(VERSION, versionOf(before)) };
  for (const [name, value] of [...unknown, ...Object.entries(own)]) {
    const [group = name, inner] = name.split(".", 2);
    nested[group] = inner === undefined ? value : { ...asObject(nested[group]), [inner]: value };
  }
  return nested;
}
