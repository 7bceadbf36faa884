/** Numbers in fields of a form. They are read and never written; only those nobody can type in are listed. */
import type { ListedNumber } from "../shared/page-messages.ts";
import { readNumber, type Region } from "./detector/index.ts";
import { MAX_WRITTEN } from "./tunables.ts";

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

/** Fields that only show: read-only and disabled ones. */
export function* shownFields(root: Document | ShadowRoot): Generator<Element> {
  for (const field of root.querySelectorAll("input:read-only,input:disabled")) {
    if (field.checkVisibility({ visibilityProperty: true })) yield field;
  }
}
