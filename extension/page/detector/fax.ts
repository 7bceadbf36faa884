/** What says that a number is a fax machine's without being a word in front of it: "020 7946 0958 (Fax)", 📠. */
import { wordMeaning, type Label } from "./labels.js";

/** In brackets, or as the last of its line. */
const BEHIND = /^(?:\s?[([]\s?([\p{L}./& -]+)[)\]]|(?:[^\S\n]|[^\S\n]?[-–·,][^\S\n])(\p{L}+(?: \p{L}+)?)\.?[^\S\n]*(?:\n|$))/u;
const LONGEST_BEHIND = 32;
const SIGN = /[📠🖷℻]\uFE0F?[\s:]{0,2}$/u;
const LONGEST_SIGN = 5;

/** The word or sign that says so; empty: none. What is labelled otherwise in front stays so unless brackets say more. */
export function faxAround(text: string, start: number, end: number, { meaning }: Label): string {
  const sign = SIGN.exec(text.slice(Math.max(0, start - LONGEST_SIGN), start));
  if (sign !== null) return sign[0].trim();
  const [, bracketed, last = ""] = BEHIND.exec(text.slice(end, end + LONGEST_BEHIND)) ?? [];
  const words = (bracketed ?? (meaning === null ? last : "")).split(/[^\p{L}]+/u);
  const fax = words.find((word) => word.length > 1 && wordMeaning(word) === "fax");
  return fax === undefined || words.some((word) => wordMeaning(word) === "phone") ? "" : fax;
}
