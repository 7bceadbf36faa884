/** How many numbers this frame has, for the toolbar's badge: told when it has changed, and no more often than once in a while. */
import { numberOfLink } from "../shared/links.ts";
import { readNumber } from "./detector/index.ts";
import { LINK_SELECTOR } from "./link-selector.ts";
import { hrefOf } from "./links.ts";
import type { Session } from "./session.ts";
import { COUNT_MS, MAX_LISTED } from "./tunables.ts";

/** Each number once, however often it stands there. */
export function countNumbers(session: Session): number {
  const numbers = new Set<string>();
  for (const { found } of session.marker.marks()) numbers.add(found.e164 ?? found.written);
  for (const root of [document, ...session.watcher.roots()]) {
    for (const link of root.querySelectorAll(LINK_SELECTOR)) {
      if (numbers.size >= MAX_LISTED) return numbers.size;
      const number = numberOfLink(hrefOf(link) ?? "");
      if (number === null) continue;
      const read = readNumber(number.written, session.region);
      numbers.add("e164" in read ? (read.e164 ?? number.written) : number.written);
    }
  }
  return numbers.size;
}

export interface Counter {
  /** Something was read: count soon. */
  readonly soon: () => void;
  readonly destroy: () => void;
}

export function createCounter(count: () => number, tell: (count: number) => void): Counter {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    timer = undefined;
    const counted = count();
    if (counted !== told) tell((told = counted));
  };
  return {
    soon: () => {
      timer ??= setTimeout(now, COUNT_MS);
    },
    destroy: () => {
      clearTimeout(timer);
      timer = undefined;
      if (told !== 0) tell((told = 0));
    },
  };
}
