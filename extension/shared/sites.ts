/**
 * Which sites are marked: all, chosen ones, or none; exceptions always win. Pure.
 *
 * A site is a host name (`crm.example`, its subdomains included), a host name with a port (`crm.example:8080`), or
 * either with a scheme in front (`https://crm.example`).
 */

export type SiteMode = "all" | "chosen" | "none";

export interface SiteRules {
  readonly mode: SiteMode;
  readonly chosen: readonly string[];
  readonly exceptions: readonly string[];
}

interface Site {
  readonly scheme: string | null;
  readonly host: string;
  readonly port: string | null;
}

/** Longest host name there is (RFC 1035), with room for scheme and port. */
const MAX_SITE_LENGTH = 270;
const SITE = /^(?:(https?):\/\/)?(\*\.)?((?:[a-z0-9_-]+\.)*[a-z0-9_-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/iu;

function parse(site: string): Site | null {
  if (site.length > MAX_SITE_LENGTH) return null;
  const match = SITE.exec(site.trim());
  const host = match?.[3];
  if (match === null || host === undefined) return null;
  return { scheme: match[1]?.toLowerCase() ?? null, host: host.toLowerCase(), port: match[4] ?? null };
}

/** The site as it is kept, or null when the text is no site. Accepts a whole address and keeps what counts. */
export function normaliseSite(text: string): string | null {
  const trimmed = text.trim();
  let candidate = trimmed;
  if (/^https?:\/\//iu.test(trimmed)) {
    try {
      const url = new URL(trimmed);
      candidate = url.host;
    } catch {
      return null;
    }
  } else {
    candidate = trimmed.replace(/[/?#].*$/u, "");
    try {
      // Turns names with letters outside ASCII into what the browser's addresses hold.
      candidate = new URL(`http://${candidate.replace(/^\*\./u, "")}`).host;
    } catch {
      return null;
    }
  }
  return parse(candidate) === null ? null : candidate.toLowerCase();
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: "80", https: "443" };

/** Does the rule cover this address? Subdomains belong to their site; addresses in digits have none. */
export function siteMatches(site: string, url: string): boolean {
  const rule = parse(site);
  if (rule === null) return false;
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return false;
  }
  const scheme = address.protocol.slice(0, -1);
  const host = address.hostname.toLowerCase();
  if (scheme !== "http" && scheme !== "https") return false;
  if (rule.scheme !== null && rule.scheme !== scheme) return false;
  if (rule.port !== null && rule.port !== (address.port || DEFAULT_PORTS[scheme])) return false;
  return host === rule.host || host.endsWith(`.${rule.host}`);
}

/** Whether numbers are marked at this address. */
export function marksAt(rules: SiteRules, url: string): boolean {
  if (rules.mode === "none") return false;
  if (rules.exceptions.some((site) => siteMatches(site, url))) return false;
  return rules.mode === "all" || rules.chosen.some((site) => siteMatches(site, url));
}

/** The browser's match patterns for a site: what is asked for and what scripts are registered for. Ports count for all. */
export function patternsOf(site: string): readonly string[] {
  const rule = parse(site);
  if (rule === null) return [];
  const scheme = rule.scheme ?? "*";
  const isAddress = /^[\d.]+$/u.test(rule.host) || rule.host.startsWith("[") || !rule.host.includes(".");
  return isAddress ? [`${scheme}://${rule.host}/*`] : [`${scheme}://*.${rule.host}/*`];
}

export const EVERY_SITE = "*://*/*";
