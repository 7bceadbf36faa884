/** Where the settings lie: `storage.sync`, with `storage.local` where that fails (policy, quota, no account). */
import { decodeSettings, type Settings } from "./settings.ts";

const KEY = "settings";

export async function loadSettings(): Promise<Settings> {
  const read = async (area: chrome.storage.StorageArea): Promise<unknown> => (await area.get(KEY))[KEY];
  // A local copy exists only while the synchronised area could not be written; then it is the newer one.
  const local = await read(chrome.storage.local);
  if (local !== undefined) return decodeSettings(local);
  try {
    return decodeSettings(await read(chrome.storage.sync));
  } catch {
    return decodeSettings(undefined);
  }
}

export async function saveSettings(settings: Settings): Promise<void> {
  const value = { [KEY]: decodeSettings(settings) };
  try {
    await chrome.storage.sync.set(value);
    await chrome.storage.local.remove(KEY);
  } catch {
    await chrome.storage.local.set(value);
  }
}

/** Reads, changes and writes. Returns what is now in force. */
export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const changed = decodeSettings(change(await loadSettings()));
  await saveSettings(changed);
  return changed;
}

/** Calls back whenever the settings changed, in this context or another. Returns what stops it. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
    if (KEY in changes && (area === "sync" || area === "local")) void loadSettings().then(changed);
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}
