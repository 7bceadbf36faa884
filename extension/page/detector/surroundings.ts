/** What touches a number: letters, signs, currencies, units, addresses of the web. Bounded looks to both sides. */
import { codeAt, ENDS_TOKEN, IN_ADDRESS, isCapital, isCurrencySign, isDigit, isIn, isLatin, isLetter, kindAt, KINDS, leftOf, rightOf } from "./characters.js";
import * as KIND from "./kinds.js";
import { iban } from "./checksums.js";
import { readExtension } from "./extensions.js";
import { namesNumber, wordMeaning } from "./labels.js";
import { senseIn } from "./vocabulary.js";
import { Is, Space } from "./word-hash.js";

/** Longest word looked at beside a number. */
const LONGEST_WORD = 24;
const LONGEST_CURRENCY = 4;
const LONGEST_UNIT = 10;
/** As far back as an address of the web or an IBAN may begin. */
const LONGEST_TOKEN = 100;
const LONGEST_IBAN = 42;

function startOfWord(text: string, end: number): number {
  let start = end;
  while (end - start < LONGEST_WORD && isLetter(codeAt(text, start - 1))) start--;
  return start;
}

const wordEndingAt = (text: string, end: number): string => text.slice(startOfWord(text, end), end);

function endOfWord(text: string, start: number): number {
  let end = start;
  while (end - start < LONGEST_WORD && isLetter(codeAt(text, end))) end++;
  return end;
}

/** "code" when letters that are no telephone label make one word with the digits after them ("INV2024", "PO-2025"). */
export function gluedWord(text: string, start: number): "code" | null {
  let at = start - 1;
  while (kindAt(text, at) === KIND.invisible || kindAt(text, at) === KIND.open) at--;
  const dashed = kindAt(text, at) === KIND.dash;
  if (dashed) at--;
  const code = codeAt(text, at);
  if (code === 95) return isWordPart(codeAt(text, at - (codeAt(text, at - 1) === 95 ? 2 : 1))) ? "code" : null;
  if (code === 92 || code === 0xa7 || ((code === 0xb0 || code === 0xba) && HOUSE.test(rightOf(text, start, 3)))) return "code";
  // "Ada Lovelace-9953849196"
  if (dashed && PERSON.test(text.slice(Math.max(0, at - 2 * LONGEST_WORD), at + 1)) && wordMeaning(wordEndingAt(text, at + 1)) === null) return null;
  if (!isLatin(code) || (at < start - 1 && kindAt(text, start - 1) === KIND.open)) return null;
  const word = wordEndingAt(text, at + 1);
  if (kindAt(text, at - word.length) === KIND.digit) return "code";
  const meaning = wordMeaning(word);
  // T92427580, P-2830: a letter at a passport's number, or at a part's. M0171…, T(030)… are telephones.
  if (word.length === 1 && (dashed || text[at - 1] === "#" || (text[start] !== "0" && at === start - 1 && (isSmall(code) || compact(text, start) || HOUSE.test(rightOf(text, start, 3)))))) return "code";
  return meaning === "phone" || meaning === "fax" || (dashed && namesNumber(word)) ? null : "code";
}

/** C47 …, N°12 …: a number of its own. */
const HOUSE = /^[1-9]?\d\s/;
const isWordPart = (code: number): boolean => code === 95 || isLetter(code) || isDigit(code);

/** Six digits or more without anything between them, or a fraction. */
function compact(text: string, start: number): boolean {
  return /^(?:\d{6,}(?![ .]?\d)|\d+\.\d+(?![.\d]))/.test(rightOf(text, start, LONGEST_WORD));
}

function skipSpaces(text: string, at: number, step: 1 | -1): number {
  let i = at;
  for (let n = 0; n < 3; n++) {
    const kind = kindAt(text, i);
    if (kind !== KIND.space && kind !== KIND.invisible) break;
    i += step;
  }
  return i;
}

export function currencyBefore(text: string, start: number): boolean {
  let at = skipSpaces(text, start - 1, -1);
  if (kindAt(text, at) === KIND.dash) at = skipSpaces(text, at - 1, -1);
  const code = codeAt(text, at);
  if (code < 128 && code !== 36 && !isLetter(code) && code !== 46) return false;
  if (isCurrencySign(code)) return !endsAmount(text, at);
  const end = code === 46 ? at : at + 1;
  const from = startOfWord(text, end);
  // "pls try 0161 …", "call us 0161 …"
  if (end - from > LONGEST_CURRENCY || senseIn(Space.currencies, text, from, end) === Is.unknown || /^(?:[Tt]ry|[Aa]ll|us)$/.test(text.slice(from, end))) return false;
  // One letter is a currency ("R 12 000") only as a capital, and rather a label otherwise.
  return (end - from > 1 || text[from] === "R") && !endsAmount(text, from);
}

