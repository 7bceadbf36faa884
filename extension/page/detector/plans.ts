/**
 * The numbering plans of the world, unpacked country by country as far as one is asked for: what is called most stands first, so
 * that a page with British numbers never pays for the plan of Brazil.
 */
import { Automaton, partsOf } from "./automaton.js";
import { knowledge, lack } from "./lacking.js";
import { PACKED_NUMBERS, PACKED_PLANS } from "./plans.packed.js";
import { Unpacking } from "./unpacking.js";

export type NumberType =
  | "fixed" | "mobile" | "toll_free" | "premium" | "personal" | "voicemail" | "uan" | "pager" | "voip" | "shared_cost";

/** In the order in which numbers that are two things at once are said to be one; packing.mjs has the same. */
const TYPES: readonly NumberType[] = [
  "mobile", "fixed", "premium", "toll_free", "shared_cost", "voip", "personal", "pager", "uan", "voicemail",
];

/**
 * Fields of a region's text: its code; possible lengths, a letter each; the trunk prefix and the international prefix; what is taken
 * off a number when it is more than the prefix, and what is put in its place. "-" is nothing, and nothing is as in the main region
 * of the calling code, which for its own part is as USUAL. Behind that region's code stand the calling code, the letter of the part in
 * which its numbers are packed and the rule of trunk prefixes.
 */
const FIELD = { region: 0, lengths: 1, prefix: 2, idd: 3, parsing: 4, transform: 5 };
const USUAL = ["", "", "0", "00", "-", "-"];
const REGION = /^([A-Z]{2}|001)(?:(\d+)([A-Z])(.?))?$/;
const FIRST_PART = 65;
/** The rule of trunk prefixes: always, or as the automaton tells; else never. */
const ALWAYS = "!";
const MIXED = "?";

const LONGEST_CODE = 3;
const LEAST_LOCAL = 4;
const LONGEST_AREA_CODE = 4;

const ALL_DIGITS = 1023;

/** As `startsWith`, which is a call out of compiled code and several times as dear for what mostly differs in its first digit. */
export function begins(digits: string, what: string): boolean {
  for (let i = 0; i < what.length; i++) if (digits.charCodeAt(i) !== what.charCodeAt(i)) return false;
  return true;
}

/** A pattern of what stands in front of a number, compiled when first used. */
class Lead {
  private compiled: RegExp | null = null;
  /** Most trunk prefixes are just "0", and some "0" or another: no pattern is needed for that. */
  private readonly literal: readonly string[];
  constructor(private readonly packed: string) {
    this.literal = /^[0-9|]+$/.test(packed) ? packed.split("|") : [];
  }
  /** How many digits the pattern takes at the beginning; -1: it does not fit. */
  lengthIn(digits: string): number {
    for (const prefix of this.literal) if (begins(digits, prefix)) return prefix.length;
    if (this.literal.length > 0) return -1;
    const { regexp } = this;
    return regexp.test(digits) ? regexp.lastIndex : -1;
  }
  /** Ready to be matched at the beginning. */
  get regexp(): RegExp {
    this.compiled ??= new RegExp(`(?:${this.packed.replaceAll("d", "\\d").replaceAll("<", "(?:")})`, "y");
    this.compiled.lastIndex = 0;
    return this.compiled;
  }
}

export class Plan {
  /** The national trunk prefix as people write it, or "". */
  readonly prefix: string;
  readonly transform: string;
  readonly idd: Lead | null;
  readonly parsing: Lead | null;
  /** Bit n is set when something that is dialled in front of a number may begin with the digit n. */
  private readonly leads: number;
  /** Bit n is set when a number of n digits is possible. */
  readonly lengths: number;
  readonly longest: number;
  /** Fewest digits that may be a number here; local numbers completed by the plan are shorter by an area code. */
  readonly least: number;
  /** The calling code with its plus: one string for all numbers that are kept. */
  readonly dialled: string;
  /** What may be a number at all, whatever the length; null where whether it is valid answers the same (general.mjs). */
  general: Automaton | null = null;

