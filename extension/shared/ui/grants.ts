/** Which sites the browser gives us access to, and asking for more. */
import { useEffect, useState } from "preact/hooks";
import { EVERY_SITE } from "../sites.ts";

export interface Grants {
  readonly everywhere: boolean;
  readonly origins: readonly string[];
}

async function grants(): Promise<Grants> {
  const [everywhere, all] = await Promise.all([
    chrome.permissions.contains({ origins: [EVERY_SITE] }),
    chrome.permissions.getAll(),
  ]);
  return { everywhere, origins: all.origins ?? [] };
}

export function useGrants(): Grants {
  const [now, setNow] = useState<Grants>({ everywhere: false, origins: [] });
  useEffect(() => {
    const read = (): void => void grants().then(setNow);
    read();
    chrome.permissions.onAdded.addListener(read);
    chrome.permissions.onRemoved.addListener(read);
    return () => {
      chrome.permissions.onAdded.removeListener(read);
      chrome.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return now;
}

/** Must be called in the handler of a click, before anything is awaited: browsers ask only then. */
export const requestSites = (patterns: readonly string[]): Promise<boolean> =>
  chrome.permissions.request({ origins: [...patterns] }).catch(() => false);
