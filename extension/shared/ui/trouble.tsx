/** What is wrong with the companion, and what mends it. */
import type { JSX } from "preact";
import { FAILURES } from "../failures.ts";
import { t } from "../messages.ts";
import type { Code } from "../protocol.ts";
import { Command } from "./command.tsx";
import { commandHere } from "./system.ts";

export function Trouble({ code, again }: { code: Code; again: () => void }): JSX.Element {
  const failure = FAILURES[code];
  return (
    <section class="card bad">
      <div class="says" role="alert">
        <p class="card-title">{t(failure.sentence)}</p>
        <p>{t(failure.remedy)}</p>
      </div>
      {failure.command !== null && <Command command={commandHere(failure.command)} />}
      <div class="row">
        <button type="button" class="button small" onClick={again}>
          {t("action_check_again")}
        </button>
      </div>
    </section>
  );
}
