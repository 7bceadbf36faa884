/** When to open the port again after it failed: 1, 2, 4 … 60 seconds, each by chance up to half as long again. */

const FIRST_MS = 1000;
const LONGEST_MS = 60_000;

export interface Backoff {
  /** Try again by itself after the delay. */
  readonly schedule: () => void;
  /** Do not try by itself, but refuse mere signs of intent until the delay is over. */
  readonly hold: () => void;
  /** Trying again is no use until the person has mended something. */
  readonly stop: () => void;
  /** Whether a mere sign of intent may try now. */
  readonly allowed: () => boolean;
  readonly cancel: () => void;
  readonly succeeded: () => void;
}

export function backoff(attempt: () => void, random: () => number = Math.random): Backoff {
  let failures = 0;
  let notBefore = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function delay(): number {
    const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** failures);
    failures += 1;
    const jittered = Math.min(LONGEST_MS, base * (1 + random() / 2));
    notBefore = Date.now() + jittered;
    return jittered;
  }

  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };

  return {
    schedule: () => {
      cancel();
      timer = setTimeout(attempt, delay());
    },
    hold: () => {
      cancel();
      delay();
    },
    stop: () => {
      cancel();
      notBefore = Number.POSITIVE_INFINITY;
    },
    allowed: () => Date.now() >= notBefore,
    cancel,
    succeeded: () => {
      failures = 0;
      notBefore = 0;
    },
  };
}