  /** `shared`: the possible lengths of all regions with the calling code together. */
  constructor(fields: readonly string[], readonly region: string, readonly code: string, readonly shared: { lengths: number }) {
    const field = (index: number): string => (fields[index] === "-" ? "" : (fields[index] ?? ""));
    this.prefix = field(FIELD.prefix);
    this.idd = lead(field(FIELD.idd));
    this.parsing = lead(field(FIELD.parsing)) ?? lead(this.prefix);
    const leads = `${field(FIELD.idd)}|${field(FIELD.parsing) || this.prefix}|${code}`;
    this.leads = /[^\d|]/.test(leads) ? ALL_DIGITS : leads.split("|").reduce((bits, lead) => bits | (1 << Number(lead[0] ?? 0)), 0);
    this.transform = field(FIELD.transform);
    this.dialled = `+${code}`;
    this.lengths = lengthBits(field(FIELD.lengths));
    shared.lengths |= this.lengths;
    this.longest = 31 - Math.clz32(this.lengths);
    const shortest = 31 - Math.clz32(this.lengths & -this.lengths);
    this.least = this.transform === "" ? shortest : Math.max(LEAST_LOCAL, shortest - LONGEST_AREA_CODE);
  }

  /** Whether there is neither prefix nor calling code in front of a number that begins with this character. */
  isPlain(first: number): boolean {
    return (this.leads & (1 << (first - 48))) === 0;
  }

  /** Whether no number of so many digits begins so. */
  hasNone(first: number, digits: number): boolean {
    return this.isPlain(first) && (this.shared.lengths & (1 << digits)) === 0;
  }

  /** The plan's outermost pattern, whatever the length. */
  matchesGeneral(national: string): boolean {
    const family = familyOf(this.code);
    return this.general === null ? (family?.isValid(national) ?? false) : this.general.valueOf(national) === 1;
  }
}

function lead(packed: string): Lead | null {
  return packed === "" ? null : new Lead(packed);
}

/** "ab" → bits 1 and 2. */
function lengthBits(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= 1 << (letters.charCodeAt(i) - 96);
  return bits;
}

/** A valid number of a calling code. */
export interface ValidNumber {
  readonly region: string;
  readonly type: NumberType;
  /** People write it with the trunk prefix, always. */
  readonly requiresPrefix: boolean;
}

/** The regions that share a calling code. */
export class Family {
  private automaton: Automaton | null = null;
  private readonly known: (ValidNumber | undefined)[] = [];

  /** `main` is the first of `plans`, which may still grow. */
  constructor(readonly main: Plan, private readonly plans: readonly Plan[], private readonly rule: string) {}

  unpack(packed: Unpacking, salt: number): void {
    for (const [i, plan] of this.plans.entries()) if (packed.flag()) plan.general = new Automaton(packed, salt + i, { plain: true, shared: false, mixed: false });
    this.automaton = new Automaton(packed, salt, { plain: false, shared: this.plans.length > 1, mixed: this.rule === MIXED });
  }

  isValid(national: string): boolean {
    return (this.automaton?.valueOf(national) ?? 0) !== 0;
  }

  /** Whose number it is, and what kind; null: no valid number. */
  find(national: string): ValidNumber | null {
    const value = this.automaton?.valueOf(national) ?? 0;
    if (value === 0) return null;
    let found = this.known[value];
    if (found === undefined) {
      const { type, owner, required } = partsOf(value);
      found = { region: (this.plans[owner] ?? this.main).region, type: TYPES[type - 1] ?? "fixed", requiresPrefix: this.rule === ALWAYS || required };
      this.known[value] = found;
    }
    return found;
  }
}

/** Families whose numbers are packed one after another. */
class Part {
  readonly families: Family[] = [];
  private unpacking: Unpacking | null = null;
  private unpacked = 0;

  constructor(private readonly packed: string) {}

