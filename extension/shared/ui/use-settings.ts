/** The settings as they are now, wherever they are changed, and where they come from. */
import { useEffect, useState } from "preact/hooks";
import { decodePolicy } from "../policy.ts";
import type { Fault } from "../settings-decode.ts";
import { effective } from "../settings-merge.ts";
import { copyPolicy, loadKept, watchSettings, type Kept } from "../settings-store.ts";
import type { Settings } from "../settings.ts";

export interface SettingsView extends Kept {
  readonly settings: Settings;
  /** What is wrong in the organisation's policy. */
  readonly faults: readonly Fault[];
}

async function load(): Promise<SettingsView> {
  const kept = await loadKept();
  const faults: Fault[] = [];
  decodePolicy(kept.raw.policy ?? {}, (fault) => faults.push(fault));
  return { ...kept, settings: effective(kept.policy, kept.own), faults };
}

/** Null until they have been read. */
export function useSettingsView(): SettingsView | null {
  const [view, setView] = useState<SettingsView | null>(null);
  useEffect(() => {
    const read = (): void => void load().then(setView);
    // What has changed is told by the storage.
    void copyPolicy().then(read);
    return watchSettings(read);
  }, []);
  return view;
}

export const useSettings = (): Settings | null => useSettingsView()?.settings ?? null;
