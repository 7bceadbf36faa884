/** Steps tick by themselves: what is not ready yet is asked for again while somebody looks. */
import { useEffect, useRef } from "preact/hooks";
import type { CompanionView } from "../shared/surface-messages.ts";

/** Soon enough to seem at once to somebody who comes back from a terminal; asking starts one short process, or sends one message. */
const AGAIN_MS = 3000;

/** The last known state while a new look is under way: a page that flickers between two sentences is read out twice. */
export function useSteady(companion: CompanionView): CompanionView {
  const last = useRef<CompanionView>(companion);
  const isLook = companion.kind === "starting" || companion.kind === "idle" || (companion.kind === "ready" && companion.status === null);
  if (!isLook || last.current.kind === "starting" || last.current.kind === "idle") last.current = companion;
  return last.current;
}

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
