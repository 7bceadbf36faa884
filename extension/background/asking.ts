/** A call asked for outside the page's own script: by the right-click item or the shortcut. */
import { FAILURES } from "../shared/failures.ts";
import { t } from "../shared/messages.ts";
import { loadSettings } from "../shared/settings-store.ts";
import type { CallView, DialGesture } from "../shared/page-messages.ts";
import type { Code } from "../shared/protocol.ts";
import type { Note } from "../shared/surface-messages.ts";
import { badgeTrouble } from "./badge.ts";
import type { Place } from "./dialling.ts";
import { keepNote } from "./notes.ts";
import type { ReadNumber } from "../shared/reading.ts";
import { tell } from "./reach.ts";

export interface Asking {
  readonly dial: (gesture: DialGesture, origin: string | null, place: Place | null) => Promise<void>;
  /** The companion's region, where it has told. */
  readonly region: () => string | null;
  readonly noteKept: () => void;
}

export async function regionFor(asking: Asking): Promise<string | null> {
  return (await loadSettings()).region ?? asking.region();
}

export async function say(asking: Asking, note: Note, place: Place | null): Promise<void> {
  if (place !== null && (await tell(place, { kind: "notice", ...note }))) return;
  await keepNote(note);
  badgeTrouble();
  asking.noteKept();
}

export const noteFor = (code: Code): Note => ({ text: t(FAILURES[code].sentence), remedy: t(FAILURES[code].remedy) });

/** The origin of a page's address; null for what has none (data:, about:, sandboxed). */
export function originOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  try {
    const { origin } = new URL(url);
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

export interface Wish {
  readonly read: ReadNumber | Code;
  readonly via: CallVia;
  readonly url: string | undefined;
  readonly place: Place | null;
}
type CallVia = Extract<DialGesture["via"], "menu" | "shortcut" | "omnibox">;

/** Dials, or says why not. The gesture's id is made here, once. */
export async function ask(asking: Asking, { read, via, url, place }: Wish): Promise<CallView["id"] | null> {
  if (typeof read === "string") {
    await say(asking, noteFor(read), place);
    return null;
  }
  const gesture: DialGesture = { id: crypto.randomUUID(), ...read, via, confirmed: false };
  await asking.dial(gesture, originOf(url), place);
  return gesture.id;
}
