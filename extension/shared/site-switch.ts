/** Marking on or off for one site: what changes in the rules. Pure. */
import { marksAt, normaliseSite, siteMatches, type SiteRules } from "./sites.ts";

const without = (sites: readonly string[], url: string): readonly string[] => sites.filter((site) => !siteMatches(site, url));

export function withMarking(rules: SiteRules, url: string, on: boolean): SiteRules {
  const site = normaliseSite(url);
  if (site === null) return rules;
  if (!on) {
    if (rules.mode === "chosen") {
      const chosen = without(rules.chosen, url);
      return { ...rules, chosen };
    }
    return marksAt(rules, url) ? { ...rules, exceptions: [...rules.exceptions, site] } : rules;
  }
  const allowed: SiteRules = { ...rules, exceptions: without(rules.exceptions, url) };
  if (marksAt(allowed, url)) return allowed;
  return { ...allowed, mode: "chosen", chosen: rules.mode === "chosen" ? [...rules.chosen, site] : [site] };
}
