/** The settings as they are now, wherever they are changed. */
import { useEffect, useState } from "preact/hooks";
import { loadSettings, watchSettings } from "../settings-store.ts";
import type { Settings } from "../settings.ts";

/** Null until they have been read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  return settings;
}
