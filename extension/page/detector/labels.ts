/**
 * What the words in front of a number say it is. Reads backwards from the number, word by word, and stops where another thing
 * begins: a line, a cell, another number, a sentence. Bounded, and only called for what looks like a number already.
 */
import { astralDigit, BOUNDARY, codeAt, isCapital, isDigit, isIn, isLetter, kindAt, KINDS, leftOf, rightOf } from "./characters.js";
import * as KIND from "./kinds.js";
import { LONGEST_JOINED, meaningOf } from "./meaning.js";
import { senseOf, wordAt } from "./vocabulary.js";
import { folded, Is, Space } from "./word-hash.js";

/**
 * `unknown`: the number of something nobody here knows ("Zählpunkt number"). `perhaps`: the same the other way round
 * ("numer Zählpunkt"), which can be somebody's name too, or a department's: "Reservierung". `likely`: a document's, unless it is written as
 * telephone numbers are: "Credit control".
 */
export type Meaning = "phone" | "fax" | "other" | "likely" | "unknown" | "perhaps" | null;

export interface Label {
  readonly meaning: Meaning;
  /** The word that decided, for the debug view. */
  readonly word: string;
  /** A word of a sentence, or one with others between it and the number that nobody here knows. */
  readonly far?: boolean;
}

export const NO_LABEL: Label = { meaning: null, word: "" };

/** How far back a label may begin, in characters. */
const LONGEST_LABEL = 64;
/** A label is the last few words: further back a sentence speaks of something else. */
const MOST_WORDS = 6;

/** ー of コード, which may stand for a dash between digits. */
const LONG_VOWEL = 0x30fc;
/** 〒 */
const POST_MARK = 0x3012;

