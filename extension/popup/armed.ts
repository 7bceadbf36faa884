/**
 * Any page can send the browser to a `tel:` address, in the middle of a double click or while somebody types. A button there takes
 * no press before it was in sight, in the window in use, for a moment.
 */
import { useEffect, useState } from "preact/hooks";

/** Longer than between the clicks of a double click, and than it takes to lift a finger off a key. */
export const ARMING_MS = 1000;

const isLookedAt = (): boolean => document.visibilityState === "visible" && document.hasFocus();

export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      setArmed(false);
      if (isLookedAt()) timer = setTimeout(() => setArmed(isLookedAt()), ARMING_MS);
    };
    look();
    const stop = new AbortController();
    for (const type of ["focus", "blur", "resize"]) addEventListener(type, look, { signal: stop.signal });
    document.addEventListener("visibilitychange", look, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
  return armed;
}
