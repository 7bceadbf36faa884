/** Which country's numbers a page writes without calling code, as far as the numbers on it in international form tell. */
import type { FoundNumber, Region } from "./index.ts";

/** So many numbers of one country, and at least this share of all, speak for the page. */
const LEAST_NUMBERS = 3;
const LEAST_SHARE = 0.8;

export function usualRegion(numbers: Iterable<Pick<FoundNumber, "region" | "reason">>): Region | null {
  const counts = new Map<Region, number>();
  let total = 0;
  for (const { region, reason } of numbers) {
    if (region === null || (reason !== "plus" && reason !== "idd")) continue;
    counts.set(region, (counts.get(region) ?? 0) + 1);
    total++;
  }
  for (const [region, count] of counts) if (count >= LEAST_NUMBERS && count / total >= LEAST_SHARE) return region;
  return null;
}
