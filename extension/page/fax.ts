/** What says behind a number, or by a sign, that it is a fax machine's: "020 7946 0958 (Fax)", 📠. Words in front are the detector's. Pure. */
import type { FoundNumber } from "./detector/index.ts";

/** In brackets, or as the last of its line. */
const BEHIND = /^(?:\s?[([]\s?([\p{L}./& -]+)[)\]]|(?:[^\S\n]|[^\S\n]?[-–·•›»|,][^\S\n]|[^\S\n]?\uFFFC)(\p{L}+(?: \p{L}+)?)\.?[^\S\n]*(?:\n|$))/u;
const LONGEST_BEHIND = 32;
export const FAX_SIGN = /[📠🖷🖨℻]\uFE0F?/u;
const SIGN = new RegExp(`${FAX_SIGN.source}[\\s:]{0,2}$`, "u");
const LONGEST_SIGN = 5;
/** Not the towns and names that end so: Halifax, Fairfax. */
const FAX = /(?:(?<!\p{L})|tele|büro|direkt|direct|zentral)fa(?:x|ks|cs)|факс|φαξ|传真|傳真|ファ(?:ック|クシミリ)|팩스|فاکس|فاكس|פקס/iu;
const EACH_FAX = new RegExp(FAX.source, "giu");
/** "(Tel/Fax)" */
const PHONE = /t[eé]l|phone|fon|mob|тел|τηλ|电话|電話|전화/iu;

/** Words that call a number a fax machine's, and not a telephone's as well. */
export const saysFax = (words: string): boolean => FAX.test(words) && !saysPhone(words.replace(EACH_FAX, ""));
export const saysPhone = (words: string): boolean => PHONE.test(words);

/** The word or sign that says so; empty: none. Where a word in front has said something else, only brackets say more. */
export function faxAround(text: string, { start, end, detail }: Pick<FoundNumber, "start" | "end" | "detail">): string {
  const sign = SIGN.exec(text.slice(Math.max(0, start - LONGEST_SIGN), start));
  if (sign !== null) return sign[0].trim();
  const [, bracketed, last = ""] = BEHIND.exec(text.slice(end, end + LONGEST_BEHIND)) ?? [];
  const words = bracketed ?? (detail === "" ? last : "");
  return saysFax(words) ? words.trim() : "";
}
