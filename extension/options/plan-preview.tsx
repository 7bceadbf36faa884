/** What would be dialled for a number, step by step: as written → E.164 → the outside line's rule → the keys. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { FAILURES } from "../shared/failures.ts";
import { MAX_WRITTEN } from "../shared/limits.ts";
import { t } from "../shared/messages.ts";
import type { Plan } from "../shared/questions.ts";
import { useQuestion } from "../shared/ui/use-questions.ts";

/** Fingers rest this long between two numbers, in ms, not between two digits. */
const REST_MS = 250;

const outcome = ({ code, message, note, dialled }: Plan): string => {
  if (code !== null) return message ?? t(FAILURES[code].sentence);
  return note ?? (dialled === null ? "" : t("plan_dialled"));
};

const Steps = ({ plan }: { plan: Plan }): JSX.Element => (
  <>
    <ol class="plan">
      {plan.steps.map(({ name, result, sentence }) => (
        <li key={`${name} ${result}`}>
          <bdi class="number plan-result">{result}</bdi>
          <span class="small-text soft" dir="auto">
            {sentence}
          </span>
        </li>
      ))}
    </ol>
    {outcome(plan) !== "" && (
      <p class={plan.code === null ? "small-text" : "small-text plan-stop"} dir="auto">
        {outcome(plan)}
      </p>
    )}
  </>
);

export function PlanPreview({ region }: { region: string | null }): JSX.Element {
  const [text, setText] = useState("");
  const { answer, ask } = useQuestion();
  const written = text.trim();
  useEffect(() => {
    if (written === "") return undefined;
    const timer = setTimeout(() => ask({ kind: "plan", id: crypto.randomUUID(), written, region }), REST_MS);
    return () => clearTimeout(timer);
  }, [written, region]);
  return (
    <div class="editable">
      <label for="plan-number">{t("plan_title")}</label>
      <p class="small-text soft">{t("plan_detail")}</p>
      <input
        id="plan-number"
        class="field number"
        type="text"
        inputMode="tel"
        autocomplete="off"
        spellcheck={false}
        maxLength={MAX_WRITTEN}
        placeholder="020 7946 0958"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {written !== "" && answer?.kind === "plan" && <Steps plan={answer.plan} />}
        {written !== "" && answer?.kind === "failed" && <p class="small-text">{t(FAILURES[answer.code].sentence)}</p>}
      </div>
    </div>
  );
}
