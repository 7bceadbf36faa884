/** What our pages know of the background: its state, pushed; and a way to wish for something. */
import { useEffect, useRef, useState } from "preact/hooks";
import { asObject } from "../decode.ts";
import { SURFACE, type FromSurface, type ReasonedPreview, type SurfaceState, type ToSurface } from "../surface-messages.ts";

/** The background may have been put to sleep and closed the port; it wakes when we connect again. */
const RECONNECT_MS = 500;

export const NOTHING_YET: SurfaceState = { companion: { kind: "starting" }, calls: [], recent: null, note: null, own: null };

/** Our own background is the only one that can be at the other end; its kind is checked all the same. */
const isOurs = (message: unknown): message is ToSurface => ["state", "preview"].includes(String(asObject(message)?.["kind"]));

/** The state, a way to wish, and the answer to the latest wish for a preview. `known` is shown until the background has spoken. */
export function useSurface(known = NOTHING_YET): readonly [SurfaceState, (wish: FromSurface) => void, ReasonedPreview | null] {
  const [state, setState] = useState(known);
  const [preview, setPreview] = useState<ReasonedPreview | null>(null);
  const port = useRef<chrome.runtime.Port | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      if (port.current !== null || document.hidden) return;
      const opened = chrome.runtime.connect({ name: SURFACE });
      port.current = opened;
      opened.onMessage.addListener((message: unknown) => {
        if (!isOurs(message)) return;
        if (message.kind === "state") setState(message.state);
        else setPreview(message.preview);
      });
      opened.onDisconnect.addListener(() => {
        port.current = null;
        timer = setTimeout(connect, RECONNECT_MS);
      });
      opened.postMessage({ kind: "refresh" } satisfies FromSurface);
    };
    // A page in a tab nobody looks at keeps neither the background nor the companion awake.
    const shownOrHidden = (): void => {
      if (!document.hidden) connect();
      else {
        port.current?.disconnect();
        port.current = null;
      }
    };
    connect();
    document.addEventListener("visibilitychange", shownOrHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", shownOrHidden);
      port.current?.disconnect();
      port.current = null;
    };
  }, []);
  return [state, (wish) => port.current?.postMessage(wish), preview];
}
