/**
 * Which numbers there are, as an automaton: digit by digit, and each number ends at a value. Unpacked from what packing.mjs wrote.
 * Where whatever follows makes no difference but by its length, there is an end; elsewhere a branch of ten ways.
 */
import { mix } from "./unpacking.js";
import type { Unpacking } from "./unpacking.js";

/** The kinds of bits; 0 is a flag. */
const enum Bit { accepts = 8, same, branch, end, known, which, has, last, type, owner, required }
/** What stood at the digit before. */
const enum Way { dead, end, branch, none }

/** Longest number, and one. */
const DEPTHS = 20;
const WAYS = 10;
/** Ways at or beyond this are ends. */
const ENDS = 1 << 15;
const DEAD = ENDS;

/** What one automaton's values are made of. */
export interface Values {
  /** Only yes or no: neither type nor owner nor prefix is told. */
  readonly plain: boolean;
  /** Regions share the calling code. */
  readonly shared: boolean;
  /** Some numbers are written with their trunk prefix always, others are not. */
  readonly mixed: boolean;
}

/** Values are made of bits: 0–3 the type, counted from one, 4–9 the owner, 10 whether the trunk prefix must be there. */
const valueOf = (type: number, owner: number, required: number): number => (required << 10) | (owner << 4) | type;
export const partsOf = (value: number): { type: number; owner: number; required: boolean } => ({ type: value & 15, owner: (value >> 4) & 63, required: value >> 10 === 1 });

export class Automaton {
  private readonly ways: number[] = [];
  private readonly accepted: number[] = [];
  /** The value for each length, DEPTHS for each end. */
  private readonly ends: number[] = [];

  constructor(packed: Unpacking, salt: number, values: Values) {
    new Reader(packed, salt, values, this.ways, this.accepted, this.ends).read();
  }

  /** 0: no such number. */
  valueOf(digits: string): number {
    let at = 0;
    for (let i = 0; i < digits.length; i++) {
      at = this.ways[at * WAYS + digits.charCodeAt(i) - 48] ?? DEAD;
      if (at >= ENDS) return digits.length < DEPTHS ? (this.ends[(at - ENDS) * DEPTHS + digits.length] ?? 0) : 0;
    }
    return this.accepted[at] ?? 0;
  }
}

class Reader {
  /** Ends by how lately they were met. */
  private readonly recent = [0];
  /** How often each end was met at each depth. */
  private readonly met: number[][] = [];
  /** Branches at each depth, lately met first. */
  private readonly branches: number[][] = [];
  /** Where the last branch at each depth repeated the digit before: one bit for each digit. */
  private readonly repeats: number[] = [];
  private lengths = 0;
  private lastType = 0;
  private types = 0;
  private readonly typeDepths: number[] = [];

  constructor(
    private readonly packed: Unpacking,
    private readonly salt: number,
    private readonly values: Values,
    private readonly ways: number[],
    private readonly accepted: number[],
    private readonly ends: number[],
  ) {}

  read(): void {
    for (let i = 0; i < DEPTHS; i++) this.ends.push(0);
    this.branch(0);
  }

  /** The next bit, guessed from as many contexts as are given. */
  private bit(kind: Bit, a: number, b?: number, c?: number, d?: number, e?: number, f?: number): number {
    const { contexts } = this.packed;
    let count = 1;
    contexts[0] = a;
    if (b !== undefined) contexts[count++] = b;
    if (c !== undefined) contexts[count++] = c;
    if (d !== undefined) contexts[count++] = d;
    if (e !== undefined) contexts[count++] = e;
    if (f !== undefined) contexts[count++] = f;
    return this.packed.bit(this.values.plain ? kind + 11 : kind, count);
  }

  private branch(depth: number): number {
    const branch = this.accepted.length;
    this.accepted.push(this.bit(Bit.accepts, depth) === 1 ? this.value(depth, 0) : 0);
    for (let digit = 0; digit < WAYS; digit++) this.ways.push(DEAD);
    const before = this.repeats[depth] ?? -1;
    let repeats = 0;
    let run = 0;
    let branches = 0;
    let last = -1;
    let last2 = -1;
    for (let digit = 0; digit < WAYS; digit++) {
      const kind = wayOf(last);
      if (digit > 0) {
        const alike = before < 0 ? 9 : (before >> digit) & 3;
        const same = this.bit(
          Bit.same, mix(depth, kind, Math.min(run, 3)), mix(digit, kind, depth), mix(kind, alike, Math.min(run, 2)), mix(repeats & 63, Math.min(digit, 7), kind), mix(repeats, digit, depth),
          mix(kind === Way.end ? last : kind, depth, this.salt),
        );
        repeats = (repeats << 1) | same;
        if (same === 1) {
          run++;
          this.ways[branch * WAYS + digit] = last;
          last2 = last;
          continue;
        }
        run = 0;
      }
      const way = this.way(depth + 1, kind * 4 + wayOf(last2), last, last2, mix(digit, branches));
      if (way < ENDS) branches++;
      this.ways[branch * WAYS + digit] = way;
      last2 = last;
      last = way;
    }
    this.repeats[depth] = reversed(repeats);
    return branch;
  }

