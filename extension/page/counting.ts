/** How many numbers this frame has, for the toolbar's badge: told when it has changed, and no more often than once in a while. */
import { numberOfLink } from "../shared/links.ts";
import { readNumber } from "./detector/index.ts";
import { LINK_SELECTOR } from "./link-selector.ts";
import { hrefOf } from "./links.ts";
import type { Session } from "./session.ts";
import { Slices } from "./slices.ts";
import { COUNT_MS, COUNTED_AT_ONCE, MAX_LISTED } from "./tunables.ts";

/** Each number once, however often it stands there; a step at a time. */
export function* countNumbers(session: Session | null): Generator<undefined, number> {
  const numbers = new Set<string>();
  if (session === null) return 0;
  let seen = 0;
  for (const { found } of session.marker.marks()) {
    numbers.add(found.e164 ?? found.written);
    if (++seen % COUNTED_AT_ONCE === 0) yield;
  }
  for (const root of [document, ...session.watcher.roots()]) {
    for (const link of root.querySelectorAll(LINK_SELECTOR)) {
      if (numbers.size >= MAX_LISTED) return numbers.size;
      // To read one takes as long as to count many.
      yield;
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

export function createCounter(count: () => Generator<undefined, number>, tell: (count: number) => void): Counter {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counting: Generator<undefined, number> | null = null;
  const slices = new Slices((goOn) => {
    while (counting !== null && goOn()) {
      const { done, value } = counting.next();
      if (done !== true) continue;
      counting = null;
      if (value !== told) tell((told = value));
    }
    return counting === null;
  });
  const now = (): void => {
    timer = undefined;
    counting = count();
    slices.wake();
  };
  return {
    soon: () => {
      timer ??= setTimeout(now, COUNT_MS);
    },
    destroy: () => {
      clearTimeout(timer);
      timer = undefined;
      counting = null;
      if (told !== 0) tell((told = 0));
    },
  };
}
