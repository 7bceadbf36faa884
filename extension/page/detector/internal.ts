/** PBX-internal short numbers: only by rules that the user has set. */
import type { Group } from "./chain.js";
import { codeAt, isDigit, isLetter, leftOf } from "./characters.js";
import type { DetectOptions, FoundNumber, InternalRule } from "./index.js";

/** How far in front of the number its label may end. */
const LABEL_REACH = 48;
const compiled = new Map<string, RegExp | null>();

/** A rule's pattern as a whole; null when it is no regular expression: then the rule matches nothing. */
function patternOf({ pattern }: InternalRule): RegExp | null {
  let regexp = compiled.get(pattern);
  if (regexp === undefined) {
    try {
      regexp = new RegExp(`^(?:${pattern})$`);
    } catch {
      regexp = null;
    }
    compiled.set(pattern, regexp);
  }
  return regexp;
}

/** Longest internal number: a PBX has no longer ones, and patterns are people's own. */
const MOST_DIGITS = 8;

export function matchInternal(text: string, group: Group, options: DetectOptions): FoundNumber | null {
  if (group.digits.length > MOST_DIGITS || group.plus >= 0) return null;
  if (joined(text, group.start - 1, -1) || joined(text, group.end, 1)) return null;
  for (const rule of options.internal ?? []) {
    if (!(patternOf(rule)?.test(group.digits) ?? false) || !labelFits(rule, text, group.start, options.before)) continue;
    return {
      start: group.start, end: group.end, written: text.slice(group.start, group.end),
      e164: null, extension: null, region: null, type: "internal", reason: "internal", detail: rule.pattern,
    };
  }
  return null;
}

/** Part of a word, an amount, a date or a longer number. */
function joined(text: string, at: number, step: 1 | -1): boolean {
  const code = text.charCodeAt(at);
  if (code !== code) return false;
  if (isLetter(code) || "_@%€$£#".includes(text[at] ?? "")) return true;
  return ".,:/-–+".includes(text[at] ?? "") && isDigit(codeAt(text, at + step));
}

function labelFits({ label }: InternalRule, text: string, start: number, before: string | undefined): boolean {
  if (label === null || label === "") return true;
  const wanted = label.toLowerCase();
  const line = leftOf(text, start, LABEL_REACH).split(/[\n\t|;]/).at(-1) ?? "";
  return line.toLowerCase().includes(wanted) || (before ?? "").toLowerCase().includes(wanted);
}
