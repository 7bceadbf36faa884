/** Numbers in fields of a form. They are read and never written; only those nobody can type in are listed. */
import type { ListedNumber } from "../shared/page-messages.ts";
import { Context } from "./context.ts";
import { mayHoldNumber, readNumber, type FoundNumber, type Region } from "./detector/index.ts";
import type { Rules } from "./scanner.ts";
import { skippedBy } from "./skipped-label.ts";
import { MAX_WRITTEN } from "./tunables.ts";
import { detectAmong } from "./windows.ts";

/** Kinds of input whose value is shown as text. */
const SHOWN = new Set(["text", "tel", "search", "url", "email", "number", ""]);

export const isShownField = (field: HTMLInputElement): boolean => SHOWN.has(field.type);

export function numberInField(element: Element | null, region: Region | null): ListedNumber | null {
  if (!(element instanceof HTMLInputElement) || !isShownField(element)) return null;
  const value = element.value.trim();
  if (value === "" || value.length > MAX_WRITTEN || !/\p{Nd}/u.test(value)) return null;
  const found = readNumber(value, region);
  if (!("e164" in found)) return null;
  const label = element.labels?.[0]?.textContent.replace(/\s+/gu, " ").trim() ?? element.getAttribute("aria-label");
  return {
    written: found.written.replace(/\s+/gu, " ").trim(),
    e164: found.e164 ?? "",
    extension: found.extension,
    region: found.region ?? region,
    label: label === null || label === "" ? null : label.slice(0, 60),
  };
}

/** Nobody can type in it. */
export const isFixed = (field: HTMLInputElement): boolean => isShownField(field) && (field.readOnly || field.matches(":disabled"));

/** The number a field shows that nobody can type in: all of its value, by the same rules as text on the page. */
export function numberShownIn(field: HTMLInputElement, rules: Rules): { readonly found: FoundNumber; readonly label: string | null } | null {
  const written = field.value.trim();
  if (!isFixed(field) || written.length > MAX_WRITTEN || !mayHoldNumber(written)) return null;
  const label = labelOf(field);
  const [found, another] = detectAmong(written, { ...rules, before: label });
  if (found === undefined || another !== undefined || found.start > 0 || found.end < written.length || skippedBy(0, written, label, rules.skipLabels) !== null) return null;
  return { found, label: label === "" ? null : label };
}

/** What the field is called; where it is called nothing, the name that programs use. */
function labelOf(field: HTMLInputElement): string {
  const label = new Context().before(field) || field.placeholder || field.name.replace(/[^\p{L}]+/gu, " ").trim();
  return field.type === "tel" && label === "" ? "tel" : label;
}

/** Fields that only show: read-only and disabled ones. */
export function* shownFields(root: Document | ShadowRoot): Generator<HTMLInputElement> {
  for (const field of root.querySelectorAll("input:read-only,input:disabled")) {
    if (field instanceof HTMLInputElement && field.checkVisibility({ visibilityProperty: true })) yield field;
  }
}
