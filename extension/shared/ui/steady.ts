/** No flicker while the companion is looked at again. */
import { useRef } from "preact/hooks";
import type { CompanionView } from "../surface-messages.ts";

/** The last known state while a new look is under way: a page that flickers between two sentences is read out twice. */
export function useSteady(companion: CompanionView): CompanionView {
  const last = useRef<CompanionView>(companion);
  const isLook = companion.kind === "starting" || companion.kind === "idle" || (companion.kind === "ready" && companion.status === null);
  if (!isLook || last.current.kind === "starting" || last.current.kind === "idle") last.current = companion;
  return last.current;
}
