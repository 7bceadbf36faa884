/** A log for looking for faults: what the background did, numbers shortened, in memory only. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { LOG_KEY, readLog } from "../shared/log.ts";
import { t } from "../shared/messages.ts";
import { Switch } from "../shared/ui/fields.tsx";
import { lockOf } from "../shared/ui/locked.tsx";
import type { SectionProps } from "./options.tsx";

function useLog(): readonly string[] {
  const [lines, setLines] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = (): void => void readLog().then(setLines);
    const changed = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
      if (area === "session" && LOG_KEY in changes) read();
    };
    read();
    chrome.storage.onChanged.addListener(changed);
    return () => chrome.storage.onChanged.removeListener(changed);
  }, []);
  return lines;
}

export function DebugLog({ view: { settings, policy }, change }: SectionProps): JSX.Element {
  const lines = useLog();
  const [copied, setCopied] = useState(false);
  const copy = (): void => void navigator.clipboard.writeText(lines.join("\n")).then(() => setCopied(true));
  return (
    <div class="editable">
      <Switch
        id="debug-log"
        label={t("options_debug_log")}
        detail={t("options_debug_log_detail")}
        on={settings.debugLog}
        changed={(debugLog) => change((current) => ({ ...current, debugLog }))}
        lock={lockOf(policy, "debugLog")}
      />
      {settings.debugLog && (
        <>
          <pre class="log" dir="ltr" tabIndex={0} role="log" aria-live="off" aria-label={t("options_debug_log")}>
            {lines.length === 0 ? "…" : lines.join("\n")}
          </pre>
          <div class="row">
            <button type="button" class="button small" disabled={lines.length === 0} onClick={copy}>
              {t("action_copy")}
            </button>
            <span role="status" class="small-text soft">
              {copied ? t("action_copied") : ""}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
