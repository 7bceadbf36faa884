/** The number field: says while typing what would be called. */
import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import { FAILURES } from "../shared/failures.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";
import { t } from "../shared/messages.ts";
import { readTyped, type ReadNumber } from "../shared/reading.ts";
import { HandsetIcon } from "../shared/ui/icons.tsx";

interface Props {
  readonly text: string;
  readonly region: string | null;
  readonly changed: (text: string) => void;
  readonly call: (number: ReadNumber) => void;
}

export function DialField({ text, region, changed, call }: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const typed = readTyped(text, region);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // The browser's own events only: no script may press the button.
    if (event.isTrusted && typed.number !== null) call(typed.number);
  };
  return (
    <form class="dial" onSubmit={submit}>
      <label for="number" class="visually-hidden">
        {t("popup_number_label")}
      </label>
      <div class="dial-row">
        <input
          ref={input}
          id="number"
          class="field number"
          type="text"
          inputMode="tel"
          autocomplete="off"
          spellcheck={false}
          maxLength={MAX_WRITTEN}
          placeholder={t("popup_number_placeholder")}
          value={text}
          aria-describedby="reading"
          onInput={(event) => changed(event.currentTarget.value)}
        />
        <button type="submit" class="button main" disabled={typed.number === null}>
          <HandsetIcon />
          {t("action_call")}
        </button>
      </div>
      <p id="reading" class="reading small-text soft" role="status">
        {reading(typed, text)}
      </p>
    </form>
  );
}

function reading(typed: ReturnType<typeof readTyped>, text: string): string {
  if (text.trim() === "") return t("popup_number_hint");
  if (typed.preview !== null) return typed.preview;
  return typed.number === null ? t(FAILURES.number_not_understood.sentence) : t("popup_number_as_typed");
}
