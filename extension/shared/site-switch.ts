/** Marking on or off for one site: what changes in the rules. Pure. */
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
