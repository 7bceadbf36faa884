/**
 * Packs what detector/unpacking.ts unpacks. The unpacking code itself decides in what order bits come and what they are guessed from:
 * here it is run with the bits in hand, and they are written down as it asks for them. So the two cannot differ.
 */
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const here = fileURLToPath(new URL("./", import.meta.url));
const MODULES = `export * from "./page/detector/unpacking.ts"; export * from "./page/detector/automaton.ts"; export * from "./page/detector/six-bits.ts";`;
const { outputFiles } = buildSync({ stdin: { contents: MODULES, resolveDir: here, loader: "ts" }, absWorkingDir: here, bundle: true, write: false, format: "esm", target: "es2022" });
const { Unpacking, Automaton, CHARACTER_BITS, characterOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

/** As in unpacking.ts. */
const RANGE_BITS = 30, RANGE = 2 ** RANGE_BITS - 1, TOP_CHARACTER = 63 << 24;

export class Packing extends Unpacking {
  queue = [];
  out = "";
  bottom = 0;
  top = RANGE;

  constructor() {
    super("");
  }

  /** What the unpacking code is to find next. */
  bit(kind, count) {
    const bit = this.queue[this.taken++];
    if (bit === undefined) throw new Error("the unpacking code asks for more than there is");
    const chance = this.guess.ofOne(kind, count);
    const middle = this.bottom + Math.trunc((this.top - this.bottom) * chance);
    if (bit === 1) this.top = middle;
    else this.bottom = middle + 1;
    while (((this.bottom ^ this.top) & TOP_CHARACTER) === 0) this.#put();
    this.guess.learn(kind, count, chance, bit);
    return bit;
  }

  #pack(bits, unpack) {
    this.queue = bits;
    this.taken = 0;
    unpack();
    if (this.taken !== bits.length) throw new Error("the unpacking code asks for less than there is");
  }

  flag(set) {
    if (set !== undefined) this.#pack([set ? 1 : 0], () => super.flag());
    return set;
  }

  /** `nodes`: as from automata.mjs. */
  automaton({ root, nodes }, salt, values) {
    this.#pack(automatonBits(root, nodes, values), () => new Automaton(this, salt, values));
  }

  #put() {
    const bits = this.top >> (RANGE_BITS - CHARACTER_BITS);
    this.out += characterOf(bits);
    this.bottom = (this.bottom << CHARACTER_BITS) & RANGE;
    this.top = ((this.top << CHARACTER_BITS) & RANGE) | 63;
  }

  finish() {
    // All that is left of it is one place in the range.
    this.bottom = this.top;
    for (let i = 0; i < RANGE_BITS / CHARACTER_BITS; i++) this.#put();
    return this.out;
  }
}

/** The bits of an automaton, in the order in which automaton.ts asks for them. Node 0 accepts nothing. */
function automatonBits(root, nodes, { plain, shared, mixed }) {
  const bits = [];
  const recent = [""];
  const branches = new Map();

  /** "length=value,…" where but the length matters from here on; null: more does. */
  const ends = new Map();
  function endOf(id, depth) {
    const key = `${id}:${depth}`;
    let end = ends.get(key);
    if (end === undefined) {
      const { value, ways } = nodes[id];
      if (id === 0) end = [];
      else if (ways.some((way) => way !== ways[0])) end = null;
      else {
        const rest = endOf(ways[0], depth + 1);
        end = rest === null ? null : value === 0 ? rest : [[depth, value], ...rest];
      }
      ends.set(key, end);
    }
    return end;
  }

  function putValue(value) {
    if (plain) return;
    const type = value & 15;
    for (let i = 1; i < type; i++) bits.push(1);
    if (type < 10) bits.push(0);
    if (shared) bits.push(...Array((value >> 4) & 63).fill(1), 0);
    if (mixed) bits.push(value >> 10);
  }

  function putEnd(end, depth, last) {
    const name = end.join(" ");
    for (let index = 0; index < recent.length; index++) {
      if (recent[index] === last) continue;
      bits.push(recent[index] === name ? 1 : 0);
      if (recent[index] !== name) continue;
      recent.splice(index, 1);
      recent.unshift(name);
      return;
    }
    recent.unshift(name);
    const values = new Map(end);
    const longest = end.at(-1)[0];
    for (let at = depth; at <= longest; at++) {
      bits.push(values.has(at) ? 1 : 0);
      if (!values.has(at)) continue;
      putValue(values.get(at));
      bits.push(at === longest ? 1 : 0);
    }
  }

  function putWay(id, depth, last) {
    const end = endOf(id, depth);
    bits.push(end === null ? 1 : 0);
    if (end !== null) return putEnd(end, depth, last);
    if (!branches.has(depth)) branches.set(depth, []);
    const known = branches.get(depth);
    const index = known.indexOf(id);
    if (known.length > 0) bits.push(index >= 0 ? 1 : 0);
    if (index >= 0) {
      bits.push(...Array(index).fill(1));
      if (index < known.length - 1) bits.push(0);
      known.splice(index, 1);
    }
    known.unshift(id);
    if (index < 0) putBranch(id, depth);
  }

  function putBranch(id, depth) {
    const { value, ways } = nodes[id];
    bits.push(value === 0 ? 0 : 1);
    if (value !== 0) putValue(value);
    for (let digit = 0; digit < 10; digit++) {
      if (digit > 0) {
        bits.push(ways[digit] === ways[digit - 1] ? 1 : 0);
        if (ways[digit] === ways[digit - 1]) continue;
      }
      putWay(ways[digit], depth + 1, digit === 0 ? null : endOf(ways[digit - 1], depth + 1)?.join(" "));
    }
  }

  putBranch(root, 0);
  return bits;
}
