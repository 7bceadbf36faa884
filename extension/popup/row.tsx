/** One number that can be called, with who or what it is below it and a button that copies it. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { CopyButton } from "../shared/ui/copy-button.tsx";
import { HandsetIcon } from "../shared/ui/icons.tsx";

interface Props {
  readonly number: string;
  readonly about: string | null;
  /** At the end of the first line, short: a time. */
  readonly beside?: string | undefined;
  /** Absent where it cannot be called. */
  readonly call?: (() => void) | undefined;
}

export function Row({ number, about, beside, call }: Props): JSX.Element {
  return (
    <li class="line" data-line>
      <button
        type="button"
        class="list-row"
        data-row
        aria-disabled={call === undefined}
        onClick={(event) => event.isTrusted && call?.()}
      >
        <HandsetIcon />
        <span class="visually-hidden">{t("action_call")}</span>
        <span class="number">{number}</span>
        {beside !== undefined && <span class="beside small-text soft">{beside}</span>}
        {about !== null && (
          <span class="about small-text soft" dir="auto">
            {about}
          </span>
        )}
      </button>
      {call !== undefined && <CopyButton text={number} label={t("action_copy_number", number)} />}
    </li>
  );
}
