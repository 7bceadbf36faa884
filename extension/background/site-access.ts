/**
 * The marking script runs where the person's rules and the browser's grants both allow it. The browser keeps the
 * registration over restarts; it is brought in line whenever rules or grants change.
 */
import { loadSettings } from "../shared/settings-store.ts";
import { EVERY_SITE, marksAt, patternsOf, type SiteRules } from "../shared/sites.ts";

const ID = "gate";
const GATE = "page/gate.js";

const isEverySite = (pattern: string): boolean => pattern === EVERY_SITE || pattern === "<all_urls>";

/** Which pages the script is registered for; null: for none. The gate itself checks the rules once more, with ports. */
export function registration(rules: SiteRules, granted: readonly string[]): { matches: string[]; excludeMatches: string[] } | null {
  if (rules.mode === "none") return null;
  const everywhere = granted.some(isEverySite);
  const wanted = rules.mode === "chosen" ? rules.chosen.flatMap(patternsOf) : [EVERY_SITE];
  const matches =
    rules.mode === "all"
      ? everywhere
        ? wanted
        : granted.filter((pattern) => /^(\*|https?):/u.test(pattern))
      : wanted.filter((pattern) => everywhere || granted.includes(pattern));
  if (matches.length === 0) return null;
  const excludeMatches = rules.exceptions.filter((site) => !/:\d+$/u.test(site)).flatMap(patternsOf);
  return { matches: [...matches], excludeMatches };
}

async function grantedOrigins(): Promise<readonly string[]> {
  return (await chrome.permissions.getAll()).origins ?? [];
}

const sorted = (list: readonly string[] | undefined): string => [...(list ?? [])].sort().join(" ");

async function register(): Promise<void> {
  const { sites } = await loadSettings();
  const wanted = registration(sites, await grantedOrigins());
  const [current] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (wanted === null) {
    if (current !== undefined) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  if (sorted(current?.matches) === sorted(wanted.matches) && sorted(current?.excludeMatches) === sorted(wanted.excludeMatches)) return;
  // Replaced rather than updated: an update cannot take away the last exception in every browser.
  if (current !== undefined) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
  await chrome.scripting.registerContentScripts([
    {
      id: ID,
      js: [GATE],
      ...wanted,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

/** Pages that are already open get the script too, so that nobody has to reload them. */
async function injectIntoOpenTabs(): Promise<void> {
  const { sites } = await loadSettings();
  const wanted = registration(sites, await grantedOrigins());
  if (wanted === null) return;
  const tabs = await chrome.tabs.query({ url: wanted.matches });
  await Promise.allSettled(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined || !marksAt(sites, url)) return;
      await chrome.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [GATE] });
    }),
  );
}

let last: Promise<void> = Promise.resolve();

/** Brings registration and open pages in line, one change after the other. */
export function followSites({ openTabs }: { openTabs: boolean }): Promise<void> {
  last = last.then(async () => {
    await register();
    if (openTabs) await injectIntoOpenTabs();
  }).catch(() => undefined);
  return last;
}
