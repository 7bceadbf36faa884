/** Settings as a file: what is written, and what can be read of one that somebody chose. Pure. */
import { asObject } from "./decode.ts";
import type { Fault } from "./settings-decode.ts";
import { fromStored, toStored } from "./settings-stored.ts";
import { flatten, type Settings, type Some } from "./settings.ts";

export type ReadFile =
  /** `faults`: what was left out of it. */
  | { readonly kind: "read"; readonly some: Some; readonly faults: readonly Fault[] }
  | { readonly kind: "no-json"; readonly detail: string }
  | { readonly kind: "no-settings" };

/** Every setting as it applies, so that the file can be read, and used on another computer. */
export const toFile = (settings: Settings): string => `${JSON.stringify(toStored(flatten(settings)), null, 2)}\n`;

export function fromFile(text: string): ReadFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    return { kind: "no-json", detail: error instanceof Error ? error.message : "" };
  }
  const version = asObject(parsed)?.["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) return { kind: "no-settings" };
  const faults: Fault[] = [];
  const some = fromStored(parsed, (fault) => faults.push(fault));
  return { kind: "read", some, faults };
}
