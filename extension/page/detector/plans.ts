/**
 * The numbering plans of the world, unpacked line by line and compiled pattern by pattern when first asked for:
 * a page with British numbers never pays for the plan of Brazil.
 */
import { PACKED_PLANS } from "./plans.packed.js";

export type NumberType =
  | "fixed" | "mobile" | "toll_free" | "premium" | "personal" | "voicemail" | "uan" | "pager" | "voip" | "shared_cost";

/** As packed by metadata.mjs, in libphonenumber-js' order. */
const PACKED_TYPES: readonly NumberType[] = [
  "fixed", "mobile", "toll_free", "premium", "personal", "voicemail", "uan", "pager", "voip", "shared_cost",
];

/** What most numbers are comes first. libphonenumber asks for these two last, which tells only for the few that are two things at once. */
const ASKED_TYPES: readonly NumberType[] = [
  "mobile", "fixed", "premium", "toll_free", "shared_cost", "voip", "personal", "pager", "uan", "voicemail",
];

const FIELD = { region: 0, code: 1, idd: 2, pattern: 3, lengths: 4, prefix: 5, parsing: 6, transform: 7, leading: 8, rules: 9, types: 10 };

interface TypePattern {
  readonly type: NumberType;
  readonly lengths: number;
  readonly pattern: Lazy;
}

interface PrefixRule {
  readonly least: number;
  readonly most: number;
  readonly required: boolean;
  readonly leading: Lazy | null;
}

const LEAST_LOCAL = 4;
const LONGEST_AREA_CODE = 4;

/** A pattern that is compiled when first used. */
class Lazy {
  private compiled: RegExp | null = null;
  private literal: boolean | null = null;
  constructor(private readonly packed: string, private readonly whole: boolean) {}
  /** How many digits the pattern takes at the beginning; -1: it does not fit. */
  lengthIn(digits: string): number {
    // Most trunk prefixes are just "0": no pattern is needed for that.
    if ((this.literal ??= /^[0-9]+$/.test(this.packed))) return digits.startsWith(this.packed) ? this.packed.length : -1;
    return this.test(digits) ? (this.regexp.exec(digits)?.[0].length ?? -1) : -1;
  }
  get regexp(): RegExp {
    return (this.compiled ??= new RegExp(this.whole ? `^(?:${unpacked(this.packed)})$` : `^(?:${unpacked(this.packed)})`));
  }
  test(digits: string): boolean {
    return this.regexp.test(digits);
  }
}

export class Plan {
  readonly region: string;
  /** Calling code, without plus. */
  readonly code: string;
  /** The national trunk prefix as people write it, or "". */
  readonly prefix: string;
  readonly transform: string;
  readonly idd: Lazy | null;
  readonly parsing: Lazy | null;
  readonly leading: Lazy | null;
  /** Bit n is set when a number of n digits is possible. */
  readonly lengths: number;
  readonly longest: number;
  /** Fewest digits that may be a number here; local numbers completed by the plan are shorter by an area code. */
  readonly least: number;
  private readonly general: Lazy;
  private readonly fields: readonly string[];
  private types: readonly TypePattern[] | null = null;
  private rules: readonly PrefixRule[] | null = null;

  constructor(line: string) {
    this.fields = line.split("\t");
    this.region = this.field(FIELD.region);
    this.code = this.field(FIELD.code);
    this.prefix = this.field(FIELD.prefix);
    this.transform = this.field(FIELD.transform);
    this.idd = lazy(this.field(FIELD.idd), false);
    this.parsing = lazy(this.field(FIELD.parsing), false);
    this.leading = lazy(this.field(FIELD.leading), false);
    this.lengths = lengthBits(this.field(FIELD.lengths));
    this.longest = 31 - Math.clz32(this.lengths);
    const shortest = 31 - Math.clz32(this.lengths & -this.lengths);
    this.least = this.transform === "" ? shortest : Math.max(LEAST_LOCAL, shortest - LONGEST_AREA_CODE);
    this.general = new Lazy(this.field(FIELD.pattern), true);
  }

