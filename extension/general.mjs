/**
 * Whether the outermost pattern of a plan makes a difference. libphonenumber asks it before it takes off a trunk prefix or a calling code
 * without plus; for most plans, whether the number is valid answers the same in the end, and the pattern need not be packed.
 */

/** So many pairs of states are looked at before a pattern is kept unproven. */
const MOST_STATES = 200_000;

function walked({ nodes }, from, digits) {
  let at = from;
  for (const digit of digits) at = nodes[at].ways[Number(digit)];
  return at;
}

/**
 * `valid`: the automaton of all numbers of the calling code, `general`: of the plan's outermost pattern (automata.mjs). `plan`: calling code,
 * trunk prefix ("" for none), whether more than that prefix can be taken off, possible lengths, and whether other plans share the code.
 */
export function needsGeneral(valid, general, { code, prefix, mayTakeMore, lengths, shared }) {
  if (mayTakeMore) return true;
  // With nothing that begins with the prefix, it is always taken off, whoever is asked.
  if (prefix !== "" && (walked(valid, valid.root, prefix) !== 0 || walked(general, general.root, prefix) !== 0)) return true;
  const longest = Math.max(...lengths);
  // Behind the calling code nothing is left that is long enough.
  if (Math.min(...lengths) > longest - code.length) return false;
  if (shared || (prefix !== "" && code.startsWith(prefix[0]))) return true;
  return isAmbiguous(valid, general, code, prefix, longest);
}

/** Whether there are digits, calling code first, that match the pattern, are not valid, and are without that code. */
function isAmbiguous(valid, general, code, prefix, longest) {
  const from = [walked(valid, valid.root, code), walked(general, general.root, code)];
  const begun = (rest, behindPrefix) => ({ whole: from[0], matched: from[1], rest, behindPrefix, length: code.length });
  const queue = [begun(valid.root, 0)];
  const seen = new Set();
  while (queue.length > 0) {
    const { whole, matched, rest, behindPrefix, length } = queue.pop();
    if (general.nodes[matched].value !== 0 && valid.nodes[whole].value === 0 && (valid.nodes[rest].value !== 0 || valid.nodes[behindPrefix].value !== 0)) return true;
    if (length === longest || matched === 0) continue;
    for (let digit = 0; digit < 10; digit++) {
      const next = { whole: valid.nodes[whole].ways[digit], matched: general.nodes[matched].ways[digit], rest: valid.nodes[rest].ways[digit], behindPrefix: valid.nodes[behindPrefix].ways[digit], length: length + 1 };
      // The prefix ends here: what comes after it may be a number, too.
      if (prefix !== "" && next.length === code.length + prefix.length && isPrefix(digit)) next.behindPrefix = valid.root;
      const key = `${next.whole} ${next.matched} ${next.rest} ${next.behindPrefix} ${next.length}`;
      if (seen.has(key)) continue;
      if (seen.size > MOST_STATES) return true;
      seen.add(key);
      queue.push(next);
    }
  }
  return false;

  function isPrefix(digit) {
    return String(digit) === prefix.at(-1);
  }
}
