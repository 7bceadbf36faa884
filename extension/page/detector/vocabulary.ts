/**
 * What words mean. Not the words are kept but, for each, the bits that have to come out when its hash is asked: the parity of some
 * rows of a column is one bit, and whoever packed them solved for the rows (a ribbon filter). As text the words are twice as large.
 */
import { isCapital } from "./characters.js";
import { knowledge, lack } from "./lacking.js";
import { PACKED_WORDS } from "./lists.js";
import { CHARACTER_BITS, sixBitsOf } from "./six-bits.js";
import { begun, checkOf, countedOf, further, Is, isRare, ROWS_BITS, SALT_BITS, SHORTEST_STEM, SHORTEST_TAIL, Space, SPACES, windowOf } from "./word-hash.js";

interface Table {
  readonly hash: number;
  readonly bits: Int32Array;
  /** Columns that tell a word of ours from others; their rows, and where in the bits they begin. */
  readonly checks: number;
  readonly rows: number;
  readonly at: number;
  /** Rows of the columns behind those, which tell its meaning: each whether it is one further down in Is. */
  readonly further: readonly number[];
  /** Of hashes asked for lately, each at the place that its last bits tell, the hash xor its answer. */
  readonly answers: Int32Array;
}

/** Of words in usual scripts, and of those in others. */
let usual: readonly Table[] = [];
let rare: readonly Table[] = [];

export function prepareWords(): void {
  if (usual.length === 0) usual = unpacked(PACKED_WORDS);
}

function unpacked(packed: string): readonly Table[] {
  // One more, for a window at the end reads on.
  const bits = new Int32Array(((packed.length * CHARACTER_BITS) >> 5) + 2);
  let end = 0;
  for (let i = 0; i < packed.length; i++) {
    const six = sixBitsOf(packed.charCodeAt(i));
    for (let bit = 0; bit < CHARACTER_BITS; bit++, end++) bits[end >> 5] = (bits[end >> 5] ?? 0) | (((six >> bit) & 1) << (end & 31));
  }
  let at = 0;
  function take(count: number): number {
    const taken = windowAt(bits, at) & ((1 << count) - 1);
    at += count;
    return taken;
  }
  return SPACES.map(([space, checks, last]) => {
    const hash = begun(take(SALT_BITS), space);
    const rows = take(ROWS_BITS);
    const further = Array.from({ length: last - Is.other }, () => take(ROWS_BITS));
    const table = { hash, bits, checks, rows, at, further, answers: new Int32Array(LAST_ANSWER + 1) };
    at += further.reduce((sum, more) => sum + more, checks * rows);
    return table;
  });
}

/** The 32 bits from there on. */
function windowAt(bits: Int32Array, at: number): number {
  return ((bits[at >> 5] ?? 0) >>> (at & 31)) | (((bits[(at >> 5) + 1] ?? 0) << 1) << (~at & 31));
}

function parityOf(bits: number): number {
  let left = bits ^ (bits >>> 16);
  left ^= left >>> 8;
  left ^= left >>> 4;
  return (EVEN_AND_ODD >> (left & 15)) & 1;
}
/** Of each half byte whether it has an odd number of bits. */
const EVEN_AND_ODD = 0x6996;

/** For words that begin so. */
function tableOf(space: Space, word: string, at = 0): Table | undefined {
  if (!isRare(word.charCodeAt(at))) {
    prepareWords();
    return usual[space];
  }
  if (knowledge.more === null) lack();
  else if (rare.length === 0) rare = unpacked(knowledge.more.words);
  return rare[space];
}

const LAST_ANSWER = 255;
const ANSWER_BITS = 3;

function senseAt(table: Table, hash: number): Is {
  let is = (table.answers[hash & LAST_ANSWER] ?? 0) ^ hash;
  if (is >>> ANSWER_BITS !== 0) table.answers[hash & LAST_ANSWER] = (is = lookedUp(table, hash)) ^ hash;
  return is; // eslint-disable-line @typescript-eslint/no-unsafe-enum-assignment -- an answer, as it was put there
}

function lookedUp({ bits, checks, rows, at, further }: Table, hash: number): number {
  if (rows === 0) return Is.unknown;
  const counted = countedOf(hash);
  const check = checkOf(counted);
  let column = at + windowOf(hash, rows);
  for (let i = 0; i < checks; i++, column += rows) if (parityOf(windowAt(bits, column) & counted) !== ((check >> i) & 1)) return Is.unknown;
  let is: number = Is.other;
  column = at + checks * rows;
  for (const more of further) {
    if (parityOf(windowAt(bits, column + windowOf(hash, more)) & counted) === 0) break;
    column += more;
    is++;
  }
  return is;
}

/** The word as its space has it: folded, in lower case, or as it is. */
export function senseOf(space: Space, word: string): Is {
  const table = tableOf(space, word);
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  for (let i = 0; i < word.length; i++) hash = further(hash, word.charCodeAt(i));
  return senseAt(table, hash);
}

/** Words met lately, each at a place of its own: a word that is there need not be cut out of the text again, nor its hash be made. */
const places: string[] = [];
const LAST_PLACE = 1023;

/** The word from one place to before another. */
export function wordAt(text: string, from: number, to: number): string {
  const place = (text.charCodeAt(from) * 61 + text.charCodeAt(to - 1) * 7 + to - from) & LAST_PLACE;
  const word = places[place] ?? "";
  return word.length === to - from && text.startsWith(word, from) ? word : (places[place] = text.slice(from, to));
}

/** What the word there says, whatever its case, without a copy of what is ASCII. */
export function senseIn(space: Space, text: string, from: number, to: number): Is {
  const table = from < to ? tableOf(space, text, from) : undefined;
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return othersOf[space]?.(wordAt(text, from, to)) ?? Is.unknown;
    hash = further(hash, isCapital(code) ? code + 32 : code);
  }
  return senseAt(table, hash);
}

/** Words remembered with their meaning; a page repeats its labels. */
const REMEMBERED_WORDS = 4000;

/** As `find`, which is asked once for each word. */
export function remembering(find: (word: string) => Is): (word: string) => Is {
  const known = new Map<string, Is>();
  return (word) => {
    let is = known.get(word);
    if (is === undefined) {
      is = find(word);
      if (known.size === REMEMBERED_WORDS) known.clear();
      if (!knowledge.lacked) known.set(word, is);
    }
    return is;
  };
}

/** For words that take long to bring into the form in which they are looked up. */
const othersOf = SPACES.map(([space]) => remembering((word) => senseOf(space, word.toLowerCase().normalize("NFC"))));

/** What the word's beginning says; a telephone's wins. */
export function senseOfStem(word: string): Is {
  const table = tableOf(Space.stems, word);
  if (table === undefined) return Is.unknown;
  let { hash } = table;
  let found = Is.unknown;
  for (let i = 0; i < word.length && found !== Is.phone; i++) {
    hash = further(hash, word.charCodeAt(i));
    if (i >= SHORTEST_STEM - 1) {
      const is = senseAt(table, hash);
      if (is !== Is.unknown) found = is;
    }
  }
  return found;
}

/** Whether something stands before a tail that makes a word another kind of number. */
export function hasTail(word: string): boolean {
  for (let i = 1; i <= word.length - SHORTEST_TAIL; i++) if (senseOf(Space.tails, word.slice(i)) !== Is.unknown) return true;
  return false;
}
