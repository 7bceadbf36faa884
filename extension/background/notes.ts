/** A sentence that could not be shown on the page: kept for the popup, also over the background's sleep. */
import { asObject } from "../shared/decode.ts";
import type { Note } from "../shared/surface-messages.ts";

const KEY = "note";

export async function keepNote(note: Note | null): Promise<void> {
  await (note === null ? chrome.storage.session.remove(KEY) : chrome.storage.session.set({ [KEY]: note }));
}

export async function readNote(): Promise<Note | null> {
  const stored = asObject((await chrome.storage.session.get(KEY))[KEY]);
  const text = stored?.["text"];
  const remedy = stored?.["remedy"];
  return typeof text === "string" ? { text, remedy: typeof remedy === "string" ? remedy : null } : null;
}
