/** Texts from `_locales`. A key that is not there does not compile; a language that lacks one does not build. */
import type english from "../_locales/en/messages.json";

export type MessageKey = keyof typeof english;
type PluralBase = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never;

/** The text in the browser's language, with what it speaks of filled in. */
export function t(key: MessageKey, ...values: readonly string[]): string {
  return chrome.i18n.getMessage(key, [...values]);
}

/** The language the texts are in, which may differ from the browser's where we have no translation. */
export const language = (): string => t("language_tag");

/** The form of a text that fits the count; the count is its first value. */
export function plural(base: PluralBase, count: number): string {
  const formatted = new Intl.NumberFormat(language()).format(count);
  const category = new Intl.PluralRules(language()).select(count);
  // Which forms exist differs by language; `messages.mjs` makes sure each language has those it needs.
  const text = chrome.i18n.getMessage(`${base}_${category}`, [formatted]);
  return text === "" ? chrome.i18n.getMessage(`${base}_other`, [formatted]) : text;
}
