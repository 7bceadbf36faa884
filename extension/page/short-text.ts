/** Texts short enough to be a label. */
import { LABEL_UNITS } from "./tunables.ts";

export function short(text: string): string | null {
  const trimmed = text.replace(/\s+/gu, " ").trim();
  return trimmed === "" || trimmed.length > LABEL_UNITS ? null : trimmed;
}

/** Reading a whole article to see whether it is a label would be slow. */
const fits = (text: string): boolean => text.length <= LABEL_UNITS * 4;

export function textOf(element: Element): string | null {
  const text = element.textContent;
  return fits(text) ? short(text) : null;
}

/** A text with digits of its own is another value and no label. */
export const labelText = (text: string): string | null => (!fits(text) || /\p{Nd}{2}/u.test(text) ? null : short(text));
