/** What is met rarely: plans of countries seldom called from CRMs, words in scripts other than Latin. */
import { MORE_WORDS } from "./lists.js";
import { MORE_NUMBERS, MORE_PLANS } from "./plans.packed.js";

export interface More {
  readonly plans: string;
  readonly numbers: readonly string[];
  readonly words: string;
}

/** In the page's first file it is null (shared-detector.mjs): there page/detector-more.ts brings it where it is needed. */
export const MORE: More | null = { plans: MORE_PLANS, numbers: MORE_NUMBERS, words: MORE_WORDS };
