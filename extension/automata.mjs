/**
 * From the patterns of a numbering plan to the smallest automaton that takes the same numbers, by derivatives: what may still come
 * after a digit is a pattern again. Patterns that are alike are one object, so that the automaton is finite and soon done.
 */
const DIGITS = 10;
const ANY_DIGIT = (1 << DIGITS) - 1;
/** libphonenumber's longest national number. */
const LONGEST = 17;

const pool = new Map();
function made(key, parts) {
  if (!pool.has(key)) pool.set(key, { ...parts, id: pool.size, after: [] });
  return pool.get(key);
}
export const NOTHING = made("nothing", { ends: false });
const END = made("end", { ends: true });
const oneOf = (digits) => (digits === 0 ? NOTHING : made(`digits ${digits}`, { digits, ends: false }));

function sequence(first, then) {
  if (first === NOTHING || then === NOTHING) return NOTHING;
  if (first === END) return then;
  if (then === END) return first;
  if (first.then) return sequence(first.first, sequence(first.then, then));
  return made(`sequence ${first.id} ${then.id}`, { first, then, ends: first.ends && then.ends });
}

function either(patterns) {
  const all = [...new Set(patterns.flatMap((one) => one.either ?? [one]))].filter((one) => one !== NOTHING).sort((a, b) => a.id - b.id);
  if (all.length < 2) return all[0] ?? NOTHING;
  return made(`either ${all.map(({ id }) => id)}`, { either: all, ends: all.some(({ ends }) => ends) });
}

/** What may come after a digit. */
export function after(pattern, digit) {
  if (pattern.after[digit] === undefined) {
    let rest = NOTHING;
    if (pattern.digits !== undefined) rest = (pattern.digits >> digit) & 1 ? END : NOTHING;
    else if (pattern.either) rest = either(pattern.either.map((one) => after(one, digit)));
    else if (pattern.then) {
      rest = sequence(after(pattern.first, digit), pattern.then);
      if (pattern.first.ends) rest = either([rest, after(pattern.then, digit)]);
    }
    pattern.after[digit] = rest;
  }
  return pattern.after[digit];
}

/** Reads the regular expressions of numbering plans: digits, classes, groups, |, ? and {n,m}. */
export function patternOf(source) {
  let at = 0;
  const fault = () => new Error(`pattern not understood at ${at}: ${source}`);

  function alternatives() {
    const all = [parts()];
    while (source[at] === "|") {
      at++;
      all.push(parts());
    }
    return either(all);
  }
  function parts() {
    const all = [];
    while (at < source.length && !"|)".includes(source[at])) all.push(repeated());
    return all.reduceRight((then, first) => sequence(first, then), END);
  }
  function repeated() {
    const one = single();
    if (source[at] === "?") {
      at++;
      return either([one, END]);
    }
    const [whole, least, , most = least] = /^\{(\d+)(,(\d+))?\}/.exec(source.slice(at)) ?? [];
    if (whole === undefined) return one;
    at += whole.length;
    let rest = END;
    for (let n = 0; n < Number(most); n++) rest = n < Number(most) - Number(least) ? either([END, sequence(one, rest)]) : sequence(one, rest);
    return rest;
  }
  function single() {
    const [whole] = /^(?:\(\?:|\(|\\d|\[(?:\\d|\d-\d|\d)+\]|\d)/.exec(source.slice(at)) ?? [];
    if (whole === undefined) throw fault();
    at += whole.length;
    if (whole.startsWith("(")) {
      const inner = alternatives();
      if (source[at++] !== ")") throw fault();
      return inner;
    }
    let digits = 0;
    for (const [piece, from, to = from] of whole.matchAll(/\\d|(\d)(?:-(\d))?/g)) {
      if (piece === "\\d") digits = ANY_DIGIT;
      else for (let digit = Number(from); digit <= Number(to); digit++) digits |= 1 << digit;
    }
    return oneOf(digits);
  }
  const pattern = alternatives();
  if (at !== source.length) throw fault();
  return pattern;
}

/** As `patternOf`, for what a number only begins with. */
export const beginning = (source) => patternOf(`(?:${source})\\d{0,${LONGEST}}`);

/**
 * The smallest automaton over several patterns at once. `valueOf(patterns, length)` says what a number is that ends here, 0 for none;
 * `hopeless(patterns)` that nothing can come any more. Nodes are `{value, ways}`; node 0 accepts nothing.
 */
export function automaton(patterns, valueOf, hopeless) {
  const nodes = [{ value: 0, ways: Array(DIGITS).fill(0) }];
  const byContent = new Map();
  const byPatterns = new Map();
  function node(now, length) {
    const key = `${length} ${now.map(({ id }) => id)}`;
    const known = byPatterns.get(key);
    if (known !== undefined) return known;
    const value = valueOf(now, length);
    const over = length >= LONGEST || hopeless(now);
    const ways = Array.from({ length: DIGITS }, (_, digit) => (over ? 0 : node(now.map((one) => after(one, digit)), length + 1)));
    const content = `${value} ${ways}`;
    let id = value === 0 && ways.every((way) => way === 0) ? 0 : byContent.get(content);
    if (id === undefined) {
      id = nodes.push({ value, ways }) - 1;
      byContent.set(content, id);
    }
    byPatterns.set(key, id);
    return id;
  }
  const root = node(patterns, 0);
  return { root, nodes };
}