/** The label that ends right before `end`; text before `floor` belongs to something else. */
export function labelBefore(text: string, end: number, floor: number, region: string | null = null): Label {
  // The digits of ISBN-10 and SHA-256 are no number that what comes after could not reach over.
  const furthest = Math.max(end - LONGEST_LABEL, 0);
  const from = Math.max(floor > 0 && floor < end && endsNamed(text, floor) ? floor - LONGEST_NAMED : floor, furthest);
  let at = end;
  let seen = 0;
  let unknown = 0;
  let number = "";
  let of = false;
  let crossedLine = false;
  let hash = false;
  /** A word has a figure of its own: "Phone 2: …", and "row 5: …", which says nothing of what comes. */
  let figure = false;
  /** The last word, when it is an unknown one. */
  let lone = "", stranger = "";
  let toward = false;
  let labelEnd = end;
  const bracketed = kindAt(text, end - 1) === KIND.open || kindAt(text, end) === KIND.open;
  while (at > from) {
    const code = codeAt(text, at - 1);
    if (isLetter(code) || code === LONG_VOWEL) {
      const wordEnd = at;
      for (let letter = code; at > from && (isLetter(letter) || letter === LONG_VOWEL); letter = codeAt(text, --at - 1));
      let word = wordAt(text, at, wordEnd);
      if (seen === 0) {
        labelEnd = wordEnd;
        if (codeAt(text, at - 1) === 46 && MAIL.test(text.slice(from, at))) return NO_LABEL;
      }
      // "my neighbour's number": somebody's, so it is no document's.
      if (word === "s" && number !== "" && APOSTROPHES.includes(text[at - 1] ?? " ")) return NO_LABEL;
      // 22H2, B12, 3D: the letter is no label.
      if (word.length === 1 && ((wordEnd < end && isDigit(codeAt(text, wordEnd))) || isDigit(codeAt(text, at - 1)))) break;
      const dotted = (word.length === 1 && codeAt(text, at - 1) === 46) || isGershayim(codeAt(text, at - 1)) ? dottedWord(text, at, wordEnd) : null;
      if (dotted !== null && meaningOf(dotted) === Is.other) return { meaning: "other", word: dotted };
      if (dotted !== null && text[at - 1] === ".") {
        at -= 2 * (dotted.length - 1);
        word = dotted;
      }
      if (word.length === 1 && text[at - 1] === "/" && SLASHED.test(text.slice(at - 2, wordEnd))) return { meaning: "other", word: text.slice(at - 2, wordEnd) };
      // "Invoice no. P 682648037": a letter of what there is in front.
      if (seen === 0 && word.length === 1 && isCapital(codeAt(text, at)) && text[at - 1] === " ") {
        const beyond = labelBefore(text, at, floor, region);
        if (beyond.meaning === "other" || beyond.meaning === "unknown") return beyond;
      }
      const is = meaningOf(word);
      // Swedish for "telefon", and what Australians pay taxes under.
      if (word === "TFN" && region === "AU") return { meaning: "other", word };
      // French for "portable".
      if (word === "Port" && text[wordEnd] === ".") return { meaning: "phone", word };
      // (C) 2024 is a copyright's.
      if (is === Is.phone && text.slice(at - 3, at) === "ID " && heads(text, at - 3, from)) return { meaning: "other", word };
      // "Cost centre", not "Call centre".
      if (is === Is.phone && word.length > 4 && CENTRE.test(word) && COST.test(text.slice(Math.max(from, at - LONGEST_JOINED), end))) return { meaning: "other", word };
      // "P. van Dijk" is somebody, "P. 0161 …" a telephone.
      if (is === Is.phone && word.length === 1 && seen > 0) return NO_LABEL;
      if (is === Is.phone && !(text[at - 1] === "(" && COPYRIGHT.test(text.slice(at, wordEnd + 1)))) {
        // "… at t...\n 554057", "1,1 M€\n992 180 313"
        if ((word.length === 1 || crossedLine) && /\.\.|\p{Sc}/u.test(text.slice(wordEnd, end))) return NO_LABEL;
        return { meaning: "phone", word, far: unknown > 0 || !(heads(text, at, from) || /^\.?\s?[：:]/.test(text.slice(wordEnd, end))) };
      }
      if (is === Is.fax) return beforeSign(text, at) === "phone" ? { meaning: "phone", word } : { meaning: "fax", word };
      if (word === "file" && text.slice(at - 3, at) === "on ") continue;
      if (is === Is.other || is === Is.soft) {
        if (figure) return NO_LABEL;
        // "The code was sent to 0161 496 0123", "En cas de panne : 01 …", "Lada sin costo 800 …"
        if ((toward && number === "") || NOTHING_OF.test(text.slice(Math.max(from, at - LONGEST_WITHOUT), wordEnd))) return NO_LABEL;
        if (bracketed && PERSON.test(word)) return NO_LABEL;
        const adjective = (unknown === 1 || word.toLowerCase() === "mã") && ((lone !== "" && lone === lone.toLowerCase() && LABELS.test(text.slice(labelEnd, end))) || (ABSTRACT.test(word) && VALUE.test(text.slice(labelEnd, end))));
        if (number !== "" && unknown === 0) return { meaning: "other", word };
        return otherWord(text, word, at, from, { unknown, of, adjective, head: number === "", soft: !hash && (is === Is.soft || PERSON.test(word)) });
      }
      if (is === Is.number) {
        // "SO Number": a sales order's, and no Vietnamese "số".
        if ((word === "SO" && number !== "") || PAYMENT.test(text.slice(Math.max(from, at - LONGEST_CALLER - 1), at))) return { meaning: "other", word };
        // "Número de colegiado", but "número de Ana".
        if (of && unknown > 0) return stranger === stranger.toLowerCase() ? { meaning: "perhaps", word } : NO_LABEL;
        // "Telefonní číslo společnosti"
        const [, before = ""] = LAST_WORD.exec(text.slice(Math.max(from, at - LONGEST_JOINED), at)) ?? [];
        const whose = meaningOf(before || "no");
        if (whose === Is.phone && before.length > 1 && number === "") return { meaning: "phone", word: before };
        if (unknown === 1 && seen === 1 && number === "" && whose !== Is.link && whose !== Is.of) return { meaning: PARTED.test(text.slice(labelEnd, end)) && heads(text, at, from) ? "unknown" : "perhaps", word };
        number = word;
      } else if (is === Is.of) {
        of ||= unknown > 0 || number !== "";
        // "Nous avons noté le …"
        toward ||= seen === 0 && word === "le";
      } else if (is === Is.link && !(word === "Best" && text[wordEnd] === ".")) {
        // "sent to", but not created_at
        toward ||= seen === 0 && TOWARD.test(word) && text[at - 1] !== "_";
        // "his number", "the new number": whose it is says nothing about what it is.
        if (number !== "" && unknown === 0) return NO_LABEL;
      } else if (number !== "" && unknown === 0 && !of) {
        // "O avô ainda atende no 912 …", Vietnamese "chuyển số 912 …": a verb.
        if (AMBIGUOUS.test(number) && text[labelEnd] === " " && ((word === word.toLowerCase() && !heads(text, at, from)) || PORTUGUESE.includes(region ?? "?"))) return NO_LABEL;
        // A noun that is one word with "number" names it: something that is no telephone. With a space between it may be somebody, or any adjective.
        if (text[wordEnd] !== " ") return { meaning: "other", word };
        return OF_ANYBODY.test(number) ? NO_LABEL : { meaning: "unknown", word: `${word} ${number}` };
      } else if (++unknown > 2) break;
      else {
        stranger = word;
        lone = unknown === 1 && seen === 0 ? word : "";
      }
      if (++seen >= MOST_WORDS) break;
      continue;
    }
    if (code === 35 || code === 0x2116 || code === POST_MARK) {
      if (seen === 0) hash = code !== 0x2116;
      if (code === 0x2116) number = "№";
    } else if (isDigit(code)) {
      const named = seen === 0 && at < end && endsNamed(text, at) ? NAMED_DIGITS.exec(text.slice(Math.max(from, at - 5), at)) : null;
      if (named === null) break;
      figure = / \d/.test(named[0]);
      at -= named[0].length - 1;
      continue;
    }
    // "Telefon (Malmö): …", "<b>Telefon</b> …": what is set aside between a label and its number.
    const aside = seen === 0 && (code === 41 || code === 62) ? asideStart(text, at, from) : -1;
    if (aside >= 0) {
      at = aside;
      continue;
    }
    if (code === 10 || code === 13) {
      // A label may stand in the line above, when the number begins its own.
      if (seen > 0 || crossedLine) break;
      while (at > from && (text[at - 1] === "\n" || text[at - 1] === "\r" || text[at - 1] === " ")) at--;
      crossedLine = true;
      // "0161 496 0123 (fax)": what is said there is said of another number.
      if (endsOther(text, at, furthest)) break;
      continue;
    } else if (isIn(BOUNDARY, code)) {
      if (seen > 0 || !(code === 9 || code === 0x2026 || ((code === 59 || code === 124) && isCell(text, at - 1))) || endsOther(text, at - 1, furthest)) break;
    } else if (code === 46 && seen > 0 && !isLetter(codeAt(text, at)) && !endsAbbreviation(text, at - 1)) break;
    at--;
  }
  if (hash || (number === "№" && seen === 0)) return { meaning: "other", word: hash ? "#" : number };
  return NO_LABEL;
}

