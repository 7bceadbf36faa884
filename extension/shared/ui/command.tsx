/** A command for the terminal, with a button that copies it. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../messages.ts";
import { CopyIcon, TickIcon } from "./icons.tsx";

export function Command({ command }: { command: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(command).then(() => setCopied(true));
  };
  return (
    <div class="command">
      <code>{command}</code>
      <button type="button" class="icon-button" aria-label={t("action_copy")} title={t("action_copy")} onClick={copy}>
        {copied ? <TickIcon /> : <CopyIcon />}
      </button>
      <span class="visually-hidden" role="status">
        {copied ? t("action_copied") : ""}
      </span>
    </div>
  );
}
