/**
 * Packs the numbering plans of libphonenumber (as libphonenumber-js ships them, "max"): what detection needs and nothing else. Run it
 * after libphonenumber-js was updated; a test fails when the result has drifted.
 *
 *   node metadata.mjs           writes page/detector/plans.packed.ts
 *   node metadata.mjs --check   fails when the file is not what would be written
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NOTHING, automaton, beginning, patternOf } from "./automata.mjs";
import { needsGeneral } from "./general.mjs";
import { Packing } from "./packing.mjs";

const SOURCE = new URL("./node_modules/libphonenumber-js/metadata.max.json", import.meta.url);
const TARGET = new URL("./page/detector/plans.packed.ts", import.meta.url);

// Positions in libphonenumber-js' arrays (its metadata format 4).
const CC = 0, IDD = 1, PATTERN = 2, LENGTHS = 3, FORMATS = 4, PREFIX = 5, PREFIX_RULE = 6, PARSING_PREFIX = 7, TRANSFORM = 8, LEADING = 10, TYPES = 11;
const F_PATTERN = 0, F_LEADING = 2, F_RULE = 3, F_OPTIONAL = 4;

/** The first of their part: what is called most. */
const FIRST_CODES = ["44", "49", "33", "39", "34", "31", "41", "43", "32", "48", "351", "353", "55", "52", "91", "81", "86"];

/** libphonenumber-js' order, and the one in which plans.ts numbers the types: what is asked first wins. */
const SOURCE_TYPES = ["fixed", "mobile", "toll_free", "premium", "personal", "voicemail", "uan", "pager", "voip", "shared_cost"];
const TYPE_ORDER = ["mobile", "fixed", "premium", "toll_free", "shared_cost", "voip", "personal", "pager", "uan", "voicemail"];

/**
 * Plans that are unpacked together, what is called most first: a page has the numbers of few countries. Each part begins knowing
 * nothing, so that more parts would be larger together.
 */
const PARTS = [/^1$/, /^(?:3[1-4689]$|4.$|42[01]|61$)/, /^(?:30|35[138]|27)/, /^5[25]$/, /^(?:9[01]|971|6[45])/, /^2/, /./];
/** The parts from this on, of countries seldom called, come in a file of their own. */
const FIRST_OF_MORE = 5;

/** Lengths as one letter each: a = 1, b = 2 … */
const packedLengths = (lengths) => (lengths || []).map((n) => String.fromCharCode(96 + n)).join("");
const packedPattern = (pattern) => (pattern || "").replaceAll("\\d", "d").replaceAll("(?:", "<");

/** Least and greatest number of digits that a formatting pattern such as (\d{3})(\d{4,5}) takes. */
function digitsOf(pattern) {
  let least = 0;
  let most = 0;
  for (const [, from, , to] of pattern.matchAll(/(?:\\d|\[[^\]]*\]|\d)(?:\{(\d+)(,(\d+))?\})?/g)) {
    least += Number(from ?? 1);
    most += Number(to ?? from ?? 1);
  }
  return [least, most];
}

/** Whether a national number must be written with its trunk prefix: "!" always, "" never, else rules of which the first that fits wins. */
function prefixRules(country) {
  const rules = (country[FORMATS] || []).map((format) => {
    const rule = format[F_RULE] || country[PREFIX_RULE] || "";
    const required = rule !== "" && !format[F_OPTIONAL] && !/^\(?\$1\)?$/.test(rule);
    const [least, most] = digitsOf(format[F_PATTERN]);
    const leading = format[F_LEADING]?.at(-1);
    return { required, least, most, leading: leading ? beginning(leading) : null };
  });
  if (!rules.some(({ required }) => required)) return "";
  return rules.every(({ required }) => required) ? "!" : rules;
}

const typesOf = (country) => TYPE_ORDER.flatMap((name, index) => {
  const [pattern, lengths] = (country[TYPES] || [])[SOURCE_TYPES.indexOf(name)] || [];
  return pattern ? [{ number: index + 1, pattern: patternOf(pattern), lengths: lengths || country[LENGTHS] }] : [];
});

/** Whose a number of a calling code is, and of what type: `getRegionCodeForNumber` and `getNumberType` in one. */
function familyAutomaton(family, rules) {
  const patterns = [];
  const keep = (pattern) => patterns.push(pattern) - 1;
  const regions = family.map(({ country }) => ({
    leading: family.length > 1 && country[LEADING] ? keep(beginning(country[LEADING])) : null,
    general: keep(patternOf(country[PATTERN])),
    lengths: country[LENGTHS],
    types: typesOf(country).map((type) => ({ ...type, pattern: keep(type.pattern) })),
  }));
  const mixed = typeof rules === "string" ? [] : rules.map((rule) => ({ ...rule, leading: rule.leading === null ? null : keep(rule.leading) }));

  function valueOf(now, length) {
    const ends = (index) => now[index].ends;
    for (const [owner, { leading, general, lengths, types }] of regions.entries()) {
      if (leading !== null && !ends(leading)) continue;
      const type = lengths.includes(length) && ends(general) ? types.find((one) => one.lengths.includes(length) && ends(one.pattern)) : undefined;
      if (type === undefined && leading === null) continue;
      if (type === undefined) return 0;
      const rule = mixed.find(({ least, most, leading: begins }) => length >= least && length <= most && (begins === null || ends(begins)));
      return (rule?.required ? 1 << 10 : 0) | (owner << 4) | type.number;
    }
    return 0;
  }
  const hopeless = (now) => regions.every(({ leading, general, types }) =>
    now[general] === NOTHING || (leading !== null && now[leading] === NOTHING) || types.every(({ pattern }) => now[pattern] === NOTHING));
  return automaton(patterns, valueOf, hopeless);
}