/** Whether there is another number in the line or cell that ends there. */
function endsOther(text: string, end: number, from: number): boolean {
  let digits = 0;
  for (let at = end - 1; at >= from && digits < 3; at--) {
    const code = codeAt(text, at);
    const kind = KINDS[code];
    if (code === 9 || code === 10) break;
    if (kind === KIND.digit || (kind === KIND.surrogate && astralDigit(text, at) >= 0)) digits++;
  }
  return digits > 2;
}

/** Where the bracket or tag begins that ends there; -1: what is in it says what the number is. */
function asideStart(text: string, end: number, from: number): number {
  const aside = ASIDE.exec(text.slice(Math.max(from, end - LONGEST_ASIDE), end));
  if (aside === null) return -1;
  for (const [word] of aside[0].matchAll(/\p{L}[\p{L}\p{M}]*/gu)) if (aside[0][0] === "(" && wordMeaning(word) !== null) return -1;
  return end - aside[0].length;
}
const ASIDE = /(?:\([^()\d\n]*\d?[^()\d\n]*\)|<\/?[a-z]\w*>)$/i;
const LONGEST_ASIDE = 24;

interface Around {
  /** Words between this one and the number that nobody here knows. */
  readonly unknown: number;
  readonly of: boolean;
  /** The one unknown word says more about this one: "Cod produs". */
  readonly adjective: boolean;
  /** No word for "number" stands between. */
  readonly head: boolean;
  /** Who has such a thing, or does it, has a telephone as well. */
  readonly soft: boolean;
}