/** "536,95 THB 0712 …": it belongs to the amount in front. */
function endsAmount(text: string, start: number): boolean {
  return kindAt(text, skipSpaces(text, start - 1, -1)) === KIND.digit;
}

/** What makes the digits before it an amount. */
export function amountAfter(text: string, end: number): "percent" | "currency" | "unit" | "degree" | null {
  let at = skipSpaces(text, end, 1);
  const code = codeAt(text, at);
  if (code === 37 || code === 0x2030 || code === 0x66a) return "percent";
  if (code === 0xb0) return "degree";
  if (isCurrencySign(code)) {
    // "030 1234567 €5" — a sign with digits after it belongs to those.
    return kindAt(text, skipSpaces(text, at + 1, 1)) === KIND.digit ? null : "currency";
  }
  if (!isLetter(code)) {
    if (code !== 45 || !isLetter(codeAt(text, at + 1))) return null;
    at++;
  }
  const wordEnd = endOfWord(text, at);
  // "… 40  PT12 5821": an account's.
  if (wordEnd - at > LONGEST_UNIT || kindAt(text, wordEnd) === KIND.digit) return null;
  // "… m: 0161 …" is the label of the next number, and so is "… b) 0161 …".
  const single = wordEnd === at + 1;
  const next = codeAt(text, wordEnd);
  if (next === 58 || next === 41 || next === 64 || (single && beginsValue(text, next === 46 ? wordEnd + 1 : wordEnd))) return null;
  const currency = senseIn(Space.currencies, text, at, wordEnd) !== Is.unknown;
  if (!currency && senseIn(Space.units, text, at, wordEnd) === Is.unknown) return null;
  // One capital is rather the label of what comes next (T, M, F) than a ton or a metre.
  if (single && /[^VWAB\P{Lu}]/u.test(text[at] ?? "")) return null;
  // "all day", "US only"
  if (/^(?:all|US|try) \p{L}/u.test(text.slice(at, wordEnd + 2))) return null;
  return currency ? (currencyBelongsToNext(text, wordEnd) ? null : "currency") : "unit";
}

/** One space or two, and a number or its bracket or plus. */
function beginsValue(text: string, at: number): boolean {
  if (!isBlank(codeAt(text, at))) return false;
  const code = codeAt(text, isBlank(codeAt(text, at + 1)) ? at + 2 : at + 1);
  return code === 40 || code === 43 || isDigit(code);
}

/** "…4567 USD 120": the code belongs to the amount after it. */
function currencyBelongsToNext(text: string, at: number): boolean {
  return kindAt(text, skipSpaces(text, isCurrencySign(codeAt(text, at)) ? at + 1 : at, 1)) === KIND.digit;
}

