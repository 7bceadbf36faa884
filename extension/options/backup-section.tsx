/** Settings as a file: out, in, and back to how they were at the start. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { DEFAULTS, decodeSettings, type Settings } from "../shared/settings.ts";
import { Section } from "../shared/ui/fields.tsx";
import type { Change } from "./options.tsx";

const FILE_NAME = "call-with-3cx-settings.json";
/** Far more than any settings file; keeps a wrongly chosen film out of memory. */
const MAX_FILE_BYTES = 100_000;

function save(settings: Settings): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(settings, null, 2)}\n`], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

/** Null when the file holds no settings of ours. */
async function read(file: File): Promise<Settings | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  try {
    const parsed: unknown = JSON.parse(await file.text());
    if (typeof parsed !== "object" || parsed === null || !("version" in parsed)) return null;
    return decodeSettings(parsed);
  } catch {
    return null;
  }
}

export function BackupSection({ settings, change }: { settings: Settings; change: Change }): JSX.Element {
  const [failed, setFailed] = useState(false);
  const load = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const imported = await read(file);
    setFailed(imported === null);
    if (imported !== null) change(() => imported);
  };
  return (
    <Section id="backup" title={t("options_backup")}>
      <div class="row">
        <button type="button" class="button" onClick={() => save(settings)}>
          {t("options_export")}
        </button>
        <label class="button file">
          {t("options_import")}
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => void load(event.currentTarget.files?.[0])}
          />
        </label>
        <button type="button" class="button" onClick={() => change(() => DEFAULTS)}>
          {t("options_reset")}
        </button>
      </div>
      <p role="status">{failed ? t("options_import_failed") : ""}</p>
    </Section>
  );
}
