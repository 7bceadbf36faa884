/**
 * Where settings lie. The person's choices: `storage.sync`, or `storage.local` where that cannot be written (forbidden, or longer
 * than the 8 KiB a browser synchronises in one item: some 200 sites). The organisation's policy: copied from
 * `storage.managed` to `storage.local`, where every page of ours reads both at once, and no browser rejects for want of a policy.
 */
import { decodePolicy, type Policy } from "./policy.ts";
import { effective, onlyChoices, withChange } from "./settings-merge.ts";
import { fromStored, toStored } from "./settings-stored.ts";
import type { Settings, Some } from "./settings.ts";

const KEY = "settings";
const POLICY = "policy";

export interface Kept {
  readonly policy: Policy;
  readonly own: Some;
  /** As they lie in the storage. */
  readonly raw: { readonly settings: unknown; readonly policy: unknown };
  /** False: this computer alone has the choices. */
  readonly synchronised: boolean;
}

async function readSynchronised(): Promise<unknown> {
  try {
    return (await chrome.storage.sync.get(KEY))[KEY];
  } catch {
    return undefined;
  }
}

export async function loadKept(): Promise<Kept> {
  const { [KEY]: local, [POLICY]: policy } = await chrome.storage.local.get([KEY, POLICY]);
  // A local copy exists only while the synchronised area could not be written; then it is the newer one.
  const synchronised = local === undefined;
  const settings: unknown = synchronised ? await readSynchronised() : local;
  return { policy: decodePolicy(policy ?? {}), own: fromStored(settings), raw: { settings, policy }, synchronised };
}

/** What applies now. */
export async function loadSettings(): Promise<Settings> {
  const { policy, own } = await loadKept();
  return effective(policy, own);
}

async function keep(own: Some, before: unknown): Promise<void> {
  const value = { [KEY]: toStored(own, before) };
  try {
    await chrome.storage.sync.set(value);
    await chrome.storage.local.remove(KEY);
  } catch {
    await chrome.storage.local.set(value);
  }
}

/** Reads, changes and writes. What is locked does not change. */
export async function changeSettings(change: (settings: Settings, policy: Policy) => Settings): Promise<void> {
  const { policy, own, raw } = await loadKept();
  const before = effective(policy, own);
  await keep(withChange(own, before, change(before, policy), policy), raw.settings);
}

/** Other choices in place of all there were: those of a file, or none. */
export async function replaceSettings(some: Some): Promise<void> {
  const { policy } = await loadKept();
  await keep(onlyChoices(some, policy), null);
}

/** Calls back whenever what applies has changed, in this context or another. Returns what stops it. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
    const isOurs = (area === "local" && (KEY in changes || POLICY in changes)) || (area === "sync" && KEY in changes);
    if (isOurs) void loadSettings().then(changed);
  };
  chrome.storage.onChanged.addListener(listener);
  return () => chrome.storage.onChanged.removeListener(listener);
}

/** Brings the copy of the organisation's policy up to date. For the background and our own pages: content scripts only read. */
export async function copyPolicy(): Promise<void> {
  // Firefox rejects where there is none.
  const policy: object = await chrome.storage.managed.get().catch(() => ({}));
  const { [POLICY]: copy = {} } = await chrome.storage.local.get(POLICY);
  if (JSON.stringify(policy) === JSON.stringify(copy)) return;
  await (Object.keys(policy).length === 0 ? chrome.storage.local.remove(POLICY) : chrome.storage.local.set({ [POLICY]: policy }));
}
