/** The number field: says while typing how the number is read, what would be dialled for it, and why. */
import { useEffect, useRef } from "preact/hooks";
import type { JSX } from "preact";
import { FAILURES } from "../shared/failures.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";
import { t } from "../shared/messages.ts";
import { previewWords } from "../shared/preview.ts";
import type { ReadNumber, Typed } from "../shared/reading.ts";
import type { ReasonedPreview } from "../shared/surface-messages.ts";
import { HandsetIcon } from "../shared/ui/icons.tsx";

interface Props {
  readonly text: string;
  readonly typed: Typed;
  readonly preview: ReasonedPreview | null;
  /** How many of the rows below fit what is typed. */
  readonly matching: number;
  readonly changed: (text: string) => void;
  readonly call: (number: ReadNumber) => void;
}

export function DialField({ text, typed, preview, matching, changed, call }: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    // The browser's own events only: no script may press the button.
    if (!event.isTrusted) return;
    if (typed.number !== null) call(typed.number);
    // A name: what it found is called by a second Enter, once the person sees which it is.
    else if (text.trim() !== "") document.querySelector<HTMLElement>("[data-row]")?.focus();
  };
  // What the rule is called stands among the reasons.
  const words = preview === null ? null : previewWords({ ...preview, detail: null });
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
      <div class="reading small-text">
        <p id="reading" class="soft">
          {reading(typed, text, matching)}
        </p>
        <p role="status" class="comes" data-comes={words?.tone}>
          {words?.line ?? ""}
        </p>
        {preview !== null && preview.why.length > 0 && (
          <details class="why">
            <summary>{t("popup_why")}</summary>
            <ol>
              {preview.why.map((sentence) => (
                <li key={sentence}>
                  <bdi>{sentence}</bdi>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </form>
  );
}

function reading(typed: Typed, text: string, matching: number): string {
  if (text.trim() === "") return t("popup_number_hint");
  if (typed.preview !== null) return typed.preview;
  if (typed.number !== null) return t("popup_number_as_typed");
  return matching > 0 ? t("popup_enter_goes_there") : t(FAILURES.number_not_understood.sentence);
}