/** Whether more than the trunk prefix is taken off a number. */
const takesMore = (country) => Boolean(country[TRANSFORM] || (country[PARSING_PREFIX] && country[PARSING_PREFIX] !== country[PREFIX]));

/** One text a region, as plans.ts describes. A field that is as in the main region of the calling code is left out. */
function linesOf({ family, part, rules }) {
  const fields = family.map(({ region, country }) => {
    const prefix = country[PREFIX] || "";
    const parsing = country[PARSING_PREFIX] && country[PARSING_PREFIX] !== prefix ? packedPattern(country[PARSING_PREFIX]) : "";
    return [region, packedLengths(country[LENGTHS]), prefix, packedPattern(country[IDD]), parsing, country[TRANSFORM] || ""].map((field) => field || "-");
  });
  const usual = ["", "", "0", "00", "-", "-"];
  return fields.map((field, i) => {
    const known = i === 0 ? usual : fields[0];
    const short = field.map((text, n) => (text === known[n] ? "" : text));
    if (i === 0) short[0] += family[0].country[CC] + String.fromCharCode(65 + (part < FIRST_OF_MORE ? part : part - FIRST_OF_MORE)) + (typeof rules === "string" ? rules : "?");
    return short.join(";").replace(/;+$/, "");
  }).join(" ");
}

/** The regions that share a calling code, in the order in which libphonenumber asks whose number it is. */
function familiesOf(source) {
  const families = new Map();
  for (const [code, regions] of Object.entries(source.country_calling_codes)) {
    families.set(code, regions.map((region) => ({ region, country: source.countries[region] ?? source.nonGeographic[code] })));
  }
  for (const [code, country] of Object.entries(source.nonGeographic)) {
    if (!families.has(code)) families.set(code, [{ region: "001", country }]);
  }
  const partOf = (code) => PARTS.findIndex((codes) => codes.test(code));
  return [...families].map(([code, family]) => ({ family, part: partOf(code), first: (FIRST_CODES.indexOf(code) + 1 || FIRST_CODES.length + 1) }))
    .sort((a, b) => a.part - b.part || a.first - b.first);
}

export function packed() {
  const families = familiesOf(JSON.parse(readFileSync(SOURCE, "utf8"))).map((one) => ({ ...one, rules: prefixRules(one.family[0].country) }));
  const parts = PARTS.map((_, part) => partOf(families.filter((one) => one.part === part)));
  const linesFor = (more) => families.filter(({ part }) => part >= FIRST_OF_MORE === more).map(linesOf).join(" ");
  return { lines: linesFor(false), parts: parts.slice(0, FIRST_OF_MORE), moreLines: linesFor(true), moreParts: parts.slice(FIRST_OF_MORE) };
}

function partOf(families) {
  const packing = new Packing();
  for (const [index, { family, rules }] of families.entries()) {
    const salt = (index + 1) * 64;
    const valid = familyAutomaton(family, rules);
    for (const [i, { country }] of family.entries()) {
      const general = automaton([patternOf(country[PATTERN])], ([pattern]) => (pattern.ends ? 1 : 0), ([pattern]) => pattern === NOTHING);
      const needed = needsGeneral(valid, general, { code: country[CC], prefix: country[PREFIX] || "", mayTakeMore: takesMore(country), lengths: country[LENGTHS], shared: family.length > 1 });
      packing.flag(needed);
      if (needed) packing.automaton(general, salt + i, { plain: true, shared: false, mixed: false });
    }
    packing.automaton(valid, salt, { plain: false, shared: family.length > 1, mixed: typeof rules !== "string" });
  }
  return packing.finish();
}

const quoted = (text) => `\n  "${text.replace(/.{120}(?=.)/g, '$&" +\n  "')}"`;

const numbersText = (name, parts) => `export const ${name}_NUMBERS = [${parts.map(quoted)},\n];\n\n`;

function fileText() {
  const { lines, parts, moreLines, moreParts } = packed();
  return "// Generated by metadata.mjs from libphonenumber's metadata (Apache-2.0). Do not edit.\n"
    + "// What is in it, and in what order, plans.ts tells.\n"
    + numbersText("PACKED", parts) + `export const PACKED_PLANS =${quoted(lines)};\n\n`
    + numbersText("MORE", moreParts) + `export const MORE_PLANS =${quoted(moreLines)};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes("--check")) writeFileSync(TARGET, fileText());
  else if (readFileSync(TARGET, "utf8") !== fileText()) {
    console.error("page/detector/plans.packed.ts has drifted: run node metadata.mjs");
    process.exit(1);
  }
}
