/** The doctor's answers: what the companion found when it looked at everything a call needs. */
import type { JSX } from "preact";
import { FAILURES } from "../shared/failures.ts";
import { plural, t, type MessageKey } from "../shared/messages.ts";
import type { Check } from "../shared/protocol.ts";
import { Command } from "../shared/ui/command.tsx";
import { HealthIcon } from "../shared/ui/icons.tsx";
import { useQuestion } from "../shared/ui/use-questions.ts";

const HEALTHS: Readonly<Record<Check["health"], MessageKey>> = {
  ok: "health_ok",
  warn: "health_warn",
  fail: "health_fail",
  skip: "health_skip",
};

/** In the order in which the companion looked; each part's checks stand together. */
function byPart(checks: readonly Check[]): readonly (readonly [string, readonly Check[]])[] {
  const parts = new Map<string, Check[]>();
  for (const check of checks) parts.set(check.part, [...(parts.get(check.part) ?? []), check]);
  return [...parts];
}

const summary = (checks: readonly Check[]): string => {
  const bad = checks.filter(({ health }) => health === "fail" || health === "warn").length;
  return bad === 0 ? t("doctor_all_well") : plural("doctor_found", bad);
};

const Found = ({ checks }: { checks: readonly Check[] }): JSX.Element => (
  <div class="doctor" dir="auto">
    {byPart(checks).map(([part, own]) => (
      <section key={part} aria-label={part}>
        <h4>{part}</h4>
        <ul>
          {own.map(({ name, health, says, remedy }) => (
            <li key={`${name} ${says}`} class={`check ${health}`}>
              <HealthIcon health={health} />
              <div>
                <p>
                  <span class="visually-hidden">{t(HEALTHS[health])}: </span>
                  {says}
                </p>
                {remedy !== null && <p class="remedy">{remedy}</p>}
              </div>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);

export function Doctor(): JSX.Element {
  const { answer, waiting, ask } = useQuestion();
  return (
    <div class="editable">
      <h3>{t("doctor_title")}</h3>
      <p class="small-text soft">{t("doctor_detail")}</p>
      <div class="row">
        <button type="button" class="button" disabled={waiting} onClick={() => ask({ kind: "checks" })}>
          {t("doctor_run")}
        </button>
      </div>
      <p role="status">
        {waiting && t("doctor_running")}
        {!waiting && answer?.kind === "checks" && summary(answer.checks)}
        {!waiting && answer?.kind === "failed" && `${t(FAILURES[answer.code].sentence)} ${t(FAILURES[answer.code].remedy)}`}
      </p>
      {!waiting && answer?.kind === "checks" && <Found checks={answer.checks} />}
      <p class="small-text soft">{t("options_doctor")}</p>
      <Command command="callwith doctor" />
    </div>
  );
}
