/** A number to try it on: the person's own mobile, say. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";
import type { CallView } from "../shared/page-messages.ts";
import { readTyped, type ReadNumber } from "../shared/reading.ts";
import type { FromSurface } from "../shared/surface-messages.ts";
import { CallCard } from "../shared/ui/call-card.tsx";
import { HandsetIcon } from "../shared/ui/icons.tsx";

interface Props {
  readonly calls: readonly CallView[];
  readonly region: string | null;
  readonly ready: boolean;
  readonly wish: (wish: FromSurface) => void;
}

export function TryIt({ calls, region, ready, wish }: Props): JSX.Element {
  const [text, setText] = useState("");
  const [mine, setMine] = useState<string | null>(null);
  const typed = readTyped(text, region);
  const call = ({ written, extension, region: own }: ReadNumber, confirmed: boolean): void => {
    const id = crypto.randomUUID();
    setMine(id);
    wish({ kind: "dial", id, written, extension, region: own ?? region, via: "popup", confirmed });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.isTrusted && typed.number !== null) call(typed.number, false);
  };
  const current = calls.find(({ id }) => id === mine);
  return (
    <section class="try" aria-labelledby="try">
      <h2 id="try">{t("welcome_try")}</h2>
      <p class="soft">{t("welcome_try_lead")}</p>
      <form class="site-row" onSubmit={submit}>
        <label class="visually-hidden" for="try-number">
          {t("popup_number_label")}
        </label>
        <input
          id="try-number"
          class="field number"
          type="text"
          inputMode="tel"
          autocomplete="off"
          maxLength={MAX_WRITTEN}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button main" disabled={!ready || typed.number === null}>
          <HandsetIcon />
          {t("action_call")}
        </button>
      </form>
      {typed.preview !== null && <p class="small-text soft">{typed.preview}</p>}
      {current !== undefined && <CallCard call={current} again={call} hangUp={({ id }) => wish({ kind: "hang-up", id })} dismiss={() => setMine(null)} />}
    </section>
  );
}
