/** Marking on or off for one site: what changes in the rules. Pure. */
import type { Policy } from "./policy.ts";
import { effective, withChange } from "./settings-merge.ts";
import type { Some } from "./settings.ts";
import { marksAt, normaliseSite, siteMatches, type SiteRules } from "./sites.ts";

const without = (sites: readonly string[], url: string): readonly string[] => sites.filter((site) => !siteMatches(site, url));

/** @param fixed sites that cannot be taken from the list, because an organisation put them there: they become exceptions. */
export function withMarking(rules: SiteRules, url: string, on: boolean, fixed: readonly string[] = []): SiteRules {
  const site = normaliseSite(url);
  if (site === null) return rules;
  if (!on) {
    const isFixed = fixed.some((each) => siteMatches(each, url));
    if (rules.mode === "chosen" && !isFixed) return { ...rules, chosen: without(rules.chosen, url) };
    return marksAt(rules, url) ? { ...rules, exceptions: [...rules.exceptions, site] } : rules;
  }
  const allowed: SiteRules = { ...rules, exceptions: without(rules.exceptions, url) };
  if (marksAt(allowed, url)) return allowed;
  return { ...allowed, mode: "chosen", chosen: rules.mode === "chosen" ? [...rules.chosen, site] : [site] };
}

/** Whether the organisation's locks leave the person this choice: otherwise marking stays as it is there. */
export function canMark(policy: Policy, own: Some, url: string, on: boolean): boolean {
  const before = effective(policy, own);
  const wanted = { ...before, sites: withMarking(before.sites, url, on, policy.values["sites.chosen"]) };
  return marksAt(effective(policy, withChange(own, before, wanted, policy)).sites, url) === on;
}
