/** Steps one and two: the companion answers, and it knows the PBX. */
import type { JSX } from "preact";
import { FAILURES } from "../shared/failures.ts";
import { t } from "../shared/messages.ts";
import type { Code } from "../shared/protocol.ts";
import type { CompanionView } from "../shared/surface-messages.ts";
import { Command } from "../shared/ui/command.tsx";
import { OpenSettings } from "../shared/ui/open-settings.tsx";
import { commandHere } from "../shared/ui/system.ts";
import { Step } from "./step.tsx";

interface Props {
  readonly companion: CompanionView;
  readonly again: () => void;
}

/** These say that no companion of ours answered; every other trouble comes from one that did. */
const NOT_FOUND: readonly Code[] = ["companion_missing", "companion_forbidden", "companion_stopped", "version_mismatch"];

const answered = (companion: CompanionView): boolean =>
  companion.kind === "ready" || (companion.kind === "trouble" && !NOT_FOUND.includes(companion.code));

/** The whole of the first installation; `setup` also registers the companion with the browsers. */
const INSTALL = "pipx install callwith && callwith setup";

const CheckAgain = ({ again }: { again: () => void }): JSX.Element => (
  <div class="row">
    <button type="button" class="button small" onClick={again}>
      {t("action_check_again")}
    </button>
  </div>
);

export function CompanionStep({ companion, again }: Props): JSX.Element {
  const done = answered(companion);
  const code = companion.kind === "trouble" && !done ? companion.code : null;
  return (
    <Step number={1} title={t("welcome_companion")} done={done}>
      <div role="status">
        {done && <p class="soft">{t("welcome_companion_found")}</p>}
        {!done && code === null && <p class="soft">{t("companion_starting")}</p>}
        {code !== null && <p>{code === "companion_missing" ? t("welcome_companion_missing") : t(FAILURES[code].sentence)}</p>}
      </div>
      {code !== null && (
        <>
          {code !== "companion_missing" && <p>{t(FAILURES[code].remedy)}</p>}
          <Command command={commandHere(code === "companion_missing" ? INSTALL : (FAILURES[code].command ?? INSTALL))} />
          <CheckAgain again={again} />
        </>
      )}
    </Step>
  );
}

/** What is typed in the window or the terminal mends these; of the others, only their own remedy does. */
const TO_SET_UP: readonly Code[] = ["not_configured", "no_credentials", "login_rejected", "settings_invalid"];

export function PbxStep({ companion, again }: Props): JSX.Element {
  const code = companion.kind === "trouble" && answered(companion) ? companion.code : null;
  const status = companion.kind === "ready" ? companion.status : null;
  const command = code === null ? null : FAILURES[code].command;
  const toSetUp = code !== null && TO_SET_UP.includes(code);
  return (
    <Step number={2} title={t("welcome_pbx")} done={status !== null}>
      <div role="status">
        {status !== null && (
          <p class="soft">
            {status.extension === null ? t("welcome_pbx_done") : t("companion_ready_as", status.extension)}
          </p>
        )}
        {status === null && code === null && <p class="soft">{t("welcome_pbx_later")}</p>}
        {code !== null && (
          <>
            <p>{t(FAILURES[code].sentence)}</p>
            {!toSetUp && <p>{t(FAILURES[code].remedy)}</p>}
          </>
        )}
      </div>
      {toSetUp && (
        <>
          <OpenSettings label={t("action_open_settings")} main />
          {command !== null && <p class="soft">{t("welcome_pbx_terminal")}</p>}
        </>
      )}
      {command !== null && <Command command={commandHere(command)} />}
      {code !== null && !toSetUp && <CheckAgain again={again} />}
    </Step>
  );
}
