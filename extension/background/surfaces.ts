/** Popup, options and welcome while they are shown: the state is pushed to them, their wishes are decoded. */
import { asObject, isBounded, oneOf, optionalText, type Foreign } from "../shared/decode.ts";
import { EXTENSION, REGION } from "../shared/listed.ts";
import { OWN_SETTINGS, SURFACE, type FromSurface, type SurfaceState, type ToSurface } from "../shared/surface-messages.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";

export interface Surfaces {
  readonly connected: (port: chrome.runtime.Port) => void;
  readonly push: () => void;
  readonly tell: (message: ToSurface) => void;
  readonly any: () => boolean;
}

/** Only our own pages: a content script could open a port of the same name. */
function isOurs(port: chrome.runtime.Port): boolean {
  return port.name === SURFACE && port.sender?.id === chrome.runtime.id && (port.sender.url ?? "").startsWith(chrome.runtime.getURL(""));
}

function decodeNumber(from: Foreign): { id: string; written: string; extension: string | null; region: string | null } | null {
  const { id, written } = from;
  const extension = optionalText(from["extension"], 20, EXTENSION);
  const region = optionalText(from["region"], 2, REGION);
  if (!isBounded(id, 36) || !isBounded(written, MAX_WRITTEN) || written.trim() === "") return null;
  return extension === undefined || region === undefined ? null : { id, written, extension, region };
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
    case "dismiss-call":
      return isBounded(from["id"], 36) ? { kind: "dismiss-call", id: from["id"] } : null;
    case "preview": {
      const wanted = decodeNumber(from);
      return wanted && { kind: "preview", ...wanted };
    }
    case "own-extension":
      return { kind: "own-extension" };
    case "set-own-extension": {
      const setting = oneOf(from["setting"], OWN_SETTINGS);
      const { on } = from;
      return setting === null || typeof on !== "boolean" ? null : { kind: "set-own-extension", setting, on };
    }
    case "dial": {
      const wanted = decodeNumber(from);
      const via = oneOf(from["via"], ["popup", "handover"]);
      const { confirmed } = from;
      return wanted === null || via === null || typeof confirmed !== "boolean" ? null : { kind: "dial", ...wanted, via, confirmed };
    }
    default:
      return null;
  }
}

export function createSurfaces(state: () => Promise<SurfaceState>, wish: (message: FromSurface) => void): Surfaces {
  const ports = new Set<chrome.runtime.Port>();

  const tell = (message: ToSurface): void => {
    for (const port of ports) port.postMessage(message);
  };
  const push = (): void => {
    if (ports.size > 0) void state().then((current) => tell({ kind: "state", state: current }));
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
    tell,
    any: () => ports.size > 0,
  };
}
