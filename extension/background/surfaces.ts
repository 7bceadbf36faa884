/** Popup, options and welcome while they are shown: the state is pushed to them, their wishes are decoded. */
import { asObject, isBounded, oneOf, optionalText } from "../shared/decode.ts";
import { OWN_SETTINGS, SURFACE, type FromSurface, type SurfaceState, type ToSurface } from "../shared/surface-messages.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";

export interface Surfaces {
  readonly connected: (port: chrome.runtime.Port) => void;
  readonly push: () => void;
  readonly any: () => boolean;
}

/** Only our own pages: a content script could open a port of the same name. */
function isOurs(port: chrome.runtime.Port): boolean {
  return port.name === SURFACE && port.sender?.id === chrome.runtime.id && (port.sender.url ?? "").startsWith(chrome.runtime.getURL(""));
}

export function decodeFromSurface(foreign: unknown): FromSurface | null {
  const from = asObject(foreign);
  switch (from?.["kind"]) {
    case "refresh":
      return { kind: "refresh" };
    case "dismiss-note":
      return { kind: "dismiss-note" };
    case "hang-up":
      return isBounded(from["id"], 36) ? { kind: "hang-up", id: from["id"] } : null;
    case "own-extension":
      return { kind: "own-extension" };
    case "set-own-extension": {
      const setting = oneOf(from["setting"], OWN_SETTINGS);
      const { on } = from;
      return setting === null || typeof on !== "boolean" ? null : { kind: "set-own-extension", setting, on };
    }
    case "dial": {
      const { id, written, confirmed } = from;
      const extension = optionalText(from["extension"], 20, /^\d+$/u);
      const region = optionalText(from["region"], 2, /^[A-Z]{2}$/u);
      if (!isBounded(id, 36) || !isBounded(written, MAX_WRITTEN) || written.trim() === "") return null;
      if (extension === undefined || region === undefined || typeof confirmed !== "boolean") return null;
      return { kind: "dial", id, written, extension, region, confirmed };
    }
    default:
      return null;
  }
}

export function createSurfaces(state: () => Promise<SurfaceState>, wish: (message: FromSurface) => void): Surfaces {
  const ports = new Set<chrome.runtime.Port>();

  const push = (): void => {
    if (ports.size === 0) return;
    void state().then((current) => {
      const message: ToSurface = { kind: "state", state: current };
      for (const port of ports) port.postMessage(message);
    });
  };

  return {
    connected(port) {
      if (!isOurs(port)) {
        port.disconnect();
        return;
      }
      ports.add(port);
      port.onDisconnect.addListener(() => ports.delete(port));
      port.onMessage.addListener((foreign: unknown) => {
        const message = decodeFromSurface(foreign);
        if (message !== null) wish(message);
      });
      push();
    },
    push,
    any: () => ports.size > 0,
  };
}
