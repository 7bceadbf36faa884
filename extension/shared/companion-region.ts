/**
 * The country the companion was set up for, as it last told: pages that say nothing about theirs are read with it. Kept, so
 * that no companion has to be started for a page to be read.
 */
const KEY = "companionRegion";
const REGION = /^[A-Z]{2}$/u;

export async function loadCompanionRegion(): Promise<string | null> {
  const kept = (await chrome.storage.local.get(KEY))[KEY];
  return typeof kept === "string" && REGION.test(kept) ? kept : null;
}

export async function keepCompanionRegion(region: string | null): Promise<void> {
  if (region !== (await loadCompanionRegion())) await chrome.storage.local.set({ [KEY]: region });
}
