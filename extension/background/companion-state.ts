/** How the companion stands, and why a port to it closed. Pure. */
import type { CompanionView } from "../shared/surface-messages.ts";
import type { Code } from "../shared/protocol.ts";

/** The version of the contract this extension speaks; the companion's is `companion.PROTOCOL`. */
export const PROTOCOL = 1;

export const NATIVE_HOST = "org.callwith.companion";

/**
 * Why the port closed, from the only thing a browser says about it. Chromium: "Specified native messaging host not
 * found.", "Access to the specified native messaging host is forbidden.", "Failed to start native messaging host.",
 * "Native host has exited.". Firefox: "No such native application …", "File at path … does not exist, or is not
 * executable", or nothing. Neither tells a crash from an orderly end.
 */
export function whyClosed(message: string | null): Code {
  const said = message ?? "";
  if (/forbidden/iu.test(said)) return "companion_forbidden";
  // The manifest is there, but the program it names is not: the remedy is the same, to install it (again).
  if (/not found|no such native application|does not exist|not executable|failed to start/iu.test(said)) return "companion_missing";
  return "companion_stopped";
}

/** States in which no browser message will change by itself: reconnecting on our own would only be noise. */
export const isFinal = (code: Code): boolean =>
  code === "companion_missing" || code === "companion_forbidden" || code === "version_mismatch";

export const trouble = (code: Code, detail: string | null = null): CompanionView => ({ kind: "trouble", code, detail });
