/** The few places where Firefox's API has more than the types of Chromium's know. Decoded, not cast. */
import { asObject } from "./decode.ts";

/** Why a port closed, as Firefox says it; Chromium says it in `runtime.lastError`. */
export function portError(port: chrome.runtime.Port): string | null {
  const error = "error" in port ? asErrorMessage(port.error) : null;
  return error;
}

function asErrorMessage(value: unknown): string | null {
  if (value instanceof Error) return value.message;
  const message = asObject(value)?.["message"];
  return typeof message === "string" ? message : null;
}
