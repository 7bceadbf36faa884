/** What one word in front of a number says. */
import { hasTail, remembering, senseOf, senseOfStem } from "./vocabulary.js";
import { folded, Is, JOINED_SCRIPT, Space } from "./word-hash.js";

/** Czech and Slovak, Slovene: told apart from "c" and "st." by their marks only. */
const NUMBER_SIGN = /^(?:č|št)$/i;
/** "Number" or "code" in scripts that write words together: 번호, 号码, 番号, หมายเลข. What it is a number of stands before it, or behind it in Thai, Lao and Khmer. */
const JOINED_NUMBER = /(?:번호|号码|號碼|番号|番號|编号|編號|[号號码碼]|(?:หมายเลข|เลข|รหัส|ໝາຍເລກ|ເລກ|ລະຫັດ|លេខ|កូដ).*|နံပါတ်|အမှတ်)$/;
/** "His number" (彼の番号, 我的号码) says nothing of what it is. */
const OWNED = /[のがはにをで的了着同い의이가은는을를新旧舊老本새]$/;

/** Longest label in a script that writes words together. */
export const LONGEST_JOINED = 26;

/** "Bestellhotline", "Kundentelefon"; who takes orders or leads a project: "Bestellannahme", "Projektleiter". */
const PHONE_TAIL = /(?:hotline|telefon|telefonnummer|tele?foon|phone|(?<!p)rufnummer|fonas|puhelin|mobil|mobiel|simi|foon|service|dienst|auskunft|abteilung|a[fv]deling|avdelning|ann?ahme|aufnahme|[a-z]{4}(?<!ges)amt|leit(?:er|erin|ung)|le(?:ider|der|dare)|berat(?:er|ung)|buro|central|zentrale|(?<!kosten)stelle|betreu(?:er|ung)|kanzlei|verwaltung|administratie|wesen|haltung|mottag(?:ning|else)|modtagelse|lijn|kontor|palvelu|paallikko|vezeto|osztaly|felvetel)$/;
/** "Hemtelefax", "Bedrijfsfax". */
const FAX_TAIL = /(?:fax|faks|faksi)$/;
/** "Servicenummer": whose, of WHOSE_STEMS. */
const WHOSE = /^(.+?)(?:n[uo]mmern?|nr|numm?er[eo]?t?|number)$/;
export const meaningOf = remembering(lookUp);

function lookUp(word: string): Is {
  if (NUMBER_SIGN.test(word)) return Is.number;
  // A German file's number.
  if (word === "AZ") return Is.other;
  const plain = folded(word);
  if (plain.length === 1 && plain < "\u0080") return "TPMCHWDO".includes(word) ? Is.phone : word === "F" ? Is.fax : senseOf(Space.words, plain);
  const exact = senseOf(Space.words, word.toLowerCase().normalize("NFC")) || senseOf(Space.words, plain);
  if (exact !== Is.unknown) return exact;
  if (JOINED_SCRIPT.test(word)) return inJoinedScript(word.replace(/[Ａ-ｚ]+/g, (latin) => latin.normalize("NFKC")).toLowerCase());
  // The Arabic article is written as part of the word.
  if (plain.startsWith("ال") && plain.length > 4) return lookUp(plain.slice(2));
  const parts = /^Ma?c\p{Lu}/u.test(word) ? [word] : word.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  const last = parts.at(-1);
  if (parts.length > 1 && last !== undefined) {
    // camelCase keys: the last part that says something decides (orderId, phoneNumber, contactNo).
    for (const part of parts.reverse()) {
      // GmbH
      if (part.length < 2) continue;
      const is = meaningOf(part);
      if (is === Is.phone || is === Is.fax || is === Is.other) return is;
    }
  }
  if (FAX_TAIL.test(plain)) return Is.fax;
  const stem = senseOfStem(plain);
  if (stem === Is.phone || PHONE_TAIL.test(plain) || isOwned(WHOSE.exec(plain)?.[1] ?? "")) return Is.phone;
  if (stem === Is.other || (plain.length > 4 && hasTail(plain))) return Is.other;
  if (stem !== Is.unknown) return Is.soft;
  return Is.unknown;
}

/** "Direktnummer", "Växelnummer" */
const isOwned = (whose: string): boolean => senseOf(Space.whose, whose) !== Is.unknown || senseOf(Space.words, whose) === Is.phone;

function inJoinedScript(word: string): Is {
  const longest = Math.min(LONGEST_JOINED, word.length);
  // โทรศัพท์ลูกค้า, โทรศัพท์ที่ทำงาน: in Thai, Lao, Khmer and Burmese what is meant comes first.
  const headFirst = HEAD_FIRST.test(word);
  for (let length = headFirst ? longest : 0; length >= LEAST_HEAD; length--) {
    const is = senseOf(Space.joined, word.slice(0, length));
    if (is === Is.phone || is === Is.fax) return is;
  }
  for (let length = longest; length > 0; length--) {
    const is = senseOf(Space.joined, word.slice(-length));
    if (is !== Is.unknown) return is;
  }
  for (let length = headFirst ? longest : 0; length > 2; length--) {
    const is = senseOf(Space.joined, word.slice(0, length));
    if (is !== Is.unknown) return is;
  }
  // 注文ID, 会社FAX
  const latin = LATIN_END.exec(word);
  if (latin !== null) return lookUp(latin[0]);
  const number = JOINED_NUMBER.exec(word);
  if (number === null) return Is.unknown;
  const noun = word.slice(0, number.index);
  if (noun === "" && number[0].length <= LONGEST_NUMBER) return Is.number;
  // หมายเลขโทรศัพท์, เลขหมายมือถือ
  if (headFirst && inJoinedScript(number[0].replace(NUMBER_FIRST, "")) === Is.phone) return Is.phone;
  if (OWNED.test(noun)) return Is.link;
  // 携帯番号, 유선번호, FAX番号
  const is = noun === "" ? Is.unknown : inJoinedScript(noun);
  return is === Is.phone || is === Is.fax ? is : Is.other;
}
const LATIN_END = /[a-z]{2,}$/;
/** หมายเลข */
const LONGEST_NUMBER = 8;
const NUMBER_FIRST = /^(?:หมายเลข|เลขหมาย|เลข|รหัส|ໝາຍເລກ|ເລກໝາຍ|ເລກ|ລະຫັດ|លេខ|កូដ)(?:ของ)?/;
/** "Telephone" itself; what is shorter may be the number of something: เบอร์ */
const LEAST_HEAD = 6;
const HEAD_FIRST = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