/** What a word says that is no telephone's, with what stands in front of it. */
function otherWord(text: string, word: string, at: number, from: number, { unknown, of, adjective, head, soft }: Around): Label {
  const before = (length: number): string => text.slice(Math.max(from, at - length), at);
  if (NAME.test(word) && meaningOf(FIRST_NAME.exec(before(LONGEST_JOINED))?.[1] ?? "no") === Is.unknown) return NO_LABEL;
  const [owned = "", whose = ""] = BEFORE.exec(before(LONGEST_JOINED)) ?? [];
  if (CALLER.test(before(LONGEST_CALLER) + word) || senseOf(Space.heads, folded(whose)) !== Is.unknown || (PERSON.test(word) && meaningOf(whose) === Is.phone)) return { meaning: "phone", word };
  const phone = head ? HEAD.exec(before(LONGEST_HEAD))?.[1] : undefined;
  if (phone !== undefined) return { meaning: "phone", word: phone };
  const numbered = unknown > 0 && meaningOf(LAST_WORD.exec(before(LONGEST_JOINED))?.[1] ?? "of") === Is.number;
  if (!(unknown === 0 || of || numbered || (adjective && heads(text, at, from)))) return NO_LABEL;
  // "Código de reserva" is something written, "Reserva" may be who takes it.
  const owner = meaningOf(whose);
  // "Booking ref", but "bookings and prices"; "reservation code", but "vehicle licensing". "Код клиента", "ID pelanggan", "Mã khách hàng": a code, whoever has it.
  const adjacent = owned.length < whose.length + 3;
  if (!head || owner === Is.number || (owner === Is.other && (whose.length < 4 || !(soft && adjacent))) || (owner === Is.soft && adjacent && !soft)) return { meaning: "other", word };
  if (soft && owner !== Is.other) return { meaning: "perhaps", word };
  // "Our ref. 0161…" is a document's. "Home Depot", "Credit control", "about your account" are somebody who has a telephone, too, and so is "Ada (billing)".
  const plainly = unknown === 0 && text[at + word.length] !== ")" && (ALWAYS.test(word) || heads(text, at, from) || (owner === Is.link && heads(text, at - owned.length, from)));
  return { meaning: plainly ? "other" : "likely", word };
}

