/** Steps tick by themselves: what is not ready yet is asked for again while somebody looks. */
import { useEffect, useRef } from "preact/hooks";

/** Soon enough to seem at once to somebody who comes back from a terminal; asking starts one short process, or sends one message. */
const AGAIN_MS = 3000;

export function useWatching(done: boolean, look: () => void): void {
  const current = useRef(look);
  current.current = look;
  useEffect(() => {
    if (done) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) current.current();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [done]);
}
