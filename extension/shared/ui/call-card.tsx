/** One call as it stands, with what can be done now. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { callWords, clock, mayHangUp, talking } from "../call-words.ts";
import { t } from "../messages.ts";
import type { CallView } from "../page-messages.ts";
import { Command } from "./command.tsx";
import { CrossIcon } from "./icons.tsx";
import { commandHere } from "./system.ts";

interface Props {
  readonly call: CallView;
  /** Call the number again, as a gesture of its own. */
  readonly again: (call: CallView, confirmed: boolean) => void;
  readonly dismiss: (call: CallView) => void;
  readonly hangUp: (call: CallView) => void;
}

const SECOND_MS = 1000;

/** Outside the live region: a screen reader does not speak every second. */
function Elapsed({ call }: { call: CallView }): JSX.Element | null {
  const [now, setNow] = useState(Date.now());
  const isTalking = talking(call, now) !== null;
  useEffect(() => {
    if (!isTalking) return undefined;
    const tick = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(tick);
  }, [isTalking]);
  const time = talking(call, now);
  return time === null ? null : (
    <p role="timer" class="soft elapsed">
      {clock(time)}
    </p>
  );
}

export function CallCard({ call, again, dismiss, hangUp }: Props): JSX.Element {
  const words = callWords(call);
  const isOver = call.state !== "asked" && !mayHangUp(call) && !words.confirm;
  return (
    <section class={`card ${words.confirm ? "doubt" : words.tone}`} data-call-state={call.state} data-call-code={call.code}>
      {isOver && (
        <button type="button" class="icon-button card-close" aria-label={t("action_close")} title={t("action_close")} onClick={() => dismiss(call)}>
          <CrossIcon />
        </button>
      )}
      <div role="status">
        <p class="card-title">{words.confirm ? t("confirm_question", call.written) : words.title}</p>
        {words.detail !== null && <p>{words.detail}</p>}
        {words.remedy !== null && !words.confirm && <p>{words.remedy}</p>}
      </div>
      {words.command !== null && <Command command={commandHere(words.command)} />}
      {words.confirm && (
        <div class="row">
          <button type="button" class="button small main" onClick={() => again(call, true)}>
            {t("action_confirm")}
          </button>
          <button type="button" class="button small" onClick={() => dismiss(call)}>
            {t("action_cancel")}
          </button>
        </div>
      )}
      {mayHangUp(call) && (
        <div class="row">
          <Elapsed call={call} />
          <button type="button" class="button small hang-up" onClick={(event) => event.isTrusted && hangUp(call)}>
            {t("action_hang_up")}
          </button>
        </div>
      )}
      {words.retry && (
        <div class="row">
          <button type="button" class="button small" onClick={() => again(call, false)}>
            {t("action_try_again")}
          </button>
        </div>
      )}
    </section>
  );
}