  private way(depth: number, kinds: number, last: number, last2: number, place: number): number {
    if (this.bit(Bit.branch, mix(depth, place), kinds, mix(depth, kinds), place) === 0) return this.end(depth, kinds, last, last2);
    const known = (this.branches[depth] ??= []);
    if (known.length > 0 && this.bit(Bit.known, mix(depth, Math.min(known.length, 6))) === 1) {
      let index = 0;
      while (index < known.length - 1 && this.bit(Bit.which, mix(Math.min(known.length, 5), Math.min(index, 12)), Math.min(index, 20)) === 1) index++;
      const [branch = 0] = known.splice(index, 1);
      known.unshift(branch);
      return branch;
    }
    const branch = this.accepted.length;
    known.unshift(branch);
    return this.branch(depth);
  }

  private end(depth: number, kinds: number, last: number, last2: number): number {
    const met = (this.met[depth] ??= []);
    let rank = 0;
    let index = 0;
    for (; index < this.recent.length; index++) {
      const end = this.recent[index] ?? 0;
      const way = end + ENDS;
      if (way === last) continue;
      const often = Math.min(met[end] ?? 0, 9);
      const dead = way === DEAD ? 1 : 0;
      const again = way === last2 ? 1 : 0;
      const more = this.recent.length - index > 1 ? 1 : 0;
      if (this.bit(
        Bit.end, mix(kinds, Math.min(rank, 9), more), mix(dead, again, Math.min(rank, 6), often), mix(depth, often, Math.min(rank, 3), dead), mix(again, kinds, dead, Math.min(often, 2)),
      ) === 1) break;
      rank++;
    }
    const end = index < this.recent.length ? (this.recent.splice(index, 1)[0] ?? 0) : this.newEnd(depth);
    this.recent.unshift(end);
    met[end] = (met[end] ?? 0) + 1;
    return end + ENDS;
  }

  private newEnd(from: number): number {
    const end = this.ends.length / DEPTHS;
    for (let i = 0; i < DEPTHS; i++) this.ends.push(0);
    let entry = 0;
    for (let depth = from; depth < DEPTHS; depth++) {
      const usual = (this.lengths >> depth) & 1;
      if (this.bit(Bit.has, mix(depth, entry), mix(usual, Math.min(bitsIn(this.lengths), 3)), mix(usual, depth, entry)) === 0) continue;
      this.lengths |= 1 << depth;
      const value = this.value(depth, entry);
      this.ends[end * DEPTHS + depth] = value;
      entry = value & 15;
      if (this.bit(Bit.last, depth, (this.lengths >> (depth + 1)) & 1) === 1) break;
    }
    return end;
  }

  private value(depth: number, entry: number): number {
    if (this.values.plain) return 1;
    let type = 1;
    for (; type < WAYS; type++) {
      const usual = (this.types >> type) & 1;
      const here = this.typeDepths[type] === depth ? 2 : usual;
      if (this.bit(Bit.type, mix(type, entry), mix(type, this.lastType), mix(type, usual, bitsIn(this.types)), mix(type, here)) === 0) break;
    }
    this.lastType = type;
    this.types |= 1 << type;
    this.typeDepths[type] = depth;
    let owner = 0;
    while (this.values.shared && this.bit(Bit.owner, mix(this.salt, owner), owner) === 1) owner++;
    return valueOf(type, owner, this.values.mixed ? this.bit(Bit.required, this.salt) : 0);
  }
}

const wayOf = (way: number): Way => (way < 0 ? Way.none : way === DEAD ? Way.dead : way >= ENDS ? Way.end : Way.branch);

/** The bits of digits 1 to 9, the first lowest, so that the same digit of the next branch finds its own and the next beside it. */
function reversed(repeats: number): number {
  let bits = 0;
  for (let digit = 1; digit < WAYS; digit++) if ((repeats >> (WAYS - 1 - digit)) & 1) bits |= 1 << digit;
  return bits;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
