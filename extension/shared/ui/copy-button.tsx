/** Copies a text, and says that it did. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../messages.ts";
import { CopyIcon, TickIcon } from "./icons.tsx";

interface Props {
  readonly text: string;
  /** What the button is called, where "Copy" alone does not say what. */
  readonly label?: string;
}

export function CopyButton({ text, label = t("action_copy") }: Props): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };
  return (
    <>
      <button type="button" class="icon-button" aria-label={label} title={label} onClick={copy} onBlur={() => setCopied(false)}>
        {copied ? <TickIcon /> : <CopyIcon />}
      </button>
      <span class="visually-hidden" role="status">
        {copied ? t("action_copied") : ""}
      </span>
    </>
  );
}
