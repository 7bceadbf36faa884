/** The button that opens the companion's own settings window, where secrets are typed; and what it says where none can be opened. */
import type { JSX } from "preact";
import { FAILURES } from "../failures.ts";
import { t } from "../messages.ts";
import { Command } from "./command.tsx";
import { commandHere } from "./system.ts";
import { useQuestion } from "./use-questions.ts";

export function OpenSettings({ label, main = false }: { label: string; main?: boolean }): JSX.Element {
  const { answer, waiting, ask } = useQuestion();
  const failure = answer?.kind === "failed" ? answer : null;
  const command = failure === null ? null : FAILURES[failure.code].command;
  return (
    <div class="opener">
      <div class="row">
        <button type="button" class={main ? "button main" : "button"} disabled={waiting} onClick={() => ask({ kind: "open-settings" })}>
          {label}
        </button>
      </div>
      <div role="status" class="opener-says">
        {answer?.kind === "opened" && <p class="soft">{t("window_opened")}</p>}
        {failure !== null && (
          <>
            <p>{t(FAILURES[failure.code].sentence)}</p>
            <p>{t(FAILURES[failure.code].remedy)}</p>
          </>
        )}
      </div>
      {command !== null && <Command command={commandHere(command)} />}
    </div>
  );
}