/** "0161 496 0123Fax.0161…", "…Email:": the label of what comes next touches by mistake. */
export const touchesWord = (text: string, end: number): boolean => isLatin(codeAt(text, end)) && !/^\p{Lu}\p{L}{2,}(?::|\.[+(\d])/u.test(rightOf(text, end, LONGEST_WORD));

export function extensionFollows(text: string, end: number): boolean {
  return readExtension(text, end) !== null;
}

/** Why the number's own token makes it none; null: its edges are clean. `strong`: it begins with a plus. */
export function tokenFault(text: string, start: number, end: number, strong: boolean): string | null {
  return faultBefore(text, start, end, strong) ?? faultAfter(text, start, end, strong);
}

function faultBefore(text: string, start: number, end: number, strong: boolean): string | null {
  const at = start - 1;
  const code = codeAt(text, at);
  if (at < 0 || KINDS[code] === KIND.space || KINDS[code] === KIND.newline || KINDS[code] === KIND.tab) {
    if (strong) return null;
    if (codeAt(text, at - 1) === 61) return namesValue(text, skipSpaces(text, at - 2, -1) + 1) ? null : "arithmetic";
    if (codeAt(text, start + 4) === 32 && HEXADECIMAL.test(leftOf(text, start, 6))) return "hex";
    if ((codeAt(text, at - 7) === 90 || codeAt(text, at - 8) === 90 || codeAt(text, at - 9) === 90) && /\b1Z ?[0-9A-Z]{3} ?[0-9A-Z]{3} $/.test(leftOf(text, start, 14))) return "tracking";
    // 33U UP 13682 45459: a place on a grid.
    if (isCapital(codeAt(text, at - 1)) && isCapital(codeAt(text, at - 2)) && /(?<!\d)\d\d?[A-Z] [A-Z]{2} $/.test(leftOf(text, start, 8))) return "coordinates";
    return ibanBefore(text, start) ? "iban" : vatBefore(text, start, end) ? "vat" : null;
  }
  if (KINDS[code] === KIND.digit) return "part";
  // fe80::4155550132
  if (code === 58 && codeAt(text, at - 1) === 58 && isDigit(codeAt(text, at - 2))) return "address";
  if (isIn(IN_ADDRESS, code) && inWebAddress(text, start)) return "address";
  // *030 1234567*, _030 1234567_: how mail and chat mark what matters.
  if ((code === 42 || code === 95) && codeAt(text, end) === code && isEmphasis(text, at - 1, end + 1, code)) return null;
  if (strong) return code === 95 ? "token" : null;
  // i[3456]86, a[23456]: a place in a list.
  if ((code === 91 || codeAt(text, start) === 91) && /\w\[[1-9]/.test(text.slice(at - 1, start + 2))) return "token";
  // "abc(415)…": a bracket separates as a space does.
  if (KINDS[codeAt(text, start)] !== KIND.open && gluedWord(text, start) === "code") return "token";
  if (code === 61) {
    const word = wordEndingAt(text, at);
    return (word.length > 1 && (namesPhone(word) || CALL_KEY.test(leftOf(text, at, LONGEST_WORD)))) || (!isDigits(text.slice(start, end)) && namesValue(text, at)) ? null : "token";
  }
  if (code === 38 || code === 63 || code === 64 || code === 92 || code === 37 || code === 42 || code === 94 || code === 0xb1) return "token";
  if (code === 40 && isCall(text, start, end)) return "code";
  if (code === 47) {
    const word = wordEndingAt(text, at);
    // C/2013-55681
    if (word.length === 1 && !/^[(0]/.test(text.slice(start, end))) return "token";
    // "Ada Byron/0161 496 0123" is a person's, "GET /0301234567" a path.
    if (word === "") return PATH.test(leftOf(text, at, 2)) ? "token" : null;
    // "Leeds/0113 496 0123", "Leeds/01134960123", not "Ref/0113 496 0123", and in one run not in a path.
    if (wordMeaning(word) === null && PLACE.test(word) && (/^\(?0\d*\D/.test(text.slice(start, end)) || (text[start] === "0" && !/\S/.test(text[at - word.length - 1] ?? " ")))) return null;
    return namesPhone(word) || !isLatin(codeAt(text, at - 1)) || PERSON.test(leftOf(text, at, LONGEST_WORD)) ? null : "token";
  }
  if (code === 46 && isDigits(text.slice(start, end)) && isEnding(text, at)) return "file";
  if (code === 46 && !isLetter(codeAt(text, at - 1))) return kindAt(text, at - 1) === KIND.dot ? null : "decimal";
  return null;
}

/** One sign on both sides, or two. */
function isEmphasis(text: string, before: number, after: number, sign: number): boolean {
  const twice = codeAt(text, before) === sign && codeAt(text, after) === sign ? 1 : 0;
  return !isWordPart(codeAt(text, before - twice)) && !isWordPart(codeAt(text, after + twice));
}

/** select(0301234567, 5), rgb(99 111 128 / 1): a call in a program, not Smith (0301234567). */
function isCall(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 1 - LONGEST_WORD), start);
  const isLike = /[a-z]\w*\($/.test(before) && (/^(?:,| \/)/.test(rightOf(text, end, 2)) || /^\d+\)/.test(text.slice(start, end + 1)));
  return isLike && !namesPhone(wordEndingAt(text, start - 1)) && !PERSON.test(before.slice(0, -1));
}

/** core.32793225: behind the dot there, and a word in small letters that names no number. */
function isEnding(text: string, dot: number): boolean {
  const word = wordEndingAt(text, dot);
  return isSmall(codeAt(text, dot - 1)) && isSmall(codeAt(text, dot - word.length)) && !namesPhone(word) && !namesNumber(word);
}

/** "Smith(22123924)" may be a call, "Ada Smith(22123924)" is a person. */
const PERSON = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u;
const PLACE = /^\p{Lu}\p{Ll}{2,}$/u;
/** d58a c9e4 0390 0148: four by four. */
const HEXADECIMAL = /(?:^|[^\w])(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{4} $/;

function faultAfter(text: string, start: number, end: number, strong: boolean): string | null {
  let at = end;
  while (kindAt(text, at) === KIND.invisible) at++;
  const code = codeAt(text, at);
  if (code === 0) return null;
  const next = codeAt(text, at + 1);
  if (touchesWord(text, at) || (code === 35 && !text.slice(start, end).includes(","))) return "token";
  // "<69125751+ada@…>"
  if (code === 64 || (code === 43 && isLatin(next))) return "email";
  // As programs write ends of lines.
  if ((code === 92 && !/^\\(?:[nrt"](?![a-z])|r\\n|\s)/.test(rightOf(text, at, 4))) || (code === 95 && !(text[start - 1] === "_" && isEmphasis(text, start - 2, at + 1, code)))) return "token";
  if (code === 37) return "percent";
  if (code === 0xb0 || code === 0x2032 || code === 0x2033) return "coordinates";
  // "0161 496 0123 = Ada" is no sum.
  if ((code === 61 || (code === 32 && next === 61)) && !NAMED.test(rightOf(text, at, 5))) return "arithmetic";
  // 030 901820 * 4, but not "* 030 901820 *"; 030901820 / 4, but not 030 901820 / 4.
  if (code === 32 && (next === 0xd7 || next === 0xb1 || ((next === 42 || next === 47) && /^ (?:\* ?[\d(]|\/ \d\b)/.test(rightOf(text, at, 5)))) && (next !== 47 || isDigits(text.slice(start, end)))) return "arithmetic";
  // "0161 496 0123.thanks" is no file.
  if (code === 46 && isSmall(next) && /^\.[a-z]{2,4}(?!\p{L})/u.test(rightOf(text, at, 6)) && !text.slice(start, end).includes(" ")) return "file";
  // "0161 496 0123—Ada": no hyphen.
  if (KINDS[code] === KIND.dash && (code < 0x2013 || !isCapital(next)) && isLatin(next) && !strong && !ENDING.test(text.slice(at + 1, at + LONGEST_ENDING)) && wordMeaning(text.slice(at + 1, endOfWord(text, at + 1))) !== "phone") return "token";
  if (KINDS[code] === KIND.dash && KINDS[next] === KIND.dash && kindAt(text, at + 2) === KIND.digit) return "part";
  if (code === 38 && /^&\w+=/.test(rightOf(text, at, 24)) && !(codeAt(text, start - 1) === 61 && namesPhone(wordEndingAt(text, start - 1)))) return "address";
  return null;
}

/** "06 1 234 5678-as számon", "…-ről": how Hungarian declines a number. */
const ENDING = /^(?:[aeoö]s|[oeö]n|[rn][ae]|[rt][óőo]l|h[eoö]z|n[áé]l|b[ae]n?)(?!\p{L})/u;
const LONGEST_ENDING = 5;

/** "Werk = 010 123 0745", "Горячая линия = …", but not "x = 0101230745". */
function namesValue(text: string, end: number): boolean {
  return namesPhone(wordEndingAt(text, end)) || LABEL.test(leftOf(text, end, LONGEST_TOKEN));
}
const LABEL = /(?:(?:^|[\n\t;|,])\s*\p{Lu}\p{L}+(?:\s\p{L}+){0,3}|[^\0-\x7f]\p{M}*\p{L}*)(?:\s\d)?\.?$/u;
const NAMED = /^ ?=>? ?\p{L}/u;
/** Fields of calls in logs. */
const CALL_KEY = /(?<![\p{L}_])(?:from|to|src|dst|ani|dnis|cli|clid|did|caller|callee)$/iu;
const isDigits = (written: string): boolean => /^\d+$/.test(written);

function namesPhone(word: string): boolean {
  const meaning = word === "" ? null : wordMeaning(word);
  return meaning === "phone" || meaning === "fax";
}

const PATH = /^(?:.? |["'`])$|[\w)] $/;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;

/** VAT numbers with the country code in front of them. */
const VAT = /^(?:(?:AT|CY|CZ|DK|ES|FI|HU|LU|MT|SI)\d{8}|IE\d{7,8}|(?:BE|BG|CZ|DE|E[ELS]|FR|GB|LT|NL|NO|PT|XI)\d{9}|(?:BE|BG|CZ|PL|S[EK])\d{10}|(?:FR|HR|IT|LV)\d{11}|(?:GB|LT|NL|SE)\d{12}|RO\d{6,10})$/;

/** "GB 724 0021 07", "FR 38 302 190 904". Pairs of digits are how people in some of these countries write telephone numbers. */
export function vatBefore(text: string, start: number, end: number): boolean {
  if (!isCapital(codeAt(text, start - 2)) || !isCapital(codeAt(text, start - 3))) return false;
  const code = /(?:^|[^\p{L}\p{N}])([A-Z]{2})[ \u00a0]$/u.exec(leftOf(text, start, 4))?.[1];
  const written = text.slice(start, end);
  return code !== undefined && VAT.test(code + written.replace(/\D/g, "")) && !/^\d\d(?:[ .]\d\d){3,4}$/.test(written);
}

/** The token looked at last: as far as it has been read it is not read again. `signed`: it has a sign that every address has one of. */
let read = 0, begun = 0, signed = false;

/** Another text begins. */
export function forgetToken(): void {
  read = begun = 0;
}

function inWebAddress(text: string, start: number): boolean {
  let from = start;
  let marked = false;
  for (; from > read; from--) {
    const code = codeAt(text, from - 1);
    if (isIn(ENDS_TOKEN, code)) break;
    marked ||= code === 46 || code === 64 || (code === 47 && codeAt(text, from) === 47);
  }
  if (from > read || read === 0) begun = from;
  else marked ||= signed;
  signed = marked;
  read = start;
  from = Math.max(begun, start - LONGEST_TOKEN);
  if (start - from < 4 || !(signed || OPENS_PATH.includes(text[from] ?? " "))) return false;
  while (OPENS.includes(text[from] ?? " ")) from++;
  const written = text.slice(from, start);
  // name,mail@host.tld,number: a row of values.
  const token = written.includes("@") || written.includes("www") ? written.replace(/^\S*(?:@|www\.)[\w-]+(?:\.[\w-]+)+[,:☎]/, "") : written;
  if (!(token.includes("://") || token.includes("@") || BEGINS_ADDRESS.test(token))) return false;
  return !/(?:^|[("'\s])(?:tel|callto|sips?|sms|whatsapp|phone|mob|mobile|fax):?(?:\/\/)?$/i.test(token);
}
const OPENS_PATH = "([{</", OPENS = "([{<";
const BEGINS_ADDRESS = /^(?:www\.|\/[\w-]+\/|[\w-]+(?:\.[\w-]+)+\/)/i;

const isBlank = (code: number): boolean => code === 32 || code === 0xa0;
const isFigure = (code: number): boolean => code === 32 || code === 45 || isDigit(code);

function ibanBefore(text: string, start: number): boolean {
  let at = start - 1;
  if (codeAt(text, at) !== 32 && codeAt(text, at) !== 45) return false;
  // Mostly there is something else: a pattern is dear, and asked only where digits, spaces and dashes have a capital in front of them.
  while (start - at < LONGEST_IBAN && isFigure(codeAt(text, at))) at--;
  if (!isCapital(codeAt(text, at))) return false;
  const left = leftOf(text, start, LONGEST_IBAN);
  const match = /(?:^|[^A-Za-z0-9])([A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{1,4}){0,8}[ -])$/.exec(left);
  if (!match?.[1]) return false;
  const right = /^[A-Z0-9 -]{1,36}/.exec(rightOf(text, start, LONGEST_IBAN))?.[0] ?? "";
  return /[A-Z]{4}[ -]$|^[A-Z]{2}\d{2} /.test(match[1]) || iban(match[1] + right);
}

/** A comma, a dash, a dot or a slash. */
const isBesideMonth = (code: number): boolean => code >= 44 && code <= 47;

/** Whether what begins there is a day or a year behind the name of a month, and what ends there one in front of it: "9 July 2024" ends what stands before and begins what comes after. */
export function monthBefore(text: string, start: number): boolean {
  const end = skipSpaces(text, isBesideMonth(codeAt(text, start - 1)) ? start - 2 : start - 1, -1) + 1;
  return senseIn(Space.months, text, startOfWord(text, end), end) !== Is.unknown;
}

export function monthBehind(text: string, end: number): boolean {
  const start = skipSpaces(text, isBesideMonth(codeAt(text, end)) ? end + 1 : end, 1);
  return senseIn(Space.months, text, start, endOfWord(text, start)) !== Is.unknown;
}