  private field(index: number): string {
    return this.fields[index] ?? "";
  }

  /** The plan's outermost pattern, whatever the length. */
  matchesGeneral(national: string): boolean {
    return this.general.test(national);
  }

  typeOf(national: string): NumberType | null {
    const bit = 1 << national.length;
    if ((this.lengths & bit) === 0 || !this.general.test(national)) return null;
    this.types ??= this.unpackTypes();
    for (const { type, lengths, pattern } of this.types) {
      if ((lengths & bit) !== 0 && pattern.test(national)) return type;
    }
    return null;
  }

  /** Whether people write this number with the trunk prefix, always. */
  requiresPrefix(national: string): boolean {
    this.rules ??= this.unpackRules();
    for (const { least, most, required, leading } of this.rules) {
      if (national.length >= least && national.length <= most && (leading === null || leading.test(national))) return required;
    }
    return false;
  }

  private unpackTypes(): readonly TypePattern[] {
    const found: TypePattern[] = [];
    for (const type of ASKED_TYPES) {
      const [pattern = "", lengths] = this.field(FIELD.types + PACKED_TYPES.indexOf(type)).split(":");
      // "?:" was packed away, so that the only colon left is the one before the lengths.
      if (pattern !== "") found.push({ type, pattern: new Lazy(pattern, true), lengths: lengths ? lengthBits(lengths) : this.lengths });
    }
    return found;
  }

  private unpackRules(): readonly PrefixRule[] {
    const packed = this.field(FIELD.rules);
    if (packed === "") return [];
    if (packed === "!") return [{ least: 0, most: 31, required: true, leading: null }];
    return packed.split(";").map((rule) => ({
      least: rule.charCodeAt(0) - 96,
      most: rule.charCodeAt(1) - 96,
      required: rule[2] === "!",
      leading: lazy(rule.slice(3), false),
    }));
  }
}

function lazy(packed: string, whole: boolean): Lazy | null {
  return packed === "" ? null : new Lazy(packed, whole);
}

/** Undoes what metadata.mjs packed. */
function unpacked(pattern: string): string {
  return pattern.replaceAll("d", "\\d").replaceAll("<", "(?:");
}

/** "ab" → bits 1 and 2. */
function lengthBits(letters: string): number {
  let bits = 0;
  for (let i = 0; i < letters.length; i++) bits |= 1 << (letters.charCodeAt(i) - 96);
  return bits;
}

let byRegion: Map<string, string> | null = null;
let byCode: Map<string, string[]> | null = null;
const plans = new Map<string, Plan>();
const families = new Map<string, readonly Plan[]>();

function index(): void {
  byRegion = new Map();
  byCode = new Map();
  for (const line of PACKED_PLANS.split("\n")) {
    const [region = "", code = ""] = line.split("\t", 2);
    // All plans outside any country share the region 001.
    const key = region === "001" ? code : region;
    byRegion.set(key, line);
    const family = byCode.get(code);
    if (family) family.push(key);
    else byCode.set(code, [key]);
  }
}

let lastPlan: Plan | null = null;

/** The plan of an ISO region, or of a calling code outside any country ("800"). */
export function planOf(region: string): Plan | null {
  // A page asks for its own country over and over.
  if (lastPlan !== null && lastPlan.region === region) return lastPlan;
  return (lastPlan = findPlan(region));
}

function findPlan(region: string): Plan | null {
  const known = plans.get(region);
  if (known) return known;
  if (byRegion === null) index();
  const line = byRegion?.get(region);
  if (line === undefined) return null;
  const plan = new Plan(line);
  plans.set(region, plan);
  return plan;
}

/** Every plan under a calling code, the main one first; empty when there is no such code. */
export function plansOfCode(code: string): readonly Plan[] {
  const known = families.get(code);
  if (known) return known;
  if (byCode === null) index();
  const family: Plan[] = [];
  for (const region of byCode?.get(code) ?? []) {
    const plan = planOf(region);
    if (plan) family.push(plan);
  }
  families.set(code, family);
  return family;
}