/** "Teléfono del cliente", "Contacto de envío", "Telefon na fakturze": what comes after the telephone says whose or what for. */
const HEAD = /(?<!\p{L})(t[eé]l[eéè](?:ph|f)on\p{L}*|т[еэ]л[еі]фон\p{L}*|τηλ[εέ]φων\p{L}*|טלפון|هاتف|جوال|تلفن|m[oó]vil|celular|portable|cellulare|contac?to|điện thoại|telepon)\s(?:[\p{L}(]+\s\(?){0,3}$/iu;
const LONGEST_HEAD = 48;
/** "El cliente (612 34 56 78)": a person's number, when the brackets are round the number alone, or it is written in groups. */
const PERSON = /^(?:[ck]lient|customer|kund|asiaka|z[aá]kazn|m[uü]steri|клиент|клієнт|πελ[αά]τ|[uü]gyf[eé]l|stranka|kupac|klant|supplier|vendor|pelanggan|ลูกค้า|employee|member|patient|pa[cz]ient|пациент|לקוח|عميل|العميل)(?!e?n[ro]$)\p{L}{0,3}$/iu;
/** What parts a label from its value. */
const LABELS = /^\s*[…:=\n\t»>→⇒|;]+\s*$/;
const VALUE = /^[.\s*"”“]*[…:=#;|»>→⇒–—-]*[\s*"“„«([]*$/;

/** Whether the label begins its line or cell there. */
function heads(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && text[i] === " ") i--;
  // `the "activate" signal`: a quote begins what it touches.
  return i < from || ("\n\r\t|;•>\"{,–—-*([„“«：:./·".includes(text[i] ?? "") && (text[i] !== '"' || i === at - 1));
}

/** Whether what stands in front of a separator is a cell of few words. */
function isCell(text: string, separator: number): boolean {
  return !isDigit(codeAt(text, separator - 1)) && CELL.test(leftOf(text, separator, LONGEST_LABEL));
}
const CELL = /(?:^|[\t|;,•>\n–-])\s*(?:[\p{L}\p{M}.'’№°#/-]+\s){0,3}[\p{L}\p{M}.'’№°#/-]+\s?$/u;
/** What parts a label from its value, or the value from the label. */
const PARTED = /^\s*[…:=\n\t»>→⇒|;([{"“„«'*–—-]/;
/** Also "in the", and a sign of the numeral. */
const AMBIGUOUS = /^(?:no|số)$/;
/** In languages whose words for what has other numbers are known best, or say behind it what it is of. */
const OF_ANYBODY = /^(?:n[uú]m(?!ber)|nr|čísl|номер)/i;
const PORTUGUESE = "PT BR AO MZ";
/** Whereto something is sent, or where somebody is called. */
const TOWARD = /^(?:to|from|fra|från|od|от|від|at|on|via|an|با|по|pod|под|за|auf|à|au|al|naar|na|на|do|ke|pe|til|till|إلى|על|אל|به|पर)$/i;

/** Nobody has a code, an account or a total for a surname: "Cuenta Bancaria", "Total Devido". */
const ABSTRACT = /^(?:id$|mã$|q|kwot|jum|val|[ck]o[dns]|cuenta|total|imp|mont|sum|amo|bal|[ck]art|pr[ei][czț])/i;
const LAST_WORD = /(\p{L}+)[\s.:]+$/u;
const CENTRE = /^(?:[ck]ent[er]|цент[ръ]|κέντρ)/iu;
const COST = /[ck]o[su]z?t[esoó]?|co[uû]t|profit|разход|затрат|витрат|трошк|κόστ|izmaks|kašt/iu;
/** a.rossi@meridian.net */
const MAIL = /@[\w.-]+$/;
const NOTHING_OF = /(?<!\p{L})(?:[eiî][nm] ca[sz][eo]?|(?:without|sin|sans|sem|senza|ohne|zonder|bez|без) \p{L}+)$/iu;
const LONGEST_WITHOUT = 8;
/** "Poziv na broj": what a payment is for. */
const PAYMENT = /(?:poziv na|позив на) $/i;
const COPYRIGHT = /^c\)/i;
/** Names of people, and of things too. */
const NAME = /^(?:Price|Grant|Page|Case|Frame|Bill|Miles|Key|Court|Lott?|Cost|Post|Order|Stock|Sheets?|Fee|Ticket|Mark)$/;
const FIRST_NAME = /(?:^|[^\p{L}])(\p{Lu}\p{Ll}+)[ \u00a0]$/u;

const ALWAYS = /^(?:id|clause)$/i;
const APOSTROPHES = "'’";
/** "Atención al cliente", "Assistenza clienti", "Ufficio ordini", "Código de reserva": whose or of what kind the word is. */
const BEFORE = /(\p{L}[\p{L}\p{M}]*)[.'°º]* (?:(?:a[lo]?|d[eiou]s?|d[ao]s?|del(?:la)?|l[ae]s?|los|el|za|по|на|i|cu|ndaj)\s){0,2}$/iu;
/** The one id that is a telephone number. */
const LONGEST_CALLER = 8;
const CALLER = /caller[ -]?id$/i;

/** "Tel/Fax", "Tel. & Fax": a telephone as well. */
function beforeSign(text: string, at: number): Meaning {
  const [, word = ""] = /(\p{L}+)\.?\s?[/&+]\s?$/u.exec(leftOf(text, at, LONGEST_JOINED)) ?? [];
  return word === "" ? null : wordMeaning(word);
}

/** C.F., Α.Φ.Μ., ח"פ: letters with marks between them are one word. */
function dottedWord(text: string, at: number, end: number): string | null {
  let word = text.slice(at, end);
  let i = at;
  // סה"כ, מק"ט: the mark stands before the last letter.
  if (word.length === 1 && isGershayim(codeAt(text, at - 1))) {
    let start = at - 1;
    while (at - start < 6 && isLetter(codeAt(text, start - 1))) start--;
    return text.slice(start, at - 1) + word;
  }
  while (word.length < 6 && DOTS.includes(text[i - 1] ?? " ") && isLetter(codeAt(text, i - 2)) && !isLetter(codeAt(text, i - 3))) {
    word = (text[i - 2] ?? "") + word;
    i -= 2;
  }
  return i === at ? null : word;
}
const DOTS = '."״';
const isGershayim = (code: number): boolean => code === 34 || code === 0x5f4;

/** A/C 12…, P/N 12…, S/N 12… */
const SLASHED = /^(?:a\/c|[a-z]\/n|r\/n|c\/c|k\/p|[ркл]\/[рс])$/iu;
/** As far back as the word that digits belong to may begin. */
const LONGEST_NAMED = 16;
/** Whether there may be a letter in front of at most three digits. */
function endsNamed(text: string, at: number): boolean {
  let from = at - 1;
  while (at - from < 4 && isDigit(codeAt(text, from))) from--;
  const code = codeAt(text, from);
  // "Phone (2nd) = …", "Tel. 2=…"
  return code === 45 || code === 40 || isLetter(code) || (code === 32 && /^ ?[=:]/.test(rightOf(text, at, 2)));
}

/** The digits of ISBN-13 and SHA-256 belong to the label. */
const NAMED_DIGITS = /(?:\p{L}-?|[.\p{L}] )\d{1,3}$/u;
/** "Nr." and "Tel." end no sentence. */
const LONGEST_ABBREVIATION = 5;

function endsAbbreviation(text: string, dot: number): boolean {
  let start = dot;
  while (isLetter(codeAt(text, start - 1))) start--;
  return dot - start > 0 && dot - start <= LONGEST_ABBREVIATION;
}

/** The cells of a column share their heading. */
let lastHeading = "";
let lastLabel = NO_LABEL;

/** What a column heading or the label of a field says: the last word that says anything, and a letter only by itself: not P. IVA, P.O. Box. */
export function headingMeaning(heading: string): Label {
  if (heading !== lastHeading) {
    lastHeading = heading;
    lastLabel = readHeading(heading);
  }
  return lastLabel;
}

function readHeading(heading: string): Label {
  let found = NO_LABEL;
  for (const [word] of heading.slice(-LONGEST_LABEL * 2).matchAll(/[\p{L}\p{M}]+/gu)) {
    const is = word.length === 1 && word < "a" && heading.length > 2 ? Is.unknown : meaningOf(word);
    if (is === Is.fax) return { meaning: "fax", word };
    if (is === Is.phone) found = { meaning: "phone", word };
    else if ((is === Is.other || is === Is.soft) && (found.meaning !== "phone" || DEPARTMENT.test(found.word))) found = { meaning: "other", word };
  }
  if (found.meaning === "phone" && IDENTIFIER.test(heading)) return { meaning: "other", word: heading };
  if (found.meaning !== null) return found;
  if (/#\s*$/.test(heading)) return { meaning: "other", word: "#" };
  // "Číslo dárce": the number of something, and in a column of its own it is no telephone.
  const { meaning, word } = labelBefore(`${heading}: `, heading.length + 2, 0);
  return meaning === null || meaning === "phone" ? NO_LABEL : { meaning: "other", word };
}

/** "Sales Order", "Service Contract", "Support Ticket": it is theirs, and no telephone. */
const DEPARTMENT = /^(?:sal|serv|sup|off)/i;

/** "Contact ID", "ID kontaktu" */
const IDENTIFIER = /^(?!caller)(?:.*\s)?id$|^id\s/i;

/** "number", "no.", "nr." */
export function namesNumber(word: string): boolean {
  return meaningOf(word) === Is.number;
}

/** What one word says, for letters that touch a number ("Tel030…", "INV-2024…"). */
export function wordMeaning(word: string): Meaning {
  const is = meaningOf(word);
  return is === Is.phone ? "phone" : is === Is.fax ? "fax" : is === Is.other || is === Is.soft ? "other" : null;
}

/**
 * "0161… numaralı başvuru", "A 0161… foglalás": languages that say behind a number what it is of. Only where it begins its sentence, and
 * what comes has no capital.
 */
export function nounBehind(text: string, start: number, end: number): string {
  if (codeAt(text, end) !== 32 || !isLetter(codeAt(text, end + 1)) || !BEGINS.test(leftOf(text, start, LONGEST_BEGINNING))) return "";
  const tail = rightOf(text, end, LONGEST_LABEL);
  // "(212) 555-0142 ref 4711": of what comes next.
  if (/\D/.test(text.slice(start, end)) && /^ \p{L}+[ .:#]*\d/u.test(tail)) return "";
  const [, first = "", second = ""] = BEHIND.exec(tail) ?? [];
  if (first !== first.toLowerCase()) return "";
  if (wordMeaning(first) === "other") return first;
  return meaningOf(first) === Is.number && wordMeaning(second) === "other" ? second : "";
}
const BEGINS = /(?:^|[.!?。\n]\s?)(?:[Aa]z? )?$/;
const LONGEST_BEGINNING = 5;
const BEHIND = /^ ([\p{L}\p{M}]+)(?: ([\p{L}\p{M}]+))?/u;