  /** Stops after each calling code. */
  *unpackTo(family: Family): Generator<undefined> {
    const wanted = this.families.indexOf(family);
    while (this.unpacked <= wanted) {
      this.unpacking ??= new Unpacking(this.packed);
      this.families[this.unpacked]?.unpack(this.unpacking, ++this.unpacked * 64);
      yield;
    }
    if (this.unpacked === this.families.length) this.unpacking = null;
  }
}

interface Known {
  readonly family: Family;
  readonly part: Part | undefined;
  ready: boolean;
}

class World {
  readonly regions = new Map<string, Plan>();
  /** By calling code. */
  private readonly families: (Known | undefined)[] = Array.from({ length: 10 ** LONGEST_CODE }, () => undefined);

  constructor() {
    this.add(PACKED_PLANS, PACKED_NUMBERS);
    if (knowledge.more !== null) this.add(knowledge.more.plans, knowledge.more.numbers);
  }

  private add(texts: string, numbers: readonly string[]): void {
    const parts = numbers.map((packed) => new Part(packed));
    let code = "";
    let plans: Plan[] = [];
    let first: readonly string[] = USUAL;
    for (const text of texts.split(" ")) {
      const fields = text.split(";");
      const [, region = "", ownCode, letter = "", rule = ""] = REGION.exec(fields[FIELD.region] ?? "") ?? [];
      const usual = ownCode === undefined ? first : USUAL;
      const full = usual.map((field, i) => fields[i] || field);
      const plan = new Plan(full, region, ownCode ?? code, (ownCode === undefined ? plans[0]?.shared : undefined) ?? { lengths: 0 });
      // Plans outside any country share the region 001.
      this.regions.set(region === "001" ? plan.code : region, plan);
      if (ownCode === undefined) {
        plans.push(plan);
        continue;
      }
      code = ownCode;
      first = full;
      plans = [plan];
      const family = new Family(plan, plans, rule);
      const part = parts[letter.charCodeAt(0) - FIRST_PART];
      part?.families.push(family);
      this.families[Number(code)] = { family, part, ready: false };
    }
  }

  /** No calling code begins with another. */
  private known(digits: string): Known | undefined {
    let code = 0;
    for (let i = 0; i < LONGEST_CODE && i < digits.length; i++) {
      code = code * 10 + digits.charCodeAt(i) - 48;
      const known = this.families[code];
      if (known !== undefined) return known;
    }
    return undefined;
  }

  family(digits: string): Family | undefined {
    const known = this.known(digits);
    if (known?.ready === false) {
      finish(this.unpack(digits));
      known.ready = true;
    }
    return known?.family;
  }

  *unpack(digits: string): Generator<undefined> {
    const known = this.known(digits);
    if (known?.part !== undefined) yield* known.part.unpackTo(known.family);
  }
}

function finish(work: Generator<undefined>): void {
  while (work.next().done !== true);
}

let world: World | null = null;
/** A page asks for the same region all the time. */
let lastRegion = "";
let lastPlan: Plan | undefined;

/** The plan of a region (ISO 3166), or of a calling code outside any country ("800"); undefined: there is no such region. */
export function planOf(region: string): Plan | undefined {
  if (region !== lastRegion) {
    lastPlan = (world ??= new World()).regions.get(region);
    lastRegion = region;
  }
  if (lastPlan === undefined) lack();
  return lastPlan;
}

/** There are more of them now. */
export function forgetPlans(): void {
  world = null;
  lastRegion = "";
}

/** The regions that share the calling code with which the digits begin, ready to be asked. */
export function familyOf(digits: string): Family | undefined {
  const family = (world ??= new World()).family(digits);
  if (family === undefined) lack();
  return family;
}

/** Unpacks the plan of a region in steps, of which each is short. */
export function* preparePlan(region: string): Generator<undefined> {
  const plan = planOf(region);
  yield;
  if (plan !== undefined && world !== null) yield* world.unpack(plan.code);
}
