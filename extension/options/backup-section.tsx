/** Settings as a file: out, in, and back to how they were at the start. A file that cannot be used changes nothing. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { fromFile, toFile, type ReadFile } from "../shared/settings-file.ts";
import { replaceSettings } from "../shared/settings-store.ts";
import type { Settings } from "../shared/settings.ts";
import { Section } from "../shared/ui/fields.tsx";
import { FaultList } from "./fault-list.tsx";
import type { SectionProps } from "./options.tsx";

const FILE_NAME = "call-with-3cx-settings.json";
/** Far more than any settings file; keeps a wrongly chosen film out of memory. */
const MAX_FILE_BYTES = 500_000;

function save(settings: Settings): void {
  const url = URL.createObjectURL(new Blob([toFile(settings)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}

const read = async (file: File): Promise<ReadFile> =>
  file.size > MAX_FILE_BYTES ? { kind: "no-settings" } : fromFile(await file.text());

function Outcome({ file }: { file: ReadFile }): JSX.Element {
  switch (file.kind) {
    case "no-json":
      return (
        <div class="card bad">
          <p class="card-title">{t("import_no_json")}</p>
          <p dir="auto">{file.detail}</p>
        </div>
      );
    case "no-settings":
      return (
        <div class="card bad">
          <p class="card-title">{t("options_import_failed")}</p>
        </div>
      );
    case "read":
      return (
        <div class={file.faults.length > 0 ? "card doubt" : "card good"}>
          <p class="card-title">{t("import_done")}</p>
          {file.faults.length > 0 && (
            <>
              <p>{t("import_faults")}</p>
              <FaultList faults={file.faults} />
            </>
          )}
        </div>
      );
  }
}

export function BackupSection({ view: { settings, synchronised }, saved }: SectionProps & { saved: () => void }): JSX.Element {
  const [file, setFile] = useState<ReadFile | null>(null);
  const load = async (input: HTMLInputElement): Promise<void> => {
    const chosen = input.files?.[0];
    if (chosen === undefined) return;
    const outcome = await read(chosen);
    if (outcome.kind === "read") await replaceSettings(outcome.some);
    setFile(outcome);
    // The same file can be chosen again after it was mended.
    input.value = "";
  };
  const reset = (): void => {
    setFile(null);
    void replaceSettings({}).then(saved);
  };
  return (
    <Section id="backup" title={t("options_backup")}>
      <p class="small-text soft">{synchronised ? t("kept_synchronised") : t("kept_here")}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => save(settings)}>
          {t("options_export")}
        </button>
        <label class="button file">
          {t("options_import")}
          <input
            id="import"
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => void load(event.currentTarget)}
          />
        </label>
        <button type="button" class="button" onClick={reset}>
          {t("options_reset")}
        </button>
      </div>
      <div role="status">{file !== null && <Outcome file={file} />}</div>
    </Section>
  );
}
